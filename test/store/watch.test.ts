import {mkdtempSync, writeFileSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {describe, expect, test} from "vitest"
import {readFeedList} from "../../src/ingest/feed-list.js"
import type {Page, Validators} from "../../src/ingest/fetch.js"
import {type Item, isFailure} from "../../src/ingest/item.js"
import {Problem} from "../../src/problem.js"
import {dueAt, visitFeed} from "../../src/store/watch.js"
import {bookOf, noon} from "./sample-book.js"

const address = "https://paper.example/world.rss"
const feed = {address, every: 600, follow: true}
const rss =
  '<rss version="2.0"><channel><title>P</title><item><title>A</title><link>https://paper.example/a</link></item><item><title>B</title><link>https://paper.example/b</link></item></channel></rss>'
const article = `<html><body><article><p>${"The ministers met in Geneva on Thursday and agreed to meet again. ".repeat(6)}</p></article></body></html>`

/** A web of a few pages that counts its visits. */
function webOf(pages: Readonly<Record<string, string | null>>) {
  const visits: [string, Validators | undefined][] = []
  const fetch = async (wanted: string, validators?: Validators): Promise<Page> => {
    visits.push([wanted, validators])
    const body = pages[wanted]
    if (body === undefined) throw new Problem("http", `${wanted} answered 500.`)
    return {
      address: wanted,
      body: body === null ? null : Buffer.from(body),
      mediaType: wanted.endsWith("rss") ? "application/rss+xml" : "text/html",
      charset: null,
      validators: {etag: "v1", modified: null},
    }
  }
  return {visits, fetch}
}

async function visit(book: ReturnType<typeof bookOf>, fetch: ReturnType<typeof webOf>["fetch"], now = noon): Promise<Item[]> {
  const items: Item[] = []
  for await (const item of visitFeed(book, feed, {now: () => now, fetch})) items.push(item)
  return items
}

describe("a watched feed", () => {
  test("is followed to its pages, and asked again only for what has changed", async () => {
    const book = bookOf([])
    const web = webOf({[address]: rss, "https://paper.example/a": article})
    const items = await visit(book, web.fetch)
    expect(items.map(item => (isFailure(item) ? item.problem.code : item.source.origin))).toEqual(["https://paper.example/a", "http"])
    const quiet = webOf({[address]: null})
    expect(await visit(book, quiet.fetch)).toEqual([])
    expect(quiet.visits).toEqual([[address, {etag: "v1", modified: null}]])
  })

  test("that has not changed is asked with the same validators again, also when its answer leaves them out", async () => {
    const book = bookOf([])
    await visit(book, webOf({[address]: rss, "https://paper.example/a": article, "https://paper.example/b": article}).fetch)
    const asked: (Validators | undefined)[] = []
    const silent = async (wanted: string, validators?: Validators): Promise<Page> => {
      asked.push(validators)
      return {address: wanted, body: null, mediaType: null, charset: null, validators: {etag: null, modified: null}}
    }
    await visit(book, silent)
    await visit(book, silent)
    expect(asked).toEqual([
      {etag: "v1", modified: null},
      {etag: "v1", modified: null},
    ])
  })

  test("is due again after its interval, later after each failure", async () => {
    const book = bookOf([])
    expect(dueAt(book, feed).getTime()).toBe(0)
    await visit(book, webOf({[address]: null}).fetch)
    const seconds = () => (dueAt(book, feed).getTime() - noon.getTime()) / 1_000
    expect(seconds()).toBeGreaterThanOrEqual(540)
    expect(seconds()).toBeLessThanOrEqual(660)
    const waits: number[] = []
    for (let failure = 0; failure < 8; failure++) {
      const [item] = await visit(book, webOf({}).fetch)
      expect(isFailure(item!)).toBe(true)
      waits.push(seconds())
    }
    expect(waits[1]).toBeGreaterThan(waits[0]! * 1.9)
    expect(waits.at(-1)).toBe(6 * 3_600)
  })
})

describe("a list of feeds", () => {
  const folder = mkdtempSync(join(tmpdir(), "rapporteur-"))
  const listOf = (text: string): string => {
    const path = join(folder, "feeds.toml")
    writeFileSync(path, text)
    return path
  }

  test("is read with its usual values", () => {
    expect(readFeedList(listOf(`[[feed]]\naddress = "${address}"\n`))).toEqual([{address, every: 900, follow: true}])
  })

  test.each([
    ["no feed", "a = 1\n", /needs \[\[feed\]\]/],
    ["no address", "[[feed]]\nevery = 900\n", /address/],
    ["a file's address", '[[feed]]\naddress = "file:///etc/passwd"\n', /address/],
    ["visits every second", `[[feed]]\naddress = "${address}"\nevery = 1\n`, /every/],
    ["no TOML", "[[feed", /not TOML/],
  ])("with %s is refused", (_, text, message) => {
    expect(() => readFeedList(listOf(text))).toThrow(message)
  })
})
