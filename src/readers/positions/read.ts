import {overlaps, type Span} from "../../document/span.js"
import type {Stage} from "../../document/stage.js"
import type {Words} from "../../document/words.js"
import {isNegated, patientOf} from "../../language/clause.js"
import {words} from "../../language/layers.js"
import {headRow, nounPhraseSpan} from "../../language/noun-phrase.js"
import type {Actor, Event, Position, Quote} from "../../record/all.js"
import {actors, events, positions, quotes} from "../../record/layers.js"
import {isRemoval, type Leaning, leaningOfAct, leaningOfCue} from "./tables.js"

type Draft = Omit<Position, "id">

/** Reads who is for or against whom or what: from speech acts and from events, and only where the text says so. */
export const readPositions: Stage<readonly Position[]> = {
  name: "positions",
  version: 1,
  needs: [words, actors, quotes, events],
  gives: positions,
  run: doc => {
    const context = {words: doc.get(words), actors: doc.get(actors), events: doc.get(events)}
    const bySpeech = doc.get(quotes).flatMap(quote => fromQuote(quote, context) ?? [])
    const byDeed = doc.get(events).flatMap(event => fromEvent(event, context)).filter(draft => !bySpeech.some(other => other.holder === draft.holder && sharesWords(other.evidence, draft.evidence)))
    const ordered = [...bySpeech, ...byDeed].sort((a, b) => a.evidence[0]!.start - b.evidence[0]!.start)
    return ordered.map((draft, index) => ({id: `s${index + 1}`, ...draft}))
  },
}

interface Context {
  readonly words: Words
  readonly actors: readonly Actor[]
  readonly events: readonly Event[]
}

/** "condemned the commitment", "want a moratorium", "urged both delegations to stay". */
function fromQuote(quote: Quote, context: Context): Draft | null {
  const content = quote.content[0]
  if (!quote.cue || !quote.speaker || !content || quote.kind === "direct" || quote.kind === "mixed") return null
  const table = context.words
  const cue = table.indexAt(quote.cue.start)
  const said = leaningOfCue(table.lemma[cue]!)
  if (!said || isNegated(table, cue) || quote.kind === "indirect" && !isInfinitive(table, content)) return null
  const told = context.events.find(event => overlaps(event.trigger, quote.cue!))
  if (told && told.status !== "actual") return null
  const gone = removed(content, context)
  const leaning: Leaning = gone && said.polarity === "for" ? {polarity: "against", strength: "strong"} : said
  const target = gone ?? (quote.kind === "act" && !isInfinitive(table, content) ? (told?.target[0] ?? actorIn(content, context)) : null)
  return makeDraft({holder: quote.speaker, target: target === quote.speaker ? null : target, topic: content, leaning, basis: [quote.id, ...(told ? [told.id] : [])], evidence: {start: Math.min(quote.cue.start, content.start), end: Math.max(quote.cue.end, content.end)}, rule: `data/positions/cues.tsv: ${table.lemma[cue]}`, cue: quote.cue, confidence: 0.75})
}

function isInfinitive(table: Words, content: Span): boolean {
  return /^to$/i.test(table.form(table.indexAt(content.start)))
}

/** Whoever is to go, when the content is about somebody's going. */
function removed(content: Span, {words: table, actors: cast}: Context): string | null {
  const {first, last} = table.rowsIn(content)
  for (let row = first; row < last; row++) {
    if (table.upos[row] !== "VERB" || !isRemoval(table.lemma[row]!)) continue
    const patient = patientOf(table, row)
    const subject = table.childrenOf(row).find(child => table.deprel[child]!.startsWith("nsubj")) ?? -1
    const found = actorAt(patient >= 0 ? patient : subject, table, cast)
    if (found) return found
  }
  return null
}

function actorIn(content: Span, {words: table, actors: cast}: Context): string | null {
  return actorAt(headRow(table, content), table, cast)
}

function actorAt(row: number, table: Words, cast: readonly Actor[]): string | null {
  if (row < 0) return null
  const word = {start: table.start[row]!, end: table.end[row]!}
  return cast.find(actor => actor.mentions.some(mention => mention.form !== "demonym" && overlaps(mention, word) && headRow(table, mention) === row))?.id ?? null
}

/** Acts between two sides that say where the first stands: accusing, supporting, sanctioning. */
function fromEvent(event: Event, {words: table}: Context): Draft[] {
  const leaning = event.status === "actual" && event.confidence >= 0.7 && !event.reciprocal ? leaningOfAct(event.type, event.mode) : null
  const target = event.target[0]
  if (!leaning || !target) return []
  const row = table.indexAt(event.trigger.start)
  const object = patientOf(table, row)
  const topic = object >= 0 ? nounPhraseSpan(table, object) : null
  const evidence = topic ? {start: Math.min(event.trigger.start, topic.start), end: Math.max(event.trigger.end, topic.end)} : {start: event.trigger.start, end: event.trigger.end}
  return event.source.slice(0, 3).map(holder => makeDraft({holder, target, topic, leaning, basis: [event.id], evidence, rule: `data/positions/events.tsv: ${event.type}`, cue: event.trigger, confidence: Math.round(event.confidence * 850) / 1000}))
}

interface Parts {
  readonly holder: string
  readonly target: string | null
  readonly topic: Span | null
  readonly leaning: Leaning
  readonly basis: string[]
  readonly evidence: Span
  readonly rule: string
  readonly cue: Span
  readonly confidence: number
}

function makeDraft({holder, target, topic, leaning, basis, evidence, rule, cue, confidence}: Parts): Draft {
  return {holder, target, topic, ...leaning, basis, evidence: [evidence], narrator: false, confidence, trace: [{rule, span: cue, gave: `${leaning.polarity}, ${leaning.strength}`}]}
}

function sharesWords(a: readonly Span[], b: readonly Span[]): boolean {
  return a.some(one => b.some(other => overlaps(one, other)))
}
