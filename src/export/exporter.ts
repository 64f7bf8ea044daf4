import type {Filter} from "../query/filter.js"
import type {Book} from "../store/book.js"
import type {Selection} from "../store/selection.js"
import {conlluExporter} from "./conllu.js"
import {followTheMoneyExporter} from "./follow-the-money.js"
import type {Held} from "./held.js"
import {recordExporters} from "./record-exporters.js"

/** What an export may be narrowed down by, and how it is written. */
export interface ExportOptions {
  /** Days of publication, YYYY-MM-DD. */
  readonly since?: string | undefined
  readonly until?: string | undefined
  /** Which records: for forms that hold one kind at a time. */
  readonly table?: string | undefined
  /** Leave cells that a spreadsheet would run as they are. */
  readonly raw?: boolean | undefined
  /** The only records to write, with those that they refer to. */
  readonly only?: Selection | undefined
  /** The question whose acts a network is drawn from; its limit is one of ties. Without it, every actual one. */
  readonly acts?: Filter | undefined
}

/** A form in which the book can leave. */
export interface Exporter {
  readonly name: string
  /** One line for help. */
  readonly summary: string
  readonly mediaType: string
  /** File name ending, with the dot. */
  readonly ending: string
  /** Which records it can hold; a page offers the forms that can hold what it shows. */
  readonly holds: readonly Held[]
  /** The pieces of the file, in order. Holds one article at a time; the same book gives the same bytes. */
  write(book: Book, options: ExportOptions): AsyncIterable<string | Uint8Array>
}

/** Every form. One more kind is one more line here or, where records alone make it, in record-exporters.ts; a contract test runs over all. */
export const exporters: readonly Exporter[] = [...recordExporters, conlluExporter, followTheMoneyExporter]
