import {csvLine} from "../export/csv-line.js"
import type {AnswerRow} from "../query/filter.js"
import {readableCell} from "./cell.js"

/** Forms in which answers are printed. */
export const answerForms = ["table", "csv", "json", "jsonl"] as const
export type AnswerForm = (typeof answerForms)[number]

/** Rows as a form of output. `shown` are the columns of a table for people; `columns` its width. */
export function printRows(
  rows: readonly AnswerRow[],
  form: AnswerForm,
  {shown, columns}: {shown: readonly string[]; columns: number},
): string {
  if (form === "json") return `${JSON.stringify(rows, null, 2)}\n`
  if (form === "jsonl") return rows.map(row => `${JSON.stringify(row)}\n`).join("")
  return form === "csv" ? printCsv(rows) : printTable(rows, shown, columns)
}

/** CSV, with a guard against cells that a spreadsheet would run. */
function printCsv(rows: readonly AnswerRow[]): string {
  if (rows.length === 0) return ""
  const names = Object.keys(rows[0]!)
  return csvLine(names) + rows.map(row => csvLine(names.map(name => row[name]))).join("")
}

function printTable(rows: readonly AnswerRow[], shown: readonly string[], columns: number): string {
  if (rows.length === 0) return "Nothing found.\n"
  const cells = [shown, ...rows.map(row => shown.map(name => readableCell(row[name])))]
  const wanted = shown.map((_, column) => Math.max(...cells.map(line => line[column]!.length)))
  const widths = shareWidth(wanted, columns)
  const print = (line: readonly string[]): string =>
    line
      .map((cell, column) => fitCell(cell, widths[column]!))
      .join("  ")
      .trimEnd()
  return `${[print(cells[0]!), print(widths.map(width => "─".repeat(width))), ...cells.slice(1).map(print)].join("\n")}\n`
}

/** Narrows the widest columns until the table fits. */
function shareWidth(wanted: readonly number[], columns: number): number[] {
  const widths = [...wanted]
  const room = Math.max(columns - 2 * (widths.length - 1), widths.length * 4)
  while (widths.reduce((sum, width) => sum + width, 0) > room) {
    const widest = widths.indexOf(Math.max(...widths))
    if (widths[widest]! <= 8) break
    widths[widest]!--
  }
  return widths
}

const fitCell = (cell: string, width: number): string => (cell.length > width ? `${cell.slice(0, width - 1)}…` : cell.padEnd(width))
