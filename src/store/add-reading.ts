import {cellsOf, columnsOf} from "../record/emit/columns.js"
import {quoteName} from "../record/emit/sql.js"
import type {Coder, Reading, RecordType} from "../record/reading.js"
import {recordTypes} from "../record/reading.js"
import {indexReading, unindexReading} from "./answers.js"
import {type Book, inTransaction} from "./book.js"
import {joinCluster} from "./clusters.js"
import {insertRows} from "./insert-rows.js"

/** What adding did: a new article, a newer reading of a known one, or nothing because all was there. */
export type Added = "new" | "newer" | "known"

/** How a reading is kept. */
export interface AddOptions {
  readonly now: Date
  /** False for an article in another language: kept and searchable, not read. */
  readonly wasRead?: boolean
  /** Keep the reading this one takes the place of, to compare. */
  readonly keepOld?: boolean
}

/**
 * Keeps a reading, in one transaction: article, records, index. The key is the text's hash and the coder, so that adding twice changes nothing.
 * The reading must hold its text.
 */
export function addReading(book: Book, reading: Reading, options: AddOptions): Added {
  return inTransaction(book, () => {
    const known = book.database.first<{number: number}>("SELECT number FROM articles WHERE hash = ?", [reading.document.hash])
    const article = known?.number ?? insertArticle(book, reading, options)
    if (known) updateInferredDate(book, article, reading)
    const coder = numberOfCoder(book, reading.coder)
    const same = book.database.first<{number: number; current: number}>(
      "SELECT number, current FROM readings WHERE article = ? AND coder = ?",
      [article, coder],
    )
    if (same?.current === 1) return "known"
    retireReading(book, article, options.keepOld === true)
    if (same) book.database.run("DELETE FROM readings WHERE number = ?", [same.number])
    insertReading(book, reading, {article, coder})
    return known ? "newer" : "new"
  })
}

/** Does the book hold the current reading of this text by this coder? */
export function hasReading({database}: Book, hash: string, coder: Coder): boolean {
  const sql =
    "SELECT 1 AS yes FROM readings r JOIN articles a ON a.number = r.article JOIN coders c ON c.number = r.coder WHERE a.hash = ? AND r.current = 1 AND c.version = ? AND c.model = ? AND c.data = ?"
  return database.first(sql, [hash, coder.version, coder.model, coder.data]) !== null
}

/** Takes an article and everything read from it out of the book. */
export function removeArticle(book: Book, article: number): void {
  inTransaction(book, () => {
    for (const {number} of book.database.all<{number: number}>("SELECT number FROM readings WHERE article = ?", [article]))
      unindexReading(book, number)
    book.database.run("DELETE FROM readings WHERE article = ?", [article])
    book.database.run("DELETE FROM articles WHERE number = ?", [article])
  })
}

function insertArticle(book: Book, reading: Reading, {now, wasRead = true}: AddOptions): number {
  const {hash, id, origin, title, publisher, author, language, published, text} = reading.document
  const number = book.database.run(
    "INSERT INTO articles (hash, id, origin, title, publisher, author, language, published_from, published_to, published_basis, text, cluster, state, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [
      hash,
      id,
      origin,
      title,
      publisher,
      author,
      language,
      published.from,
      published.to,
      published.basis,
      text ?? "",
      hash,
      wasRead ? "read" : "unread",
      now.toISOString(),
    ],
  )
  joinCluster(book, {number, hash, text: text ?? ""})
  return number
}

/** A date that was worked out from the text is the reading's: a newer one may work out another. */
function updateInferredDate({database}: Book, article: number, {document: {published}}: Reading): void {
  if (published.basis !== "inferred" && published.basis !== "unknown") return
  database.run(
    "UPDATE articles SET published_from = ?, published_to = ?, published_basis = ? WHERE number = ? AND published_basis IN ('inferred', 'unknown')",
    [published.from, published.to, published.basis, article],
  )
}

function retireReading(book: Book, article: number, keep: boolean): void {
  const old = book.database.first<{number: number}>("SELECT number FROM readings WHERE article = ? AND current = 1", [article])
  if (!old) return
  unindexReading(book, old.number)
  book.database.run(keep ? "UPDATE readings SET current = 0 WHERE number = ?" : "DELETE FROM readings WHERE number = ?", [old.number])
}

function insertReading(book: Book, reading: Reading, {article, coder}: {article: number; coder: number}): void {
  const number = book.database.run(
    "INSERT INTO readings (article, coder, current, contract, sentences, pairs, notes) VALUES (?, ?, 1, ?, ?, ?, ?)",
    [
      article,
      coder,
      reading.contract,
      JSON.stringify(reading.sentences),
      reading.pairs ? JSON.stringify(reading.pairs) : null,
      JSON.stringify(reading.notes),
    ],
  )
  for (const type of Object.keys(recordTypes) as RecordType[]) insertRecords(book, {type, reading: number}, reading[type])
  indexReading(book, {number, article, reading, text: reading.document.text ?? ""})
}

function insertRecords(book: Book, {type, reading}: {type: RecordType; reading: number}, records: readonly unknown[]): void {
  const columns = columnsOf(type)
  const rows = records.map((record, place) => [reading, place, ...cellsOf(record, columns)])
  insertRows(book, intoTable(type), rows)
}

const intoTable = (type: RecordType): string =>
  `${type} (${["reading", "place_in_list", ...columnsOf(type).map(column => quoteName(column.name))].join(", ")})`

function numberOfCoder({database}: Book, coder: Coder): number {
  const cells = [coder.version, coder.model, coder.data]
  const known = database.first<{number: number}>("SELECT number FROM coders WHERE version = ? AND model = ? AND data = ?", cells)
  return known?.number ?? database.run("INSERT INTO coders (version, model, data) VALUES (?, ?, ?)", cells)
}
