import {foldName} from "../../lexicon/fold.js"
import {isWithin, meaningsOn, tenureOn} from "./on-date.js"
import {type Entry, loadRegister, type Register, type Sense, type Tenure} from "./register.js"

/** One office of a person as seen from a day; `undated` when no day was asked about. */
export interface Office {
  readonly title: string
  readonly country: string
  /** ISO prefixes, empty when open. */
  readonly from: string
  readonly to: string
  readonly when: "held" | "past" | "later" | "undated"
}

/** What the register knows of one bearer of a name. */
export interface Finding {
  readonly id: string
  readonly name: string
  readonly kind: string
  /** How the words refer to it: one of its names, a demonym, a seat…; `surname` and `part` when they are only a part of its name. */
  readonly by: Sense | "part"
  /** Where it stands on the day: in office, in being; else past or not begun; null when no day was given. */
  readonly standing: "present" | "past" | "future" | null
  readonly country: string | null
  /** PLOVER sectors on the day: those of the office held, ELI for the holder of a past one. */
  readonly sectors: readonly string[]
  readonly wikidata: string | null
  readonly offices: readonly Office[]
  /** Who led a state or body on the day: "President Bill Clinton". */
  readonly leaders: readonly string[]
}

const mostFindings = 40
const leading = new Set(["head-of-state", "monarch", "head-of-government", "foreign-minister", "defence-minister", "un-official"])

/**
 * Everybody and everything in data/actors that a name can mean, those first whom a reader of an article of that day would take: exact names, then surnames,
 * then, when there is neither, names that hold the words. `day` is YYYY-MM-DD; null asks about no day in particular.
 */
export function lookUpName(name: string, day: string | null): Finding[] {
  const register = loadRegister()
  const exact = [...meaningsOn(register.phrases.get(name), day), ...register.phrases.get(name)]
  const found = new Map<Entry, Sense | "part">()
  for (const {entry, sense} of exact) if (!found.has(entry)) found.set(entry, sense)
  for (const entry of inOrder(register.withSurname(name), day)) if (!found.has(entry)) found.set(entry, "surname")
  if (found.size === 0) for (const entry of inOrder(holding(register, name), day)) found.set(entry, "part")
  return [...found].slice(0, mostFindings).map(([entry, by]) => describe(entry, by, {register, day}))
}

/** Those in office or in being first, then the past, then those to come. */
function inOrder(entries: readonly Entry[], day: string | null): Entry[] {
  const rank = {present: 0, past: 1, future: 2}
  return [...entries].sort((a, b) => rank[standingOf(a, day) ?? "present"] - rank[standingOf(b, day) ?? "present"])
}

function holding(register: Register, name: string): Entry[] {
  const words = ` ${foldName(name)} `
  return words.trim().length < 3 ? [] : [...register.entries.values()].filter(entry => ` ${foldName(entry.name)} `.includes(words))
}

function describe(entry: Entry, by: Finding["by"], {register, day}: {register: Register; day: string | null}): Finding {
  const held = entry.kind === "person" && day !== null ? tenureOn(entry, day) : null
  return {
    id: entry.id,
    name: entry.name,
    kind: entry.kind === "organization" ? entry.sort : entry.kind,
    by,
    standing: standingOf(entry, day),
    country: held?.tenure.country || entry.country,
    sectors: held ? (held.former ? ["ELI"] : held.tenure.sectors) : entry.sectors,
    wikidata: entry.wikidata,
    offices: [...entry.tenures].sort((a, b) => (a.from < b.from ? -1 : 1)).map(tenure => officeOf(tenure, day)),
    leaders: entry.kind === "person" || day === null ? [] : leadersOf(entry, {register, day}),
  }
}

function standingOf(entry: Entry, day: string | null): Finding["standing"] {
  if (day === null) return null
  if (entry.kind === "person") {
    const held = tenureOn(entry, day)
    return held === null ? "future" : held.former ? "past" : "present"
  }
  if (isWithin(day, entry.from, entry.to)) return "present"
  return entry.from !== "" && day < entry.from ? "future" : "past"
}

function officeOf({title, country, from, to}: Tenure, day: string | null): Office {
  const when =
    day === null ? "undated" : isWithin(day, from, to) ? "held" : from !== "" && day.slice(0, from.length) < from ? "later" : "past"
  return {title, country, from, to, when}
}

function leadersOf(entry: Entry, {register, day}: {register: Register; day: string}): string[] {
  const leaders: string[] = []
  for (const person of register.entries.values()) {
    const tenure = person.tenures.find(held => isWithin(day, held.from, held.to) && leading.has(held.office) && leads(held, entry))
    if (tenure) leaders.push(`${tenure.title} ${person.name}`)
  }
  return leaders
}

function leads(tenure: Tenure, entry: Entry): boolean {
  if (tenure.organisation !== "") return tenure.organisation === entry.id
  return entry.kind === "state" && tenure.country === entry.country
}
