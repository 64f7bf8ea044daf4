import {holds} from "../../document/span.js"
import type {Words} from "../../document/words.js"
import {headRow} from "../../language/noun-phrase.js"
import type {Event, Place, Quote, Time, TraceStep} from "../../record/all.js"
import type {Act} from "./acts.js"
import {anchorsOf, distanceUp, fateBeside, nearestBelow, sharingVerb} from "./attach.js"
import type {Surroundings} from "./surroundings.js"
import {datesOf} from "./told-when.js"

const unknown: Event["when"] = {from: null, to: null, basis: "none", time: null}

/**
 * When it happened: the time expression that hangs on the act or on what it hangs on, or on the verb it is joined to; a day after publication is not when
 * something was done. Without one, a present tense means the day of publication, and says so; else not known.
 */
export function whenOf(words: Words, act: Act, around: Surroundings): Event["when"] {
  const done = act.status === "actual" || act.status === "historical"
  const dated = datesOf(words, act, around).filter(time => !(done && isAfter(time.from, around.published.to)))
  const time = nearestBelow(words, act, dated) ?? sharedTime(words, act, dated)
  if (time) return {from: time.from, to: time.to, basis: "expression", time: time.id}
  const {from, to} = around.published
  return done && from !== null && isPresent(words, act) ? {from, to, basis: "tense", time: null} : unknown
}

function isAfter(day: string | null, other: string | null): boolean {
  return day !== null && other !== null && day > other
}

/** "On Monday the envoy met the ruler and proposed …", "opened fire on Friday, killing 12": a verb joined to another shares its time. */
function sharedTime(words: Words, act: Act, dated: readonly Time[]): Time | null {
  const shared = sharingVerb(words, act)
  const beside = shared ? -1 : fateBeside(words, act)
  if (beside >= 0) return nearestBelow(words, {row: beside, light: -1}, dated)
  if (!shared) return null
  const open = shared.side === "both" ? dated : dated.filter(time => time.start < words.start[shared.own]!)
  return nearestBelow(words, {row: shared.row, light: -1}, open)
}

/** "warns", "is urging": the finite verb of the act's own clause stands in the present. */
function isPresent(words: Words, act: Act): boolean {
  const verb = act.light >= 0 ? act.light : act.row
  return ["VBZ", "VBP"].includes(words.xpos[verb]!) && words.deprel[verb] !== "advcl"
}

/** Where an act happened, and the step of reasoning when it is not in its own words. */
export interface Whereabouts {
  readonly where: string | null
  readonly trace: readonly TraceStep[]
}

/**
 * Where: the place that hangs on the act or on the verb it is joined to. Without one, an act told in the dateline's own paragraph happened where the article
 * was written, unless all who take part are of other countries, and the trace says so; else not known.
 */
export function whereOf(words: Words, act: Act, {places}: Surroundings): Whereabouts {
  const literal = places.filter(place => place.use === "literal")
  const own = nearestBelow(words, act, literal) ?? sharedPlace(words, act, literal)
  if (own) return {where: own.id, trace: []}
  const dateline = datelineFor(words, act, places)
  if (!dateline) return {where: null, trace: []}
  return {
    where: dateline.id,
    trace: [
      {rule: "place: none of its own, told under the dateline", span: {start: dateline.start, end: dateline.end}, gave: dateline.name},
    ],
  }
}

/** "In Geneva the envoy met the ruler and proposed …", "fired on a crowd in Goma, killing 12": a verb joined to another shares its place. */
function sharedPlace(words: Words, act: Act, literal: readonly Place[]): Place | null {
  const shared = sharingVerb(words, act)
  const beside = shared ? -1 : fateBeside(words, act)
  if (beside >= 0) return nearestBelow(words, {row: beside, light: -1}, literal)
  if (!shared) return null
  const open = shared.side === "both" ? literal : literal.filter(place => place.start < words.start[shared.row]!)
  return nearestBelow(words, {row: shared.row, light: -1}, open)
}

/** Acts that take place where bodies are: who does them elsewhere did not do them where the article was written. */
const bodily = new Set(["ASSAULT", "COERCE", "PROTEST", "MOBILIZE"])

function datelineFor(words: Words, act: Act, places: readonly Place[]): Place | null {
  if (act.status !== "actual") return null
  const start = words.start[act.row]!
  const dateline = places.find(place => place.use === "dateline" && place.end <= start)
  if (!dateline) return null
  const countries = [...act.slots.source, ...act.slots.target].flatMap(filler => filler.actor.country ?? [])
  const isElsewhere = bodily.has(act.type) && countries.length > 0 && !countries.includes(dateline.country ?? "")
  return isElsewhere ? null : dateline
}

/** Numbers that measure it: those whose words hang directly on the act, or on its object or subject. */
export function figuresOf(words: Words, act: Act, {figures}: Surroundings): string[] {
  const anchors = anchorsOf(words, act)
  return figures
    .filter(figure => {
      const row = headRow(words, figure)
      return words.sentence[row] === words.sentence[act.row] && distanceUp(words, row, anchors, 3) >= 0
    })
    .map(figure => figure.id)
}

/** The innermost report whose content holds the act's trigger, other than a report by the act's own verb. */
export function attributionOf(words: Words, act: Act, {quotes}: Surroundings): string | null {
  const trigger = {start: words.start[act.row]!, end: words.end[act.row]!}
  let best: {quote: Quote; length: number} | null = null
  for (const quote of quotes) {
    if (quote.kind === "act" || (quote.cue && holds(quote.cue, trigger))) continue
    for (const content of quote.content) {
      const length = content.end - content.start
      if (holds(content, trigger) && (!best || length < best.length)) best = {quote, length}
    }
  }
  return best?.quote.id ?? null
}
