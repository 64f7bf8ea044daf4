import {Problem} from "../problem.js"
import {completeArticle, failAt, type Raw} from "./complete.js"
import type {Format} from "./format.js"
import type {Input} from "./input.js"
import type {Item} from "./item.js"
import {limits} from "./limits.js"
import {parsePublished} from "./published.js"

/** Column names that are understood for each field, the first match wins. */
const columnNames: Readonly<Record<string, readonly string[]>> = {
  text: ["text", "body", "content", "article", "fulltext", "full_text", "story"],
  id: ["id", "doc_id", "docid", "uid", "guid"],
  title: ["title", "headline", "head"],
  published: ["published", "date", "publication_date", "published_at", "pubdate", "published_from", "day"],
  origin: ["origin", "url", "link", "address"],
  publisher: ["publisher", "source", "outlet", "publication", "newspaper"],
  author: ["author", "byline", "authors"],
  language: ["language", "lang"],
}

/** A table with named columns, one article a row: commas, semicolons or tabs. Needs a column called text (or body, content, article). */
export const csvFormat: Format = {
  name: "csv",
  endings: [".csv", ".tsv"],
  mediaTypes: ["text/csv", "text/tab-separated-values"],
  fits: opening =>
    /^(?:\xef\xbb\xbf)?[\w "]{1,40}(?:[,;\t][\w "]{1,40}){0,40}\r?\n/.test(opening) &&
    /[,;\t]/.test(firstLine(opening)) &&
    /\b(?:text|body|content|article)\b/i.test(firstLine(opening)),
  async *read(input) {
    let row = 1
    try {
      for await (const record of readRecords(input)) {
        row++
        yield await readRow(record, input, `${input.name}:${row}`)
      }
    } catch (error) {
      yield failAt(
        `${input.name}:${row + 1}`,
        error instanceof Problem
          ? error
          : new Problem("csv", `The table is broken after row ${row}: ${(error as Error).message}.`, {cause: error}),
      )
    }
  },
}

type Row = Readonly<Record<string, string>>

/** The rows, one by one. Those before a break are given before the error: a stream that fails would forget them. */
async function* readRecords(input: Input): AsyncGenerator<Row> {
  const {parse} = await import("csv-parse")
  const {first, bytes} = await takeFirst(input.bytes)
  const header = firstLine(Buffer.from(first).toString("utf8"))
  const rows: Row[] = []
  const parser = parse({
    on_record: (row: Row) => {
      rows.push(row)
      return null
    },
    bom: true,
    columns: names => checkHeader(names as string[]),
    delimiter: [",", ";", "\t"].reduce((best, mark) => (countOf(header, mark) > countOf(header, best) ? mark : best), ","),
    max_record_size: limits.lineBytes,
    relax_column_count: true,
    skip_empty_lines: true,
  })
  parser.on("error", () => {}).resume()
  try {
    for await (const piece of bytes) {
      await settled(done => parser.write(piece, done))
      yield* rows.splice(0)
    }
    await settled(done => parser.end(done))
  } catch (error) {
    yield* rows
    throw error
  }
  yield* rows
}

/** Waits until a stream has done what it was told, or could not. */
function settled(tell: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    tell(error => (error ? reject(error) : resolve()))
  })
}

function checkHeader(names: readonly string[]): string[] {
  const lower = names.map(name => name.trim().toLowerCase())
  if (lower.some(name => columnNames.text!.includes(name))) return lower
  throw new Problem(
    "csv",
    `No column is called ${columnNames.text!.slice(0, 4).join(", ")}. The columns are: ${names.slice(0, 20).join(", ").slice(0, 300)}.`,
  )
}

async function readRow(row: Row, input: Input, at: string): Promise<Item> {
  try {
    const field = (name: string): string | null =>
      columnNames[name]!.map(column => row[column]).find(value => value !== undefined && value !== "") ?? null
    const raw: Raw = {
      text: field("text") ?? "",
      id: field("id"),
      title: field("title"),
      origin: field("origin") ?? input.origin,
      publisher: field("publisher"),
      author: field("author"),
      language: field("language"),
      published: parsePublished(field("published"), "given"),
    }
    return await completeArticle(raw, input, at)
  } catch (error) {
    return failAt(at, error)
  }
}

async function takeFirst(bytes: AsyncIterable<Uint8Array>): Promise<{first: Uint8Array; bytes: AsyncIterable<Uint8Array>}> {
  const pieces = bytes[Symbol.asyncIterator]()
  const next = await pieces.next()
  const first: Uint8Array = next.done ? new Uint8Array() : next.value
  return {
    first,
    bytes: (async function* () {
      yield first
      for (let piece = await pieces.next(); !piece.done; piece = await pieces.next()) yield piece.value
    })(),
  }
}

const firstLine = (text: string): string => text.slice(0, 4_096).split(/\r?\n/, 1)[0] ?? ""

const countOf = (text: string, mark: string): number => text.split(mark).length
