import type {Words} from "../../document/words.js"
import {readTable} from "../../lexicon/table.js"
import type {Actor} from "../../record/all.js"
import type {Act} from "./acts.js"
import {hasTrait} from "./sectors.js"
import {classOf} from "./topic.js"
import {patientOf} from "./voice.js"

let loaded: ReadonlyMap<string, string> | null = null

/**
 * Words of war used of politics, trade or feelings ("attacked the budget", "the battle for the nomination"): the word is one of data/events/figurative.tsv,
 * nobody armed takes part, the sentence speaks of no arms or wounds, and those who fight are politicians, firms or persons, or what is fought is a thing.
 */
export function isFigurative(act: Act, words: Words): boolean {
  loaded ??= new Map(readTable("events/figurative.tsv").map(row => [row.lemma!, row.of!]))
  const of = act.type === "ASSAULT" ? loaded.get(words.lemma[act.row]!.toLowerCase()) : undefined
  if (!of) return false
  const actors = [...act.slots.source, ...act.slots.target].map(filler => filler.actor)
  if (actors.some(actor => hasTrait(actor, "armed") || actor.kind === "state")) return false
  return !speaksOfArms(words, act.row) && ((of === "anybody" && actors.some(isCivilian)) || isOnThing(act, words))
}

function isCivilian(actor: Actor): boolean {
  return actor.kind === "person" || hasTrait(actor, "rival")
}

function isOnThing(act: Act, words: Words): boolean {
  const object = words.upos[act.row] === "VERB" ? patientOf(words, act.row) : -1
  return act.slots.target.length === 0 && object >= 0 && words.upos[object] === "NOUN"
}

function speaksOfArms(words: Words, row: number): boolean {
  const sentence = words.sentence[row]
  let first = row
  while (first > 0 && words.sentence[first - 1] === sentence) first--
  for (let at = first; at < words.length && words.sentence[at] === sentence; at++)
    if (at !== row && classOf(words, at) === "conflict") return true
  return false
}
