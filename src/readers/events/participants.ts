import type {Words} from "../../document/words.js"
import {readTable} from "../../lexicon/table.js"
import type {Act} from "./acts.js"
import {isHeadline} from "./headline.js"
import {codesOf} from "./ontology.js"
import {hasTrait, isPublic} from "./sectors.js"
import type {Topic} from "./topic.js"
import {patientOf} from "./voice.js"

/** Who must be named: the values of data/events/participants.tsv. */
type Need = "public" | "two" | "named" | "none"

let loaded: ReadonlyMap<string, Readonly<Record<string, string>>> | null = null

/** Are those named who must be, for an act of this type told by this kind of word? Plans, denials, fears and history often name nobody ("no arrests were made"). */
export function hasParticipants(act: Act, words: Words, topic: Topic): boolean {
  if (isHeadline(words, act.row) || act.status !== "actual") return true
  const row = rowOf(act)
  if (act.slots.byThing && row.thing === "no") return false
  switch (row[toldBy(act, words)] as Need) {
    case "none":
      return true
    case "named":
      return actorsOf(act).length > 0 || act.slots.things.length > 0 || isDoneToSomebody(act, words)
    case "public":
      return isOfPublicLife(act, topic)
    case "two":
      return isOfPublicLife(act, topic) && hasTwoSides(act)
  }
}

function rowOf(act: Act): Readonly<Record<string, string>> {
  loaded ??= new Map(readTable("events/participants.tsv").map(row => [row.type!, row]))
  return loaded.get(`${act.type}/${act.mode}`) ?? loaded.get(act.type)!
}

function toldBy(act: Act, words: Words): "verb" | "light" | "noun" {
  return /^(?:VERB|ADJ)$/.test(words.upos[act.row]!) ? "verb" : act.light >= 0 ? "light" : "noun"
}

/** In an article on sport a state is a team. */
function isOfPublicLife(act: Act, topic: Topic): boolean {
  const actors = actorsOf(act)
  if (topic.sport) return actors.some(actor => hasTrait(actor, "public"))
  return actors.some(actor => isPublic(actor) || hasTrait(actor, "armed")) || speaksForCause(act)
}

/** Do those speak for a cause or a trade who accuse, ask or refuse, or do it to somebody named? */
function speaksForCause({type, slots}: Act): boolean {
  return (
    (codesOf(type, null).quad === 3 || slots.target.length > 0) &&
    slots.source.some(({actor}) => actor.kind !== "person" && hasTrait(actor, "voice"))
  )
}

function hasTwoSides({slots}: Act): boolean {
  const {source, target} = slots
  return (source.length > 0 && target.length > 0) || source.length > 1 || source.some(({actor}) => actor.kind === "group")
}

/** "captured them": somebody undergoes it, whoever it is. */
function isDoneToSomebody({row}: Act, words: Words): boolean {
  return words.upos[row] === "VERB" && patientOf(words, row) >= 0
}

function actorsOf(act: Act) {
  return [...act.slots.source, ...act.slots.target].map(filler => filler.actor)
}
