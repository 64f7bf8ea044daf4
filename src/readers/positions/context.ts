import {plainSpan, type Span} from "../../document/span.js"
import {SpanIndex} from "../../document/span-index.js"
import type {Words} from "../../document/words.js"
import {headRow} from "../../language/noun-phrase.js"
import type {Actor, Event, Quote} from "../../record/all.js"

/** The layers that positions are read from, and the actor whose mention is headed by a row. */
export interface Context {
  readonly words: Words
  readonly actors: readonly Actor[]
  readonly events: readonly Event[]
  readonly quotes: readonly Quote[]
  /** Actors that are persons or groups of them. */
  readonly people: ReadonlySet<string>
  /** People who are never named. */
  readonly unnamed: ReadonlySet<string>
  /** Triggers of events by place. */
  readonly eventsAt: SpanIndex<Span & {readonly event: Event}>
  /** Cues and contents of quotes by place. */
  readonly quotesAt: SpanIndex<QuotePart>
  /** The actor named, described or meant by the phrase that this row heads; null for nobody. */
  actorAt(row: number): string | null
}

/** A cue or a piece of content with its quote. */
export interface QuotePart extends Span {
  readonly quote: Quote
  readonly isCue: boolean
}

/** The triggers and the parts of quotes by place. */
export function partsByPlace(events: readonly Event[], quotes: readonly Quote[]): Pick<Context, "eventsAt" | "quotesAt"> {
  const parts = quotes.flatMap(quote => [
    ...(quote.cue ? [{...plainSpan(quote.cue), quote, isCue: true}] : []),
    ...quote.content.map(content => ({...plainSpan(content), quote, isCue: false})),
  ])
  return {
    eventsAt: new SpanIndex(events.map(event => ({...plainSpan(event.trigger), event}))),
    quotesAt: new SpanIndex(parts),
  }
}

/** Finds the actor of a row by the heads of all mentions, demonyms and pronouns far from any name left out; of two the longer mention wins. */
export function actorFinder(words: Words, actors: readonly Actor[]): (row: number) => string | null {
  const byRow = new Map<number, {id: string; size: number}>()
  for (const actor of actors) {
    let named = Number.NEGATIVE_INFINITY
    for (const mention of actor.mentions) {
      if (mention.form === "demonym") continue
      const row = headRow(words, mention)
      const sentence = words.sentence[row]!
      if (mention.form !== "pronoun") named = sentence
      else if (sentence - named > reachOf(words.form(row))) continue
      const size = mention.end - mention.start
      if (size > (byRow.get(row)?.size ?? -1)) byRow.set(row, {id: actor.id, size})
    }
  }
  return row => (row < 0 ? null : (byRow.get(row)?.id ?? null))
}

/** How many sentences back a pronoun's actor must be called by more than a pronoun: who "it" or "they" are is soon doubtful, and a position given to the wrong side is worse than none. */
function reachOf(pronoun: string): number {
  if (/^(?:I|me|my|mine|we|us|our|ours|who|whom|whose|which|that)$/i.test(pronoun)) return Number.POSITIVE_INFINITY
  return /^(?:he|him|his|she|her|hers|himself|herself)$/i.test(pronoun) ? 4 : 1
}
