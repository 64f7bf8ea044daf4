import type {Words} from "../../document/words.js"
import {caseOf, childrenBy} from "../../language/clause.js"
import type {Cast, Filler} from "./cast.js"
import {isOfClass} from "./senses.js"
import type {Slots} from "./slots.js"

/**
 * The sides of an act coded by the user's dictionary, as PETRARCH takes them: where the syntax names nobody, the next actor below the verb; several sources
 * with nobody opposite do it to each other; who receives something is the target and who it comes from the source.
 */
export function fillAsPetrarch(words: Words, row: number, {slots, cast}: {slots: Slots; cast: Cast}): Slots {
  const turned = giverFirst(words, row, {slots, cast})
  const target =
    turned.target.length > 0 || turned.source.length > 1 ? turned.target : nextBelow(words, row, {cast, besides: turned.source})
  const source = turned.source.length > 0 ? turned.source : nextBelow(words, row, {cast, besides: target})
  const trace = [...turned.trace, ...saysNext("source", source, turned.source), ...saysNext("target", target, turned.target)]
  return {...turned, source, target, reciprocal: target.length === 0 && source.length > 1, trace}
}

function saysNext(slot: string, found: readonly Filler[], known: readonly Filler[]): Slots["trace"] {
  if (found.length === 0 || known.length > 0) return []
  return [{rule: `${slot}: next actor below the verb`, span: found[0]!.span, gave: found[0]!.actor.name}]
}

/** "Chad received wheat from Norway": Norway gave it. */
function giverFirst(words: Words, row: number, {slots, cast}: {slots: Slots; cast: Cast}): Slots {
  const from = isOfClass(words, [row], "receiving")
    ? childrenBy(words, row, "obl").find(child => caseOf(words, child) === "from")
    : undefined
  const giver = from === undefined ? null : cast.at(from, {demonyms: true})
  return giver && slots.source.length > 0 ? {...slots, source: [giver], target: slots.source} : slots
}

/** The first actor in the verb's own phrase, other than these; clauses that hang on it are passed over. */
function nextBelow(words: Words, row: number, {cast, besides}: {cast: Cast; besides: readonly Filler[]}): Filler[] {
  for (const child of words.childrenOf(row)) {
    if (/^(?:nsubj|csubj|advcl|parataxis|ccomp|acl:relcl|conj)/.test(words.deprel[child]!)) continue
    const here = cast.at(child, {demonyms: true})
    if (here && !besides.some(other => other.actor.id === here.actor.id)) return [here]
    const below = nextBelow(words, child, {cast, besides})
    if (below.length > 0) return below
  }
  return []
}
