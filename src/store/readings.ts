import {setImmediate} from "node:timers/promises"
import {recordOf} from "../record/emit/columns.js"
import {type Coder, contractVersion, type Reading, type RecordType, recordTypes} from "../record/reading.js"
import {describeArticle, type StoredArticle} from "./articles.js"
import type {Book} from "./book.js"
import {keepSelected, type Selection} from "./selection.js"

interface StoredReading {
  readonly number: number
  readonly current: number
  readonly version: string
  readonly model: string
  readonly data: string
  readonly sentences: string
  readonly pairs: string | null
  readonly notes: string
}

const columns = "r.number, r.current, c.version, c.model, c.data, r.sentences, r.pairs, r.notes"
const types = Object.keys(recordTypes) as RecordType[]

/** The current reading of an article, exactly as it was when it was read. Null when it has none. */
export function readingOf(book: Book, article: StoredArticle): Reading | null {
  const stored = book.database.first<StoredReading>(
    `SELECT ${columns} FROM readings r JOIN coders c ON c.number = r.coder WHERE r.article = ? AND r.current = 1`,
    [article.number],
  )
  return stored && rebuildReading(book, article, stored)
}

/** All readings of an article, older ones included, in the order in which they were made. */
export function readingsOf(book: Book, article: StoredArticle): Reading[] {
  const stored = book.database.all<StoredReading>(
    `SELECT ${columns} FROM readings r JOIN coders c ON c.number = r.coder WHERE r.article = ? ORDER BY r.number`,
    [article.number],
  )
  return stored.map(row => rebuildReading(book, article, row))
}

/** Days of publication to keep to; an article without a date is left out when one is given. */
export interface Days {
  readonly since?: string | undefined
  readonly until?: string | undefined
  /** The only records to give, with those that they refer to. */
  readonly only?: Selection | undefined
}

/** Every current reading, in the order of articles. Holds one at a time. */
export async function* eachReading(
  book: Book,
  {since, until, only}: Days = {},
): AsyncGenerator<{article: StoredArticle; reading: Reading}> {
  for await (const {number, hash} of eachPlace(book, {since, until})) {
    if (only && !only.records.has(hash)) continue
    const article = book.database.first<StoredArticle>("SELECT * FROM articles WHERE number = ?", [number])
    const reading = article && readingOf(book, article)
    if (reading) yield {article, reading: only ? keepSelected(reading, only) : reading}
  }
}

interface Place {
  readonly number: number
  readonly hash: string
  readonly published_from: string | null
}

/** Articles asked for at once. */
const portion = 100

/**
 * Numbers of articles in the order of every list, a portion at a time. Between two portions everything else gets its turn: what the SQLite library has handed
 * out it frees only then, and a long run without a pause would hold all that it ever read.
 */
async function* eachPlace(book: Book, days: Days): AsyncGenerator<Place> {
  for (let last: Place | null = null; ; ) {
    const places: Place[] = placesAfter(book, last, days)
    yield* places
    last = places.at(-1) ?? null
    if (last === null) return
    await setImmediate()
  }
}

/** The next articles after one, or the first: those with a day by day and hash, then those without by hash. */
function placesAfter({database}: Book, last: Place | null, {since, until}: Days): Place[] {
  const ask = (condition: string, cells: readonly string[]): Place[] =>
    database.all<Place>(
      `SELECT number, hash, published_from FROM articles WHERE ${condition} ORDER BY published_from, hash LIMIT ${portion}`,
      cells,
    )
  const undated = (after: string): Place[] => (since || until ? [] : ask("published_from IS NULL AND hash > ?", [after]))
  if (last?.published_from === null) return undated(last.hash)
  const from = last ? [last.published_from!, last.hash] : [since || "", ""]
  const dated = ask(`(published_from, hash) > (?, ?)${until ? " AND published_from <= ?" : ""}`, until ? [...from, until] : from)
  return dated.length > 0 ? dated : undated("")
}

function rebuildReading(book: Book, article: StoredArticle, stored: StoredReading): Reading {
  const coder: Coder = {version: stored.version, model: stored.model, data: stored.data}
  const records = Object.fromEntries(types.map(type => [type, recordsOf(book, type, stored.number)]))
  return {
    contract: contractVersion,
    coder,
    document: describeArticle(article),
    sentences: JSON.parse(stored.sentences),
    ...records,
    ...(stored.pairs ? {pairs: JSON.parse(stored.pairs)} : {}),
    notes: JSON.parse(stored.notes),
  } as unknown as Reading
}

function recordsOf({database}: Book, type: RecordType, reading: number): unknown[] {
  return database
    .all<Record<string, unknown>>(`SELECT * FROM ${type} WHERE reading = ? ORDER BY place_in_list`, [reading])
    .map(row => recordOf(type, row))
}
