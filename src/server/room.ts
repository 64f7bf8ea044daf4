import {existsSync} from "node:fs"
import {queryCounts} from "../query/articles.js"
import type {AnswerRow} from "../query/filter.js"
import {type Book, openForReading, openForWriting} from "../store/book.js"
import {Desk} from "./desk.js"

/** What every answer is made from: the book, opened to read, and the desk where new articles are read. */
export interface Room {
  readonly book: Book
  readonly desk: Desk
  readonly now: () => Date
  /** Changes whenever the book does, whoever wrote to it. */
  version(): string
  /** The value of `make`, kept until the book changes. */
  remember<T>(key: string, make: () => T): T
  counts(): AnswerRow
  close(): Promise<void>
}

/** Opens a book as a room; an empty book is made when there is none. */
export function openRoom(bookPath: string, now: () => Date): Room {
  if (!existsSync(bookPath)) openForWriting(bookPath, now()).close()
  const book = openForReading(bookPath)
  const desk = new Desk(bookPath, now)
  const kept = new Map<string, unknown>()
  const started = now().getTime().toString(36)
  let keptFor = ""
  const version = (): string => `${started}.${book.database.first<{data_version: number}>("PRAGMA data_version")?.data_version ?? 0}`
  const remember = <T>(key: string, make: () => T): T => {
    const current = version()
    if (current !== keptFor) kept.clear()
    keptFor = current
    if (!kept.has(key)) {
      if (kept.size > 200) kept.clear()
      kept.set(key, make())
    }
    return kept.get(key) as T
  }
  const close = async (): Promise<void> => {
    await desk.close()
    book.close()
  }
  return {book, desk, now, version, remember, counts: () => remember("counts", () => queryCounts(book)), close}
}
