import {createHash} from "node:crypto"
import type {z} from "zod"
import {Offsets} from "../document/offsets.js"
import {Problem} from "../problem.js"
import {type Ground, type Prove, proofOf} from "../record/emit/proof.js"
import {type Reading, type RecordType, recordTypes} from "../record/reading.js"
import type {Book} from "./book.js"
import {eachReading} from "./readings.js"
import {answersAmiss, strayAnswers} from "./verify-answers.js"

/** Something in the book that is not as it must be. */
export interface Finding {
  /** Hash of the article; null when the file itself is broken. */
  readonly article: string | null
  /** Id of the record, as e3; null when it is about the whole article. */
  readonly record: string | null
  readonly about: string
}

const types = Object.keys(recordTypes) as RecordType[]
const proofs = Object.fromEntries(types.map(type => [type, proofOf(recordTypes[type])])) as Record<RecordType, Prove>
const singular: Record<RecordType, string> = {
  actors: "actor",
  events: "event",
  quotes: "quote",
  figures: "figure",
  times: "time",
  places: "place",
  positions: "position",
  relations: "relation",
}

/** Checks the file, every hash, every record (its fields, its spans against the stored text, its references), and that the question tables say what the records say. */
export async function* verifyBook(book: Book): AsyncGenerator<Finding> {
  for (const {integrity_check} of book.database.all<{integrity_check: string}>("PRAGMA integrity_check")) {
    if (integrity_check !== "ok") yield {article: null, record: null, about: `The file is damaged: ${integrity_check}`}
  }
  for (const row of book.database.all<{table: string}>("PRAGMA foreign_key_check"))
    yield {article: null, record: null, about: `A row of ${row.table} belongs to nothing.`}
  for (const about of strayAnswers(book)) yield {article: null, record: null, about}
  for await (const {article, reading} of eachReading(book)) {
    yield* verifyReading(reading)
    for (const about of answersAmiss(book, article, reading)) yield {article: article.hash, record: null, about}
  }
}

function* verifyReading(reading: Reading): Generator<Finding> {
  const {hash, text = ""} = reading.document
  if (createHash("sha256").update(text, "utf8").digest("hex") !== hash)
    yield {article: hash, record: null, about: "The stored text does not have the hash it is filed under."}
  const ids = new Map(types.map(type => [singular[type], new Set(reading[type].map(record => record.id))]))
  const ground: Ground = {offsets: new Offsets(text), ids}
  const length = ground.offsets.toCodePoints(text.length)
  for (const type of types) {
    for (const record of reading[type]) {
      const about = objectionTo(record, type, {ground, length})
      if (about) yield {article: hash, record: record.id, about}
    }
  }
}

function objectionTo(record: unknown, type: RecordType, {ground, length}: {ground: Ground; length: number}): string | null {
  const checked = (recordTypes[type] as z.ZodType).safeParse(record)
  if (!checked.success) return checked.error.issues.map(issue => `${issue.path.join(".")}: ${issue.message}`).join("; ")
  const outside = spansIn(record).find(span => span.end > length || span.start > span.end)
  if (outside) return `The span ${outside.start}–${outside.end} does not lie in the text, which has ${length} characters.`
  try {
    const proven = proofs[type](spansAsIndexes(record, ground.offsets), ground)
    return JSON.stringify(proven) === JSON.stringify(record) ? null : "It refers to a record that the reading does not hold."
  } catch (error) {
    if (error instanceof Problem) return error.message
    throw error
  }
}

interface PlainSpan {
  readonly start: number
  readonly end: number
}

function spansIn(value: unknown): PlainSpan[] {
  if (typeof value !== "object" || value === null) return []
  const own = isSpan(value) ? [value] : []
  return [...own, ...Object.values(value).flatMap(spansIn)]
}

function spansAsIndexes(value: unknown, offsets: Offsets): unknown {
  if (typeof value !== "object" || value === null) return value
  if (Array.isArray(value)) return value.map(item => spansAsIndexes(item, offsets))
  const copy = Object.fromEntries(Object.entries(value).map(([name, field]) => [name, spansAsIndexes(field, offsets)]))
  return isSpan(value) ? {...copy, start: offsets.fromCodePoints(value.start), end: offsets.fromCodePoints(value.end)} : copy
}

const isSpan = (value: object): value is PlainSpan =>
  typeof (value as PlainSpan).start === "number" && typeof (value as PlainSpan).end === "number"
