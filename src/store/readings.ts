import {recordOf} from "../record/emit/columns.js"
import {type Coder, contractVersion, type Reading, type RecordType, recordTypes} from "../record/reading.js"
import {articleOrder, describeArticle, type StoredArticle} from "./articles.js"
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
export function* eachReading(book: Book, {since, until, only}: Days = {}): Generator<{article: StoredArticle; reading: Reading}> {
  const where = `${since ? "AND published_from >= ?" : ""} ${until ? "AND published_from <= ?" : ""}`
  const cells = [since, until].filter(day => day !== undefined && day !== "") as string[]
  const sql = `SELECT number, hash FROM articles WHERE 1 = 1 ${where} ORDER BY ${articleOrder}`
  for (const {number, hash} of book.database.all<{number: number; hash: string}>(sql, cells)) {
    if (only && !only.records.has(hash)) continue
    const article = book.database.first<StoredArticle>("SELECT * FROM articles WHERE number = ?", [number])
    const reading = article && readingOf(book, article)
    if (reading) yield {article, reading: only ? keepSelected(reading, only) : reading}
  }
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
