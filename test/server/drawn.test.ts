import {afterAll, beforeAll, expect, test} from "vitest"
import {openTestRoom} from "./open-room.js"

/** Pages that draw no more than a limit: what leaves through their exports is what they draw, no more. */
const texts = [
  "Norway accused Peru of spying on Monday.",
  "Norway accused Peru of piracy on Tuesday. “We saw it,” said minister Ana Torres.",
  "Ghana accused Kenya of smuggling on Wednesday.",
  "Chile condemned Ghana on Thursday.",
]

let room: Awaited<ReturnType<typeof openTestRoom>>
let cookie = ""
beforeAll(async () => {
  room = await openTestRoom(texts)
  cookie = await room.enter()
})
afterAll(() => room?.close())

const text = async (path: string): Promise<string> => {
  const reply = await room.ask(path, {headers: {cookie}})
  expect([path, reply.status]).toEqual([path, 200])
  return reply.text
}
const json = async (path: string) => JSON.parse(await text(path))
const readings = async (path: string) =>
  (await text(path))
    .trim()
    .split("\n")
    .filter(Boolean)
    .map(line => JSON.parse(line) as {document: {hash: string}; events: {id: string}[]; quotes: unknown[]})

test("the network: the events of its drawn ties, as a file and as a graph", async () => {
  const {rows, more} = await json("/network.json?limit=1")
  expect(rows).toMatchObject([{source: "Norway", target: "Peru", events: 2}])
  expect(more).toBe(true)
  expect((await text("/network.csv?limit=1")).trim().split("\r\n")).toHaveLength(2)
  const events = (await readings("/export/jsonl?of=network&limit=1")).flatMap(reading => reading.events)
  expect(events).toHaveLength(2)
  expect((await text("/export/gexf?of=network&limit=1")).match(/<edge /g)).toHaveLength(1)
  expect((await text("/export/gexf?of=network&limit=100")).match(/<edge /g)!.length).toBeGreaterThan(1)
})

test("the timeline: the events, quotations and figures on it", async () => {
  const {events, quotes, figures} = await json("/timeline.json?limit=1")
  expect(events).toHaveLength(1)
  const found = await readings("/export/jsonl?of=timeline&limit=1")
  expect(found.flatMap(reading => reading.events)).toHaveLength(1)
  expect(found.flatMap(reading => reading.quotes)).toHaveLength(quotes.length)
  expect(figures).toEqual([])
  expect((await text("/export/gexf?of=timeline&limit=1")).match(/<edge /g)).toHaveLength(1)
})

test("an actor: what its page shows, in the graph too", async () => {
  const {rows} = await json("/actors.json?actor=Kenya")
  const answer = await json(`/actor/${rows[0].who}.json`)
  const shown = new Set([...answer.did, ...answer.suffered].map(({article, event}) => `${article} ${event}`))
  const left = (await readings(`/export/jsonl?of=actor/${rows[0].who}`)).flatMap(({document, events}) =>
    events.map(({id}) => `${document.hash} ${id}`),
  )
  expect(new Set(left)).toEqual(shown)
  const graph = await text(`/export/gexf?of=actor/${rows[0].who}`)
  expect(graph).toContain("Kenya")
  expect(graph).not.toContain("Peru")
})

test("the search: the articles found that are shown", async () => {
  const answer = await json("/search.json?text=accused&limit=2")
  expect(answer.articles).toHaveLength(2)
  expect(answer.more).toBe(true)
  const shown = new Set([...answer.articles, ...answer.quotes].map(({article}) => article))
  expect(new Set((await readings("/export/jsonl?of=search&text=accused&limit=2")).map(({document}) => document.hash))).toEqual(shown)
})

test("a list leaves to its end, whatever its limit", async () => {
  const all = (await json("/events.json?limit=1000")).rows
  expect(all.length).toBeGreaterThan(2)
  expect((await json("/events.json?limit=1&all=1")).rows).toEqual(all)
  expect((await json("/events.json?limit=1&source=nobody&all=1")).rows).toEqual([])
})
