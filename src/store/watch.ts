import {createHash} from "node:crypto"
import {failAt} from "../ingest/complete.js"
import {decodeBytes} from "../ingest/decode.js"
import {readFeed} from "../ingest/feed.js"
import type {WatchedFeed} from "../ingest/feed-list.js"
import {fetchChecked, type Page, type Validators} from "../ingest/fetch.js"
import type {Item} from "../ingest/item.js"
import {readInput} from "../ingest/open.js"
import {Problem} from "../problem.js"
import type {Book} from "./book.js"

/** What a book remembers of a feed between two visits. */
interface FeedMemory {
  readonly etag: string | null
  readonly modified: string | null
  readonly failures: number
  readonly next_at: string
}

/** The outside world of a watcher. */
export interface WatchEffects {
  readonly now: () => Date
  /** Fetches a page of the public web; tests hand over their own. */
  readonly fetch?: (address: string, validators?: Validators) => Promise<Page>
}

/** The longest a feed that fails is left alone, in seconds. */
const longestWait = 6 * 3_600

/** When this feed may be asked again; at once when it never was. */
export function dueAt({database}: Book, {address}: WatchedFeed): Date {
  const memory = database.first<FeedMemory>("SELECT * FROM feeds WHERE address = ?", [address])
  return new Date(memory?.next_at ?? 0)
}

/**
 * Visits a feed once and gives its items, pages fetched where the feed is to be followed. Asks only for what has changed, and remembers when to come again:
 * after the feed's own interval, a little earlier or later so that not all come at once; twice as long after each failure in a row.
 */
export async function* visitFeed(book: Book, feed: WatchedFeed, {now, fetch = fetchChecked}: WatchEffects): AsyncGenerator<Item> {
  const memory = book.database.first<FeedMemory>("SELECT * FROM feeds WHERE address = ?", [feed.address])
  try {
    const page = await fetch(feed.address, {etag: memory?.etag ?? null, modified: memory?.modified ?? null})
    if (page.body !== null) yield* itemsOf(page, page.body, {feed, book, fetch})
    remember(book, feed, {validators: validatorsAfter(page, memory), failures: 0, now: now()})
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    remember(book, feed, {
      validators: {etag: memory?.etag ?? null, modified: memory?.modified ?? null},
      failures: (memory?.failures ?? 0) + 1,
      now: now(),
    })
    yield failAt(feed.address, error)
  }
}

/** What to ask with next time. "Not changed" may come without the validators it was asked with: they still hold. */
function validatorsAfter({body, validators}: Page, memory: FeedMemory | null): Validators {
  if (body !== null) return validators
  return {etag: validators.etag ?? memory?.etag ?? null, modified: validators.modified ?? memory?.modified ?? null}
}

interface Visit {
  readonly feed: WatchedFeed
  readonly book: Book
  readonly fetch: NonNullable<WatchEffects["fetch"]>
}

async function* itemsOf(page: Page, body: Uint8Array, {feed, book, fetch}: Visit): AsyncGenerator<Item> {
  if (!feed.follow) {
    yield* readInput({
      name: feed.address,
      origin: feed.address,
      bytes: once(body),
      mediaType: "application/rss+xml",
      charset: page.charset,
      published: null,
    })
    return
  }
  const {text} = await decodeBytes(body, page.charset)
  const {entries, problem} = await readFeed(text)
  for (const {link} of entries) {
    if (link === null || isKnown(book, link)) continue
    yield* followLink(link, fetch)
  }
  if (problem) yield failAt(feed.address, problem)
}

async function* followLink(link: string, fetch: NonNullable<WatchEffects["fetch"]>): AsyncGenerator<Item> {
  try {
    const page = await fetch(link)
    yield* readInput({
      name: page.address,
      origin: link,
      bytes: once(page.body ?? new Uint8Array()),
      mediaType: page.mediaType,
      charset: page.charset,
      published: null,
    })
  } catch (error) {
    yield failAt(link, error)
  }
}

/** Pages that are in the book, or failed before, are not fetched again. */
function isKnown({database}: Book, link: string): boolean {
  return (
    database.first("SELECT 1 AS yes FROM articles WHERE origin = ? UNION SELECT 1 FROM quarantine WHERE source = ? LIMIT 1", [
      link,
      link,
    ]) !== null
  )
}

function remember(
  {database}: Book,
  feed: WatchedFeed,
  {validators, failures, now}: {validators: Validators; failures: number; now: Date},
): void {
  const usual = feed.every * jitterOf(feed.address, now)
  const wait = failures === 0 ? usual : Math.min(usual * 2 ** failures, longestWait)
  const next = new Date(now.getTime() + wait * 1_000).toISOString()
  database.run(
    "INSERT INTO feeds (address, etag, modified, failures, next_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (address) DO UPDATE SET etag = excluded.etag, modified = excluded.modified, failures = excluded.failures, next_at = excluded.next_at",
    [feed.address, validators.etag ?? null, validators.modified ?? null, failures, next],
  )
}

/** Between 0.9 and 1.1, different for each feed and visit, and the same when asked twice. */
function jitterOf(address: string, now: Date): number {
  const byte = createHash("sha256").update(`${address} ${now.toISOString()}`).digest()[0]!
  return 0.9 + (byte / 255) * 0.2
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
