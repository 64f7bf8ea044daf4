import type {Actor} from "../record/actor.js"
import type {Event} from "../record/event.js"
import type {Place} from "../record/place.js"
import type {Reading} from "../record/reading.js"
import {directionsOf} from "../store/answers.js"
import type {Book} from "../store/book.js"
import {type Days, eachReading} from "../store/readings.js"
import {type Spoken, wordsFor} from "./words.js"

/** One pair of actors of one event, with all that a row of an event table needs. */
export interface Dyad {
  readonly reading: Reading
  readonly event: Event
  readonly words: Spoken
  readonly source: Actor | null
  readonly target: Actor | null
  readonly place: Place | null
  /** When it happened; when the text does not say, the day of publication; null when neither is known. */
  readonly day: string | null
  /** Unique and the same in every export: the article's hash, the event, the pair's number. */
  readonly id: string
}

/** Every pair of actors of every event that happened, in the order of articles. Planned, denied and imagined events are left out unless `all`, or unless they were selected. */
export async function* eachDyad(book: Book, options: Days & {readonly all?: boolean}): AsyncGenerator<Dyad> {
  const all = options.all === true || hasSelected(options)
  for await (const {reading} of eachReading(book, options)) yield* dyadsOf(reading, all)
}

/** Were single events selected, whatever their status? */
export const hasSelected = ({only}: Days): boolean => only?.types?.includes("events") === true

function* dyadsOf(reading: Reading, all: boolean): Generator<Dyad> {
  const words = wordsFor(reading)
  const actors = new Map(reading.actors.map(actor => [actor.id, actor]))
  const places = new Map(reading.places.map(place => [place.id, place]))
  for (const event of reading.events) {
    if (!all && event.status !== "actual") continue
    for (const [index, [source, target]] of directionsOf(event).entries()) {
      yield {
        reading,
        event,
        words,
        source: source === null ? null : (actors.get(source) ?? null),
        target: target === null ? null : (actors.get(target) ?? null),
        place: event.where === null ? null : (places.get(event.where) ?? null),
        day: event.when.from ?? reading.document.published.from,
        id: `${reading.document.hash.slice(0, 16)}-${event.id}-${index + 1}`,
      }
    }
  }
}

/** A day as GDELT and PETRARCH write it: 20130301; empty when unknown. */
export const compactDay = (day: string | null): string => day?.replaceAll("-", "") ?? ""

/** The words of an event's first piece of evidence. */
export const evidenceOf = ({event, words}: Pick<Dyad, "event" | "words">): string => words.of(event.evidence[0] ?? event.trigger) ?? ""

/** A CAMEO code of an actor; `---` when nothing is known, as PETRARCH writes it. */
export const codeOf = (actor: Actor | null): string => actor?.code ?? actor?.country ?? "---"
