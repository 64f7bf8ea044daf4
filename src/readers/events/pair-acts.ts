import {overlaps, type Span} from "../../document/span.js"
import type {Words} from "../../document/words.js"
import {withConjuncts} from "../../language/clause.js"
import {headRow} from "../../language/noun-phrase.js"
import type {Actor} from "../../record/all.js"
import type {AskedPair} from "../../record/pair.js"
import type {Act} from "./acts.js"
import {agentOf} from "./voice.js"

/** An act that may be what is asked about, and how well its two sides are the asked ones: 1 when both are named in its slots. */
export interface Match {
  readonly act: Act
  readonly fit: number
}

/** How many steps above the target a verb may stand, and what each step costs. */
const reach = {steps: 6, cost: 0.06, first: 0.85}

/** The act of the sentence that joins the two sides best; null when none joins them. */
export function actBetween(pair: AskedPair, acts: readonly Act[], {words, actors}: {words: Words; actors: readonly Actor[]}): Match | null {
  let best: Match | null = null
  for (const act of acts) {
    const fit = fitOf(act, pair, {words, actors})
    if (fit > 0 && (best === null || fit * act.confidence > best.fit * best.act.confidence)) best = {act, fit}
  }
  return best
}

function fitOf(act: Act, pair: AskedPair, {words, actors}: {words: Words; actors: readonly Actor[]}): number {
  const verb = act.light >= 0 ? act.light : act.row
  const {source, target, things, reciprocal} = act.slots
  const mentions = (asked: Span, fillers: Act["slots"]["source"]) =>
    fillers.some(
      filler =>
        overlaps(filler.span, asked) ||
        actors.some(actor => actor.id === filler.actor.id && actor.mentions.some(mention => overlaps(mention, asked))),
    )
  const from = pair.source === null ? 1 : mentions(pair.source, source) || isAgent(words, verb, pair.source) ? 1 : 0
  if (from === 0 || pair.target === null) return from
  const named = mentions(pair.target, reciprocal ? source : target) || things.some(span => overlaps(span, pair.target!))
  return named ? 1 : nearness(words, {verb, row: act.row}, pair.target)
}

function isAgent(words: Words, verb: number, asked: Span): boolean {
  if (words.upos[verb] !== "VERB") return false
  const agent = agentOf(words, verb)
  if (agent < 0) return false
  const head = headRow(words, asked)
  return withConjuncts(words, agent).includes(head) || (words.start[agent]! >= asked.start && words.end[agent]! <= asked.end)
}

/** How near below the act the target stands: 0 when it hangs on something else. */
function nearness(words: Words, {verb, row}: {verb: number; row: number}, asked: Span): number {
  let at = headRow(words, asked)
  for (let steps = 0; at >= 0 && steps <= reach.steps; steps++) {
    if ((at === verb || at === row) && steps > 0) return reach.first - reach.cost * (steps - 1)
    at = words.head[at]!
  }
  return 0
}
