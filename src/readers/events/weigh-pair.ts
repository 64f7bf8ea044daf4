import {overlaps} from "../../document/span.js"
import type {Words} from "../../document/words.js"
import {type PairOpinion, pairTypes} from "../../language/pair-network.js"
import type {Event, Pair} from "../../record/all.js"
import type {Network} from "./network.js"
import {codesOf} from "./ontology.js"

/** What an answer weighs, at full confidence, against the pair network's probabilities: one read from the pair's own act, and one summed over the words about it. */
export const weights = {act: 1, words: 0.3}

interface Sentence {
  readonly words: Words
  readonly network: Network
  readonly events: readonly Event[]
}

/** An answer, the row of the word it was read from (−1 when there is none) and what it weighs against the pair network's. */
export interface Read {
  readonly answer: Pair
  readonly row: number
  readonly weight: number
}

/** Weighs what was read from the sentence against what the pair network says; the trace shows both. */
export function weighPair(read: Read, opinion: PairOpinion | null, {words, network, events}: Sentence): Omit<Read, "weight"> {
  if (opinion === null) return read
  const {answer, weight} = read
  const scores = pairTypes.map((type, at) => ({type, score: opinion.types[at]! + (type === answer.type ? weight * answer.confidence : 0)}))
  const {type, score} = scores.reduce((best, next) => (next.score > best.score ? next : best))
  const confidence = Math.round((1000 * score) / (1 + weight * answer.confidence)) / 1000
  const span = {start: words.start[opinion.row]!, end: words.end[opinion.row]!}
  const step = {rule: `pair network: ${likeliest(opinion)}`, span, gave: type}
  if (type === answer.type) return {answer: {...answer, confidence, trace: [...answer.trace, step]}, row: read.row}
  const first = answer.trace[0]!
  const status = events.find(event => overlaps(event.trigger, span))?.status ?? answer.status ?? "actual"
  const mode = network.modeAt(opinion.row, type)
  const refused = {rule: `not taken: ${first.rule}`, span: first.span, gave: answer.type ?? "nothing"}
  return {answer: {type, mode, quad: codesOf(type, mode).quad, status, confidence, trace: [step, refused]}, row: opinion.row}
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
