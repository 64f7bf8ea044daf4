import {answerItems, isRead} from "../answer.js"
import {describeCoder} from "../coder.js"
import type {Item} from "../ingest/item.js"
import {hashOfLanguage} from "../language/model.js"
import {noUserTables} from "../lexicon/user-tables.js"
import {type Reading, type RecordType, recordTypes} from "../record/reading.js"
import {type AddItemsOptions, keepAnswer} from "./add-items.js"
import {hasReading} from "./add-reading.js"
import {articleOrder, type StoredArticle} from "./articles.js"
import type {Book} from "./book.js"
import {readingOf} from "./readings.js"

/** What changed in the records of one kind. */
interface Change {
  gone: number
  fresh: number
  readonly examples: string[]
}

/** What reading again changed. */
export interface Difference {
  readonly reread: number
  /** The changes by kind of record, with examples, for people. */
  describe(): string
}

const types = Object.keys(recordTypes) as RecordType[]

/** Reads again every article that another program, model or set of tables read. */
export async function rereadBook(book: Book, options: AddItemsOptions): Promise<Difference> {
  const coder = describeCoder({sha256: hashOfLanguage()}, options.dictionaries ?? noUserTables)
  const numbers = book.database
    .all<{number: number; hash: string}>(`SELECT number, hash FROM articles ORDER BY ${articleOrder}`)
    .filter(article => !hasReading(book, article.hash, coder))
  const changes = new Map<RecordType, Change>(types.map(type => [type, {gone: 0, fresh: 0, examples: []}]))
  let reread = 0
  for await (const answer of answerItems(storedItems(book, numbers), options)) {
    if (isRead(answer)) {
      const stored = book.database.first<StoredArticle>("SELECT * FROM articles WHERE hash = ?", [answer.reading.document.hash])!
      const old = readingOf(book, stored)
      if (old) compareReadings(old, answer.reading, changes)
      reread++
    }
    keepAnswer(book, answer, options)
  }
  return {reread, describe: () => describeChanges(reread, changes)}
}

async function* storedItems(book: Book, numbers: readonly {number: number}[]): AsyncGenerator<Item> {
  for (const {number} of numbers) {
    const stored = book.database.first<StoredArticle>("SELECT * FROM articles WHERE number = ?", [number])!
    const {id, text, origin, title, publisher, author, language} = stored
    const basis = stored.published_basis as Reading["document"]["published"]["basis"]
    const isStated = basis !== "inferred" && basis !== "unknown"
    const published = isStated ? {published: {from: stored.published_from, to: stored.published_to, basis}} : {}
    yield {source: {id, text, origin, title, publisher, author, language, ...published}, pairs: [], notes: [], at: stored.hash.slice(0, 16)}
  }
}

function compareReadings(old: Reading, fresh: Reading, changes: ReadonlyMap<RecordType, Change>): void {
  for (const type of types) {
    const change = changes.get(type)!
    const before = new Set(old[type].map(essenceOf))
    const after = new Set(fresh[type].map(essenceOf))
    for (const essence of before) if (!after.has(essence)) noteChange(change, "gone", `− ${fresh.document.hash.slice(0, 8)} ${essence}`)
    for (const essence of after) if (!before.has(essence)) noteChange(change, "fresh", `+ ${fresh.document.hash.slice(0, 8)} ${essence}`)
  }
}

function noteChange(change: Change, kind: "gone" | "fresh", example: string): void {
  change[kind]++
  if (change.examples.length < 6) change.examples.push(example.length > 160 ? `${example.slice(0, 159)}…` : example)
}

/** A record without its id, its trace and its confidence: what it says. */
function essenceOf(record: object): string {
  const {id: _, trace: __, confidence: ___, ...rest} = record as Record<string, unknown>
  return JSON.stringify(rest)
}

function describeChanges(reread: number, changes: ReadonlyMap<RecordType, Change>): string {
  const lines = [`Read ${reread} article${reread === 1 ? "" : "s"} again.`]
  for (const [type, {gone, fresh, examples}] of changes) {
    if (gone + fresh === 0) continue
    lines.push(`${type}: ${fresh} new, ${gone} gone`, ...examples.map(example => `  ${example}`))
  }
  if (lines.length === 1) lines.push("No record changed.")
  return `${lines.join("\n")}\n`
}
