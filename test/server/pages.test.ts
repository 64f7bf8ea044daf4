import {afterAll, beforeAll, describe, expect, test} from "vitest"
import {reading as readingSchema} from "../../src/record/reading.js"
import {pages} from "../../src/server/pages/all.js"
import {openTestRoom} from "./open-room.js"

const texts = [
  "LIMA — Peru’s foreign minister Ana Torres met her Chilean counterpart in Lima on Monday. “We will not close the border,” Torres said. At least 12 people were killed in a landslide near Cusco, the government said.",
  "Norway condemned the attack on the embassy in Accra. The protesters threw stones at police on Sunday. 😀 Ghana rejected the accusation.",
]
let room: Awaited<ReturnType<typeof openTestRoom>>
let cookie = ""
const ask = (path: string) => room.ask(path, {headers: {cookie}})
const json = async (path: string) => JSON.parse((await ask(path)).text)

beforeAll(async () => {
  room = await openTestRoom(texts)
  cookie = await room.enter()
})
afterAll(() => room.close())

describe("twins", () => {
  test("every page without a name in its path answers as JSON, also to odd questions", async () => {
    for (const {path} of pages.filter(page => !page.path.includes(":"))) {
      for (const query of [
        "",
        "?text=Lima",
        "?text=%22",
        "?text=NEAR(",
        "?text=*",
        "?text=a%20AND",
        "?actor=%25_",
        "?limit=999999&since=2024",
        "?unknown=1",
      ]) {
        const reply = await ask(`${path}.json${query}`)
        expect([path, query, reply.status]).toEqual([path, query, 200])
        JSON.parse(reply.text)
      }
    }
  })

  test("what is not understood is one line with status 400", async () => {
    for (const query of ["?since=yesterday", "?limit=-1", "?limit=x", "?article=abc", "?text=a%00b", `?text=${"a".repeat(500)}`]) {
      const reply = await ask(`/events.json${query}`)
      expect([query, reply.status]).toEqual([query, 400])
      expect(JSON.parse(reply.text).error).toMatch(/^[^\n]{3,200}$/)
    }
  })

  test("the limit is capped", async () => {
    expect((await json("/articles.json?limit=1")).rows).toHaveLength(1)
    expect((await json("/articles.json?limit=100000000")).rows).toHaveLength(2)
  })
})

describe("articles", () => {
  test("are found by words, also unfinished ones", async () => {
    expect((await json("/articles.json?text=landsl")).total).toBe(1)
    expect((await json("/articles.json?text=landsl%20")).total).toBe(0)
    expect((await json("/articles.json?actor=Norway")).rows.map((row: {opening: string}) => row.opening.slice(0, 6))).toEqual(["Norway"])
    expect((await json("/articles.json?country=GHA")).total).toBe(1)
  })

  test("one article comes with a record that obeys the contract, and its neighbours", async () => {
    const {rows} = await json("/articles.json")
    const first = await json(`/article/${rows[0].article}.json`)
    expect(readingSchema.safeParse(first.reading).error).toBeUndefined()
    expect(first.newer).toBeNull()
    expect(first.older.hash).toBe(rows[1].article)
    expect((await json(`/article/${first.older.hash}.json`)).newer.hash).toBe(rows[0].article)
  })

  test("an unknown one is 404 in one line", async () => {
    const reply = await ask("/article/0123456789.json")
    expect([reply.status, typeof JSON.parse(reply.text).error]).toEqual([404, "string"])
  })

  test("an actor's page says what it did", async () => {
    const {rows} = await json("/actors.json?actor=Norway")
    const norway = await json(`/actor/${rows[0].who}.json`)
    expect(norway.name).toBe("Norway")
    expect(norway.did.length).toBeGreaterThan(0)
  })
})

