import {overlaps} from "../../document/span.js"
import type {Words} from "../../document/words.js"
import {type PairOpinion, pairTypes} from "../../language/pair-network.js"
import type {Event, Pair} from "../../record/all.js"
import type {Network} from "./network.js"
import {codesOf} from "./ontology.js"

/** What an answer weighs, at full confidence, against the pair network's probabilities: one read from the pair's own act, and one summed over the words about it. */
export const weights = {act: 1, words: 0.6}

interface Sentence {
  readonly words: Words
  readonly network: Network
  readonly events: readonly Event[]
}

/** Weighs what was read from the sentence against what the pair network says; the trace shows both. */
export function weighPair(
  {read, weight}: {read: Pair; weight: number},
  opinion: PairOpinion | null,
  {words, network, events}: Sentence,
): Pair {
  if (opinion === null) return read
  const scores = pairTypes.map((type, at) => ({type, score: opinion.types[at]! + (type === read.type ? weight * read.confidence : 0)}))
  const {type, score} = scores.reduce((best, next) => (next.score > best.score ? next : best))
  const confidence = Math.round((1000 * score) / (1 + weight * read.confidence)) / 1000
  const span = {start: words.start[opinion.row]!, end: words.end[opinion.row]!}
  const step = {rule: `pair network: ${likeliest(opinion)}`, span, gave: type}
  if (type === read.type) return {...read, confidence, trace: [...read.trace, step]}
  const first = read.trace[0]!
  const status = events.find(event => overlaps(event.trigger, span))?.status ?? read.status ?? "actual"
  const mode = network.modeAt(opinion.row, type)
  const refused = {rule: `not taken: ${first.rule}`, span: first.span, gave: read.type ?? "nothing"}
  return {type, mode, quad: codesOf(type, mode).quad, status, confidence, trace: [step, refused]}
}

/** The three types the network holds most likely: "ACCUSE 0.81, REJECT 0.10, REQUEST 0.03". */
function likeliest({types}: PairOpinion): string {
  return pairTypes
    .map((name, at) => ({name, value: types[at]!}))
    .sort((a, b) => b.value - a.value)
    .slice(0, 3)
    .map(({name, value}) => `${name} ${value.toFixed(2)}`)
    .join(", ")
}
