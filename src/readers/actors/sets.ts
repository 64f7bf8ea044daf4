import type {Words} from "../../document/words.js"
import {readTable} from "../../lexicon/table.js"
import type {Cluster} from "./cluster.js"

/** Gives "both sides", "the two countries", "the two leaders" their members: the two actors of that kind spoken of last. */
export function fillSets(clusters: readonly Cluster[], words: Words): void {
  for (const cluster of clusters) {
    const first = cluster.references[0]!
    const wanted = first.form === "nominal" && isPair(words, first.head) ? setNouns().get(first.key) : undefined
    if (wanted === undefined) continue
    const members = lastTwo(clusters, {before: first.start, after: first.end + 400, wanted})
    if (members.length === 2) cluster.members.push(...members)
  }
}

let loaded: ReadonlyMap<string, string> | null = null

function setNouns(): ReadonlyMap<string, string> {
  loaded ??= new Map(readTable("actors/sets.tsv").map(row => [row.noun!, row.members!]))
  return loaded
}

function isPair(words: Words, head: number): boolean {
  return words.childrenOf(head).some(child => /^(?:both|two|neither|either)$/i.test(words.form(child)))
}

function lastTwo(clusters: readonly Cluster[], {before, after, wanted}: {before: number; after: number; wanted: string}): Cluster[] {
  const fitting = clusters.filter(cluster => fits(cluster, wanted))
  const earlier = fitting
    .filter(cluster => cluster.references[0]!.start < before)
    .sort((a, b) => lastBefore(b, before) - lastBefore(a, before))
  const chosen = earlier.slice(0, 2)
  if (chosen.length === 2 && before - lastBefore(chosen[1]!, before) < 800) return chosen
  const later = fitting.filter(cluster => cluster.references[0]!.start >= before && cluster.references[0]!.start < after)
  return [...later, ...chosen].slice(0, 2)
}

function lastBefore(cluster: Cluster, position: number): number {
  return cluster.references.filter(reference => reference.start < position).pop()?.start ?? -1
}

function fits(cluster: Cluster, wanted: string): boolean {
  if (cluster.members.length > 0) return false
  if (wanted === "state") return cluster.kind === "state"
  if (wanted === "person") return cluster.kind === "person"
  return (
    ["state", "government", "organization"].includes(cluster.kind ?? "") ||
    (cluster.kind === "group" && cluster.sectors.some(sector => ["REB", "GOV", "OPP", "MIL", "PTY", "UAF"].includes(sector)))
  )
}