describe("handing in", () => {
  const headers = () => ({cookie, "sec-fetch-site": "same-origin", "content-type": "application/json"})
  const hand = async (body: object) => {
    const reply = await room.ask("/api/articles", {method: "POST", headers: headers(), body: JSON.stringify(body)})
    let job = JSON.parse(reply.text)
    while (job.state === "waiting" || job.state === "reading") {
      await new Promise(resolve => setTimeout(resolve, 50))
      job = await json(`/api/jobs/${job.id}`)
    }
    return job
  }

  test("a pasted text is read and kept, once", async () => {
    const before = (await json("/changes.json")).version
    const job = await hand({text: "Brazil and Bolivia signed an agreement on water in Brasilia on Friday.", title: "Water"})
    expect(job).toMatchObject({state: "done", articles: [{title: "Water", outcome: "new"}], problems: []})
    expect((await json(`/article/${job.articles[0].hash}.json`)).reading.document.title).toBe("Water")
    expect((await json("/changes.json")).version).not.toBe(before)
    const again = await hand({text: "Brazil and Bolivia signed an agreement on water in Brasilia on Friday."})
    expect(again.articles).toEqual([expect.objectContaining({hash: job.articles[0].hash, outcome: "known"})])
  })

  test("private addresses are refused", async () => {
    const job = await hand({address: `http://127.0.0.1:${room.port}/`})
    expect([job.state, job.articles]).toEqual(["failed", []])
    expect(job.problems[0]).toBeTypeOf("string")
  })

  test("a file is read under its own plain name", async () => {
    const boundary = "----WebKitFormBoundaryABCDEFGH12345"
    const body = [
      `--${boundary}`,
      'Content-Disposition: form-data; name="file"; filename="../../etc/note.txt"',
      "Content-Type: text/plain",
      "",
      "Kenya expelled the ambassador of Sudan on Tuesday.",
      `--${boundary}--`,
      "",
    ].join("\r\n")
    const reply = await room.ask("/api/articles", {
      method: "POST",
      headers: {...headers(), "content-type": `multipart/form-data; boundary=${boundary}`},
      body,
    })
    expect(reply.status).toBe(202)
    expect(JSON.parse(reply.text).name).toBe("note.txt")
  })

  test.each([
    ["not json", 400],
    ["{}", 400],
    ['{"text": 1}', 400],
    ['{"address": "file:///etc/passwd"}', 400],
  ])("%s is refused", async (body, status) => {
    expect((await room.ask("/api/articles", {method: "POST", headers: headers(), body: String(body)})).status).toBe(status)
  })
})

describe("files", () => {
  test("lists come as CSV with the guard against formulas, and as JSON lines", async () => {
    const csv = await ask("/quotes.csv")
    expect(csv.headers["content-type"]).toContain("text/csv")
    expect(csv.text.split("\r\n")[0]).toContain("speaker")
    const lines = (await ask("/quotes.jsonl")).text.trim().split("\n")
    expect(JSON.parse(lines[0]!)).toHaveProperty("words")
  })

  test("the book leaves in every form", async () => {
    const {exports} = await json("/choices.json")
    for (const {name} of exports) expect([name, (await ask(`/export/${name}`)).status]).toEqual([name, 200])
    expect((await ask("/export/nothing")).status).toBe(404)
  })

  test("what a page shows leaves in the forms that can hold it, its filters kept", async () => {
    const lines = async (path: string) => {
      const reply = await ask(path)
      expect([path, reply.status]).toEqual([path, 200])
      return reply.text.trim().split("\n").filter(Boolean)
    }
    const shown = (await json("/events.json?source=Norway&status=any")).rows as {event: string; article: string}[]
    expect(shown.length).toBeGreaterThan(0)
    const plover = await lines("/export/plover?of=events&source=Norway&status=any")
    expect(plover).toHaveLength(shown.length)
    const readings = (await lines("/export/jsonl?of=events&source=Norway&status=any")).map(line => JSON.parse(line))
    expect(readings.flatMap(reading => reading.events.map((event: {id: string}) => event.id)).sort()).toEqual(
      shown.map(({event}) => event).sort(),
    )
    for (const reading of readings) {
      expect(readingSchema.safeParse(reading).error).toBeUndefined()
      const ids = new Set(reading.actors.map(({id}: {id: string}) => id))
      for (const event of reading.events) expect(event.source.every((id: string) => ids.has(id))).toBe(true)
    }
    const quotes = (await json("/quotes.json?actor=Torres")).rows as unknown[]
    expect(await lines("/export/csv?of=quotes&table=quotes&actor=Torres")).toHaveLength(quotes.length + 1)
    expect((await ask("/export/gexf?of=events&source=Norway")).text).not.toContain("Peru")
    expect((await lines("/export/jsonl?of=articles&country=GHA")).length).toBe(1)
    expect((await ask("/export/citron?of=figures")).status).toBe(400)
    expect((await ask("/export/plover?of=nothing")).status).toBe(404)
    expect((await ask("/export/plover?of=events&since=yesterday")).status).toBe(400)
  })

  test("the description names every twin", async () => {
    const {paths, openapi} = await json("/openapi.json")
    expect(openapi).toBe("3.1.0")
    for (const {path} of pages) expect(Object.keys(paths)).toContain(`${path.replace(":name", "{name}")}.json`)
    const shape = (path: string) => paths[path].get.responses["200"].content["application/json"].schema.properties
    expect(shape("/article/{name}.json").reading).toEqual({$ref: "#/components/schemas/Reading"})
    expect(Object.keys(shape("/events.json"))).toEqual(["rows", "more"])
  })
})
