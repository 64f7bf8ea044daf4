import {overlaps, type Span} from "../../document/span.js"
import {SpanIndex} from "../../document/span-index.js"
import type {Stage} from "../../document/stage.js"
import {caseOf, childrenBy, patientOf} from "../../language/clause.js"
import {words} from "../../language/layers.js"
import type {Actor, Event, Position} from "../../record/all.js"
import {actors, events, positions, quotes} from "../../record/layers.js"
import {aimOf} from "./aim.js"
import {fromAdjective} from "./by-adjective.js"
import {judgements} from "./by-judgement.js"
import {fromNaming} from "./by-naming.js"
import {fromNoun} from "./by-noun.js"
import {fromReadiness, fromVerb} from "./by-verb.js"
import {fromSpeech} from "./by-word.js"
import {actorFinder, type Context, partsByPlace} from "./context.js"
import {type Draft, makeDraft} from "./stance.js"
import {leaningOfAct} from "./tables.js"

/** Reads who is for or against whom or what: from verbs, nouns, judgements and acts, and only where the text says so. */
export const readPositions: Stage<readonly Position[]> = {
  name: "positions",
  version: 5,
  needs: [words, actors, quotes, events],
  gives: positions,
  run: doc => {
    const table = doc.get(words)
    const cast = doc.get(actors)
    const context: Context = {
      words: table,
      actors: cast,
      events: doc.get(events),
      quotes: doc.get(quotes),
      people: new Set(cast.filter(isPerson).map(actor => actor.id)),
      unnamed: new Set(cast.filter(isUnnamed).map(actor => actor.id)),
      ...partsByPlace(doc.get(events), doc.get(quotes)),
      actorAt: actorFinder(table, cast),
    }
    const found: Draft[] = []
    for (let row = 0; row < table.length; row++) found.push(...atRow(row, context))
    found.push(
      ...context.quotes.flatMap(quote => [...fromSpeech(quote, context), ...judgements(quote, context)]),
      ...context.events.flatMap(event => fromEvent(event, context)),
    )
    const ordered = withoutRepeats(found).sort((a, b) => a.evidence[0]!.start - b.evidence[0]!.start)
    return ordered.map((draft, index) => ({id: `s${index + 1}`, ...draft}))
  },
}

const isPerson = ({kind}: Actor): boolean => /^(?:person|group)$/.test(kind)

const isUnnamed = (actor: Actor): boolean =>
  isPerson(actor) && actor.mentions.every(mention => mention.form === "nominal" || mention.form === "pronoun")

function atRow(row: number, context: Context): Draft[] {
  const upos = context.words.upos[row]
  if (upos === "VERB") {
    const named = fromNaming(row, context)
    return named.length > 0 ? named : [...fromVerb(row, context), ...fromReadiness(row, context), ...fromAdjective(row, context)]
  }
  return upos === "ADJ" ? [...fromReadiness(row, context), ...fromAdjective(row, context)] : fromNoun(row, context)
}

/** The first reading of the same words stands. */
function withoutRepeats(drafts: readonly Draft[]): Draft[] {
  const read = new SpanIndex<Span & {readonly draft: Draft}>()
  return drafts.filter(draft => {
    const repeats = draft.evidence.some(span => read.overlapping(span).some(other => isSame(other.draft, draft)))
    for (const {start, end} of draft.evidence) read.add({start, end, draft})
    return !repeats
  })
}

/** Of readings that share words: one holder, and one target or topic. */
function isSame(a: Draft, b: Draft): boolean {
  return a.holder === b.holder && (a.target === b.target || (a.topic !== null && b.topic !== null && overlaps(a.topic, b.topic)))
}

/** Acts between two sides that say where the first stands: accusing, sanctioning, protesting; the target is what the verb is about. */
function fromEvent(event: Event, context: Context): Draft[] {
  const leaning = event.status === "actual" && event.confidence >= 0.5 && !event.reciprocal ? leaningOfAct(event.type, event.mode) : null
  const {words: table} = context
  const verb = table.indexAt(event.trigger.start)
  if (!leaning || table.upos[verb] !== "VERB") return []
  const beside = childrenBy(table, verb, "obl").filter(row => /^(?:against|at|with)$/.test(caseOf(table, row)))
  const about = [patientOf(table, verb), ...beside].filter(row => row >= 0)
  const aim = about.map(row => aimOf(row, context)).find(({target}) => target !== null && event.target.includes(target))
  if (!aim) return []
  const rule = `data/positions/events.tsv: ${event.type}`
  const confidence = Math.round(event.confidence * 850) / 1000
  return event.source
    .slice(0, 3)
    .flatMap(holder => makeDraft({holder, aim: {...aim, flips: false}, leaning, rule, cue: event.trigger, confidence}, context))
}
