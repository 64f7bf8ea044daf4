import type {Span} from "../../document/span.js"
import type {Cluster} from "./cluster.js"
import type {KnownName} from "./known-names.js"

/** Sectors whose unnamed holders belong to the country an article is about: "police", "the parliament", "villagers". */
const domestic = new Set([
  "GOV",
  "LEG",
  "JUD",
  "MIL",
  "COP",
  "SPY",
  "OPP",
  "REB",
  "PTY",
  "CVL",
  "AGR",
  "EDU",
  "LAB",
  "MED",
  "REF",
  "CRM",
  "REL",
  "ELI",
  "PRM",
  "UAF",
  "BUS",
])
/** Codes that are no country. */
const nowhere = new Set(["IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"])
/** Share of an article's country names that one country needs to be what the article is about. */
const share = 0.3
/** Names in the headline, dateline and lead say more: characters, and how many times more. */
const lead = {length: 250, weight: 3}

/** The country an article is about, from the states, demonyms and capitals it names; null when none stands out. */
export function homeCountry(known: readonly KnownName[]): string | null {
  const counts = new Map<string, number>()
  for (const name of known) {
    if (name.entry.country === null || !/^[A-Z]{3}$/.test(name.entry.country) || nowhere.has(name.entry.country)) continue
    counts.set(name.entry.country, (counts.get(name.entry.country) ?? 0) + (name.start < lead.length ? lead.weight : 1))
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const [best, second] = [...counts].sort((a, b) => b[1] - a[1])
  const standsOut = best !== undefined && best[1] >= 2 && best[1] / total >= share && best[1] >= 1.2 * (second?.[1] ?? 0)
  return standsOut ? best[0] : null
}

/** Gives the article's own country to descriptions that name none but a domestic capacity, and says so. */
export function settleAtHome(clusters: readonly Cluster[], home: string | null): void {
  if (home === null) return
  for (const cluster of clusters) {
    if (cluster.country !== null || cluster.entry !== null || cluster.members.length > 0) continue
    const sectors = cluster.sectors.length > 0 ? cluster.sectors : cluster.references.flatMap(reference => reference.role?.sectors ?? [])
    const isPeople = cluster.kind === "group" || cluster.kind === "person"
    const isNamedOnly = cluster.references.every(
      reference => reference.form !== "nominal" && reference.form !== "title" && reference.role === null,
    )
    if (
      isNamedOnly ||
      cluster.references.some(reference => reference.named) ||
      !(sectors.some(sector => domestic.has(sector)) || (isPeople && sectors.length === 0))
    )
      continue
    cluster.settle(home, spanOf(cluster))
  }
}

function spanOf(cluster: Cluster): Span {
  const {start, end} = cluster.references[0]!
  return {start, end}
}
