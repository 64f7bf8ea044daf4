import type {Words} from "../../document/words.js"
import {caseOf, childrenBy} from "../../language/clause.js"
import type {Cluster} from "./cluster.js"

/** "its spokesman", "Pashinyan's bloc", "a spokeswoman for the family": the owner gives country and capacity where the words give none. */
export function inheritFromOwners(clusters: readonly Cluster[], words: Words): void {
  const byHead = new Map(
    clusters.flatMap(cluster =>
      cluster.references.filter(reference => reference.form !== "demonym").map(reference => [reference.head, cluster] as const),
    ),
  )
  for (const cluster of clusters) {
    if (cluster.entry !== null || (cluster.country !== null && cluster.sectors.length > 0)) continue
    const owner = ownerOf(cluster, words, byHead)
    if (owner && owner !== cluster) cluster.inherit(owner)
  }
}

function ownerOf(cluster: Cluster, words: Words, byHead: ReadonlyMap<number, Cluster>): Cluster | null {
  for (const reference of cluster.references) {
    if (reference.form === "pronoun" || reference.form === "name") continue
    const owners = [
      ...childrenBy(words, reference.head, "nmod:poss"),
      ...childrenBy(words, reference.head, "nmod").filter(row => /^(?:of|for)$/.test(caseOf(words, row))),
    ]
    const found = owners.map(row => byHead.get(row)).find(owner => owner !== undefined)
    if (found) return found
  }
  return null
}
