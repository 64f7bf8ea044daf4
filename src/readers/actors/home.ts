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
/** Sectors of private people, who can be of any country in an article that names several. */
const privateLife = new Set(["CVL", "EDU", "MED", "REL", "LAB", "BUS", "AGR", "CRM", "REF", "UAF", "REB", "ELI"])
/** Codes that are no country. */
const nowhere = new Set(["IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"])
/** Share of an article's country names that one country needs to be what the article is about. */
const share = 0.3
/** The same share, of a country beside which the others do not count. */
const sole = 0.6
/** Names in the headline, dateline and lead say more: characters, and how many times more; the dateline once more. */
const lead = {length: 250, weight: 3}
const dateline = 2
/** A town or province again and again, which can be of another country than the one of its name, counts no more than this. */
const mostOfPlace = 4

/** What the names of an article say it is about. */
export interface Home {
  /** The country that stands out among its states, demonyms and capitals; null when none does. */
  readonly country: string | null
  /** Hardly any other country is named: whoever has none can only be of this one. */
  readonly isSole: boolean
  /** The article is the paper of an international body, such as a communiqué: its unnamed leaders and members are nobody's own. */
  readonly body: string | null
}

/** What an article is about, from the names it begins with and those it repeats. */
export function homeOf(text: string, known: readonly KnownName[]): Home {
  const counts = new Map<string, number>()
  const places = new Map<string, number>()
  for (const name of known) {
    const {country, id, kind} = name.entry
    if (country === null || !/^[A-Z]{3}$/.test(country) || nowhere.has(country) || country === "VAT") continue
    const weight = weightOf(text, name)
    const before = places.get(id) ?? 0
    if (kind === "place") places.set(id, before + weight)
    counts.set(country, (counts.get(country) ?? 0) + (kind === "place" && before >= mostOfPlace ? 0 : weight))
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const [best, second] = [...counts].sort((a, b) => b[1] - a[1])
  const standsOut = best !== undefined && best[1] >= 2 && best[1] / total >= share && best[1] >= 1.2 * (second?.[1] ?? 0)
  const body = bodyInTitle(text, known)
  const named = known.flatMap(({entry}) => (counts.has(entry.country ?? "") ? [entry.country] : []))
  const isSole = best !== undefined && named.filter(country => country === best[0]).length >= sole * named.length
  return {country: standsOut && body === null ? best[0] : null, isSole, body}
}

function weightOf(text: string, name: KnownName): number {
  if (name.start >= lead.length) return 1
  const after = /^[^\n]{0,40}?[—–]|^[^\n]{0,40}? - /.test(text.slice(name.end, name.end + 44))
  const isDateline = after && /(?:^|\n)[^\n—–]{0,60}$/.test(text.slice(Math.max(0, name.start - 62), name.start))
  return lead.weight + (isDateline ? dateline : 0)
}

/** The international body in the first line of a text that is no report: "52nd Pacific Islands Forum: communiqué". */
function bodyInTitle(text: string, known: readonly KnownName[]): string | null {
  const line = text.slice(0, Math.max(0, text.indexOf("\n")))
  if (line.length === 0 || line.length > 150 || !/communiqu|resolution|declaration|statement|minutes|press release|conclusions/i.test(line))
    return null
  const body = known.find(name => name.end <= line.length && name.entry.kind === "organization" && name.entry.sort === "igo")
  return body?.entry.country ?? null
}

/** Gives descriptions that name no country the one of the place they are in, else the article's own if their capacity is a domestic one. */
export function settleAtHome(clusters: readonly Cluster[], home: Home, isOwned: (cluster: Cluster) => boolean): void {
  const torn = tornCountry(clusters)
  for (const cluster of clusters) {
    if (cluster.country !== null || cluster.entry !== null || cluster.members.length > 0) continue
    const isNamedOnly = cluster.references.every(
      reference => reference.form !== "nominal" && reference.form !== "title" && reference.role === null,
    )
    if (isNamedOnly || cluster.references.some(({role, ours}) => ours || role?.abroad)) continue
    const where = cluster.references.find(reference => reference.where)?.where
    if (where && isOfCountry(cluster)) cluster.settle(where, "no country named: the one it is in")
    else if (home.body && isOfBody(cluster)) cluster.settle(home.body, "no country named: the body whose paper this is")
    else if (torn && isRising(cluster)) cluster.settle(torn, "no country named: the one whose opposition or rebels the article speaks of")
    else if (home.country && isDomestic(cluster) && !isOwned(cluster) && !isPrivatePerson(cluster, home.isSole))
      cluster.settle(home.country, "no country named: the one the article is about")
  }
}

/** The one country whose opposition or rebels a description names; null when there are several or none. */
function tornCountry(clusters: readonly Cluster[]): string | null {
  const countries = new Set(
    clusters.flatMap(cluster => (cluster.entry === null && cluster.country && isRising(cluster) ? [cluster.country] : [])),
  )
  const [only] = countries
  return countries.size === 1 && only && !nowhere.has(only) ? only : null
}

const isRising = ({kind, sectors}: Cluster): boolean => kind === "group" && /^(?:OPP|REB)$/.test(sectors[0] ?? "")

/** Somebody named can be of any country as a suspect, fighter, businessman or head of who knows what: only other capacities are had at home. */
function isPrivatePerson({kind, nameKeys, sectors, references}: Cluster, isSole: boolean): boolean {
  if (kind === "group" && !isSole && sectors.length === 0 && references.every(({role}) => role === null)) return true
  if (kind !== "person") return false
  if (!isSole && sectors.every(sector => privateLife.has(sector))) return true
  if (nameKeys.size === 0) return false
  const offices = references.flatMap(({role, form}) => (role && form !== "pronoun" ? [role] : []))
  return (
    sectors.every(sector => /^(?:BUS|CRM|UAF|REB)$/.test(sector)) ||
    (offices.length > 0 && offices.every(({weak, ofBody}) => weak && ofBody))
  )
}

/** "Leaders", "members" alone in a body's own paper. */
function isOfBody(cluster: Cluster): boolean {
  return cluster.references.some(({key, plural}) => plural && /^(?:leader|head|minister|delegate)$/.test(key))
}

function isDomestic(cluster: Cluster): boolean {
  return !cluster.references.some(reference => reference.named) && isOfCountry(cluster)
}

/** Is the capacity one that people have in a country of their own? */
function isOfCountry(cluster: Cluster): boolean {
  const sectors = cluster.sectors.length > 0 ? cluster.sectors : cluster.references.flatMap(reference => reference.role?.sectors ?? [])
  const isPeople = cluster.kind === "group" || cluster.kind === "person"
  return sectors.some(sector => domestic.has(sector)) || (isPeople && sectors.length === 0)
}
