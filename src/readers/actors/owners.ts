import type {Words} from "../../document/words.js"
import {childBy} from "../../language/clause.js"
import type {Cluster} from "./cluster.js"

/** "its spokesman", "their colleagues": whoever the pronoun means gives country and capacity where the words give none. */
export function inheritFromOwners(clusters: readonly Cluster[], words: Words): void {
  const byPronoun = new Map(clusters.flatMap(cluster => cluster.references.filter(reference => reference.form === "pronoun").map(reference => [reference.head, cluster] as const)))
  for (const cluster of clusters) {
    if (cluster.entry !== null || (cluster.country !== null && cluster.sectors.length > 0)) continue
    const owner = ownerOf(cluster, words, byPronoun)
    if (owner && owner !== cluster) cluster.inherit(owner)
  }
}

function ownerOf(cluster: Cluster, words: Words, byPronoun: ReadonlyMap<number, Cluster>): Cluster | null {
  for (const reference of cluster.references) {
    if (reference.form === "pronoun") continue
    const owner = childBy(words, reference.head, "nmod:poss")
    const found = owner >= 0 ? byPronoun.get(owner) : undefined
    if (found) return found
  }
  return null
}
