import type {Words} from "../../document/words.js"
import {childBy, isNegated, isPassive} from "../../language/clause.js"
import type {TraceStep} from "../../record/all.js"
import {withoutInstruments} from "./instruments.js"
import type {Network, Opinion} from "./network.js"
import {type OwnSense, ownSense, type VerbBook} from "./own-verbs.js"
import {isIdiom, isOfClass, nounSense, verbSense} from "./senses.js"
import {eventTables, type NounSense} from "./tables.js"

/** What speaks against an act that only the network sees: it may be unsure, and the tables may not know the word in any frame. */
export interface Doubt {
  /** Probability that it is an act, times that of its type. */
  readonly sure: number
  readonly known: boolean
}

/** A word that names an act, with the type it was given and why. */
export interface Trigger {
  readonly row: number
  readonly type: string
  readonly mode: string | null
  /** Where the table says the target stands; empty where only the network spoke. */
  readonly target: readonly string[]
  readonly of: NounSense["of"] | null
  readonly isNoun: boolean
  /** The light verb whose object this noun is; −1 when there is none. */
  readonly light: number
  /** The CAMEO code of the user's own dictionary; null where ours gives it. */
  readonly cameo: string | null
  /** What the target does back by the user's own dictionary; null where it says nothing. */
  readonly back: string | null
  readonly confidence: number
  /** The table knows the word but the network sees no act in it: it counts only as what an act above it is about ("refused to negotiate"). */
  readonly silent: boolean
  /** A row of the table that asks for certain words gave it. */
  readonly isSpecific: boolean
  /** Null where a table knows the act. */
  readonly doubt: Doubt | null
  readonly trace: readonly TraceStep[]
}

interface Proposal {
  /** The confidence below which the network's doubt does not push it. */
  readonly least?: number
  /** The row asks for a certain object, subject, preposition or particle: it knows better than the network. */
  readonly isSpecific: boolean
  readonly type: string
  readonly mode: string | null
  readonly target: readonly string[]
  readonly of: NounSense["of"] | null
  readonly rule: string
}

/** Weights of the table and of the network in the decision; fitted on held-out items of corpus/events. */
const weights = {tableAlone: 0.6, tableBias: 1.1, specific: 0.6, networkBias: -1.2, agreement: 0.9}
/** From which probability of another type on the network outvotes the table: a row that asks for certain words, and any other. */
export const outvotes = {specific: 0.9, general: 0.6}
/** Above this probability of no act the network alone can never reach the threshold. */
const surelyNone = 0.3
const threshold = 0.5
/** A word written as a name ("Hunger Strike" in a headline, "the Peace Treaty") counts by the table unless the network gives no act more than this. */
const nameAtMost = 0.5

/**
 * The words of a document that name acts. Table and network each propose; where both speak they are weighed, and the trace shows both. With a dictionary
 * of the user's own the network proposes nothing by itself: the user wants dictionaries to decide.
 */
export function findTriggers(words: Words, network: Network, book: VerbBook | null = null): Trigger[] {
  const found: Trigger[] = []
  for (let row = 0; row < words.length; row++) {
    const upos = words.upos[row]!
    if (upos !== "VERB" && upos !== "NOUN" && upos !== "PROPN" && upos !== "ADJ") continue
    const own = book && upos === "VERB" ? ownSense(words, row, book) : null
    const trigger = own ? ownTrigger(words, row, own) : triggerAt(words, row, network)
    if (book && trigger?.trace.every(step => step.rule.startsWith("network"))) continue
    if (trigger) found.push(trigger)
  }
  return withoutLightVerbs(withoutUndone(words, withoutInstruments(words, book ? withoutObjects(words, found) : found)))
}

/** "lift the curfew", "suspend the attacks": the noun that the verb's row asks for is what the act is about, and no act of another type beside it. */
function withoutUndone(words: Words, triggers: readonly Trigger[]): Trigger[] {
  const specific = new Map(triggers.filter(trigger => trigger.isSpecific && !trigger.silent).map(trigger => [trigger.row, trigger]))
  return triggers.filter(noun => {
    if (!noun.isNoun) return true
    for (let at = noun.row, steps = 0; steps < 3 && /^(?:obj|nsubj:pass|nmod|compound)/.test(words.deprel[at]!); steps++) {
      at = words.head[at]!
      const verb = specific.get(at)
      if (verb && !verb.isNoun) return verb.type === noun.type || decides(words, at) || !asksFor(words, at, noun.row)
    }
    return true
  })
}

/** Promising, refusing and the like make of the act in their complement what effects.tsv says. */
function decides(words: Words, verb: number): boolean {
  const kind = eventTables().operators.get(words.lemma[verb]!.toLowerCase())
  return kind !== undefined && kind !== "say" && kind !== "keep"
}

