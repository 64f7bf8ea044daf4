import type {Published} from "../../document/document.js"
import type {Entry, Meaning, Tenure} from "./register.js"

/** The day on which the article looks at the world: the last day of publication, or null when unknown. */
export function viewDate(published: Published): string | null {
  return published.to ?? published.from
}

/** Is a day within [from, to], ISO prefixes, empty ends open? An unknown day is within. */
export function isWithin(day: string | null, from: string, to: string): boolean {
  if (day === null) return true
  return (from === "" || day.slice(0, from.length) >= from) && (to === "" || day.slice(0, to.length) <= to)
}

/** The office held on that day; else the last one held before it; else none: nobody holds an office before taking it. */
export function tenureOn(entry: Entry, day: string | null): {tenure: Tenure; former: boolean} | null {
  const held = entry.tenures.filter(tenure => isWithin(day, tenure.from, tenure.to))
  const ranked = [...held].sort((a, b) => rank(a) - rank(b) || (a.from < b.from ? 1 : -1))
  if (ranked[0]) return {tenure: ranked[0], former: false}
  const past = entry.tenures.filter(tenure => tenure.to !== "" && day !== null && tenure.to < day).sort((a, b) => (a.to < b.to ? 1 : -1))
  return past[0] ? {tenure: past[0], former: true} : null
}

/** Offices in the order in which they name a person who holds several at once. */
const order = [
  "head-of-state",
  "monarch",
  "head-of-government",
  "foreign-minister",
  "defence-minister",
  "interior-minister",
  "vice-president",
  "un-official",
  "military-leader",
  "spokesperson",
  "opposition-leader",
  "party-leader",
]

function rank(tenure: Tenure): number {
  const at = order.indexOf(tenure.office)
  return at < 0 ? order.length : at
}

/** The meanings of a phrase that hold on a day, the likeliest first: names in use then, people in or near office then. */
export function meaningsOn(meanings: readonly Meaning[], day: string | null): Meaning[] {
  const usable = meanings.filter(meaning => isWithin(day, meaning.from, meaning.to))
  return [...usable].sort((a, b) => distance(a.entry, day) - distance(b.entry, day))
}

/** 0 when the entry is in office or in being on that day, 1 when it was, 2 when it will be. */
function distance(entry: Entry, day: string | null): number {
  if (entry.kind === "person") {
    const known = tenureOn(entry, day)
    return known === null ? 2 : known.former ? 1 : 0
  }
  return isWithin(day, entry.from, entry.to) ? 0 : 1
}
