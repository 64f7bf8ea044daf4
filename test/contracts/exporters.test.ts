import {createHash} from "node:crypto"
import {readdirSync} from "node:fs"
import {join} from "node:path"
import {parse} from "csv-parse/sync"
import {DirectedGraph as Graph} from "graphology"
import {parse as parseGexf} from "graphology-gexf"
import {parquetReadObjects} from "hyparquet"
import {parseHTML} from "linkedom"
import {describe, expect, test} from "vitest"
import {exporters} from "../../src/export/exporter.js"
import type {Reading} from "../../src/record/reading.js"
import type {Book} from "../../src/store/book.js"
import {actorOf, bookOf, eventOf, readingOf, sampleReadings} from "../store/sample-book.js"

/** Names and texts that break careless writers. */
const spite = `=HYPERLINK("http://x.example"),\t<script>alert(1)</script> & "quoted"; 😀\\n\u0001`

function spitefulReading(): Reading {
  const text = `${spite}\r\nThe ${spite} band met the union.`
  const band = actorOf(text, "a1", {name: "band", kind: "group"})
  const union = actorOf(text, "a2", {name: "union", kind: "organization"})
  const met = eventOf(text, "e1", {words: "met", source: ["a1"], target: ["a2"]})
  return readingOf({text, title: spite, records: {actors: [{...band, name: `${spite} band`}, union], events: [met]}})
}

async function exportOf(book: Book, name: string, options = {}): Promise<Buffer> {
  const parts: Buffer[] = []
  const exporter = exporters.find(candidate => candidate.name === name)!
  for await (const part of exporter.write(book, options)) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}
const textOf = async (book: Book, name: string, options = {}): Promise<string> => (await exportOf(book, name, options)).toString("utf8")
const linesOf = async (book: Book, name: string) => (await textOf(book, name)).trimEnd().split("\n")
const objectsOf = async (book: Book, name: string) => (await linesOf(book, name)).map(line => JSON.parse(line))

/** The network has to be loaded for this one; it has its own test. */
const pure = exporters.map(exporter => exporter.name).filter(name => name !== "conllu")

