import {existsSync, readFileSync} from "node:fs"
import {dirname, join} from "node:path"
import {fileURLToPath} from "node:url"
import {Problem} from "../problem.js"

/** One row of a table: column name → cell, `""` where the cell is empty or missing. */
export type Row = Readonly<Record<string, string>>

/** The package's own folder: the nearest one above this file that holds `package.json`. */
export const packageRoot: string = findRoot(dirname(fileURLToPath(import.meta.url)))

const cache = new Map<string, readonly Row[]>()

/** Reads `data/<path>`: tab-separated, `#` comment lines, then a header line. Read once; the same rows come back. */
export function readTable(path: string): readonly Row[] {
  const known = cache.get(path)
  if (known) return known
  const rows = parseTable(readDataFile(path), path)
  cache.set(path, rows)
  return rows
}

/** The rows of a tab-separated text; `name` is used in messages. */
export function parseTable(text: string, name: string): Row[] {
  const lines = text.split(/\r?\n/).filter(line => line !== "" && !line.startsWith("#"))
  const header = lines.shift()?.split("\t")
  if (!header) throw new Problem("dictionary", `The table ${name} is empty: it needs a header line of column names.`)
  return lines.map(line => {
    const cells = line.split("\t")
    return Object.fromEntries(header.map((column, index) => [column, cells[index] ?? ""]))
  })
}

/** The text of `data/<path>`. Throws a `dictionary` problem that names the file when it is missing. */
export function readDataFile(path: string): string {
  const file = join(packageRoot, "data", path)
  if (!existsSync(file))
    throw new Problem("dictionary", `The data file data/${path} is missing. Install the package again, or run from a complete checkout.`)
  return readFileSync(file, "utf8")
}

/** The parts of a cell that lists several, divided by `|`; empty parts are left out. */
export function splitCell(cell: string | undefined): string[] {
  return cell
    ? cell
        .split("|")
        .map(part => part.trim())
        .filter(part => part !== "")
    : []
}

function findRoot(folder: string): string {
  if (existsSync(join(folder, "package.json"))) return folder
  const above = dirname(folder)
  return above === folder ? folder : findRoot(above)
}
