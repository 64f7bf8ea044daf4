import type {Span} from "../../document/span.js"
import type {Words} from "../../document/words.js"
import {caseOf, childBy, childrenBy} from "../../language/clause.js"
import {headRow} from "../../language/noun-phrase.js"
import {Cast} from "./cast.js"
import type {Cluster} from "./cluster.js"
import {byDescription} from "./descriptions.js"
import type {Reference} from "./mention.js"
import {byName} from "./same-name.js"
import {byStateWord, isStateWord} from "./state-words.js"

/** What joining needs besides the references. */
export interface JoinContext {
  readonly words: Words
  readonly chains: readonly (readonly Span[])[]
  /** The country the article is about; null when none stands out. */
  readonly home: string | null
}

/** Joins references, in reading order, into actors. */
export function joinReferences(references: readonly Reference[], context: JoinContext): Cast {
  const chainOf = indexChains(references, context)
  const cast = new Cast()
  const byReference = new Map<Reference, Cluster>()
  for (const reference of references) {
    const known = {cast, byReference, chainOf, ...context}
    if (reference.key !== "" && isStateWord(reference)) {
      const state = byStateWord(reference, known)
      if (state || !reference.definite) {
        if (state) byReference.set(reference, cast.place(reference, state))
        continue
      }
    }
    byReference.set(reference, cast.place(reference, findCluster(reference, known)))
  }
  return cast
}

interface Known extends JoinContext {
  readonly cast: Cast
  readonly byReference: ReadonlyMap<Reference, Cluster>
  readonly chainOf: ReadonlyMap<Reference, readonly Reference[]>
}

function findCluster(reference: Reference, known: Known): Cluster | null {
  const isNaming = reference.form === "name" || reference.form === "demonym" || reference.form === "metonym"
  return (
    (isNaming ? byName(reference, known.cast) : null) ??
    byGrammar(reference, known) ??
    (reference.form === "nominal" || reference.form === "title" ? byDescription(reference, known.cast, known.words) : null) ??
    byChain(reference, known)
  )
}

/** "the envoy, Ismail Ould Cheikh Ahmed"; "she is a lawyer"; "confirmed Waqa as Secretary General": what grammar makes one. */
function byGrammar(reference: Reference, {cast, words}: Known): Cluster | null {
  if (reference.form === "demonym") return null
  for (const row of samePersonRows(words, reference.head)) {
    const cluster = cast.at(row)
    if (cluster && cluster.last.form !== "demonym" && (cluster.admits({...reference, inner: []}) || isStateInRole(cluster, reference)))
      return cluster
  }
  return null
}

/** "Kuwait, the host": a state in a part that people play too. */
function isStateInRole(cluster: Cluster, {role, country, plural}: Reference): boolean {
  return cluster.entry?.kind === "state" && role?.weak === true && country === null && !plural
}

/** Rows of words that grammar equates with a noun: apposition either way, subject of a copula, object beside "as". */
function samePersonRows(words: Words, row: number): number[] {
  const rows = childrenBy(words, row, "appos").filter(other => !isPossessive(words, other))
  const head = words.head[row]!
  if (words.deprel[row] === "appos" && head >= 0 && !isPossessive(words, row)) rows.push(head)
  if (childBy(words, row, "cop") >= 0) rows.push(...childrenBy(words, row, "nsubj"))
  if (head >= 0 && caseOf(words, row) === "as" && /^(?:obl|nmod)/.test(words.deprel[row]!)) rows.push(...namedAs(words, head, row))
  if (head >= 0 && words.deprel[row] === "xcomp" && words.upos[row] !== "VERB") rows.push(...childrenBy(words, head, "obj", "nsubj:pass"))
  return rows
}

/** "Ana Zola's brother", with the owner taken for an apposition. */
function isPossessive(words: Words, row: number): boolean {
  return childrenBy(words, row, "case").some(child => /^['’]s?$/.test(words.form(child)))
}

/** Whom "as Secretary General" speaks of: the object of its verb, or the noun just before where the tree hangs it lower. */
function namedAs(words: Words, head: number, row: number): number[] {
  if (words.upos[head] === "VERB") return childrenBy(words, head, "obj", "nsubj:pass")
  for (let at = head, steps = 0; at >= 0 && steps < 3; at = words.head[at]!, steps++)
    if (/^(?:obj|nsubj:pass)$/.test(words.deprel[at]!)) return at < row ? [at] : []
  return []
}

function byChain(reference: Reference, {byReference, chainOf}: Known): Cluster | null {
  for (const other of chainOf.get(reference) ?? []) {
    const cluster = byReference.get(other)
    if (cluster && cluster.last.start < reference.start && cluster.admits(reference)) return cluster
  }
  return null
}

/** For each reference, the others of its chain: matched by the head word. */
function indexChains(references: readonly Reference[], {words, chains}: JoinContext): Map<Reference, Reference[]> {
  const byHead = new Map<number, Reference>()
  for (const reference of references) if (reference.form !== "demonym" || !byHead.has(reference.head)) byHead.set(reference.head, reference)
  const found = new Map<Reference, Reference[]>()
  for (const chain of chains) {
    const inside = chain.flatMap(span => referenceOf(words, span, byHead) ?? [])
    for (const reference of inside)
      found.set(
        reference,
        inside
          .filter(other => other !== reference)
          .slice(-12)
          .reverse(),
      )
  }
  return found
}

/** The reference that a span of a chain means: by its head, or the name that its head is a title of. */
function referenceOf(words: Words, span: Span, byHead: ReadonlyMap<number, Reference>): Reference | null {
  const head = headRow(words, span)
  const direct = byHead.get(head)
  if (direct && direct.form !== "demonym") return direct
  const named = childrenBy(words, head, "flat", "appos", "nmod:desc").find(row => byHead.get(row)?.form === "name")
  return named === undefined ? null : byHead.get(named)!
}
