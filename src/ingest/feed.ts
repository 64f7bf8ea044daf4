import {Problem} from "../problem.js"
import {completeArticle, failAt, type Raw} from "./complete.js"
import {decodeBytes} from "./decode.js"
import {layItemsOut} from "./feed-items.js"
import type {Format} from "./format.js"
import {textOfHtml} from "./html-body.js"
import {type Input, readAll} from "./input.js"
import type {Item} from "./item.js"
import {limits} from "./limits.js"
import {parsePublished} from "./published.js"

/** RSS, Atom and RDF feeds: the items' own texts. What an item only links to is not fetched; `watch` does that. */
export const feedFormat: Format = {
  name: "feed",
  endings: [".rss", ".atom", ".rdf", ".xml"],
  mediaTypes: ["application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml"],
  fits: opening => /<(?:rss|feed|rdf:RDF)[\s>]/.test(opening),
  async *read(input) {
    try {
      const bytes = await readAll(input, limits.feedBytes)
      const {text} = await decodeBytes(bytes, input.charset ?? charsetInDeclaration(bytes))
      const {entries, problem} = await readFeed(text)
      for (const [index, entry] of entries.entries()) yield await readEntry(entry, input, `${input.name}:${index + 1}`)
      if (problem) yield failAt(input.name, problem)
    } catch (error) {
      yield failAt(input.name, error)
    }
  },
}

/** An item of a feed, of whatever kind the feed is. */
export interface FeedEntry {
  readonly title: string | null
  readonly link: string | null
  readonly html: string
  readonly author: string | null
  readonly published: string | null
  readonly publisher: string | null
  readonly language: string | null
}

type Loose = Readonly<Record<string, never>>

/** What a feed holds. */
export interface Feed {
  readonly entries: readonly FeedEntry[]
  /** Why there should be more: the feed is cut off, or items stand where no feed has them. */
  readonly problem: Problem | null
}

/** The items of a feed, in its order. Throws `dtd` where entities are declared, `xml` where it is none. */
export async function readFeed(xml: string): Promise<Feed> {
  if (xml.toLowerCase().includes("<!entity")) throw new Problem("dtd", "The feed declares entities of its own; such feeds are not read.")
  if (!/\S/.test(xml)) throw new Problem("empty", "The feed is empty.")
  const laidOut = layItemsOut(xml)
  if (laidOut?.isCutOff && laidOut.items > 0)
    return {entries: await parseEntries(laidOut.xml), problem: new Problem("truncated", "The feed ends in the middle.")}
  const entries = await parseEntries(xml)
  if (!laidOut || laidOut.items <= entries.length) return {entries, problem: null}
  const laid = await parseEntries(laidOut.xml)
  const all = laid.length > entries.length ? laid : entries
  const missing = laidOut.items - all.length
  return {entries: all, problem: missing > 0 ? new Problem("xml", `${missing} of its items could not be read.`) : null}
}

async function parseEntries(xml: string): Promise<FeedEntry[]> {
  const {parseFeed} = await import("feedsmith")
  try {
    const {feed} = parseFeed(xml) as unknown as {feed: Loose}
    const items = ((feed.items ?? feed.entries) as unknown as Loose[] | undefined) ?? []
    const publisher = plain(feed.title)
    return items.map(item => entryOf(item, publisher, plain(feed.language)))
  } catch (cause) {
    throw new Problem("xml", `This is no feed that can be read: ${cause instanceof Error ? cause.message.slice(0, 200) : "unreadable"}.`, {
      cause,
    })
  }
}

function entryOf(item: Loose, publisher: string | null, language: string | null): FeedEntry {
  const links = item.links as unknown as {href?: string; rel?: string}[] | undefined
  const content = item.content as unknown as {encoded?: string} | undefined
  return {
    title: plain(item.title),
    link: plain(item.link) ?? plain(item.url) ?? links?.find(link => !link.rel || link.rel === "alternate")?.href ?? null,
    html: content?.encoded ?? plain(item.content) ?? plain(item.content_html) ?? plain(item.description) ?? plain(item.summary) ?? "",
    author:
      plain((item.authors as unknown as unknown[] | undefined)?.[0]) ??
      plain((item.dc as unknown as {creators?: string[]} | undefined)?.creators?.[0]),
    published:
      plain(item.pubDate) ??
      plain(item.published) ??
      plain(item.updated) ??
      plain(item.date_published) ??
      plain((item.dc as unknown as {date?: string} | undefined)?.date),
    publisher,
    language,
  }
}

async function readEntry(entry: FeedEntry, input: Input, at: string): Promise<Item> {
  try {
    const raw: Raw = {
      text: /<[a-z!]/i.test(entry.html) ? await textOfHtml(entry.html) : entry.html,
      title: entry.title,
      origin: entry.link ?? input.origin,
      author: entry.author,
      publisher: entry.publisher,
      language: entry.language,
      published: parsePublished(entry.published, "metadata"),
    }
    return await completeArticle(raw, input, at)
  } catch (error) {
    return failAt(at, error)
  }
}

/** A feed's field is a text, or an object that holds one. */
function plain(value: unknown): string | null {
  if (typeof value === "string") return value.trim() || null
  if (typeof value !== "object" || value === null) return null
  const {value: text, name, displayName} = value as {value?: unknown; name?: unknown; displayName?: unknown}
  return plain(text ?? name ?? displayName)
}

function charsetInDeclaration(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 200)).toString("latin1")
  return head.startsWith("<?xml") ? (head.match(/encoding=["']([\w-]{1,40})/i)?.[1] ?? null) : null
}
