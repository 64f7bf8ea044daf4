import type {Words} from "../../document/words.js"
import {caseOf, childBy, childrenBy} from "../../language/clause.js"
import {readTable} from "../../lexicon/table.js"
import type {Cast} from "./cast.js"
import type {Cluster} from "./cluster.js"

/** How far, in characters, the members of a set may stand before it and after it. */
const span = {before: 1500, after: 400}

/** Gives "both sides", "the two countries", "each party" their members: the two actors of that kind spoken of last. */
export function fillSets(cast: Cast, words: Words): void {
  const ordered = [...cast.clusters].sort((a, b) => a.spot.start - b.spot.start)
  const sets: Pair[] = []
  for (const [index, cluster] of ordered.entries()) {
    const first = cluster.references[0]!
    const wanted = first.form === "nominal" && isPair(words, first.head) ? setNouns().get(first.key) : undefined
    if (wanted === undefined || (first.count === "two" && !first.definite)) continue
    const host = hostOf(cluster, cast, words)
    const near = around(ordered, index).filter(other => other !== host)
    const members = listedBehind(cluster, cast, words) ?? lately(sets, {start: first.start, wanted}) ?? lastTwo(cluster, {near, wanted})
    if (members.length < 2) continue
    sets.push({wanted, at: first.start, members})
    cluster.members.push(...members)
    cluster.plural = true
    cluster.kind = "group"
    cluster.country ??= sameOf(members.map(member => member.country ?? member.entry?.country ?? null))
    cluster.sectors = wanted === "state" ? ["GOV"] : sharedSectors(members)
  }
}

/** "The two men, Ann Lee and Bo Kim": the members that follow the set; null when none do. */
function listedBehind(set: Cluster, cast: Cast, words: Words): Cluster[] | null {
  const listed = childrenBy(words, set.references[0]!.head, "appos").flatMap(row => [row, ...childrenBy(words, row, "conj")])
  const members = [...new Set(listed.map(row => cast.at(row)))].filter(member => member !== null && member !== set)
  return members.length === 2 ? (members as Cluster[]) : null
}

/** Whoever "hosted the two sides" or "urged both countries" is neither of them: the subject of the verb that they hang on. */
function hostOf(set: Cluster, cast: Cast, words: Words): Cluster | null {
  for (let row = set.references[0]!.head, steps = 0; row >= 0 && steps < 5; row = words.head[row]!, steps++) {
    if (/^nsubj/.test(words.deprel[row]!)) return null
    if (words.upos[row] === "VERB") return cast.at(childBy(words, row, "nsubj"))
  }
  return null
}

/** Two actors that a set meant, where, and of which kind. */
interface Pair {
  readonly wanted: string
  readonly at: number
  readonly members: readonly Cluster[]
}

/** The members of the last set of the same kind, unless it is far: "the two sides … each party". */
function lately(sets: readonly Pair[], {start, wanted}: {start: number; wanted: string}): readonly Cluster[] | null {
  const last = sets.findLast(pair => pair.wanted === wanted)
  return last && start - last.at < span.before ? last.members : null
}

let loaded: ReadonlyMap<string, string> | null = null

function setNouns(): ReadonlyMap<string, string> {
  loaded ??= new Map(readTable("actors/sets.tsv").map(row => [row.noun!, row.members!]))
  return loaded
}

/** "both sides", "the two countries"; not "both sides of the Florida Straits". */
function isPair(words: Words, head: number): boolean {
  if (childrenBy(words, head, "nmod").some(row => words.upos[row] === "PROPN" && caseOf(words, row) === "of")) return false
  return words.childrenOf(head).some(child => /^(?:both|two|neither|either|each)$/i.test(words.form(child)))
}

/** The clusters that begin before this one, the latest 120, and the 20 that begin after it. */
function around(ordered: readonly Cluster[], index: number): Cluster[] {
  return ordered.slice(Math.max(0, index - 120), index + 21).filter(cluster => cluster !== ordered[index])
}

