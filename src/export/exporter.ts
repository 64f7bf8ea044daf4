import type {Book} from "../store/book.js"
import {csvExporter} from "./csv.js"
import {jsonLinesExporter} from "./jsonl.js"

/** What an export may be narrowed down by, and how it is written. */
export interface ExportOptions {
  /** Days of publication, YYYY-MM-DD. */
  readonly since?: string | undefined
  readonly until?: string | undefined
  /** Which records: for forms that hold one kind at a time. */
  readonly table?: string | undefined
  /** Leave cells that a spreadsheet would run as they are. */
  readonly raw?: boolean | undefined
}

/** A form in which the book can leave. */
export interface Exporter {
  readonly name: string
  /** One line for help. */
  readonly summary: string
  readonly mediaType: string
  /** File name ending, with the dot. */
  readonly ending: string
  /** The pieces of the file, in order. Holds one article at a time; the same book gives the same bytes. */
  write(book: Book, options: ExportOptions): AsyncIterable<string | Uint8Array>
}

/** Every form. One of one more kind is one more line here; a contract test runs over all. */
export const exporters: readonly Exporter[] = [jsonLinesExporter, csvExporter]
