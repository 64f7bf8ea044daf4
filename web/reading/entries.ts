import type {Actor, Event, Figure, Place, Position, Quote, Reading, Time} from "../../src/record/all.js"
import {unitsOf} from "./offsets.js"

/** The layers of a reading, in the order of their keys 1 to 7. */
export const layers = ["events", "quotes", "figures", "positions", "times", "places", "actors"] as const
export type LayerName = (typeof layers)[number]

/** What a stretch of text is to a record. */
export type Role = "main" | "source" | "target" | "evidence" | "cue" | "speaker" | "counted" | "topic" | "medium" | "insertion"

/** A stretch of the text, in UTF-16 indexes, and what it is to its record. */
export interface Stretch {
  readonly start: number
  readonly end: number
  readonly role: Role
  readonly label: string | null
}

/** A record as the page shows it: in which layer, where it begins, and which stretches of text belong to it. */
export interface Entry {
  readonly id: string
  readonly layer: LayerName
  readonly start: number
  readonly stretches: readonly Stretch[]
  readonly record: Event | Quote | Figure | Position | Time | Place | Actor
}

type Spans = readonly {readonly start: number; readonly end: number}[]
type Cut = (spans: Spans | Spans[number] | null, role: Role, label?: string | null) => Stretch[]

/** Every record of a reading, in reading order. */
export function entriesOf(reading: Reading): Entry[] {
  const units = unitsOf(reading.document.text ?? "")
  const cut: Cut = (spans, role, label = null) => {
    const list = spans === null ? [] : Array.isArray(spans) ? (spans as Spans) : [spans as Spans[number]]
    return list
      .map(({start, end}, index) => ({start: units(start), end: units(end), role, label: index === 0 ? label : null}))
      .filter(({start, end}) => end > start)
  }
  const entry = (layer: LayerName, record: Entry["record"], stretches: Stretch[]): Entry => {
    const main = stretches.filter(({role}) => role === "main")
    const start = Math.min(...(main.length > 0 ? main : stretches).map(stretch => stretch.start), Number.MAX_SAFE_INTEGER)
    return {id: record.id, layer, start, stretches, record}
  }
  const utterances = Map.groupBy(reading.quotes, quote => quote.utterance)
  const entries = [
    ...reading.events.map(event => entry("events", event, stretchesOfEvent(event, cut))),
    ...reading.quotes.map(quote => entry("quotes", quote, stretchesOfQuote(quote, utterances.get(quote.utterance) ?? [], cut))),
    ...reading.figures.map(figure => entry("figures", figure, [...cut(figure, "main"), ...cut(figure.of, "counted", "counted")])),
    ...reading.positions.map(position => entry("positions", position, stretchesOfPosition(position, cut))),
    ...reading.times.map(time => entry("times", time, cut(time, "main"))),
    ...reading.places.map(place => entry("places", place, [...cut(place, "main"), ...cut(place.within, "counted", "within")])),
    ...reading.actors.map(actor => entry("actors", actor, cut(actor.mentions, "main"))),
  ]
  return entries.sort((a, b) => a.start - b.start || layers.indexOf(a.layer) - layers.indexOf(b.layer))
}

function stretchesOfEvent(event: Event, cut: Cut): Stretch[] {
  return [
    ...cut(event.trigger, "main", event.type.toLowerCase()),
    ...cut(event.sourceSpans, "source", event.reciprocal ? "both" : "source"),
    ...cut(event.targetSpans, "target", "target"),
    ...cut(event.evidence, "evidence"),
  ]
}

/** Pieces of one act of speaking light up together. */
function stretchesOfQuote(quote: Quote, pieces: readonly Quote[], cut: Cut): Stretch[] {
  const others = pieces.filter(({id}) => id !== quote.id)
  return [
    ...cut(quote.content, "main"),
    ...cut(quote.cue, "cue", "cue"),
    ...cut(quote.source, "source", "speaker"),
    ...cut(quote.medium, "medium", "medium"),
    ...cut(quote.insertions, "insertion", "inserted"),
    ...others.flatMap(({content}) => cut(content, "evidence")),
  ]
}

function stretchesOfPosition(position: Position, cut: Cut): Stretch[] {
  const topic = cut(position.topic, "main", position.polarity)
  const [first, ...rest] = cut(position.evidence, "evidence")
  if (topic.length > 0 || !first) return [...topic, ...(first ? [first] : []), ...rest]
  return [{...first, role: "main", label: position.polarity}, ...rest]
}
