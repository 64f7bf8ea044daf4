import type {Actor, Figure, Place, Quote, Time} from "../../src/record/all.js"
import type {ArticleAnswer} from "../answers.js"
import {unitsOf} from "./offsets.js"

/** Everything of a reading by its id, for cards that name other records. */
export interface Names {
  actor(id: string | null): Actor | null
  place(id: string | null): Place | null
  time(id: string | null): Time | null
  figure(id: string): Figure | null
  quote(id: string | null): Quote | null
  /** The actor's number across articles. */
  who(id: string): number | null
  /** A place counted in code points as an index into the text. */
  unit(codePoint: number): number
  /** The words of a span counted in code points. */
  words(span: {readonly start: number; readonly end: number} | null): string
}

/** Looks records up by id. */
export function namesOf({reading, who}: ArticleAnswer): Names {
  const text = reading.document.text ?? ""
  const units = unitsOf(text)
  const byId = <T extends {id: string}>(list: readonly T[]): ReadonlyMap<string, T> => new Map(list.map(record => [record.id, record]))
  const [actors, places, times, figures, quotes] = [
    byId(reading.actors),
    byId(reading.places),
    byId(reading.times),
    byId(reading.figures),
    byId(reading.quotes),
  ]
  return {
    actor: id => actors.get(id ?? "") ?? null,
    place: id => places.get(id ?? "") ?? null,
    time: id => times.get(id ?? "") ?? null,
    figure: id => figures.get(id) ?? null,
    quote: id => quotes.get(id ?? "") ?? null,
    who: id => who[id] ?? null,
    unit: units,
    words: span => (span ? text.slice(units(span.start), units(span.end)) : ""),
  }
}
