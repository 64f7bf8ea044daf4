import {Problem} from "../problem.js"
import {cellsOf, columnsOf} from "../record/emit/columns.js"
import {type Reading, type RecordType, recordTypes} from "../record/reading.js"
import {eachReading} from "../store/readings.js"
import {csvLine} from "./csv-line.js"
import type {Exporter} from "./exporter.js"
import {everyKind} from "./held.js"
import {type Spoken, wordsFor} from "./words.js"

/** One row a record, one column a field, with the words of its spans beside: `--table` says which records. */
export const csvExporter: Exporter = {
  name: "csv",
  summary: "records as a table: --table events (or quotes, figures, …)",
  mediaType: "text/csv",
  ending: ".csv",
  holds: everyKind,
  async *write(book, {table = "events", raw = false, ...options}) {
    const type = recordTypeOf(table)
    const columns = columnsOf(type)
    const line = (cells: readonly (string | number | null)[]): string => csvLine(cells, {raw})
    yield line([
      "article",
      "published_from",
      "published_to",
      "title",
      "publisher",
      "origin",
      ...columns.map(column => column.name),
      ...wordColumns[type],
    ])
    for await (const {reading} of eachReading(book, options)) {
      const words = wordsFor(reading)
      for (const record of reading[type])
        yield line([
          ...articleCells(reading),
          ...cellsOf(record, columns),
          ...wordColumns[type].map(name => readWords(name, record, words)),
        ])
    }
  },
}

const spoken: Record<RecordType, readonly string[]> = {
  actors: [],
  events: ["source_names", "target_names", "trigger_words", "evidence_words", "place_name"],
  quotes: ["speaker_name", "content_words"],
  figures: ["words", "counted", "place_name"],
  times: ["words"],
  places: ["words"],
  positions: ["holder_name", "target_name", "topic_words", "evidence_words"],
  relations: ["from_name", "to_name", "evidence_words"],
}
const wordColumns = spoken

function recordTypeOf(table: string): RecordType {
  if (table in recordTypes) return table as RecordType
  throw new Problem("usage", `--table ${table}: there is no such table. There are: ${Object.keys(recordTypes).join(", ")}.`)
}

function articleCells({document}: Reading): (string | null)[] {
  return [document.hash, document.published.from, document.published.to, document.title, document.publisher, document.origin]
}

/** A column of words or names that makes a row readable without the text. */
function readWords(name: string, record: unknown, words: Spoken): string | null {
  const fields = record as Record<string, never>
  const field = name.replace(/_(?:names?|words)$/, "")
  if (name === "words") return words.of(record as never)
  if (name === "counted") return words.of(fields.of ?? null)
  if (name === "place_name") return words.place(fields.where ?? null)
  if (name.endsWith("_names")) return words.names(fields[field] ?? [])
  if (name.endsWith("_name")) return words.name(fields[field] ?? null)
  const spans = fields[field] as unknown
  return Array.isArray(spans) ? spans.map(span => words.of(span)).join(" … ") : words.of(spans as never)
}
