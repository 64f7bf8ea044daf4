import type {Span} from "../../document/span.js"
import type {Words} from "../../document/words.js"
import {headRow} from "../../language/noun-phrase.js"
import {readTable} from "../../lexicon/table.js"

/** The words that tell an act: its own and its light verb's row (−1 when it has none). */
export interface Told {
  readonly row: number
  readonly light: number
}

const longestClimb = 3
const reach = 4

let loaded: ReadonlyMap<string, string> | null = null

/** How a verb stands to an act named beside it, from data/events/attachments.tsv; undefined for other verbs. */
export function bearing(lemma: string | undefined): string | undefined {
  loaded ??= new Map(readTable("events/attachments.tsv").map(row => [row.verb!, row.bearing!]))
  return loaded.get((lemma ?? "").toLowerCase())
}

/** The trigger, its light verb and the verbs it is a complement of or a victim's fate in: words whose adjuncts are the act's own. */
export function anchorsOf(words: Words, act: Told): Set<number> {
  const anchors = new Set([act.row])
  if (act.light >= 0) anchors.add(act.light)
  let at = act.light >= 0 ? act.light : act.row
  for (let steps = 0; steps < longestClimb && words.head[at]! >= 0 && sharesAdjuncts(words, at); steps++) {
    at = words.head[at]!
    anchors.add(at)
  }
  return anchors
}

/** Does what hangs on the head of this word hang on the word as well: "carried out the attack on Monday", "died in the attack on Monday"? */
function sharesAdjuncts(words: Words, at: number): boolean {
  const head = bearing(words.lemma[words.head[at]!])
  if (words.deprel[at] === "obj" || words.deprel[at] === "nsubj:pass") return head !== "about"
  if (words.deprel[at] === "obl") return head === "fate" && words.upos[at] === "NOUN"
  return words.deprel[at] === "xcomp" || words.deprel[at] === "nsubj"
}

/**
 * The verb whose time and place an act's verb shares: the one it is joined to by "and", for what stands before both; or the main verb of
 * "opened fire on Friday, killing 12" and "shot dead, wounding …", on either side.
 */
export function sharingVerb(words: Words, act: Told): {own: number; row: number; side: "before" | "both"} | null {
  const own = act.light >= 0 ? act.light : act.row
  const isJoined = (row: number) => words.deprel[row] === "conj" && words.upos[words.head[row]!] === "VERB"
  const first = isJoined(own) ? words.head[own]! : own
  if (isTrailing(words, first)) return {own, row: words.head[first]!, side: "both"}
  return first === own ? null : {own, row: first, side: "before"}
}

/** "was killed and two others were wounded on Saturday": the verb of a like fate that follows, whose time and place close the sentence for both; −1 for none. */
export function fateBeside(words: Words, act: Told): number {
  if (act.light >= 0 || bearing(words.lemma[act.row]) !== "fate") return -1
  return words.childrenOf(act.row).find(child => words.deprel[child] === "conj" && bearing(words.lemma[child]) === "fate") ?? -1
}

/** A participle in -ing behind its verb, without a conjunction or a subject of its own. */
function isTrailing(words: Words, row: number): boolean {
  const head = words.head[row]!
  return (
    words.deprel[row] === "advcl" &&
    words.xpos[row] === "VBG" &&
    head >= 0 &&
    head < row &&
    words.upos[head] === "VERB" &&
    !words.childrenOf(row).some(child => /^(?:mark|nsubj|aux)/.test(words.deprel[child]!))
  )
}

/** The candidate that hangs nearest on the words of an act, in its own sentence and clause. */
export function nearestBelow<T extends Span>(words: Words, act: Told, candidates: readonly T[]): T | null {
  const anchors = anchorsOf(words, act)
  let best: {candidate: T; distance: number} | null = null
  for (const candidate of candidates) {
    const row = headRow(words, candidate)
    if (row >= words.length || words.sentence[row] !== words.sentence[act.row]) continue
    const up = distanceUp(words, row, anchors, reach)
    const distance = up * 1000 + Math.abs(row - act.row)
    if (up >= 0 && (!best || distance < best.distance)) best = {candidate, distance}
  }
  return best?.candidate ?? null
}

/** Steps from a row up to one of the anchors, −1 when none is met within `limit` or another clause lies between. */
export function distanceUp(words: Words, row: number, anchors: ReadonlySet<number>, limit: number): number {
  let at = row
  for (let steps = 0; steps <= limit; steps++) {
    if (anchors.has(at)) return steps
    if (steps > 0 && words.upos[at] === "VERB" && !tellsHappening(words, at)) return -1
    at = words.head[at]!
    if (at < 0) return -1
  }
  return -1
}

/** "the murder, carried out this morning", "the attack that happened on Monday": a clause that says when its noun happened. */
const tellsHappening = (words: Words, row: number): boolean => /^acl/.test(words.deprel[row]!) && bearing(words.lemma[row]) === "happens"
