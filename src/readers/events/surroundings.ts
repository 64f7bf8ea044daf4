import type {Document} from "../../document/document.js"
import type {Span} from "../../document/span.js"
import {SpanIndex} from "../../document/span-index.js"
import {paragraphs} from "../../language/layers.js"
import type {Figure, Place, Quote, Time} from "../../record/all.js"
import {amounts, places, quotes, times} from "../../record/layers.js"

/** What else was read from around an event that it can point to. */
export interface Surroundings {
  readonly times: readonly Time[]
  /** The places of the sentence, and the dateline that it stands under. */
  readonly places: readonly Place[]
  readonly figures: readonly Figure[]
  readonly quotes: readonly Quote[]
  /** First and last day the article can have been published; null when unknown. */
  readonly published: {readonly from: string | null; readonly to: string | null}
}

/** Finds the surroundings of a sentence without looking through the whole text. Built once a document. */
export function surroundingsFinder(doc: Document): (sentence: Span) => Surroundings {
  const all = doc.get(places)
  const dates = new SpanIndex(doc.get(times))
  const inside = new SpanIndex(all.filter(place => place.use !== "dateline"))
  const above = new SpanIndex(all.flatMap(place => (place.use === "dateline" ? [{...below(doc, place.end), place}] : [])))
  const figures = new SpanIndex(doc.get(amounts))
  const reports = new SpanIndex(doc.get(quotes).flatMap(quote => quote.content.map(({start, end}) => ({start, end, quote}))))
  return sentence => ({
    times: dates.overlapping(sentence),
    places: [...inside.overlapping(sentence), ...above.overlapping(sentence).map(({place}) => place)],
    figures: figures.overlapping(sentence),
    quotes: [...new Set(reports.overlapping(sentence).map(({quote}) => quote))],
    published: doc.published,
  })
}

/** What a dateline stands over: the rest of its paragraph, over as many lines as that is set in. */
function below(doc: Document, start: number): Span {
  const own = doc.get(paragraphs).find(paragraph => paragraph.start < start && start <= paragraph.end)
  return {start, end: own?.end ?? start}
}
