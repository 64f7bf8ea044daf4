import {z} from "zod"
import {recordMarkdown} from "../record/emit/markdown.js"
import {recordTablesSql} from "../record/emit/sql.js"
import {type RecordType, reading, recordTypes} from "../record/reading.js"
import {openDatabase} from "./driver/open-database.js"
import {migrate} from "./migrate.js"

/** Every file of the checkout that is derived from the record types: path → content. A test compares them with what is there. */
export function derivedFiles(): Map<string, string> {
  const files = new Map<string, string>()
  const names = {
    actors: "actor",
    events: "event",
    quotes: "quote",
    figures: "figure",
    times: "time",
    places: "place",
    positions: "position",
    relations: "relation",
  }
  for (const type of Object.keys(recordTypes) as RecordType[]) {
    files.set(`schema/${names[type]}.schema.json`, `${JSON.stringify(z.toJSONSchema(recordTypes[type]), null, 2)}\n`)
    files.set(`docs/reference/${names[type]}.md`, recordMarkdown(names[type], recordTypes[type]))
  }
  files.set("schema/reading.schema.json", `${JSON.stringify(z.toJSONSchema(reading), null, 2)}\n`)
  files.set("src/store/migrations/0002-records.sql", recordTablesHeading + recordTablesSql())
  files.set("schema/tables.sql", tablesSql())
  return files
}

const recordTablesHeading =
  "-- The tables of the record types, made from src/record by `npm run schema`. Lists and objects are JSON text.\n\n"

/** The whole schema as SQLite holds it after the last migration. */
export function tablesSql(): string {
  const database = openDatabase(":memory:")
  migrate(database, ":memory:")
  const rows = database.all<{sql: string}>(
    "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT GLOB '*_words_*' OR type = 'trigger' ORDER BY rowid",
  )
  database.close()
  return rows.map(row => `${row.sql};\n`).join("\n")
}
