import {Offsets} from "../document/offsets.js"
import type {Span} from "../document/span.js"
import type {Event} from "../record/event.js"
import type {Place} from "../record/place.js"
import type {Quote} from "../record/quote.js"
import type {Reading} from "../record/reading.js"
import type {Book} from "./book.js"
import type {Cell} from "./driver/database.js"
import {insertRows} from "./insert-rows.js"
import {numberOfSite} from "./sites.js"
import {numbersOfActors} from "./who.js"

/** What the question tables need to know about a reading that has just been kept. */
export interface Kept {
  readonly number: number
  readonly article: number
  readonly reading: Reading
  readonly text: string
}

/** The question tables that are made from one reading alone, with the columns that are written. */
export const answerColumns = {
  identities: "reading, actor, who, day",
  acts: "reading, article, event, day, month, type, mode, status, quad, score, confidence, country, source, target, first, site",
  said: "reading, article, quote, day, kind, speaker, behalf, words",
} as const

export type AnswerTable = keyof typeof answerColumns

/** Numbers of actors across articles by their id in the reading, and of places on the map. */
export interface Numbers {
  readonly who: ReadonlyMap<string, number>
  readonly siteOf: (place: Place) => number | null
}

/** Fills the tables that questions are answered from: actors across articles, one row a pair of actors of an event, the words of quotes. */
export function indexReading(book: Book, kept: Kept): void {
  const numbers = {who: numbersOfActors(book, kept.reading.actors), siteOf: (place: Place) => numberOfSite(book, place)}
  for (const [table, rows] of Object.entries(answerRows(kept, numbers)))
    insertRows(book, `${table} (${answerColumns[table as AnswerTable]})`, rows)
  book.database.run(`INSERT OR IGNORE INTO article_countries (country, article) ${countriesOfReading}`, [
    kept.article,
    kept.number,
    kept.article,
    kept.number,
  ])
}

/** The rows of a reading in the question tables: what `indexReading` writes, and what `verify` finds again. */
export function answerRows(kept: Kept, numbers: Numbers): Record<AnswerTable, Cell[][]> {
  const {number, reading, text} = kept
  const offsets = new Offsets(text)
  const wordsOf = ({start, end}: Span): string => text.slice(offsets.fromCodePoints(start), offsets.fromCodePoints(end))
  return {
    identities: reading.actors.map(({id}) => [number, id, numbers.who.get(id) ?? null, reading.document.published.from]),
    acts: reading.events.flatMap((event, place) => actsOf({kept, numbers}, {event, place})),
    said: reading.quotes.map((quote, place) => saidCells({kept, numbers}, {quote, place, words: quote.content.map(wordsOf).join(" … ")})),
  }
}

/** Takes a reading out of the question tables; its records stay, to compare. */
export function unindexReading({database}: Book, reading: number): void {
  database.run("DELETE FROM article_countries WHERE article = (SELECT article FROM readings WHERE number = ?)", [reading])
  for (const table of ["identities", "acts", "said"]) database.run(`DELETE FROM ${table} WHERE reading = ?`, [reading])
}

interface Indexed {
  readonly kept: Kept
  readonly numbers: Numbers
}

/** The rows of an event: one for each pair of its actors. */
function actsOf({kept, numbers: {who, siteOf}}: Indexed, {event, place}: {event: Event; place: number}): Cell[][] {
  const {reading} = kept
  const day = event.when.from ?? reading.document.published.from
  const where = reading.places.find(candidate => candidate.id === event.where)
  const {type, mode, status, quad, score, confidence} = event
  const shared = [day, day?.slice(0, 7) ?? null, type, mode, status, quad, score, confidence, where?.country ?? null]
  const site = where ? siteOf(where) : null
  return directionsOf(event).map(([source, target], index) => {
    const sides = [source === null ? null : (who.get(source) ?? null), target === null ? null : (who.get(target) ?? null)]
    return [kept.number, kept.article, place, ...shared, ...sides, index === 0 ? 1 : 0, site]
  })
}

/** The countries of the actors and places of an article, with the article: takes article and reading, twice. */
export const countriesOfReading = `SELECT w.country, ? AS article FROM identities i JOIN who w ON w.number = i.who WHERE i.reading = ? AND w.country IS NOT NULL
     UNION SELECT country, ? FROM places WHERE reading = ? AND country IS NOT NULL AND use <> 'part-of-name'`

/** Every pair (who, to whom) of an event; among equals both directions; one with null where a side is not named. */
export function directionsOf(event: Event): [string | null, string | null][] {
  if (event.target.length === 0 && event.reciprocal && event.source.length > 1) {
    return event.source.flatMap(source => event.source.filter(other => other !== source).map((other): [string, string] => [source, other]))
  }
  const sources = event.source.length > 0 ? event.source : [null]
  const targets = event.target.length > 0 ? event.target : [null]
  return sources.flatMap(source => targets.map((target): [string | null, string | null] => [source, target]))
}

function saidCells({kept, numbers: {who}}: Indexed, {quote, place, words}: {quote: Quote; place: number; words: string}): Cell[] {
  return [
    kept.number,
    kept.article,
    place,
    kept.reading.document.published.from,
    quote.kind,
    quote.speaker ? (who.get(quote.speaker) ?? null) : null,
    quote.onBehalfOf ? (who.get(quote.onBehalfOf) ?? null) : null,
    words,
  ]
}
