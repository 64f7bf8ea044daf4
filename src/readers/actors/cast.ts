import {Cluster, initialsOf} from "./cluster.js"
import type {Reference} from "./mention.js"

/** How far back one label is followed: more bearers of one word than this are not told apart. */
const reach = 40

/** The actors met so far in the text, with the labels by which later words find them again. */
export class Cast {
  readonly clusters: Cluster[] = []
  private readonly byHead = new Map<number, Cluster>()
  private readonly shelves = new Map<string, Cluster[]>()

  /** Puts a reference into a cluster, into a new one of its own when given none. */
  place(reference: Reference, known: Cluster | null): Cluster {
    const cluster = known ?? new Cluster(reference)
    if (known) known.add(reference)
    else this.clusters.push(cluster)
    if (reference.form !== "demonym" || !this.byHead.has(reference.head)) this.byHead.set(reference.head, cluster)
    for (const label of labelsOf(reference)) this.shelve(label, cluster)
    return cluster
  }

  /** The actor that the word of this row heads a mention of; null when none. */
  at(row: number): Cluster | null {
    return this.byHead.get(row) ?? null
  }

  /** Actors that go by one of these labels, the last mentioned first. */
  find(...labels: readonly string[]): Cluster[] {
    const found = new Set<Cluster>()
    for (const label of labels) {
      const shelf = this.shelves.get(label) ?? []
      for (let at = shelf.length - 1; at >= Math.max(0, shelf.length - reach); at--) found.add(shelf[at]!)
    }
    return [...found].sort((a, b) => b.last.start - a.last.start)
  }

  private shelve(label: string, cluster: Cluster): void {
    const shelf = this.shelves.get(label)
    if (!shelf) this.shelves.set(label, [cluster])
    else if (shelf[shelf.length - 1] !== cluster) shelf.push(cluster)
  }
}

/** What a reference can be found again by: its entry, name, words, acronym, head noun, capacity. */
function labelsOf(reference: Reference): string[] {
  const labels: string[] = []
  if (reference.entry) labels.push(`entry ${reference.entry.id}`)
  if (reference.kind === "state") labels.push("state")
  if (reference.kind === "organization" || reference.kind === "government") labels.push("body")
  if (reference.kind === "person" && reference.form !== "pronoun") labels.push("person")
  if (reference.plural) labels.push("several")
  if (reference.role) labels.push(`role ${lastWord(reference.role.phrase)}`)
  if (reference.form === "name") {
    labels.push(`name ${reference.key}`, `initials ${initialsOf(reference.key)}`)
    for (const word of reference.key.split(/[ -]/)) labels.push(`word ${word}`)
  } else if (reference.form !== "pronoun") labels.push(`noun ${reference.key}`)
  return labels
}

/** "minister" of "foreign minister". */
export function lastWord(phrase: string): string {
  return phrase.slice(phrase.lastIndexOf(" ") + 1)
}
