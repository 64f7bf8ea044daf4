import type {Document} from "../../document/document.js"
import {SpanIndex} from "../../document/span-index.js"
import type {Words} from "../../document/words.js"
import {childBy} from "../../language/clause.js"
import {words} from "../../language/layers.js"
import type {Event, Place, Time} from "../../record/all.js"
import {places, times} from "../../record/layers.js"
import {bearing, nearestBelow} from "./attach.js"
import {eventTables} from "./tables.js"

/** Characters back to the act that "the attack" takes up. */
const reach = 1500

interface Retelling {
  readonly start: number
  readonly end: number
  readonly time: Time | null
  readonly place: Place | null
}

/**
 * "Eight people were killed. … The shooting happened on Sunday in Plano": a later sentence that says when or where the act of force told before
 * happened gives the act its day and place, where it has none. The basis is the document, and the trace names the words.
 */
export function withRetold(events: readonly Event[], doc: Document): Event[] {
  const found = retellings(doc)
  const changed = [...events]
  for (const retelling of found) {
    const from = sentenceToldBefore(changed, retelling, doc.get(words))
    changed.forEach((event, at) => {
      if (from !== null && isOpen(event) && event.trigger.start >= from && event.trigger.start < retelling.start)
        changed[at] = retold(event, retelling)
    })
  }
  return changed
}

const isForce = (event: Event): boolean => event.type === "ASSAULT" && event.status === "actual"
const isOpen = (event: Event): boolean => isForce(event) && (event.when.from === null || event.where === null)

/** Where the sentence of the last act of force before a retelling begins; null when there is none near, or another day stands with it. */
function sentenceToldBefore(events: readonly Event[], {start, time}: Retelling, table: Words): number | null {
  const near = events.filter(event => isForce(event) && event.trigger.end < start && event.trigger.start > start - reach)
  const last = near.at(-1)
  if (!last || near.some(event => event.when.from !== null && time && event.when.from !== time.from)) return null
  const sentence = table.sentence[table.indexAt(last.trigger.start)]
  return Math.min(
    ...near.filter(event => table.sentence[table.indexAt(event.trigger.start)] === sentence).map(event => event.trigger.start),
  )
}

function retold(event: Event, {start, end, time, place}: Retelling): Event {
  const day = event.when.from === null && time?.from ? {from: time.from, to: time.to, basis: "document" as const, time: time.id} : null
  const where = event.where === null && place ? place.id : event.where
  if (!day && where === event.where) return event
  const gave = [day?.from, where === event.where ? null : place?.name].filter(Boolean).join(", ")
  return {...event, when: day ?? event.when, where, trace: [...event.trace, {rule: "when and where: told again", span: {start, end}, gave}]}
}

/** Sentences in which "the attack" is the subject of "happened", "took place", "was reported" and the like, with a day or a place. */
function retellings(doc: Document): Retelling[] {
  const table = doc.get(words)
  const days = new SpanIndex(doc.get(times).filter(time => time.type === "DATE" || time.type === "TIME"))
  const spots = new SpanIndex(doc.get(places).filter(place => place.use === "literal"))
  const found: Retelling[] = []
  for (let verb = 0; verb < table.length; verb++) {
    if (!/^V/.test(table.xpos[verb]!) || !isHappening(table, verb)) continue
    const noun = childBy(table, verb, "nsubj", "nsubj:pass")
    if (noun < 0 || !isDefinite(table, noun) || !tellsForce(table.lemma[noun]!)) continue
    const clause = {start: table.start[noun]!, end: table.end[verb]! + 200}
    const act = {row: verb, light: -1}
    const isReport = table.lemma[verb] === "report"
    const time = nearestBelow(
      table,
      act,
      days.overlapping(clause).filter(day => !isReport || day.type === "TIME"),
    )
    const place = nearestBelow(table, act, spots.overlapping(clause))
    if (time || place) found.push({start: table.start[noun]!, end: table.end[verb]!, time, place})
  }
  return found
}

const tellsForce = (lemma: string): boolean => lemma === "incident" || eventTables().nouns.get(lemma)?.type === "ASSAULT"

/** "happened", "was carried out"; a report tells the hour it came in ("was reported at 6:52 p.m."). */
const isHappening = (table: Words, verb: number): boolean =>
  bearing(table.lemma[verb]) === "happens" || (table.lemma[verb] === "report" && childBy(table, verb, "aux:pass") >= 0)

const isDefinite = (table: Words, noun: number): boolean => {
  const article = childBy(table, noun, "det")
  return article >= 0 && /^(?:the|this|that)$/i.test(table.form(article))
}