function lastTwo(set: Cluster, {near, wanted}: {near: readonly Cluster[]; wanted: string}): Cluster[] {
  const {start, end} = set.spot
  const fitting = near.filter(cluster => fits(cluster, wanted) && isOf(set.country, cluster))
  const earlier = fitting
    .map(cluster => ({cluster, at: lastBefore(cluster, start)}))
    .filter(({at}) => at >= 0 && start - at < span.before)
    .sort((a, b) => b.at - a.at)
    .map(({cluster}) => cluster)
  const chosen = apart(earlier)
  if (chosen.length === 2 && start - lastBefore(chosen[1]!, start) < 800) return chosen
  const later = fitting.filter(cluster => cluster.spot.start >= start && cluster.spot.start < end + span.after)
  return apart([...later, ...chosen, ...earlier])
}

/** "Both sides of the Syrian conflict" are of that country, or of none named. */
function isOf(country: string | null, cluster: Cluster): boolean {
  return (
    country === null ||
    (cluster.country === country && cluster.kind !== "state") ||
    (cluster.country === null && cluster.sectors.includes("REB"))
  )
}

/** The first two that are not one another's part: a state and its own government are no two sides. */
function apart(clusters: readonly Cluster[]): Cluster[] {
  const [one] = clusters
  const other = clusters.find(
    cluster => one && cluster !== one && !isOwnState(cluster, one) && !isOwnState(one, cluster) && !isSameCamp(cluster, one),
  )
  return one && other ? [one, other] : clusters.slice(0, 1)
}

/** A state beside its own forces or officials; its rebels are another side. */
function isOwnState(state: Cluster, other: Cluster): boolean {
  return state.kind === "state" && other.kind !== "state" && state.country === other.country && campOf(other) !== "rising"
}

/** Rebels and opposition of a country stand together, and so do its ministries and soldiers. */
function isSameCamp(a: Cluster, b: Cluster): boolean {
  const camp = campOf(a)
  return camp !== null && camp === campOf(b) && (a.country === b.country || a.country === null || b.country === null)
}

function campOf({sectors, kind}: Cluster): "rising" | "ruling" | null {
  if (kind === "person") return null
  if (sectors.some(sector => /^(?:REB|OPP|UAF)$/.test(sector))) return "rising"
  return sectors.some(sector => /^(?:GOV|MIL|COP)$/.test(sector)) ? "ruling" : null
}

function lastBefore(cluster: Cluster, position: number): number {
  return cluster.references.findLast(reference => reference.start < position)?.start ?? -1
}

function fits(cluster: Cluster, wanted: string): boolean {
  if (cluster.members.length > 0) return false
  if (wanted === "state") return cluster.kind === "state" && cluster.references.some(reference => reference.form !== "demonym")
  if (wanted === "person") return cluster.kind === "person" && cluster.nameKeys.size > 0
  if (cluster.sectors.includes("JRN") || /^(?:IGO|UNO|EUR|NGO)$/.test(cluster.country ?? "") || isLoadedLabel(cluster)) return false
  return (
    ["state", "government", "organization"].includes(cluster.kind ?? "") ||
    (cluster.kind === "group" && cluster.sectors.some(sector => ["REB", "GOV", "OPP", "MIL", "PTY", "UAF"].includes(sector)))
  )
}

/** "the extremists" is somebody's word for one of the sides, not a side. */
function isLoadedLabel(cluster: Cluster): boolean {
  return (
    cluster.sectors.some(sector => sector === "REB" || sector === "UAF" || sector === "CRM") &&
    cluster.references.every(({role}) => role?.label === true)
  )
}

function sameOf(countries: readonly (string | null)[]): string | null {
  const [first = null] = countries
  return countries.every(country => country === first) ? first : null
}

function sharedSectors(members: readonly Cluster[]): string[] {
  const [first, ...others] = members.map(member => (member.entry?.kind === "person" ? member.entry.sectors : member.sectors))
  return (first ?? []).filter(sector => others.every(sectors => sectors.includes(sector)))
}
