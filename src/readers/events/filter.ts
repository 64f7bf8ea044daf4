import type {Words} from "../../document/words.js"
import {readTable, splitCell} from "../../lexicon/table.js"
import type {Actor} from "../../record/all.js"
import type {Act} from "./acts.js"
import type {Filler} from "./cast.js"
import {isFigurative} from "./figurative.js"
import {isHeadline} from "./headline.js"
import {codesOf} from "./ontology.js"
import {hasParticipants} from "./participants.js"
import {isEverydayCrime, isSuspect} from "./private-life.js"
import {hasTrait, isPublic} from "./sectors.js"
import {classOf, type Topic, topicOf} from "./topic.js"
import {agentOf, isPassive} from "./voice.js"

/** The least confidence of an event that is put out: with somebody named, with nobody (violence, protest and the like), and with nobody where it did not happen. */
export const leastConfidence = {named: 0.6, nobody: 0.75, unreal: 0.95}
const selfEvident = new Set(["ASSAULT", "PROTEST", "COERCE", "MOBILIZE", "RETREAT", "CONCEDE"])
/** Types that sport, markets and weather borrow their words from. */
const borrowed = new Set(["ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "PROTEST", "THREATEN", "SANCTION"])

interface Tables {
  readonly formulas: ReadonlySet<string>
  readonly incapable: ReadonlyMap<string, ReadonlySet<string>>
}

let loaded: Tables | null = null

function tables(): Tables {
  loaded ??= {
    formulas: new Set(readTable("events/formulas.tsv").map(row => `${row.verb} ${row.complement}`)),
    incapable: new Map(readTable("events/capable.tsv").map(row => [`${row.type} ${row.lemma}`, new Set(splitCell(row.unless))])),
  }
  return loaded
}

/**
 * The acts that are enough of an event to be put out. Somebody must do or suffer it; violence, protest and the like may stand alone when they are certain.
 * Sport, markets and weather, private affairs, everyday crime, figures of speech, phrases of the trade ("asked not to be named") and warnings by those who
 * cannot threaten are none. What the user's own dictionary codes stands: whoever brings one decides what an event is.
 */
export function onlyEvents(acts: readonly Act[], words: Words): Act[] {
  const topic = topicOf(words)
  const suspects = new Set<string>()
  const kept = acts.filter(act => {
    if (act.cameo !== null) return true
    if (isEverydayCrime(act, words, topic)) for (const {actor} of act.slots.target) suspects.add(actor.id)
    else return isEvent(act, words, topic)
    return false
  })
  return kept.filter(act => !isSuspect(act, suspects))
}

function isEvent(act: Act, words: Words, topic: Topic): boolean {
  const named = act.slots.source.length + act.slots.target.length > 0
  const alone = (selfEvident.has(act.type) && act.confidence >= leastConfidence.nobody) || isKnownUnreal(act)
  const sure = named ? act.confidence >= leastConfidence.named : alone
  return (
    sure &&
    convinces(act, words) &&
    !isSpeechOfNobody(act, words) &&
    !isOffTopic(act, words, topic) &&
    hasParticipants(act, words, topic) &&
    !isFigurative(act, words) &&
    !isFormula(act, words) &&
    !isIncapable(act, words)
  )
}

/** What was not done, or not yet, told by a word of the tables: denials, plans and thoughts often leave out who ("no deal was signed", "without meeting them"). */
function isKnownUnreal({status, doubt, confidence}: Act): boolean {
  return status !== "actual" && status !== "historical" && doubt === null && confidence >= leastConfidence.unreal
}

/** How sure the network alone must be of a word the tables know in some frame, and of one they do not: between two states, between two of one state, and where public life does it to somebody; in a headline as between states. */
const convincing = {
  known: {abroad: 0.35, home: 0.8, done: 0.8},
  unknown: {abroad: 0.6, home: 0.9, done: 2},
}

/**
 * On ordinary news the network alone is right about what one state does to another, often about what two of public life do to each other, and rarely about
 * the rest; those who protest are seldom of public life. What did not happen now is no deed told wrongly: a word of the tables is enough.
 */
function convinces({doubt, slots, row, type, status}: Act, words: Words): boolean {
  if (!doubt) return true
  if (status !== "actual" && doubt.known && doubt.sure >= convincing.known.done) return true
  const least = convincing[doubt.known ? "known" : "unknown"]
  if (isHeadline(words, row)) return doubt.sure >= convincing.known.abroad
  if (type === "PROTEST" && doubt.known) return doubt.sure >= convincing.unknown.abroad
  const sources = slots.source.filter(isPublicFiller)
  const targets = slots.target.filter(isPublicFiller)
  if (sources.length > 0 && targets.length > 0) return doubt.sure >= (areAbroad(sources, targets) ? least.abroad : least.home)
  return sources.length > 0 && doubt.sure >= least.done
}

/** Is one of them of another country than one of the others? */
function areAbroad(sources: readonly Filler[], targets: readonly Filler[]): boolean {
  return sources.some(
    ({actor: {country}}) => country !== null && targets.some(({actor}) => actor.country !== null && actor.country !== country),
  )
}

function isPublicFiller({actor}: Filler): boolean {
  return isPublic(actor)
}

/** Promising, asking, accusing and the like need somebody who does it; only in the passive a table's word may leave him out ("was accused"). */
function isSpeechOfNobody(act: Act, words: Words): boolean {
  if (codesOf(act.type, null).quad % 2 === 0 || act.slots.source.length > 0 || isHeadline(words, act.row) || isKnownUnreal(act))
    return false
  const isActive = words.upos[act.row] === "VERB" && !isPassive(words, act.row)
  return isActive || act.trace[0]?.rule.startsWith("network") === true
}

function isOffTopic(act: Act, words: Words, topic: Topic): boolean {
  if (!borrowed.has(act.type)) return false
  const agent = words.upos[act.row] === "VERB" ? agentOf(words, act.row) : -1
  if (agent >= 0 && classOf(words, agent) === "nature") return true
  const armed = [...act.slots.source, ...act.slots.target].some(({actor}) => hasTrait(actor, "force"))
  if (topic.sport && !armed) return true
  for (let row = act.row; row >= 0 && words.sentence[row] === words.sentence[act.row]; row--) if (isPlay(words, row, armed)) return true
  for (let row = act.row; row < words.length && words.sentence[row] === words.sentence[act.row]; row++)
    if (isPlay(words, row, armed)) return true
  return false
}

function isPlay(words: Words, row: number, armed: boolean): boolean {
  const kind = classOf(words, row)
  return !armed && (kind === "sport" || kind === "market")
}

function isFormula(act: Act, words: Words): boolean {
  const verb = words.lemma[act.row]!.toLowerCase()
  return words.childrenOf(act.row).some(child => tables().formulas.has(`${verb} ${words.lemma[child]!.toLowerCase()}`))
}

function isIncapable(act: Act, words: Words): boolean {
  const unless = tables().incapable.get(`${act.type} ${words.lemma[act.row]!.toLowerCase()}`)
  if (!unless) return false
  return act.slots.source.length === 0 || act.slots.source.every(({actor}) => isAmong(actor, unless))
}

function isAmong(actor: Actor, unless: ReadonlySet<string>): boolean {
  if (actor.country !== null && unless.has(actor.country)) return true
  const main = actor.sectors[0]
  return main === undefined ? actor.kind === "person" : unless.has(main)
}
