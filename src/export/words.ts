import type {Span} from "../document/span.js"
import type {Reading} from "../record/reading.js"

/** The words and names behind the spans and ids of a reading. */
export interface Spoken {
  of(span: Span | null): string | null
  name(actor: string | null): string | null
  names(actors: readonly string[]): string
  place(id: string | null): string | null
}

/** Looks up words by span (in code points) and names by id. */
export function wordsFor(reading: Reading): Spoken {
  const characters = Array.from(reading.document.text ?? "")
  const names = new Map(reading.actors.map(actor => [actor.id, actor.name]))
  const places = new Map(reading.places.map(place => [place.id, place.name]))
  return {
    of: span => (span ? characters.slice(span.start, span.end).join("") : null),
    name: actor => (actor ? (names.get(actor) ?? null) : null),
    names: actors => actors.map(actor => names.get(actor) ?? actor).join("; "),
    place: id => (id ? (places.get(id) ?? null) : null),
  }
}
