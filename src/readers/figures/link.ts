import {holds, type Span} from "../../document/span.js"
import {SpanIndex} from "../../document/span-index.js"
import type {Stage} from "../../document/stage.js"
import type {Words} from "../../document/words.js"
import {agentOf} from "../../language/clause.js"
import {words} from "../../language/layers.js"
import {headRow} from "../../language/noun-phrase.js"
import type {Figure, Place, Quote, Time} from "../../record/all.js"
import {actors, amounts, figures, places, quotes, times} from "../../record/layers.js"

/** Says of every number who vouches for it, for which days and where: from the report it stands in and from its own clause. */
export const linkFigures: Stage<readonly Figure[]> = {
  name: "figures",
  version: 1,
  needs: [words, amounts, quotes, times, places, actors],
  gives: figures,
  run: doc => {
    const table = doc.get(words)
    const reports = new SpanIndex(doc.get(quotes).flatMap(quote => quote.content.map(({start, end}) => ({start, end, quote}))))
    const dated = bySentence(
      table,
      doc
        .get(times)
        .filter(
          candidate =>
            (candidate.type === "DATE" || candidate.type === "TIME") && !isTerm(table, candidate) && !isAttribute(table, candidate),
        ),
    )
    const located = bySentence(
      table,
      doc.get(places).filter(candidate => candidate.use === "literal"),
    )
    const cast = new SpanIndex(doc.get(actors).flatMap(actor => actor.mentions.map(({start, end}) => ({start, end, id: actor.id}))))
    return doc.get(amounts).map(figure => {
      const quote = reportOf(figure, reports)
      const giver = quote?.source ? null : giverOf(table, figure, cast)
      const near = beside(table, figure, dated)
      const time = near && (isOfAnother(doc.text, figure, near) || isDeadline(table, figure, near)) ? null : near
      const place = beside(table, figure, located)
      return {
        ...figure,
        source: figure.source ?? quote?.speaker ?? (quote?.source ? quote.id : null) ?? giver?.id ?? null,
        asOf: figure.asOf ?? (time?.from || time?.to ? {from: time.from, to: time.to} : null),
        where: figure.where ?? place?.id ?? null,
        trace: [...figure.trace, ...steps({figure, quote, giver, time, place})],
      }
    })
  },
}

/** "since 2014", "until Friday": the end of a span is not the day of a count. */
const isTerm = (table: Words, time: Span): boolean => {
  const row = headRow(table, time)
  return (
    row < table.length &&
    table.childrenOf(row).some(child => table.deprel[child] === "case" && /^(?:since|until|till|before|after)$/i.test(table.form(child)))
  )
}

/** "the Jan. 12 earthquake": a date before the noun it describes dates that thing, not what is told of it. */
const isAttribute = (table: Words, time: Span): boolean => {
  const row = headRow(table, time)
  const head = row < table.length ? table.head[row]! : -1
  const isBare = () => !table.childrenOf(row).some(child => table.deprel[child] === "case")
  return head > row && /^(?:compound|nmod|amod|nummod)/.test(table.deprel[row]!) && table.start[head]! >= time.end && isBare()
}

/** "needs $3 million by June": what is wanted or promised by a day is not counted on it. */
const isDeadline = (table: Words, figure: Figure, time: Span): boolean =>
  figure.status !== "reported" && table.childrenOf(headRow(table, time)).some(child => table.form(child).toLowerCase() === "by")

/** "61 percent, up from 48 percent in 2011": the time belongs to the number compared with. */
const isOfAnother = (text: string, figure: Span, time: Span): boolean =>
  time.start > figure.end && /\b(?:(?:up|down) from|compared (?:with|to)|against|than)\b/i.test(text.slice(figure.end, time.start))

/** The innermost report whose content holds the number. */
function reportOf(figure: Span, reports: SpanIndex<Span & {readonly quote: Quote}>): Quote | null {
  let best: {quote: Quote; length: number} | null = null
  for (const content of reports.overlapping(figure)) {
    const {quote, start, end} = content
    if (quote.source && holds(content, figure) && (!best || end - start < best.length)) best = {quote, length: end - start}
  }
  return best?.quote ?? null
}

/** Who pledges or demands a number is who does the verb it hangs on: "Oman will build 4,000 shelters". */
function giverOf(table: Words, figure: Figure, cast: SpanIndex<Span & {readonly id: string}>): (Span & {readonly id: string}) | null {
  const row = headRow(table, figure)
  if ((figure.status !== "pledged" && figure.status !== "demanded") || row >= table.length) return null
  const subject = agentOf(table, verbAbove(table, row))
  if (subject < 0) return null
  const named = cast.overlapping({start: table.start[subject]!, end: table.end[subject]!})
  return named.length === 1 ? named[0]! : null
}

interface Placed<T> {
  readonly candidate: T
  /** Row of its head, and of the verb that this hangs on. */
  readonly row: number
  readonly verb: number
}

/** Candidates under the number of their sentence. */
function bySentence<T extends Span>(table: Words, candidates: readonly T[]): ReadonlyMap<number, readonly Placed<T>[]> {
  const found = new Map<number, Placed<T>[]>()
  for (const candidate of candidates) {
    const row = headRow(table, candidate)
    if (row >= table.length) continue
    const sentence = table.sentence[row]!
    found.set(sentence, [...(found.get(sentence) ?? []), {candidate, row, verb: verbAbove(table, row)}])
  }
  return found
}

/** The candidate of the same sentence that hangs on the same verb; the nearest of several. */
function beside<T extends Span>(table: Words, figure: Span, candidates: ReadonlyMap<number, readonly Placed<T>[]>): T | null {
  const row = headRow(table, figure)
  if (row >= table.length) return null
  const verb = verbAbove(table, row)
  let best: {candidate: T; distance: number} | null = null
  for (const other of candidates.get(table.sentence[row]!) ?? []) {
    const distance = Math.abs(other.row - row)
    if (other.verb === verb && (!best || distance < best.distance)) best = {candidate: other.candidate, distance}
  }
  return best?.candidate ?? null
}

/** The nearest verb a word hangs below; the topmost word when there is none. */
function verbAbove(table: Words, row: number): number {
  let at = row
  for (let steps = 0; steps < 12 && table.head[at]! >= 0; steps++) {
    at = table.head[at]!
    if (table.upos[at] === "VERB") return at
  }
  return at
}

function steps({
  figure,
  quote,
  giver,
  time,
  place,
}: {
  figure: Figure
  quote: Quote | null
  giver: (Span & {readonly id: string}) | null
  time: Time | null
  place: Place | null
}): Figure["trace"] {
  return [
    ...(quote?.source && !figure.source
      ? [{rule: `source: stands in the report ${quote.id}`, span: quote.source, gave: quote.speaker ?? quote.id}]
      : []),
    ...(giver && !figure.source
      ? [{rule: "source: who does the verb that the number hangs on", span: {start: giver.start, end: giver.end}, gave: giver.id}]
      : []),
    ...(time?.from && !figure.asOf
      ? [{rule: `as of: ${time.id} hangs on the same verb`, span: {start: time.start, end: time.end}, gave: `${time.from} to ${time.to}`}]
      : []),
    ...(place && !figure.where
      ? [{rule: `where: ${place.id} hangs on the same verb`, span: {start: place.start, end: place.end}, gave: place.name}]
      : []),
  ]
}
