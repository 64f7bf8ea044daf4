import type {Words} from "../../document/words.js"
import {caseOf, childrenBy} from "../../language/clause.js"
import type {Cast} from "./cast.js"
import type {Cluster} from "./cluster.js"

/** "its spokesman", "Pashinyan's bloc", "a spokeswoman for the family": the owner gives country and capacity where the words give none. */
export function inheritFromOwners(cast: Cast, words: Words): void {
  for (const cluster of cast.clusters) {
    if (cluster.entry !== null || (cluster.country !== null && cluster.sectors.length > 0)) continue
    const owner = cluster.references.some(({role}) => role?.outside) ? null : ownerOf(cluster, words, cast)
    if (owner && owner !== cluster) cluster.inherit(owner)
  }
}

/** The actor that a description names as the one it belongs to; null when none. */
export function ownerOf(cluster: Cluster, words: Words, cast: Cast): Cluster | null {
  for (const reference of cluster.references) {
    if (reference.form === "pronoun" || reference.form === "name") continue
    const owners = [
      ...childrenBy(words, reference.head, "nmod:poss", ...(reference.role?.beat ? [] : ["compound"])),
      ...childrenBy(words, reference.head, "nmod").filter(row => /^(?:of|for)$/.test(caseOf(words, row))),
    ]
    const found = owners.map(row => cast.at(row)).find(owner => owner !== null && owner !== cluster)
    if (found) return found
  }
  return null
}
