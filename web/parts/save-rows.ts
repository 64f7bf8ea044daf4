import {csvLine} from "../../src/export/csv-line.js"
import {fetchJson, twinOf} from "../fetching.svelte.js"

type Row = Readonly<Record<string, string | number | null>>

/** Without a server: makes a file of what a page shows, from the folder's own data, and hands it to the browser. */
export async function saveRows(path: string, query: Readonly<Record<string, string>>, form: string): Promise<void> {
  const answer = await fetchJson<{rows?: readonly Row[]}>(twinOf(path, {limit: 1_000_000, ...query}))
  saveFile(new Blob([textOf(answer, form)]), `${path.slice(1).replaceAll("/", "-")}.${form}`)
}

/** Hands a file to the browser. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

function textOf(answer: {rows?: readonly Row[]}, form: string): string {
  const rows = answer.rows ?? []
  if (form === "jsonl") return rows.map(row => `${JSON.stringify(row)}\n`).join("")
  if (form === "csv") return [Object.keys(rows[0] ?? {}), ...rows.map(row => Object.values(row))].map(cells => csvLine(cells)).join("")
  return `${JSON.stringify(answer, null, 1)}\n`
}
