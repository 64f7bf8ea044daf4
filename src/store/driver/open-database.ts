import {createRequire} from "node:module"
import {Problem} from "../../problem.js"
import {type Connection, type Database, wrapConnection} from "./database.js"

const require = createRequire(import.meta.url)

/** Opens an SQLite file: with the library inside Node where there is one, else with libsql. `:memory:` is a book that is forgotten. */
export function openDatabase(path: string): Database {
  try {
    const inNode = openWithNode(path)
    return inNode ? wrapConnection(inNode) : wrapConnection(openWithLibsql(path), {takesLists: true})
  } catch (cause) {
    throw new Problem(
      "store",
      `The record book ${path} cannot be opened: ${cause instanceof Error ? cause.message : "unknown reason"}. Is the folder there, and may you write to it?`,
      {cause},
    )
  }
}

/** Which library opens databases here: "node:sqlite" or "libsql". */
export function databaseLibrary(): string {
  return loadNodeSqlite() ? "node:sqlite" : "libsql"
}

interface NodeSqlite {
  readonly DatabaseSync: new (path: string) => Connection
}

let nodeSqlite: NodeSqlite | null | undefined

function loadNodeSqlite(): NodeSqlite | null {
  if (nodeSqlite !== undefined) return nodeSqlite
  const known = process.getBuiltinModule as ((name: string) => unknown) | undefined
  nodeSqlite = known ? (withoutWarnings(() => known("node:sqlite") as NodeSqlite | undefined) ?? null) : null
  return nodeSqlite
}

/** Node 22 prints a warning that its SQLite is young; people who read an article need not see it. */
function withoutWarnings<T>(load: () => T): T {
  const emit = process.emitWarning
  process.emitWarning = () => {}
  try {
    return load()
  } finally {
    process.emitWarning = emit
  }
}

function openWithNode(path: string): Connection | null {
  const sqlite = loadNodeSqlite()
  return sqlite ? new sqlite.DatabaseSync(path) : null
}

function openWithLibsql(path: string): Connection {
  const Libsql = require("libsql") as new (path: string) => Connection
  return new Libsql(path)
}
