import {foldName} from "../../lexicon/fold.js"
import {PhraseTable} from "../../lexicon/phrases.js"
import {type Row, readTable, splitCell} from "../../lexicon/table.js"

/** One term of office: days as written in the table, ISO prefixes; an empty `to` is open. */
export interface Tenure {
  readonly office: string
  readonly title: string
  readonly country: string
  readonly from: string
  readonly to: string
  readonly sectors: readonly string[]
  readonly organisation: string
}

/** What a name stands for: a row of data/actors, or a place of the gazetteer that only tells a country. */
export interface Entry {
  readonly id: string
  readonly name: string
  readonly kind: "state" | "person" | "organization" | "place"
  /** The table's own kind for organisations: ministry, party, media… */
  readonly sort: string
  readonly country: string | null
  readonly sectors: readonly string[]
  readonly cameo: string
  readonly gender: string
  readonly surname: string
  readonly wikidata: string | null
  readonly from: string
  readonly to: string
  readonly parent: string
  readonly tenures: Tenure[]
  /** Codes of the user's own dictionary with the days between which they hold; empty for entries of data/actors. */
  readonly own: readonly {readonly code: string; readonly from: string; readonly to: string}[]
}

/** How the phrase that was found refers to the entry. */
export type Sense = "name" | "demonym" | "adjective" | "seat" | "surname"

export interface Meaning {
  readonly entry: Entry
  readonly sense: Sense
  /** Letters as the table writes them: needed where case tells "US" from "us". */
  readonly written: string
  /** ISO prefixes between which this name is used, empty when open. */
  readonly from: string
  readonly to: string
}

/** Every name the program knows, with what it can mean. */
export class Register {
  readonly phrases = new PhraseTable<Meaning>()
  readonly entries = new Map<string, Entry>()
  private readonly bySurname = new Map<string, Entry[]>()

  add(written: string, entry: Entry, options: {sense: Sense; from?: string; to?: string}): void {
    if (written.length < 2) return
    this.phrases.add(written, {entry, sense: options.sense, written, from: options.from ?? "", to: options.to ?? ""})
  }

  addEntry(entry: Entry): void {
    this.entries.set(entry.id, entry)
    if (entry.kind !== "person" || !entry.surname) return
    const key = foldName(entry.surname)
    this.bySurname.set(key, [...(this.bySurname.get(key) ?? []), entry])
  }

  /** People of this surname, for names such as "Secretary Kerry". */
  withSurname(surname: string): readonly Entry[] {
    return this.bySurname.get(foldName(surname)) ?? []
  }

  state(code: string): Entry | undefined {
    return this.entries.get(`state:${code}`)
  }
}

let loaded: Register | null = null

/** The register made from data/actors, built on first use. */
export function loadRegister(): Register {
  if (loaded) return loaded
  const register = new Register()
  for (const row of readTable("actors/states.tsv")) addState(register, row)
  for (const row of readTable("actors/organisations.tsv")) addOrganisation(register, row)
  for (const row of readTable("actors/leaders.tsv")) addLeader(register, row)
  for (const row of readTable("actors/metonyms.tsv")) addMetonym(register, row)
  loaded = register
  return register
}

/** An entry with every field, from the ones that matter. */
export function makeEntry(part: Partial<Entry> & {id: string; name: string; kind: Entry["kind"]}): Entry {
  return {
    sort: "",
    country: null,
    sectors: [],
    cameo: "",
    gender: "",
    surname: "",
    wikidata: null,
    from: "",
    to: "",
    parent: "",
    tenures: [],
    own: [],
    ...part,
  }
}

const cell = (row: Row, column: string): string => row[column] ?? ""
const date = (text: string): string => text.replace("~", "")

function addState(register: Register, row: Row): void {
  const code = cell(row, "code")
  const country = cell(row, "claimed") || code
  const entry = makeEntry({
    id: cell(row, "id"),
    name: cell(row, "name"),
    kind: "state",
    sort: cell(row, "extra") === "PRE" ? "disputed" : "state",
    country,
    sectors: cell(row, "extra") ? splitCell(cell(row, "extra")) : [],
    cameo: country,
    wikidata: cell(row, "wikidata") || null,
  })
  register.addEntry(entry)
  if (!register.entries.has(`state:${code}`)) register.entries.set(`state:${code}`, entry)
  for (const name of [entry.name, ...splitCell(row.aliases)]) register.add(name, entry, {sense: "name"})
  for (const name of splitCell(row.former)) {
    const [written = "", years = ""] = name.split("@")
    const [from = "", to = ""] = years.split("..")
    register.add(written, entry, {sense: "name", from: date(from), to: date(to)})
  }
  for (const name of splitCell(row.demonyms)) register.add(name, entry, {sense: "demonym"})
  for (const name of splitCell(row.adjectives)) register.add(name, entry, {sense: "adjective"})
  for (const name of splitCell(row.seats)) register.add(name, entry, {sense: "seat"})
}

function addOrganisation(register: Register, row: Row): void {
  const entry = makeEntry({
    id: cell(row, "id"),
    name: cell(row, "name"),
    kind: "organization",
    sort: cell(row, "kind"),
    country: cell(row, "country") || null,
    sectors: splitCell(row.sectors),
    cameo: cell(row, "cameo"),
    wikidata: cell(row, "wikidata") || null,
    from: date(cell(row, "from")),
    to: date(cell(row, "to")),
    parent: cell(row, "parent"),
  })
  register.addEntry(entry)
  for (const name of [entry.name, ...splitCell(row.aliases)]) register.add(name, entry, {sense: "name"})
}

function addLeader(register: Register, row: Row): void {
  const id = cell(row, "id")
  const tenure: Tenure = {
    office: cell(row, "office"),
    title: cell(row, "title"),
    country: cell(row, "country"),
    from: date(cell(row, "from")),
    to: date(cell(row, "to")),
    sectors: splitCell(row.sectors),
    organisation: cell(row, "organisation"),
  }
  const known = register.entries.get(id)
  if (known) {
    known.tenures.push(tenure)
    return
  }
  const entry = makeEntry({
    id,
    name: cell(row, "name"),
    kind: "person",
    sort: "leader",
    country: tenure.country || null,
    sectors: tenure.sectors,
    gender: cell(row, "gender"),
    surname: cell(row, "surname"),
    wikidata: cell(row, "wikidata") || null,
    tenures: [tenure],
  })
  register.addEntry(entry)
  for (const name of [entry.name, ...splitCell(row.aliases)]) register.add(name, entry, {sense: "name"})
}

function addMetonym(register: Register, row: Row): void {
  const entry = register.entries.get(cell(row, "actor"))
  if (entry && !cell(row, "notes").startsWith("weak")) register.add(cell(row, "name"), entry, {sense: "seat"})
}
