import type {Words} from "../../document/words.js"
import {isNegated} from "../../language/clause.js"
import type {EventStatus, TraceStep} from "../../record/all.js"
import type {Cast} from "./cast.js"
import {isBetween, surerBelow} from "./hidden.js"
import type {Network} from "./network.js"
import {fillAsPetrarch} from "./own-slots.js"
import {ploverOf} from "./own-verbs.js"
import {fillSlots, type Slots} from "./slots.js"
import type {Standing} from "./standing.js"
import {isOwnWord, isPast, readStanding} from "./status.js"
import {modeByAct} from "./tables.js"
import type {Doubt, Trigger} from "./trigger.js"

/** An act with type, slots and status, before time, place and attribution. */
export interface Act {
  readonly row: number
  readonly light: number
  readonly type: string
  readonly mode: string | null
  /** The CAMEO code of the user's own dictionary; null where type and mode give it. */
  readonly cameo: string | null
  readonly slots: Slots
  readonly status: EventStatus
  readonly confidence: number
  /** Null where a table knows the act. */
  readonly doubt: Doubt | null
  readonly trace: readonly TraceStep[]
}

/** What every step of making acts needs. */
export interface ActContext {
  readonly words: Words
  readonly cast: Cast
  readonly network: Network
}

/** Turns triggers into acts: the operators above them become acts of their own, and what these already mean is not said twice. */
export function makeActs(triggers: readonly Trigger[], context: ActContext): Act[] {
  const {words} = context
  const acts = new Map<number, Act>()
  const dropped = new Set<number>()
  const bare = new Map(triggers.map(trigger => [trigger.row, trigger]))
  for (const trigger of triggers) {
    const standing = readStanding(words, trigger.row, trigger)
    const outer = formsOuter(trigger, standing, {bare, ...context}) ? outerAct(trigger, standing, context) : null
    if (outer) acts.set(outer.row, withOuter(acts.get(outer.row), keepStronger(outer, bare.get(outer.row))))
    if (outer && standing.operator!.effect.inner === "drop") dropped.add(trigger.row)
    else if (!acts.has(trigger.row)) {
      const surer = surerBelow(words, trigger, standing)
      const told = plainAct(surer, standing, context)
      if (!surer.silent && (!trigger.silent || isBetween(told.slots, trigger))) acts.set(trigger.row, told)
    }
  }
  const made = withoutEchoes(
    words,
    [...acts.values()].filter(act => !dropped.has(act.row)),
  ).sort((a, b) => a.row - b.row)
  return made.flatMap(act => [act, ...answerOf(act, bare.get(act.row))])
}

/** "fired tear gas", "staged a protest march": a word below an act that names the same act again is no second one. */
function withoutEchoes(words: Words, acts: readonly Act[]): Act[] {
  const byRow = new Map(acts.map(act => [act.row, act]))
  return acts.filter(act => {
    for (
      let at = act.row, steps = 0;
      steps < 2 && /^(?:obj|compound|nmod|obl|amod)/.test(words.deprel[at]!) && words.head[at]! >= 0;
      steps++
    ) {
      at = words.head[at]!
      if (byRow.get(at)?.type === act.type) return false
    }
    return true
  })
}

/** Does the verb above the act make an act of its own? Not where its own row knows it as another ("called the king to discuss"). Over a silent act only where that verb is known for one or the network sees one there. */
function formsOuter(
  trigger: Trigger,
  standing: Standing,
  {bare, words, network}: ActContext & {bare: ReadonlyMap<number, Trigger>},
): boolean {
  const {operator} = standing
  if (trigger.cameo !== null || !operator?.effect.outer) return false
  if (isUnwilling(words, operator)) return true
  const own = bare.get(operator.row)
  if (own?.isSpecific && own.type !== operator.effect.outer) return false
  return (
    !trigger.silent ||
    own?.type === operator.effect.outer ||
    (own !== undefined && !own.silent) ||
    (network.speaks && network.opinion(operator.row).none < 0.5)
  )
}

/** "unwilling to negotiate": the adjective refuses by itself, however little is seen in what it refuses. */
function isUnwilling(words: Words, {row, kind}: {row: number; kind: string}): boolean {
  return kind === "refuse" && words.upos[row] === "ADJ"
}

/** What the target does back, where the user's own dictionary gives a second code. */
function answerOf(act: Act, trigger: Trigger | undefined): Act[] {
  const back = trigger?.back ? ploverOf(trigger.back) : null
  if (!back || act.slots.target.length === 0) return []
  const slots = {...act.slots, source: act.slots.target, target: act.slots.source, things: []}
  return [{...act, ...back, cameo: trigger!.back, slots}]
}

