import {type PetrarchActor, type PetrarchAgent, parsePetrarchActors, parsePetrarchAgents} from "../../lexicon/petrarch.js"
import {parseTable, type Row, readTable, splitCell} from "../../lexicon/table.js"
import type {UserTable, UserTables} from "../../lexicon/user-tables.js"
import {type Entry, loadRegister, makeEntry, Register} from "./register.js"
import {loadRoles, type Role, type RoleBook} from "./roles.js"

/** Everything actors are looked up in: the user's own names before ours, their agents beside our roles. */
export interface Books {
  readonly register: Register
  /** The user's own names; null when they brought none. */
  readonly own: Register | null
  readonly roles: RoleBook
  /** Lines of the user's dictionaries that could not be read, as "FILE line 12: …". */
  readonly unread: readonly string[]
}

const made = new WeakMap<UserTables, Books>()

/** The books for a run with these dictionaries; made once for the same object. */
export function booksFor(tables: UserTables): Books {
  const known = made.get(tables)
  if (known) return known
  const books = makeBooks(tables)
  made.set(tables, books)
  return books
}

function makeBooks(tables: UserTables): Books {
  const unread: string[] = []
  const own = tables.actors.length > 0 ? new Register() : null
  for (const table of tables.actors) addActors(own!, table, unread)
  const agents = tables.agents.flatMap(table => readAgents(table, unread))
  const roles = agents.length > 0 ? new Map([...loadRoles(), ...agents.flatMap(toRoles)]) : loadRoles()
  return {register: loadRegister(), own, roles, unread}
}

function addActors(register: Register, table: UserTable, unread: string[]): void {
  if (isOurTable(table)) {
    for (const row of parseTable(table.text, table.path)) addRow(register, row)
    return
  }
  const parsed = parsePetrarchActors(table.text)
  unread.push(...parsed.unread.map(line => `${table.path} ${line}`))
  for (const actor of parsed.rows) addPetrarch(register, actor)
}

/** Our own table begins, after comments, with a header line that has a column "name". */
function isOurTable(table: UserTable): boolean {
  const header = table.text.split(/\r?\n/).find(line => line.trim() !== "" && !line.startsWith("#")) ?? ""
  return header.includes("\t") && header.toLowerCase().split("\t").includes("name")
}

function addRow(register: Register, row: Row): void {
  const code = row.code || `${row.country ?? ""}`
  const entry = makeEntry({
    id: `own:${row.id || row.name}`,
    name: row.name ?? "",
    kind: row.kind === "person" || row.kind === "state" ? row.kind : "organization",
    sort: row.kind ?? "",
    country: row.country || code.slice(0, 3) || null,
    sectors: splitCell(row.sectors),
    cameo: code,
    wikidata: row.wikidata || null,
    own: code ? [{code, from: row.from ?? "", to: row.to ?? ""}] : [],
  })
  addNames(register, entry, [entry.name, ...splitCell(row.aliases)])
}

function addPetrarch(register: Register, actor: PetrarchActor): void {
  const first = actor.codes.find(({code}) => /^[A-Z]{3}/.test(code))
  if (!first) return
  const sectors = sectorsIn(first.code.slice(3))
  const entry = makeEntry({
    id: `own:${actor.names[0]}`,
    name: titleCase(actor.names[0]!),
    kind: actor.codes.every(({code}) => code.length === 3) ? "state" : "organization",
    country: first.code.slice(0, 3),
    sectors,
    cameo: first.code,
    own: actor.codes,
  })
  addNames(register, entry, actor.names)
}

function addNames(register: Register, entry: Entry, names: readonly string[]): void {
  register.addEntry(entry)
  for (const name of names) register.add(titleCase(name), entry, {sense: "name"})
}

/** "BREE PRIME MINISTER" → "Bree Prime Minister": dictionaries in capitals carry no case, and names in texts begin with one. */
function titleCase(name: string): string {
  return name !== name.toUpperCase() ? name : name.toLowerCase().replace(/(?:^|[ \-.'’])\p{L}/gu, start => start.toUpperCase())
}

function readAgents(table: UserTable, unread: string[]): readonly PetrarchAgent[] {
  const parsed = parsePetrarchAgents(table.text)
  unread.push(...parsed.unread.map(line => `${table.path} ${line}`))
  return parsed.rows
}

function toRoles(agent: PetrarchAgent): [string, Role][] {
  return agent.names.map(name => {
    const phrase = name.toLowerCase()
    const sectors = sectorsIn(agent.code)
    return [
      phrase,
      {
        phrase,
        sectors,
        cameo: agent.code,
        number: "person",
        needsCountry: false,
        label: false,
        weak: false,
        ofBody: false,
        outside: false,
        abroad: false,
        beat: false,
        rank: false,
        own: agent.before ? "before" : "after",
      },
    ]
  })
}

let sectorByCode: ReadonlyMap<string, string> | null = null

/** PLOVER sectors of the three-letter parts of a CAMEO code. */
function sectorsIn(code: string): string[] {
  sectorByCode ??= new Map(readTable("actors/sector-codes.tsv").map(row => [row.cameo!, row.sector!]))
  return (code.match(/[A-Z]{3}/g) ?? []).flatMap(part => sectorByCode!.get(part) ?? [])
}
