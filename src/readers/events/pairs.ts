import type {Document} from "../../document/document.js"
import {overlaps} from "../../document/span.js"
import type {Stage} from "../../document/stage.js"
import type {Words} from "../../document/words.js"
import {signals, words} from "../../language/layers.js"
import {headRow} from "../../language/noun-phrase.js"
import {pairOpinions} from "../../language/pair-network.js"
import {userTables} from "../../lexicon/user-tables.js"
import type {Actor, Event, Pair} from "../../record/all.js"
import {actors, asked, events, pairs} from "../../record/layers.js"
import type {AskedPair} from "../../record/pair.js"
import {type Act, makeActs} from "./acts.js"
import {Cast} from "./cast.js"
import {contactBetween} from "./contact.js"
import {Network} from "./network.js"
import {codesOf, ontology} from "./ontology.js"
import {verbBookFor} from "./own-verbs.js"
import {actBetween, type Match} from "./pair-acts.js"
import {byConversionTable} from "./pair-types.js"
import {findTriggers, type Trigger} from "./trigger.js"
import {agentOf, patientOf} from "./voice.js"
import {type Read, weighPair, weights} from "./weigh-pair.js"

interface PairContext {
  readonly words: Words
  readonly network: Network
  readonly events: readonly Event[]
  readonly actors: readonly Actor[]
  /** Every act of the text, also those that are too little to be events of ordinary news: whoever asks about a pair knows that something was done. */
  readonly acts: readonly Act[]
}

const silent: Pair = {
  type: null,
  mode: null,
  quad: null,
  status: null,
  confidence: 0,
  trace: [{rule: "no act was read in the sentence", span: null, gave: "nothing"}],
}
/** How much more a word counts that lies between the two, or near them, than one that does not. */
const weight = {between: 2, event: 3, slot: 4, link: 3}

/** Answers the pairs the caller asked about: what the actor at the first span did to the one at the second. */
export const readPairs: Stage<readonly Pair[]> = {
  name: "pairs",
  version: 3,
  needs: [words, signals, actors, events, asked, pairOpinions, userTables],
  gives: pairs,
  run: doc => {
    if (doc.get(asked).length === 0) return []
    const own = doc.get(userTables)
    const context = contextOf(doc)
    const opinions = own.verbs.length > 0 ? [] : doc.get(pairOpinions)
    return doc.get(asked).map((pair, at) => {
      const {answer, row} = weighPair(answerPair(pair, context), opinions[at] ?? null, context)
      return own.pairTypes === "manual" || row < 0 ? answer : byConversionTable(answer, row, context.words)
    })
  },
}

function contextOf(doc: Document): PairContext {
  const [table, network] = [doc.get(words), new Network(doc.get(signals))]
  const found = findTriggers(table, network, verbBookFor(doc.get(userTables))).map(asAsked)
  const acts = makeActs(found, {words: table, cast: new Cast(table, doc.get(actors)), network})
  return {words: table, network, events: doc.get(events), actors: doc.get(actors), acts}
}

/** How sure an act is at least that a row of the table gives which asks for certain words, where somebody says that there is an act. */
const askedAtLeast = 0.7

function asAsked(trigger: Trigger): Trigger {
  return {...trigger, silent: false, confidence: trigger.isSpecific ? Math.max(trigger.confidence, askedAtLeast) : trigger.confidence}
}

function answerPair(pair: AskedPair, context: PairContext): Read {
  const contact = contactBetween(pair, context.words)
  if (contact) return contact
  const joined = actBetween(pair, context.acts, context)
  const byAct = joined && fromAct(joined, context.words)
  if (byAct && joined.act.confidence * joined.fit >= 0.4) return byAct
  return countTypes(pair, context) ?? byAct ?? {answer: silent, row: -1, weight: 0}
}

function fromAct({act, fit}: Match, table: Words): Read {
  const {type, mode, status, row} = act
  const span = {start: table.start[row]!, end: table.end[row]!}
  const rule = fit === 1 ? "an act with this source and target" : "an act of this source, with the target below it"
  const confidence = Math.round(1000 * act.confidence * fit) / 1000
  const trace = [{rule, span, gave: mode ? `${type}/${mode}` : type}, ...act.trace]
  return {answer: {type, mode, quad: codesOf(type, mode).quad, status, confidence, trace}, row, weight: weights.act}
}

/** Adds up, over the words of the sentence, what the network and the events say; words between the two count more. */
function countTypes(pair: AskedPair, context: PairContext): Read | null {
  const {words: table, network} = context
  const [first, second] = [pair.source ?? pair.target, pair.target ?? pair.source]
  if (!first || !second) return null
  const from = headRow(table, first)
  const to = headRow(table, second)
  if (from >= table.length || to >= table.length) return null
  const scores = new Map<string, number>()
  let best = {row: -1, score: 0}
  const range = {first: Math.min(table.sentence[from]!, table.sentence[to]!), last: Math.max(table.sentence[from]!, table.sentence[to]!)}
  for (let row = 0; row < table.length; row++) {
    if (table.sentence[row]! < range.first || table.sentence[row]! > range.last) continue
    const factor = factorOf(row, {from, to}, context)
    for (const type of Object.keys(ontology())) {
      const score = network.probability(row, type) * factor
      scores.set(type, (scores.get(type) ?? 0) + score)
      if (score > best.score) best = {row, score}
    }
  }
  return best.row < 0 ? null : fromScores(scores, best.row, context)
}

function factorOf(row: number, {from, to}: {from: number; to: number}, {words: table, network, events: told}: PairContext): number {
  const span = {start: table.start[row]!, end: table.end[row]!}
  const between = row > Math.min(from, to) && row < Math.max(from, to) ? weight.between : 1
  const isTrigger = told.some(event => overlaps(event.trigger, span)) ? weight.event : 1
  const links = joinsPair(table, row, {from, to}) ? weight.link : 1
  return between * isTrigger * links * (1 + weight.slot * network.role(row, from, 0) * (from === to ? 1 : network.role(row, to, 1)))
}

/** Is the first of the pair the one who does what this verb says? */
function joinsPair(table: Words, row: number, {from, to}: {from: number; to: number}): boolean {
  if (table.upos[row] !== "VERB") return false
  return agentOf(table, row) === from || (from !== to && patientOf(table, row) === to)
}

function fromScores(scores: ReadonlyMap<string, number>, row: number, {words: table, network, events: told}: PairContext): Read {
  const ranked = [...scores].sort((a, b) => b[1] - a[1])
  const [type, score] = ranked[0]!
  const total = ranked.reduce((sum, [, value]) => sum + value, 0)
  const mode = network.modeAt(row, type)
  const span = {start: table.start[row]!, end: table.end[row]!}
  const status = told.find(event => overlaps(event.trigger, span))?.status ?? "actual"
  const confidence = Math.round((1000 * score) / Math.max(total, 0.2)) / 1000
  const likeliest = ranked.slice(0, 3).map(([name, value]) => `${name} ${(value / total).toFixed(2)}`)
  const trace = [{rule: `network over the words between the two: ${likeliest.join(", ")}`, span, gave: type}]
  return {answer: {type, mode, quad: codesOf(type, mode).quad, status, confidence, trace}, row, weight: weights.words}
}
