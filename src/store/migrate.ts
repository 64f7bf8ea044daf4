import {readdirSync, readFileSync} from "node:fs"
import {join} from "node:path"
import {fileURLToPath} from "node:url"
import {Problem} from "../problem.js"
import type {Database} from "./driver/database.js"

const folder = fileURLToPath(new URL("./migrations/", import.meta.url))

/** A numbered step of the schema. */
export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
}

/** All steps, in order: `migrations/0001-….sql` and so on. */
export function readMigrations(): Migration[] {
  const names = readdirSync(folder).filter(name => name.endsWith(".sql"))
  return names.sort().map(name => ({number: Number(name.slice(0, 4)), name, sql: readFileSync(join(folder, name), "utf8")}))
}

/** Brings a book to the newest schema, each step in a transaction of its own. A book of a newer program is refused. */
export function migrate(database: Database, path: string): void {
  const migrations = readMigrations()
  const newest = migrations.at(-1)?.number ?? 0
  const found = schemaVersion(database)
  if (found > newest) {
    throw new Problem(
      "store",
      `The record book ${path} was written by a newer version of rapporteur (schema ${found}, this program knows ${newest}). Update the program; the book was not touched.`,
    )
  }
  for (const migration of migrations.filter(({number}) => number > found)) {
    database.exec("BEGIN IMMEDIATE")
    try {
      database.exec(migration.sql)
      database.exec(`PRAGMA user_version = ${migration.number}`)
      database.exec("COMMIT")
    } catch (cause) {
      rollBack(database)
      throw new Problem(
        "store",
        `The record book ${path} could not be brought up to date (${migration.name}): ${cause instanceof Error ? cause.message : "unknown reason"}.`,
        {cause},
      )
    }
  }
}

/** Takes back the transaction in hand. A full disk ends it by itself: then there is none, and nothing is left to do. */
export function rollBack(database: Database): void {
  try {
    database.exec("ROLLBACK")
  } catch (error) {
    if (!/no transaction is active/.test((error as Error).message)) throw error
  }
}

/** The number of the last step a book has seen; 0 for a new one. */
export function schemaVersion(database: Database): number {
  return Number(database.first<{user_version: number}>("PRAGMA user_version")?.user_version ?? 0)
}
