import {foldName} from "../../lexicon/fold.js"
import {readTable, splitCell} from "../../lexicon/table.js"
import {tenureOn} from "./on-date.js"
import type {Entry, Register} from "./register.js"

let loaded: ReadonlyMap<string, readonly string[]> | null = null

/** Folded surname → ids of data/actors/leaders.tsv, from data/actors/famous-surnames.tsv. */
function bearers(): ReadonlyMap<string, readonly string[]> {
  loaded ??= new Map(readTable("actors/famous-surnames.tsv").map(row => [foldName(row.surname!), splitCell(row.leaders)]))
  return loaded
}

/** Whom a surname that news writes without introduction means: "Erdogan visited Cairo". Of several bearers the one in office on the day, a head of state or government before others; null when none is. */
export function famousBearer(register: Register, surname: string, day: string | null): Entry | null {
  const known = (bearers().get(foldName(surname)) ?? []).flatMap(id => register.entries.get(id) ?? [])
  if (known.length === 1) return day === null || tenureOn(known[0]!, day) !== null ? known[0]! : null
  const offices = known.flatMap(entry => {
    const held = day === null ? null : tenureOn(entry, day)
    return held && !held.former ? [{entry, office: held.tenure.office}] : []
  })
  const heads = offices.filter(({office}) => /^(?:head-of-|monarch)/.test(office))
  const serving = heads.length > 0 ? heads : offices
  return serving.length === 1 ? serving[0]!.entry : null
}
