import type {Problem} from "../problem.js"
import type {Book} from "./book.js"

/** Something that could not be read, as the book keeps it. */
export interface Quarantined {
  readonly number: number
  readonly doc_hash: string | null
  readonly source: string
  readonly line: number | null
  readonly byte_offset: number | null
  readonly reason: string
  readonly detail: string
  readonly coder_version: string
  readonly at: string
}

/** What is known about an item that could not be read. */
export interface Refused {
  /** FILE, FILE:LINE or FILE@OFFSET. */
  readonly at: string
  readonly problem: Problem
  readonly hash?: string | null
  readonly coderVersion: string
  readonly now: Date
}

/** Puts an item into quarantine. The same item for the same reason is there once, however often it is tried. */
export function putInQuarantine({database}: Book, refused: Refused): void {
  const {source, line, byteOffset} = placeOf(refused.at)
  const cells = [
    refused.hash ?? null,
    source,
    line,
    byteOffset,
    refused.problem.code,
    refused.problem.message,
    refused.coderVersion,
    refused.now.toISOString(),
  ]
  database.run(
    "INSERT OR IGNORE INTO quarantine (doc_hash, source, line, byte_offset, reason, detail, coder_version, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    cells,
  )
}

/** Everything in quarantine, in the order in which it came. */
export function listQuarantine({database}: Book): Quarantined[] {
  return database.all<Quarantined>("SELECT * FROM quarantine ORDER BY number")
}

/** Takes one item out of quarantine, or all of a source, or everything; gives how many. */
export function clearQuarantine({database}: Book, which: {readonly number?: number; readonly source?: string} = {}): number {
  const [where, cells] =
    which.number !== undefined
      ? ["number = ?", [which.number]]
      : which.source !== undefined
        ? ["source = ?", [which.source]]
        : ["1 = 1", []]
  const found = database.first<{n: number}>(`SELECT count(*) AS n FROM quarantine WHERE ${where}`, cells)
  database.run(`DELETE FROM quarantine WHERE ${where}`, cells)
  return found?.n ?? 0
}

function placeOf(at: string): {source: string; line: number | null; byteOffset: number | null} {
  const offset = at.match(/^(.{1,4000})@(\d{1,15})$/s)
  if (offset) return {source: offset[1]!, line: null, byteOffset: Number(offset[2])}
  const line = at.match(/^(.{1,4000}):(\d{1,15})$/s)
  return line ? {source: line[1]!, line: Number(line[2]), byteOffset: null} : {source: at, line: null, byteOffset: null}
}