function plainAct(trigger: Trigger, standing: Standing, {words, cast, network}: ActContext): Act {
  const bySyntax = fillSlots(words, trigger, {cast, network})
  const slots = trigger.cameo === null ? bySyntax : fillAsPetrarch(words, trigger.row, {slots: bySyntax, cast})
  const settled = settleStatus(trigger, standing, {words, network})
  const ownWord = standing.announced && isOwnWord(words, trigger.light >= 0 ? trigger.light : trigger.row)
  const meant = meansMore(trigger, settled, {standing, slots, ownWord})
  return {
    row: trigger.row,
    light: trigger.light,
    type: meant.type,
    mode: meant.mode,
    cameo: meant.type === trigger.type ? trigger.cameo : null,
    slots,
    status: meant.status,
    confidence: trigger.confidence,
    doubt: trigger.doubt,
    trace: [...trigger.trace, ...slots.trace, ...settled.trace, ...meant.trace],
  }
}

interface Settled {
  readonly status: EventStatus
  readonly trace: readonly TraceStep[]
}

/** Rules decide where one fired; where none did, a confident network may; but what is told in the past does not lie ahead. */
function settleStatus(trigger: Trigger, standing: Standing, {words, network}: Pick<ActContext, "words" | "network">): Settled {
  if (standing.decided || !network.speaks) return {status: standing.status, trace: standing.trace}
  for (const status of standing.fact ? (["historical"] as const) : (["negated", "hypothetical", "future", "historical"] as const)) {
    const probability = network.status(trigger.row, status)
    if (probability > 0.75 && !(status === "future" && words.upos[trigger.row] === "VERB" && isPast(words, trigger.row)))
      return {status, trace: [...standing.trace, {rule: `status: network, ${probability.toFixed(2)}`, span: null, gave: status}]}
  }
  return {status: standing.status, trace: [...standing.trace, {rule: "status: no word makes it unreal", span: null, gave: standing.status}]}
}

/** Types that speak of the future by themselves. */
const meantForLater = new Set(["AGREE", "CONCEDE", "THREATEN"])
const cooperative = new Set(["CONSULT", "SUPPORT", "COOPERATE", "AID"])

/** What an act means with its status. */
interface Meaning {
  readonly type: string
  readonly mode: string | null
  readonly status: EventStatus
  readonly trace: readonly TraceStep[]
}

/** Announced cooperation is AGREE, an announced retreat CONCEDE: the type then means the future already. */
function meansMore(
  trigger: Trigger,
  settled: Settled,
  {standing, slots, ownWord}: {standing: Standing; slots: Slots; ownWord: boolean},
): Meaning {
  const kept = {type: trigger.type, mode: trigger.mode, status: settled.status, trace: []}
  if (trigger.cameo !== null) return kept
  if (isMeant(trigger, settled.status)) return {...kept, status: "actual"}
  if (trigger.type === "THREATEN" && standing.announced) return {...kept, status: "actual"}
  if (settled.status === "future" && meantForLater.has(trigger.type)) return {...kept, status: "actual"}
  if (!standing.announced || slots.source.length === 0) return kept
  if (settled.status === "negated") return refusal(trigger) ?? kept
  if (settled.status !== "future") return kept
  if (ownWord && (forceful.has(trigger.type) || trigger.mode === "boycott")) return threat(trigger)
  const type = cooperative.has(trigger.type) ? "AGREE" : trigger.type === "RETREAT" ? "CONCEDE" : null
  if (!type) return kept
  return {
    type,
    mode: null,
    status: "actual",
    trace: [{rule: `PLOVER: announced ${trigger.type} is ${type}`, span: null, gave: `${type} actual`}],
  }
}

/** "will not reform the court" is REJECT and "could stop buying wine" THREATEN because of the very words that deny or imagine it. */
function isMeant(trigger: Trigger, status: EventStatus): boolean {
  if (!isByNetwork(trigger)) return false
  return (trigger.type === "REJECT" && status === "negated") || (trigger.type === "THREATEN" && status === "hypothetical")
}

const forceful = new Set(["ASSAULT", "COERCE", "SANCTION"])

/** "said it would expel the envoys": force or sanctions announced by the one who is to use them threaten. */
function threat(trigger: Trigger): Meaning {
  return {
    type: "THREATEN",
    mode: modeByAct("THREATEN", trigger),
    status: "actual",
    trace: [{rule: `PLOVER: ${trigger.type} announced by who is to do it is THREATEN`, span: null, gave: "THREATEN actual"}],
  }
}