describe.each(pure)("%s", name => {
  test("gives the same bytes whatever the order of arrival", async () => {
    const readings = [...sampleReadings(), spitefulReading()]
    const forward = await exportOf(bookOf(readings), name)
    const backward = await exportOf(bookOf([...readings].reverse()), name)
    expect(backward.equals(forward)).toBe(true)
    expect(forward.length).toBeGreaterThan(20)
  })

  test("writes an empty book without a word of complaint", async () => {
    expect(await textOf(bookOf([]), name)).not.toMatch(/undefined|NaN|\[object/)
  })

  test("writes nothing that is undefined, and keeps emoji whole", async () => {
    const text = await textOf(bookOf([...sampleReadings(), spitefulReading()]), name)
    if (name !== "parquet") expect(text).not.toMatch(/undefined|NaN|\[object|\ufffd/)
  })

  test("keeps to the days asked for", async () => {
    const all = await exportOf(bookOf(), name)
    const some = await exportOf(bookOf(), name, {since: "2013-04-01"})
    expect(some.length).toBeLessThan(all.length)
  })
})

describe("each form is read by somebody else's reader", () => {
  const book = bookOf([...sampleReadings(), spitefulReading()])

  test("csv: strange cells come back as they were, formulas do not run", async () => {
    const rows = parse(await textOf(book, "csv"), {columns: true}) as Record<string, string>[]
    expect(rows).toHaveLength(4)
    const odd = rows.find(row => row.title?.includes("HYPERLINK"))!
    expect(odd.title).toBe(`'${spite}`)
    const raw = parse(await textOf(book, "csv", {raw: true}), {columns: true}) as Record<string, string>[]
    expect(raw.find(row => row.title?.includes("HYPERLINK"))!.title).toBe(spite)
    const accuse = rows.find(row => row.type === "ACCUSE")!
    expect(accuse).toMatchObject({
      source_names: "Kenya",
      target_names: "Ethiopia",
      trigger_words: "accused",
      place_name: "Moyale",
      when_from: "2013-03-01",
    })
  })

  test("parquet", async () => {
    const bytes = await exportOf(book, "parquet", {table: "figures"})
    const rows = await parquetReadObjects({file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer})
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({kind: "killed", value: 40, bound: "over", high: null, published_from: "2013-03-01"})
    const events = await exportOf(book, "parquet")
    expect(
      await parquetReadObjects({file: events.buffer.slice(events.byteOffset, events.byteOffset + events.byteLength) as ArrayBuffer}),
    ).toHaveLength(4)
  })

  test("gexf, by graphology", async () => {
    const graph = parseGexf(Graph, await textOf(book, "gexf"))
    const names = graph.mapNodes((_, attributes) => attributes.label)
    expect(names).toContain("Kenya")
    expect(graph.size).toBe(3)
    const [kenya, ethiopia] = ["Kenya", "Ethiopia"].map(name => graph.findNode((_, attributes) => attributes.label === name))
    expect(graph.getEdgeAttributes(kenya, ethiopia)).toMatchObject({weight: 2, sign: -1})
    expect(graph.getEdgeAttributes(ethiopia, kenya)).toMatchObject({weight: 1, sign: 1})
  })

  test("graphml is XML with every edge between known nodes", async () => {
    const {document} = parseHTML(await textOf(book, "graphml"))
    const ids = [...document.querySelectorAll("node")].map(node => node.getAttribute("id"))
    const edges = [...document.querySelectorAll("edge")]
    expect(edges).toHaveLength(3)
    for (const edge of edges) expect(ids).toEqual(expect.arrayContaining([edge.getAttribute("source"), edge.getAttribute("target")]))
    expect(document.querySelector("script")).toBeNull()
  })

  test("geojson", async () => {
    const {type, features} = JSON.parse(await textOf(book, "geojson"))
    expect(type).toBe("FeatureCollection")
    expect(features.map((feature: {geometry: {coordinates: number[]}}) => feature.geometry.coordinates)).toEqual([
      [39.05, 3.52],
      [36.82, -1.28],
    ])
  })

  test("icalendar: lines of at most 75 bytes, all-day events", async () => {
    const text = await textOf(book, "icalendar")
    expect(text.split("\r\n").every(line => Buffer.byteLength(line) <= 75)).toBe(true)
    expect(text).not.toMatch(/[^\r]\n/)
    const unfolded = text.replaceAll("\r\n ", "")
    expect(unfolded).toContain("DTSTART;VALUE=DATE:20130301\r\nDTEND;VALUE=DATE:20130302")
    expect(unfolded.match(/BEGIN:VEVENT/g)).toHaveLength(3)
  })

  test("timelinejs shows no foreign markup", async () => {
    const {events} = JSON.parse(await textOf(book, "timelinejs"))
    expect(events).toHaveLength(3)
    expect(JSON.stringify(events)).not.toContain("<script")
    expect(events[0].start_date).toEqual({year: 2013, month: 3, day: 1})
  })

  test("gdelt: 61 columns, unique numbers, roots and quads of CAMEO", async () => {
    const rows = (await linesOf(book, "gdelt")).map(line => line.split("\t"))
    expect(rows.map(row => row.length)).toEqual(rows.map(() => 61))
    expect(new Set(rows.map(row => row[0])).size).toBe(rows.length)
    const accuse = rows.find(row => row[26] === "112")!
    expect([accuse[1], accuse[5], accuse[15], accuse[28], accuse[29], accuse[56], accuse[57]]).toEqual([
      "20130301",
      "KENGOV",
      "ETHGOV",
      "11",
      "3",
      "3.52",
      "39.05",
    ])
  })

  test("cameo and polecat: as many cells as the heading has", async () => {
    for (const name of ["cameo", "polecat"]) {
      const rows = (await linesOf(book, name)).map(line => line.split("\t"))
      expect(new Set(rows.map(row => row.length)).size).toBe(1)
      expect(rows.length).toBeGreaterThan(3)
    }
    expect((await linesOf(book, "cameo"))[1]!.split("\t").slice(0, 5)).toEqual(expect.arrayContaining(["20130301"]))
  })

  test("plover: one line an event, statuses named", async () => {
    const events = await objectsOf(book, "plover")
    expect(events.map(event => [event.event_type, event.auxiliary])).toEqual(
      expect.arrayContaining([
        ["ACCUSE", null],
        ["THREATEN", "negation"],
        ["CONSULT", null],
      ]),
    )
    expect(events).toHaveLength(4)
  })

  test("positions and quotations of web annotations and citron slice to the words, in code points", async () => {
    const texts = new Map(
      [...sampleReadings(), spitefulReading()].map(reading => [reading.document.hash, Array.from(reading.document.text!)]),
    )
    for (const {target} of await objectsOf(book, "web-annotation")) {
      for (const {
        source,
        selector: [position, quotation],
      } of target) {
        const characters = texts.get(source.split(":").at(-1))!
        expect(characters.slice(position.start, position.end).join("")).toBe(quotation.exact)
      }
    }
    for (const {text, quotes} of await objectsOf(book, "citron")) {
      for (const {contents, cue, sources} of quotes)
        for (const span of [...contents, cue, ...sources]) expect(Array.from(text).slice(span.start, span.end).join("")).toBe(span.text)
    }
  })

  test("jsonl comes out as it went in", async () => {
    expect((await objectsOf(bookOf(), "jsonl")).map(reading => JSON.stringify(reading))).toEqual(
      sampleReadings().map(reading => JSON.stringify(reading)),
    )
  })

  test("ftm: properties are lists of texts, mentions and events point at entities that are there", async () => {
    const entities = await objectsOf(book, "ftm")
    const ids = new Set(entities.map(entity => entity.id))
    for (const {properties} of entities.filter(entity => entity.schema === "Article")) {
      expect(properties.contentHash).toEqual([createHash("sha1").update(properties.bodyText[0]).digest("hex")])
      expect(properties.language).toEqual(["eng"])
    }
    expect(entities.flatMap(({properties}) => properties.country ?? [])).toContain("ke")
    expect(entities.filter(entity => entity.schema === "Mention").every(({id}) => /-\d+-\d+$/.test(id))).toBe(true)
    for (const {schema, properties} of entities) {
      expect(
        Object.values(properties)
          .flat()
          .every(value => typeof value === "string"),
      ).toBe(true)
      const pointed =
        schema === "Mention"
          ? [...properties.document, ...properties.resolved]
          : schema === "Event"
            ? [...properties.organizer, ...properties.proof]
            : []
      for (const id of pointed) expect(ids).toContain(id)
    }
  })

  test("schema.org: an article with its quotations and claims", async () => {
    const [first] = await objectsOf(bookOf(), "schema-org")
    expect(first).toMatchObject({
      "@type": "NewsArticle",
      datePublished: "2013-03-01",
      hasPart: [{"@type": "Quotation", spokenByCharacter: {"@type": "Person", name: "Amina Odhiambo"}}],
      subjectOf: [{"@type": "Claim", about: {value: 40}}],
    })
  })
})

test("every exporter in the folder stands in the list", () => {
  const folder = join(import.meta.dirname, "../../src/export")
  const files = readdirSync(folder).filter(name => name.endsWith(".ts"))
  const helpers = [
    "held.ts",
    "exporter.ts",
    "record-exporters.ts",
    "csv-line.ts",
    "dyads.ts",
    "formula.ts",
    "graph.ts",
    "words.ts",
    "xml.ts",
  ]
  expect(exporters).toHaveLength(files.length - helpers.length)
  expect(new Set(exporters.map(exporter => exporter.name)).size).toBe(exporters.length)
})
