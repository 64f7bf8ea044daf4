import {existsSync, mkdirSync, statSync} from "node:fs"
import {dirname, resolve} from "node:path"
import {Problem} from "../problem.js"
import type {Database} from "./driver/database.js"
import {openDatabase} from "./driver/open-database.js"
import {type Lock, takeLock} from "./lock.js"
import {migrate, readMigrations, rollBack, schemaVersion} from "./migrate.js"

/** A record book: one SQLite file with the articles, their records, and what could not be read. */
export interface Book {
  readonly path: string
  readonly database: Database
  close(): void
}

/** Where the book is when nobody says: `$RAPPORTEUR_BOOK`, else `.rapporteur/book.db` below the current folder. */
export function usualBookPath(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  return environment.RAPPORTEUR_BOOK || resolve(".rapporteur", "book.db")
}

/** Opens a book to write to it, creating it when it is not there. One process at a time; readers may go on reading. */
export function openForWriting(path: string, now: Date): Book {
  makeFolder(path)
  const lock = path === ":memory:" ? null : takeLock(path, now)
  try {
    const database = openDatabase(path)
    database.exec(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000; PRAGMA cache_size = -65536",
    )
    migrate(database, path)
    return bookOf(path, database, lock)
  } catch (error) {
    lock?.release()
    throw error
  }
}

/** Opens a book to read from it. Nothing can be written through it, whatever is asked. */
export function openForReading(path: string): Book {
  if (!existsSync(path))
    throw new Problem(
      "store",
      `There is no record book at ${path}. Add an article first (rapporteur add FILE), or name another book with --book.`,
    )
  if (!statSync(path).isFile()) throw new Problem("store", `${path} is not a file, so it is no record book.`)
  const database = openDatabase(path)
  const version = schemaVersion(database)
  const newest = readMigrations().at(-1)?.number ?? 0
  if (version === 0 || version > newest) {
    database.close()
    throw new Problem(
      "store",
      version === 0
        ? `${path} is not a record book.`
        : `The record book ${path} was written by a newer version of rapporteur. Update the program.`,
    )
  }
  if (version < newest) {
    database.close()
    openForWriting(path, new Date()).close()
    return openForReading(path)
  }
  database.exec("PRAGMA busy_timeout = 5000; PRAGMA cache_size = -65536; PRAGMA query_only = ON")
  return bookOf(path, database, null)
}

/** Runs `work` as one transaction: all of it is kept, or nothing. */
export function inTransaction<T>({database, path}: Book, work: () => T): T {
  database.exec("BEGIN IMMEDIATE")
  try {
    const result = work()
    database.exec("COMMIT")
    return result
  } catch (error) {
    rollBack(database)
    throw faultOf(error, path)
  }
}

/** A disk that is full or broken, told in a sentence; every other error as it is. */
function faultOf(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof Problem || !/disk|read-?only|locked/i.test(error.message)) return error
  return new Problem(
    "store",
    `The record book ${path} cannot be written to: ${error.message}. What was added before is kept, the article in hand is not. Make room or set it right, then run the same command again.`,
    {cause: error},
  )
}

/**
 * Lets the commits of a long run go to the disk together. Each is whole and in its place at once, also when the process is killed; when the power fails, the
 * newest may be missing, and adding again brings them back. Gives a function to call before anything is said to be kept.
 */
export function deferSync({database}: Book): () => void {
  database.exec("PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 4000")
  return () => database.exec("PRAGMA synchronous = FULL; PRAGMA wal_checkpoint(PASSIVE)")
}

function bookOf(path: string, database: Database, lock: Lock | null): Book {
  return {
    path,
    database,
    close: () => {
      database.close()
      lock?.release()
    },
  }
}

function makeFolder(path: string): void {
  if (path === ":memory:") return
  try {
    mkdirSync(dirname(path), {recursive: true})
  } catch (cause) {
    throw new Problem("store", `The folder of the record book ${path} cannot be made: ${(cause as Error).message}.`, {cause})
  }
}