/** Acts that somebody may ask for and the other refuse. */
const refusable = new Set(["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"])

/** "will not release the prisoners": what is announced not to be done is refused; null where nobody could have asked for it. */
function refusal(trigger: Trigger): Meaning | null {
  if (!refusable.has(trigger.type)) return null
  return {
    type: "REJECT",
    mode: modeByAct("REJECT", trigger),
    status: "actual",
    trace: [{rule: `PLOVER: ${trigger.type} announced not to be done is REJECT`, span: null, gave: "REJECT actual"}],
  }
}

/** The act of promising, urging, refusing or threatening something. */
function outerAct(inner: Trigger, standing: Standing, context: ActContext): Act {
  const {words} = context
  const {row, kind, effect} = standing.operator!
  const type = effect.outer!
  const mode = effect.modeByAct ? modeByAct(type, inner) : null
  const slots = outerSlots(inner, {row, type, mode}, context)
  const settled = settleOuter(row, type, context)
  const rule = `data/events/operators.tsv: ${words.lemma[row]} (${kind}) over ${inner.type} “${words.form(inner.row)}”`
  return {
    row,
    light: -1,
    type,
    mode,
    cameo: null,
    slots,
    status: settled.status,
    doubt: null,
    confidence: isUnwilling(words, standing.operator!) ? twiceTold : Math.round(Math.min(0.9, inner.confidence * 0.9 + 0.05) * 1000) / 1000,
    trace: [{rule, span: spanOf(words, row), gave: mode ? `${type}/${mode}` : type}, ...slots.trace, ...settled.trace],
  }
}

/** Source and target of the outer act by its own syntax; where it names no target, the inner act's. */
function outerSlots(inner: Trigger, outer: {row: number; type: string; mode: string | null}, context: ActContext): Slots {
  const isNoun = !/^(?:VERB|ADJ)$/.test(context.words.upos[outer.row]!)
  const target = isNoun ? [] : ["obj", "iobj", "prep:on", "prep:to", "prep:with"]
  const own = fillSlots(context.words, {...inner, ...outer, cameo: null, back: null, target, of: "source", isNoun, light: -1}, context)
  if (own.target.length > 0) return own
  const below = fillSlots(context.words, inner, context)
  const found = below.target.filter(filler => !own.source.some(other => other.actor.id === filler.actor.id))
  return {
    source: own.source,
    target: found,
    things: own.things.length > 0 ? own.things : below.things,
    reciprocal: own.reciprocal && found.length === 0,
    byThing: own.byThing,
    trace: [...own.trace, ...below.trace.filter(step => step.rule.startsWith("target"))],
  }
}

/** A promise or demand is done by saying it: only negation and unreality of its own count. */
function settleOuter(row: number, type: string, {words, network}: ActContext): Settled {
  if (isNegated(words, row)) return {status: "negated", trace: [{rule: "status: negated", span: spanOf(words, row), gave: "negated"}]}
  const standing = readStanding(words, row, {type, light: -1})
  if (standing.decided) return {status: standing.status === "future" ? "actual" : standing.status, trace: standing.trace}
  const denied = network.speaks && network.status(row, "negated") > 0.8
  return {status: denied ? "negated" : "actual", trace: standing.trace}
}

/** An operator already read as an act keeps its slots when it has a target, and takes the mode of what it is about. */
function withOuter(known: Act | undefined, outer: Act): Act {
  if (!known || known.slots.target.length === 0 || (known.type !== outer.type && isByNetwork(known))) return outer
  return known.type === outer.type ? {...known, mode: known.mode ?? outer.mode, trace: [...known.trace, ...outer.trace]} : known
}

/** Was the type given by the network, with or against the table? */
function isByNetwork({trace}: {readonly trace: readonly TraceStep[]}): boolean {
  return trace[0]?.rule.startsWith("network") === true
}

/** Confidence of an act that verb table and operator table both read, the second from what it is about. */
const twiceTold = 0.86

/** A trigger that is also an operator keeps the table's mode when both give the same type. */
function keepStronger(outer: Act, own: Trigger | undefined): Act {
  if (!own || own.type !== outer.type) return outer
  return {
    ...outer,
    mode: outer.mode ?? own.mode,
    light: own.light,
    confidence: Math.max(outer.confidence, own.confidence, twiceTold),
    trace: [...own.trace, ...outer.trace],
  }
}

function spanOf(words: Words, row: number): {start: number; end: number} {
  return {start: words.start[row]!, end: words.end[row]!}
}
