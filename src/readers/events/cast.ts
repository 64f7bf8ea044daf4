import type {Span} from "../../document/span.js"
import type {Words} from "../../document/words.js"
import {caseOf, childBy} from "../../language/clause.js"
import {headRow, nounPhraseSpan} from "../../language/noun-phrase.js"
import type {Actor, Mention} from "../../record/all.js"
import type {Network} from "./network.js"

/** Somebody named in a slot: the actor and the words that name them there. */
export interface Filler {
  readonly actor: Actor
  readonly span: Span
}

interface Placed {
  readonly actor: Actor
  readonly mention: Mention
}

/** How sure the network must be of who takes part, near the act in the tree and far from it. */
const certain = {near: 0.4, far: 0.8}
/** Steps in the tree between an act and those near it. */
const nearby = 3
const nameParts = new Set(["flat", "appos", "compound", "nmod:desc", "flat:name"])

/** Finds which actor stands at a word. Built once a document. */
export class Cast {
  private readonly byHead = new Map<number, Placed[]>()
  /** Where a person's name ends → the names that end there, in the order of the actors. */
  private readonly people = new Map<number, Placed[]>()
  /** Sentence → the heads of the mentions in it. */
  private readonly heads = new Map<number, number[]>()

  constructor(
    private readonly words: Words,
    actors: readonly Actor[],
  ) {
    for (const actor of actors) {
      for (const mention of actor.mentions) {
        const row = headRow(words, mention)
        if (!this.byHead.has(row)) append(this.heads, words.sentence[row] ?? -1, row)
        append(this.byHead, row, {actor, mention})
        if (actor.kind === "person" && mention.form === "name") append(this.people, mention.end, {actor, mention})
      }
    }
  }

  /** The actor that a noun phrase with this head refers to; demonyms count only with `demonyms`. Null when it refers to nobody known. */
  at(row: number, {demonyms = false}: {demonyms?: boolean} = {}): Filler | null {
    if (row < 0) return null
    const person = this.personWithin(row)
    if (person) return person
    const here = this.placedAt(row, demonyms)
    if (here) return {actor: here.actor, span: this.namingSpan(here, row)}
    for (const child of this.words.childrenOf(row)) {
      if (!nameParts.has(this.words.deprel[child]!)) continue
      const named = this.placedAt(child, false)
      if (named && (named.actor.kind === "person" || this.words.deprel[child] !== "compound"))
        return {actor: named.actor, span: nounPhraseSpan(this.words, row)}
    }
    return null
  }

  /** The mention itself; of a pronoun the nearest words before it in the sentence that name whom it means. */
  private namingSpan({actor, mention}: Placed, row: number): Span {
    const sentence = this.words.sentence[row]
    const named =
      mention.form === "pronoun"
        ? actor.mentions.filter(
            other => other.form !== "pronoun" && other.end <= mention.start && this.words.sentence[headRow(this.words, other)] === sentence,
          )
        : []
    const {start, end} = named.at(-1) ?? mention
    return {start, end}
  }

  /** "Secretary of State John Kerry", however the tree joins its parts: the person whose name ends the phrase. */
  private personWithin(row: number): Filler | null {
    if (this.words.upos[row] !== "PROPN") return null
    const phrase = nounPhraseSpan(this.words, row)
    const person = this.people.get(phrase.end)?.find(({mention}) => mention.start > phrase.start)
    return person ? {actor: person.actor, span: phrase} : null
  }

  /** The actors of the sentence that the network most likely sees in a slot of the act at `row`; nobody when it is in doubt. */
  likeliest(row: number, {slot, network, besides}: {slot: 0 | 1; network: Network; besides: readonly Filler[]}): Filler[] {
    const found: {filler: Filler; probability: number}[] = []
    for (const head of this.heads.get(this.words.sentence[row]!) ?? []) {
      const placed = this.byHead.get(head)!
      if (head === row || isWhereabouts(this.words, head) || isOfPredicate(this.words, row, head)) continue
      if (slot === 0 && isReporter(this.words, row, head)) continue
      const probability = network.role(row, head, slot)
      const first = placed.find(({mention}) => mention.form !== "demonym") ?? placed[0]!
      if (
        probability < (stepsBetween(this.words, row, head) <= nearby ? certain.near : certain.far) ||
        besides.some(other => other.actor.id === first.actor.id)
      )
        continue
      found.push({filler: {actor: first.actor, span: {start: first.mention.start, end: first.mention.end}}, probability})
    }
    const ranked = found.sort((a, b) => b.probability - a.probability)
    return ranked.slice(0, 1).map(({filler}) => filler)
  }

  private placedAt(row: number, demonyms: boolean): Placed | null {
    const here = (this.byHead.get(row) ?? []).filter(placed => demonyms || placed.mention.form !== "demonym")
    return here.find(placed => placed.mention.form === "name") ?? here[0] ?? null
  }
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const known = lists.get(key)
  if (known) known.push(value)
  else lists.set(key, [value])
}

/** Steps in the tree from one word of a sentence to another. */
function stepsBetween(words: Words, from: number, to: number): number {
  const above = new Map<number, number>()
  for (let at = from, steps = 0; at >= 0; at = words.head[at]!) above.set(at, steps++)
  for (let at = to, steps = 0; at >= 0; at = words.head[at]!, steps++) {
    const up = above.get(at)
    if (up !== undefined) return up + steps
  }
  return Number.POSITIVE_INFINITY
}

/** "the arrest was unrelated to his talks with the envoy": what is said of an act by a state or a likeness names nobody who takes part. */
function isOfPredicate(words: Words, act: number, row: number): boolean {
  const predicate = words.head[act]!
  if (!words.deprel[act]!.startsWith("nsubj") || predicate < 0 || words.upos[predicate] === "VERB") return false
  for (let at = row; at >= 0; at = words.head[at]!) if (at === act) return false
  return true
}

/** "Aid groups say that their workers have been killed": who reports what was done to others did not do it. */
function isReporter(words: Words, act: number, row: number): boolean {
  if (childBy(words, act, "nsubj:pass") < 0 || !words.deprel[row]!.startsWith("nsubj")) return false
  for (let at = words.head[act]!; at >= 0; at = words.head[at]!) if (at === words.head[row]) return true
  return false
}

/** "met in Tonga": where it was, not with whom. */
function isWhereabouts(words: Words, row: number): boolean {
  return /^(?:in|at|near|outside|inside)$/.test(caseOf(words, row))
}
