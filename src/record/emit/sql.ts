import {type RecordType, recordTypes} from "../reading.js"
import {type Column, columnsOf} from "./columns.js"

/** The tables of all record types: strict, checked, with a comment at every column. */
export function recordTablesSql(): string {
  return (Object.keys(recordTypes) as RecordType[]).map(tableSql).join("\n")
}

function tableSql(type: RecordType): string {
  const columns = columnsOf(type)
  const width = Math.max(...columns.map(column => columnSql(column).length))
  const rows = columns.map(column => `  ${`${columnSql(column)},`.padEnd(Math.min(width + 1, 60))} -- ${column.comment}`)
  return [
    `CREATE TABLE ${type} (`,
    "  reading INTEGER NOT NULL REFERENCES readings (number) ON DELETE CASCADE, -- The reading it belongs to.",
    "  place_in_list INTEGER NOT NULL, -- Its place in the list of the reading, from 0.",
    ...rows,
    "  PRIMARY KEY (reading, place_in_list)",
    ") STRICT, WITHOUT ROWID;",
    "",
  ].join("\n")
}

function columnSql({name, kind, nullable, values}: Column): string {
  const type = kind === "boolean" || kind === "integer" ? "INTEGER" : kind === "real" ? "REAL" : "TEXT"
  const check =
    kind === "boolean"
      ? ` CHECK (${quoteName(name)} IN (0, 1))`
      : values
        ? ` CHECK (${quoteName(name)} IN (${values.map(quoteText).join(", ")}))`
        : ""
  return `${quoteName(name)} ${type}${nullable ? "" : " NOT NULL"}${check}`
}

/** A name that SQL takes for a name, whatever it holds. A NUL ends a statement early and is refused. */
export function quoteName(name: string): string {
  if (name.includes("\0")) throw new RangeError("A column name cannot hold a NUL character.")
  return /^[a-z_]+$/.test(name) && !reserved.has(name) ? name : `"${name.replaceAll('"', '""')}"`
}

/** A text as an SQL literal. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

const reserved = new Set("from to where when order group values table index to end start of in is as by".split(" "))
