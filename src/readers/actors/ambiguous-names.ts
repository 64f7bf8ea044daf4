import {readTable} from "../../lexicon/table.js"
import type {KnownName} from "./known-names.js"

/** Codes of bodies that belong to no country: "African Union" is never somebody else's union. */
export const noState = /^(?:IGO|UNO|EUR|NGO|ISM|IMG|MNC)$/
/** Kinds of bodies of which every country has many with the same letters. */
const common = /^(?:party|union|movement|university|think-tank)$/

/**
 * The names of the register that a text can mean: a name that bodies of several countries share, or that only general words make up, is left out
 * unless the text names the country.
 */
export function withoutAmbiguous(text: string, known: readonly KnownName[]): KnownName[] {
  const countries = countriesIn(text, known)
  return known.flatMap(name => {
    const entry = chooseEntry(name, text.slice(name.start, name.end), countries)
    return entry === null ? [] : entry === name.entry ? [name] : [{...name, entry}]
  })
}

/** Countries that the text names by a state, demonym, capital or place, by somebody's full name or by a body that is nobody else's. */
export function countriesIn(text: string, known: readonly KnownName[]): Set<string> {
  const found = new Set<string>()
  for (const {entry, rivals, start, end} of known) {
    const isPlain = (entry.kind === "state" && !rivals.some(isState)) || entry.kind === "place"
    const isFull = rivals.length === 0 && entry.sort !== "media" && text.slice(start, end).includes(" ") && !isGeneral(entry.name)
    if (entry.country !== null && (isPlain || isFull)) found.add(entry.country)
  }
  return found
}

/** The entry meant; null when it stays open. */
function chooseEntry({entry, rivals}: KnownName, written: string, countries: ReadonlySet<string>): KnownName["entry"] | null {
  if (isState(entry)) return onlyNamed([entry, ...rivals.filter(isState)], countries) ?? entry
  if (entry.kind !== "organization" || entry.own.length > 0) return entry
  if (entry.country === null || noState.test(entry.country) || countries.has(entry.country)) return entry
  const bodies = [entry, ...rivals]
  if (bodies.every(other => other.country === entry.country))
    return (common.test(entry.sort) && /^[A-Z]{2,5}$/.test(written)) || (entry.sort === "party" && isGeneral(written)) ? null : entry
  return onlyNamed(bodies, countries)
}

const isState = ({kind}: KnownName["entry"]): boolean => kind === "state"

/** The one of several bearers of a name whose country the text names; null when there are several or none. */
function onlyNamed(bearers: readonly KnownName["entry"][], countries: ReadonlySet<string>): KnownName["entry"] | null {
  const named = bearers.filter(({country}) => country !== null && countries.has(country))
  return named.length === 1 ? named[0]! : null
}

let loaded: ReadonlySet<string> | null = null

/** "Workers' Party", "National Front": a name of words that bodies of many countries bear. */
export function isGeneral(written: string): boolean {
  loaded ??= new Set(readTable("actors/party-words.tsv").map(row => row.word!))
  return written
    .toLowerCase()
    .split(/[ \-–]/)
    .every(word => loaded!.has(word.replace(/['’]s?$|s['’]?$/, "")))
}
