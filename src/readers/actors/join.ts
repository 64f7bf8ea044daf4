import type {Span} from "../../document/span.js"
import type {Words} from "../../document/words.js"
import {Cluster, initialsOf, shareName} from "./cluster.js"
import type {Reference} from "./mention.js"

/** What joining needs besides the references. */
export interface JoinContext {
  readonly words: Words
  readonly chains: readonly (readonly Span[])[]
}

/** Joins references, in reading order, into clusters that each mean one actor. */
export function joinReferences(references: readonly Reference[], context: JoinContext): Cluster[] {
  const chainOf = indexChains(references, context.chains)
  const clusters: Cluster[] = []
  const byReference = new Map<Reference, Cluster>()
  for (const reference of references) {
    const cluster = findCluster(reference, {clusters, byReference, chainOf, ...context})
    if (cluster) cluster.add(reference)
    else clusters.push(new Cluster(reference))
    byReference.set(reference, cluster ?? clusters[clusters.length - 1]!)
  }
  return clusters
}

interface Known extends JoinContext {
  readonly clusters: readonly Cluster[]
  readonly byReference: ReadonlyMap<Reference, Cluster>
  readonly chainOf: ReadonlyMap<Reference, readonly Reference[]>
}

function findCluster(reference: Reference, known: Known): Cluster | null {
  const recent = [...known.clusters].sort((a, b) => b.last.start - a.last.start)
  return (
    (reference.form === "name" || reference.form === "demonym" || reference.form === "metonym" ? byName(reference, recent) : null) ??
    byApposition(reference, known) ??
    (reference.form === "nominal" || reference.form === "title" ? byDescription(reference, recent) : null) ??
    byChain(reference, known)
  )
}

function byName(reference: Reference, recent: readonly Cluster[]): Cluster | null {
  if (reference.entry) {
    const same = recent.find(cluster => cluster.entry === reference.entry)
    if (same) return same
  }
  if (reference.form !== "name") return null
  const admitting = recent.filter(cluster => cluster.nameKeys.length > 0 && cluster.admits(reference))
  return (
    admitting.find(cluster => cluster.nameKeys.includes(reference.key)) ??
    (reference.kind === "person"
      ? admitting.find(cluster => cluster.isPerson && cluster.nameKeys.some(key => shareName(key, reference.key)))
      : null) ??
    admitting.find(cluster => !cluster.isPerson && isAcronymOf(reference, cluster)) ??
    null
  )
}

function isAcronymOf(reference: Reference, cluster: Cluster): boolean {
  const short = reference.key.replaceAll(".", "")
  return short.length >= 2 && short.length <= 7 && !short.includes(" ") && cluster.nameKeys.some(key => initialsOf(key) === short)
}

/** "the envoy, Ismail Ould Cheikh Ahmed": the two hang on one another as apposition. */
function byApposition(reference: Reference, {words, byReference}: Known): Cluster | null {
  for (const [other, cluster] of byReference) {
    const linked =
      (words.head[reference.head] === other.head && words.deprel[reference.head] === "appos") ||
      (words.head[other.head] === reference.head && words.deprel[other.head] === "appos")
    if (linked && cluster.admits(reference)) return cluster
  }
  return null
}

/** "the ministry" after "the Foreign Ministry"; "rebel forces" told twice; "the French president" after Hollande. */
function byDescription(reference: Reference, recent: readonly Cluster[]): Cluster | null {
  const admitting = recent.filter(cluster => cluster.admits(reference))
  const same = admitting.find(cluster =>
    cluster.references.some(other => other.form !== "pronoun" && other.key === reference.key && sameCapacity(other, reference)),
  )
  if (same && (reference.definite || reference.plural)) return same
  if (!reference.definite) return null
  const role = reference.role
  if (!role) return null
  return (
    admitting.find(cluster =>
      cluster.references.some(
        other => other.role !== null && (other.role.phrase === role.phrase || other.role.phrase.endsWith(` ${role.phrase}`)),
      ),
    ) ??
    admitting.find(cluster => endsAlike(cluster, role.phrase)) ??
    null
  )
}

/** "the ministry" means the cluster named "… ministry". */
function endsAlike(cluster: Cluster, phrase: string): boolean {
  return cluster.nameKeys.some(key => key.endsWith(` ${phrase}`))
}

function sameCapacity(a: Reference, b: Reference): boolean {
  const countries = a.country === null || b.country === null || a.country === b.country
  return countries && (a.sectors.join() === b.sectors.join() || b.sectors.length === 0)
}

function byChain(reference: Reference, {byReference, chainOf}: Known): Cluster | null {
  for (const other of chainOf.get(reference) ?? []) {
    const cluster = byReference.get(other)
    if (cluster && cluster.last.start < reference.start && cluster.admits(reference)) return cluster
  }
  return null
}

/** For each reference, the others of its chain: matched by the head word. */
function indexChains(references: readonly Reference[], chains: readonly (readonly Span[])[]): Map<Reference, Reference[]> {
  const found = new Map<Reference, Reference[]>()
  for (const chain of chains) {
    const inside = chain.flatMap(span => bestMatch(references, span) ?? [])
    for (const reference of inside) found.set(reference, inside.filter(other => other !== reference).reverse())
  }
  return found
}

function bestMatch(references: readonly Reference[], span: Span): Reference | null {
  let best: Reference | null = null
  for (const reference of references) {
    if (reference.start >= span.end) break
    if (reference.form === "demonym" || reference.end <= span.start || reference.start < span.start - 40) continue
    if (best === null || gap(reference, span) < gap(best, span)) best = reference
  }
  return best && gap(best, span) <= 30 ? best : null
}

/** How many characters two overlapping spans differ by. */
export function gap(a: Span, b: Span): number {
  return Math.abs(a.start - b.start) + Math.abs(a.end - b.end)
}
