import {Problem} from "../problem.js"
import {type Column, cellsOf, columnsOf} from "../record/emit/columns.js"
import {type RecordType, recordTypes} from "../record/reading.js"
import type {Book} from "../store/book.js"
import {eachReading} from "../store/readings.js"
import type {Exporter, ExportOptions} from "./exporter.js"
import {everyKind} from "./held.js"

/** Rows in one row group: what is held in memory at once. */
const groupSize = 20_000

/** One table of records as Parquet: `--table` says which. The same columns as csv, without the words beside. */
export const parquetExporter: Exporter = {
  name: "parquet",
  summary: "records as a Parquet table: --table events (or quotes, figures, …)",
  mediaType: "application/vnd.apache.parquet",
  ending: ".parquet",
  holds: everyKind,
  write: writeParquet,
}

type Cells = readonly (string | number | null)[]

interface Named {
  readonly name: string
  readonly type: "STRING" | "DOUBLE" | "INT32"
}

const articleColumns: readonly Named[] = ["article", "published_from", "published_to", "title", "publisher", "origin"].map(name => ({
  name,
  type: "STRING",
}))

async function* writeParquet(book: Book, {table = "events", ...options}: ExportOptions): AsyncGenerator<Uint8Array> {
  if (!(table in recordTypes))
    throw new Problem("usage", `--table ${table}: there is no such table. There are: ${Object.keys(recordTypes).join(", ")}.`)
  const type = table as RecordType
  const columns = [...articleColumns, ...columnsOf(type).map(column => ({name: column.name, type: parquetType(column)}))]
  const {ByteWriter, ParquetWriter} = await import("hyparquet-writer")
  const schema = [{name: "root", num_children: columns.length}, ...columns.map(schemaElement)]
  const sink = new ByteWriter()
  const writer = new ParquetWriter({writer: sink as never, schema: schema as never, statistics: false})
  for await (const rows of groupsOf(rowsOf(book, type, options))) {
    writer.write({
      columnData: columns.map(({name}, index) => ({name, data: rows.map(row => row[index] ?? null)})) as never,
      rowGroupSize: groupSize,
    })
    yield* takeBytes(sink)
  }
  writer.finish()
  yield* takeBytes(sink)
}

function parquetType({kind}: Column): Named["type"] {
  return kind === "integer" || kind === "boolean" ? "INT32" : kind === "real" ? "DOUBLE" : "STRING"
}

function schemaElement({name, type}: Named) {
  return {name, repetition_type: "OPTIONAL", ...(type === "STRING" ? {type: "BYTE_ARRAY", converted_type: "UTF8"} : {type})}
}

async function* rowsOf(book: Book, type: RecordType, options: ExportOptions): AsyncGenerator<Cells> {
  const columns = columnsOf(type)
  for await (const {reading} of eachReading(book, options)) {
    const {hash, published, title, publisher, origin} = reading.document
    for (const record of reading[type]) yield [hash, published.from, published.to, title, publisher, origin, ...cellsOf(record, columns)]
  }
}

async function* groupsOf(rows: AsyncIterable<Cells>): AsyncGenerator<Cells[]> {
  let group: Cells[] = []
  for await (const row of rows) {
    group.push(row)
    if (group.length < groupSize) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}

/** Takes out the bytes written so far; the writer goes on counting from where it was. */
function* takeBytes(sink: {index: number; getBytes(): Uint8Array}): Generator<Uint8Array> {
  if (sink.index > 0) yield sink.getBytes().slice()
  sink.index = 0
}
