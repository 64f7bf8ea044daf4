import type {Document} from "../../document/document.js"
import type {Span} from "../../document/span.js"
import type {Stage} from "../../document/stage.js"
import type {Sentence} from "../../document/words.js"
import {paragraphs, sentences, signals, words} from "../../language/layers.js"
import {userTables} from "../../lexicon/user-tables.js"
import type {Event} from "../../record/all.js"
import {actors, amounts, events, places, quotes, times} from "../../record/layers.js"
import {type Act, makeActs} from "./acts.js"
import {calibrate} from "./calibrate.js"
import {Cast, type Filler} from "./cast.js"
import {contextsOf} from "./contexts.js"
import {onlyEvents} from "./filter.js"
import {mergeRetold} from "./merge.js"
import {Network} from "./network.js"
import {codesOf} from "./ontology.js"
import {verbBookFor} from "./own-verbs.js"
import {withRetold} from "./retold.js"
import {attributionOf, figuresOf, whenOf, whereOf} from "./settings.js"
import {type Surroundings, surroundingsFinder} from "./surroundings.js"
import {isLongAgo, isStillToCome} from "./told-when.js"
import {findTriggers} from "./trigger.js"

/** Reads who did what to whom, with status: PLOVER 2 types and modes, CAMEO codes beside them. */
export const readEvents: Stage<readonly Event[]> = {
  name: "events",
  version: 1,
  needs: [paragraphs, words, sentences, signals, actors, quotes, times, amounts, places, userTables],
  gives: events,
  run: (doc, note) => {
    const table = doc.get(words)
    const network = new Network(doc.get(signals))
    const book = verbBookFor(doc.get(userTables))
    if (book && book.unread.length > 0)
      note({
        start: 0,
        end: 0,
        about: `${book.unread.length} lines of the verb dictionaries could not be read, the first: ${book.unread[0]}.`,
      })
    const cast = new Cast(table, doc.get(actors))
    const acts = onlyEvents(makeActs(findTriggers(table, network, book), {words: table, cast, network}), table)
    const around = surroundingsFinder(doc)
    const told = acts.map(act => toEvent(act, doc, around))
    return withRetold(mergeRetold(told, table), doc).map((event, index) => ({...event, id: `e${index + 1}`}))
  },
}

function toEvent(act: Act, doc: Document, aroundOf: (sentence: Span) => Surroundings): Event {
  const table = doc.get(words)
  const codes = codesOf(act.type, act.mode)
  const sentence = doc.get(sentences)[table.sentence[act.row]!]!
  const around = aroundOf(sentence)
  const when = whenOf(table, act, around)
  const {where, trace: placed} = whereOf(table, act, around)
  const historical = act.status === "actual" && isLongAgo(when, around)
  const coming = !historical && isStillToCome(table, act, around)
  return {
    id: "e0",
    type: act.type,
    mode: act.mode,
    contexts: [...new Set([...codes.contexts, ...contextsOf(table, sentence)])],
    cameo: act.cameo ?? codes.cameo,
    quad: codes.quad,
    score: codes.score,
    source: idsOf(act.slots.source),
    target: idsOf(act.slots.target),
    sourceSpans: act.slots.source.map(filler => filler.span),
    targetSpans: [...act.slots.target.map(filler => filler.span), ...act.slots.things],
    trigger: {start: table.start[act.row]!, end: table.end[act.row]!},
    evidence: [sentenceSpan(sentence)],
    when,
    where,
    figures: figuresOf(table, act, around),
    status: historical ? "historical" : coming ? "future" : act.status,
    reciprocal: act.slots.reciprocal,
    attribution: attributionOf(table, act, around),
    confidence: calibrate(act.confidence),
    trace: [
      ...act.trace,
      ...placed,
      ...(coming ? [{rule: "status: told in the present, of a day to come", span: null, gave: "future"}] : []),
      ...(historical ? [{rule: "status: more than a year before publication", span: null, gave: "historical"}] : []),
    ],
  }
}

function idsOf(fillers: readonly Filler[]): string[] {
  return fillers.map(filler => filler.actor.id)
}

function sentenceSpan({start, end}: Sentence): Span {
  return {start, end}
}