/** Does the row that fits this verb ask for a noun of a class that this one is in? */
function asksFor(words: Words, verb: number, noun: number): boolean {
  const conditions = verbSense(words, verb)?.conditions ?? []
  return conditions.some(({slot, value}) => (slot === "obj" || slot === "within") && isOfClass(words, [noun], value))
}

/** A noun in the phrase of a verb that the user's dictionary codes is what that code is about, and no act beside it. */
function withoutObjects(words: Words, triggers: readonly Trigger[]): Trigger[] {
  const own = new Set(triggers.filter(trigger => trigger.cameo !== null).map(trigger => trigger.row))
  const isObject = (row: number): boolean => {
    const head = words.head[row]!
    return /^(?:obj|obl|nmod|conj|nsubj:pass)/.test(words.deprel[row]!) && head >= 0 && (own.has(head) || isObject(head))
  }
  return triggers.filter(trigger => !trigger.isNoun || !isObject(trigger.row))
}

/**
 * In "carried out an airstrike" the noun is the act; the verb that lends it its subject is none. Where the table knows the verb over just such a noun as
 * another act ("ended the strike", "lodged a protest"), the verb is the act and the noun none.
 */
function withoutLightVerbs(triggers: readonly Trigger[]): Trigger[] {
  const byRow = new Map(triggers.map(trigger => [trigger.row, trigger]))
  const isTurned = (noun: Trigger) => {
    const verb = byRow.get(noun.light)
    return verb?.isSpecific === true && verb.type !== noun.type
  }
  const turned = new Map(triggers.filter(isTurned).map(noun => [noun.light, noun.confidence]))
  const light = new Set(triggers.filter(trigger => !trigger.silent && !isTurned(trigger)).map(trigger => trigger.light))
  return triggers
    .filter(trigger => !light.has(trigger.row) && !isTurned(trigger))
    .map(trigger => atLeast(trigger, turned.get(trigger.row) ?? 0))
}

/** The network may see the act in the noun alone ("reached a deal"): the verb that takes its place is as sure as the surer of the two. */
function atLeast(trigger: Trigger, noun: number): Trigger {
  const confidence = Math.max(trigger.confidence, noun)
  return {...trigger, confidence, silent: trigger.silent && confidence < threshold}
}

/** An act by the user's own dictionary, which outranks ours; null for codes that are no act. */
function ownTrigger(words: Words, row: number, sense: OwnSense): Trigger | null {
  if (!sense.type) return null
  const span = {start: words.start[row]!, end: words.end[row]!}
  const {type, mode, cameo, rule} = sense
  return {
    row,
    type,
    mode,
    target: [],
    of: null,
    isNoun: false,
    light: -1,
    cameo,
    back: sense.back,
    confidence: 0.9,
    silent: false,
    isSpecific: true,
    doubt: null,
    trace: [{rule, span, gave: mode ? `${type}/${mode}` : type}],
  }
}

/** The act a row names; null when table and network see none. */
export function triggerAt(words: Words, row: number, network: Network): Trigger | null {
  if (isIdiom(words, row)) return null
  const proposal = words.upos[row] === "PROPN" && network.none(row) > nameAtMost ? null : proposalAt(words, row)
  if (!proposal && network.speaks && network.none(row) > surelyNone) return null
  const opinion = network.speaks ? network.opinion(row) : null
  const chosen = weigh(proposal, opinion)
  if (!chosen || (chosen.confidence < threshold && !proposal)) return null
  const isNoun = words.upos[row] !== "VERB" && words.upos[row] !== "ADJ"
  const span = {start: words.start[row]!, end: words.end[row]!}
  return {
    row,
    type: chosen.type,
    mode: chosen.mode,
    target: chosen.byTable ? proposal!.target : [],
    of: chosen.byTable ? proposal!.of : null,
    isNoun,
    light: isNoun ? lightVerbOf(words, row) : -1,
    cameo: null,
    back: null,
    confidence: chosen.confidence,
    silent: chosen.confidence < threshold,
    isSpecific: chosen.byTable && proposal!.isSpecific,
    doubt: proposal || !opinion ? null : doubtAt(words, row, opinion),
    trace: chosen.rules.map(rule => ({rule, span, gave: chosen.mode ? `${chosen.type}/${chosen.mode}` : chosen.type})),
  }
}

