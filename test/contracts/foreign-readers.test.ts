import {readFileSync} from "node:fs"
import {join} from "node:path"
import {parseW3CTextAnnotation} from "@recogito/text-annotator"
import {geoBounds, geoCentroid} from "d3-geo"
import {DirectedGraph} from "graphology"
import {parse as parseGraphml} from "graphology-graphml"
import ical from "ical.js"
import jsonld from "jsonld"
import {parseHTML} from "linkedom"
import {expect, test} from "vitest"
import {exporters} from "../../src/export/exporter.js"
import {actorOf, bookOf, eventOf, readingOf, sampleReadings} from "../store/sample-book.js"

/** Two ordinary articles, and one whose names are written to break whoever escapes too little. */
const spite = `A; B, "C" \\n <b>&amp; d</b> 😀 \u0007`
const oddText = `The ${spite} band met the union.\r\nThat was all.`
const odd = readingOf({
  text: oddText,
  title: spite,
  records: {
    actors: [
      {...actorOf(oddText, "a1", {name: "band", kind: "group"}), name: `${spite} band`},
      actorOf(oddText, "a2", {name: "union", kind: "organization"}),
    ],
    events: [eventOf(oddText, "e1", {words: "met", source: ["a1"], target: ["a2"]})],
  },
})
const readings = [...sampleReadings(), odd]
const book = bookOf(readings)

async function textOf(name: string): Promise<string> {
  let text = ""
  for await (const part of exporters.find(exporter => exporter.name === name)!.write(book, {})) text += part
  return text
}
const objectsOf = async (name: string) =>
  (await textOf(name))
    .trimEnd()
    .split("\n")
    .map(line => JSON.parse(line))

test("icalendar, by ical.js", async () => {
  const calendar = new ical.Component(ical.parse(await textOf("icalendar")))
  const events = calendar.getAllSubcomponents("vevent").map(component => new ical.Event(component))
  expect(events.map(({startDate, endDate}) => [startDate.isDate, String(startDate), String(endDate)])).toEqual([
    [true, "2013-03-01", "2013-03-02"],
    [true, "2013-03-01", "2013-03-02"],
    [true, "2013-05-10", "2013-05-11"],
  ])
  expect(new Set(events.map(event => event.uid)).size).toBe(3)
  const strange = events.find(event => event.summary.includes("band"))!
  expect(strange.summary).toBe(`${spite.replace("\u0007", "")} band CONSULT union`)
  expect(strange.description).toBe(`${oddText.replace("\r\n", "\n")}\n${spite}`.replaceAll("\u0007", ""))
})

test("graphml, by graphology", async () => {
  const graph = parseGraphml(DirectedGraph, await textOf("graphml"))
  expect([graph.order, graph.size]).toEqual([4, 3])
  const [kenya, ethiopia] = ["Kenya", "Ethiopia"].map(name => graph.findNode((_, attributes) => attributes.name === name))
  expect(graph.getEdgeAttributes(kenya, ethiopia)).toMatchObject({weight: 2, score: -1.5, sign: -1, first: "2013-03-01"})
  expect(graph.mapNodes((_, attributes) => attributes.name)).toContain(`${spite.replace("\u0007", "")} band`)
})

test("geojson, by d3-geo", async () => {
  const features = JSON.parse(await textOf("geojson"))
  expect(geoBounds(features)).toEqual([
    [36.82, -1.28],
    [39.05, 3.52],
  ])
  expect(geoCentroid(features.features[0])[0]).toBeCloseTo(39.05, 6)
})

test("schema.org, by a JSON-LD processor that refuses what it would drop", async () => {
  const vocabulary = {"@context": {"@vocab": "https://schema.org/"}}
  const documentLoader = async (address: string) => ({documentUrl: address, contextUrl: undefined, document: vocabulary})
  for (const article of await objectsOf("schema-org")) {
    const [expanded] = await jsonld.expand(article, {safe: true, documentLoader})
    expect(expanded).toMatchObject({"@type": ["https://schema.org/NewsArticle"], "@id": expect.stringMatching(/^urn:sha256:/)})
    expect(Object.keys(expanded!).filter(name => !name.startsWith("@") && !name.startsWith("https://schema.org/"))).toEqual([])
  }
})

test("web annotations, by Recogito", async () => {
  const {document} = parseHTML("<html><body><p></p></body></html>")
  const texts = new Map(readings.map(({document: {hash, text}}) => [hash, Array.from(text!)]))
  const annotations = await objectsOf("web-annotation")
  expect(annotations.length).toBeGreaterThan(10)
  for (const annotation of annotations) {
    const {parsed, error} = parseW3CTextAnnotation(annotation, document.querySelector("p"))
    expect(error).toBeUndefined()
    const characters = texts.get(annotation.id.split(":")[2])!
    expect(parsed!.bodies[0]!.value).toBe(annotation.body.value)
    for (const {start, end, quote} of parsed!.target.selector) expect(characters.slice(start, end).join("")).toBe(quote)
  }
})

interface Schema {
  readonly is: readonly string[]
  readonly required: readonly string[]
  readonly properties: Readonly<Record<string, string>>
}

test("ftm, by the schemata of the followthemoney package", async () => {
  const {schemata} = JSON.parse(readFileSync(join(import.meta.dirname, "follow-the-money-schema.json"), "utf8"))
  const schemaOf = (name: string): Schema => schemata[name]
  const entities = await objectsOf("ftm")
  const known = new Map(entities.map(({id, schema}) => [id, schemaOf(schema)]))
  for (const {schema, properties} of entities) {
    const {required, properties: allowed} = schemaOf(schema)
    expect(Object.keys(properties)).toEqual(expect.arrayContaining([...required]))
    for (const [name, values] of Object.entries<string[]>(properties)) {
      expect(allowed, `${schema}.${name}`).toHaveProperty(name)
      for (const id of /^[A-Z]/.test(allowed[name]!) ? values : []) expect(known.get(id)!.is, `${schema}.${name}`).toContain(allowed[name])
    }
  }
})

test("citron: the spans that its data format asks for, of the text that is given with them", async () => {
  for (const {text, quotes} of await objectsOf("citron")) {
    for (const {cue, sources, contents, coreferences} of quotes) {
      expect(contents.length).toBeGreaterThan(0)
      for (const span of [cue, ...sources, ...contents, ...coreferences].filter(span => span !== null))
        expect(
          Array.from(text as string)
            .slice(span.start, span.end)
            .join(""),
        ).toBe(span.text)
    }
  }
})
