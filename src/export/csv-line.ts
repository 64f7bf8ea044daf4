import {guardFormula} from "./formula.js"

/** A line of a CSV file after RFC 4180; texts that a spreadsheet would run are guarded unless `raw`. */
export function csvLine(cells: readonly (string | number | boolean | null | undefined)[], {raw = false}: {raw?: boolean} = {}): string {
  return `${cells.map(cell => csvCell(cell, raw)).join(",")}\r\n`
}

/** A line of a file divided by tabs: tabs and line breaks inside cells become spaces. */
export function tabLine(cells: readonly (string | number | null | undefined)[]): string {
  return `${cells.map(cell => String(cell ?? "").replace(/[\t\r\n]{1,100}/g, " ")).join("\t")}\n`
}

function csvCell(value: string | number | boolean | null | undefined, raw: boolean): string {
  if (value === null || value === undefined) return ""
  if (typeof value !== "string") return String(value)
  const guarded = raw ? value : guardFormula(value)
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