function proposalAt(words: Words, row: number): Proposal | null {
  if (words.upos[row] === "VERB") {
    const sense = verbSense(words, row)
    return (
      sense && {
        type: sense.type,
        mode: sense.mode,
        target: sense.target,
        of: null,
        // What a bomb or a missile does is violence, however seldom the network has seen one as a subject.
        least: sense.conditions.some(({slot, value}) => slot === "subj" && value.startsWith("lethal")) ? 0.76 : 0,
        isSpecific: sense.conditions.some(condition => condition.value !== "" || condition.slot === "wish"),
        rule: `data/events/verbs.tsv: ${sense.lemma}${sense.frame ? ` (${sense.frame})` : ""}`,
      }
    )
  }
  if (words.upos[row] === "ADJ") return refusingAdjective(words, row)
  if (!/^(?:NOUN|PROPN)$/.test(words.upos[row]!) || words.deprel[row] === "compound") return null
  const sense = nounSense(words, row)
  return (
    sense && {
      type: sense.type,
      mode: sense.mode,
      target: [],
      of: sense.of,
      isSpecific: false,
      rule: `data/events/nouns.tsv: ${sense.lemma}`,
    }
  )
}

/** "unwilling to negotiate": an adjective that operators.tsv lists as refusing, with what is refused. */
function refusingAdjective(words: Words, row: number): Proposal | null {
  const lemma = words.lemma[row]!.toLowerCase()
  if (eventTables().operators.get(lemma) !== "refuse" || childBy(words, row, "xcomp", "ccomp") < 0) return null
  return {
    type: "REJECT",
    mode: null,
    target: ["prep:with", "prep:to"],
    of: "source",
    isSpecific: true,
    least: 0.75,
    rule: `data/events/operators.tsv: ${lemma} (refuse)`,
  }
}

interface Choice {
  readonly type: string
  readonly mode: string | null
  readonly confidence: number
  readonly byTable: boolean
  readonly rules: readonly string[]
}

function weigh(proposal: Proposal | null, opinion: Opinion | null): Choice | null {
  if (!opinion) return proposal && {...proposal, confidence: weights.tableAlone, byTable: true, rules: [proposal.rule]}
  const networkRule = `network: ${opinion.type}${opinion.mode ? `/${opinion.mode}` : ""} ${opinion.probability.toFixed(2)}, no act ${opinion.none.toFixed(2)}`
  const act = logit(1 - opinion.none)
  if (!proposal)
    return {type: opinion.type, mode: opinion.mode, confidence: squash(act + weights.networkBias), byTable: false, rules: [networkRule]}
  const agrees = proposal.type === opinion.type
  const byTable = agrees || opinion.probability < (proposal.isSpecific ? outvotes.specific : outvotes.general)
  const certainty = (agrees ? weights.agreement : 0) + (proposal.isSpecific ? weights.specific : 0)
  const confidence = Math.max(proposal.least ?? 0, squash(act * 0.8 + weights.tableBias + certainty))
  const mode = byTable ? (proposal.mode ?? (agrees ? opinion.mode : null)) : opinion.mode
  return {
    type: byTable ? proposal.type : opinion.type,
    mode,
    confidence,
    byTable,
    rules: byTable ? [proposal.rule, networkRule] : [networkRule, `not taken: ${proposal.rule} → ${proposal.type}`],
  }
}

function logit(probability: number): number {
  const bounded = Math.min(0.995, Math.max(0.005, probability))
  return Math.log(bounded / (1 - bounded))
}

/** A confidence with three decimals, so that the last bits of a score never show. */
function squash(score: number): number {
  return Math.round(1000 / (1 + Math.exp(-score))) / 1000
}

/** "held a meeting", "came under attack": the verb that lends the noun its subject. */
function lightVerbOf(words: Words, row: number): number {
  const head = words.head[row]!
  if (head >= 0 && isOfClass(words, [head], "responsibility")) return claimOf(words, head)
  if (head < 0 || words.upos[head] !== "VERB") return -1
  const relation = words.deprel[row]!
  const isObject = relation === "obj" || (relation === "nsubj:pass" && isPassive(words, head))
  if (isObject && eventTables().light.has(words.lemma[head]!.toLowerCase())) return head
  return relation === "obl" && childBy(words, row, "case") >= 0 && /^(?:come|be|go)$/.test(words.lemma[head]!) ? head : -1
}

/** "claimed responsibility for the bombings": the verb whose subject says that it did it; −1 where nobody does. */
function claimOf(words: Words, responsibility: number): number {
  const verb = words.head[responsibility]!
  return words.deprel[responsibility] === "obj" && isOfClass(words, [verb], "claiming") && !isNegated(words, verb) ? verb : -1
}

/** The network's own words for how sure it is where no table row fits. */
function doubtAt(words: Words, row: number, opinion: Opinion): Doubt {
  const {verbs, nouns} = eventTables()
  const lemma = words.lemma[row]!.toLowerCase()
  return {sure: opinion.probability * (1 - opinion.none), known: verbs.has(lemma) || nouns.has(lemma)}
}
