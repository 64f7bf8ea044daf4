import {createHash, type Hash} from "node:crypto"
import {readdirSync, readFileSync} from "node:fs"
import {join} from "node:path"
import type {Language} from "./language/analyse.js"
import {packageRoot} from "./lexicon/table.js"
import type {UserTables} from "./lexicon/user-tables.js"
import type {Coder} from "./record/reading.js"

/** Version of the program, from its package.json. */
export const version: string = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")).version

let tablesHash: string | null = null
const described = new WeakMap<UserTables, Coder>()

/** What makes the readings: program, model and knowledge tables, users' dictionaries included. */
export function describeCoder(language: Pick<Language, "sha256">, dictionaries: UserTables): Coder {
  const known = described.get(dictionaries)
  if (known && known.model === language.sha256) return known
  const coder: Coder = {version, model: language.sha256, data: hashData(dictionaries)}
  described.set(dictionaries, coder)
  return coder
}

/** One word for a coder: readings with the same word come from the same program, model and tables. */
export function coderKey(coder: Coder): string {
  return `${coder.version}+${coder.model.slice(0, 12)}+${coder.data.slice(0, 12)}`
}

function hashData(dictionaries: UserTables): string {
  tablesHash ??= hashFolder()
  const tables = [...dictionaries.actors, ...dictionaries.agents, ...dictionaries.verbs]
  const vague = dictionaries.vague ?? "low"
  const pairTypes = dictionaries.pairTypes ?? "table"
  if (tables.length === 0 && vague === "low" && pairTypes === "table") return tablesHash
  const hash = createHash("sha256").update(tablesHash)
  if (vague !== "low") hash.update(`\nvague counts: ${vague}\n`)
  if (pairTypes !== "table") hash.update(`\npair types: ${pairTypes}\n`)
  for (const table of tables) hash.update(`\n${table.text.length}\n`).update(table.text)
  return hash.digest("hex")
}

function hashFolder(): string {
  const hash = createHash("sha256")
  addFolder(hash, "data")
  return hash.digest("hex")
}

function addFolder(hash: Hash, folder: string): void {
  const entries = readdirSync(join(packageRoot, folder), {withFileTypes: true})
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) addFolder(hash, path)
    else if (!entry.name.startsWith(".")) hash.update(`${path}\n`).update(readFileSync(join(packageRoot, path)))
  }
}
