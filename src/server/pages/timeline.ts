import {z} from "zod"
import {queryEvents} from "../../query/events.js"
import type {Filter} from "../../query/filter.js"
import {queryQuotes} from "../../query/quotes.js"
import {queryFigures} from "../../query/records.js"
import {querySeries} from "../../query/series.js"
import {queryTimeline} from "../../query/timeline.js"
import type {Book} from "../../store/book.js"
import {page} from "../page.js"
import {filterShape, paging} from "../query-schema.js"
import {recordsIn} from "../shown.js"

/** Kinds of figures that have a place on a timeline: tolls and sums. */
const tolls = "killed,injured,missing,displaced,detained,hostages,money"

/** Events, quotes and figures over time, and the curve of the score. */
export const timelinePage = page({
  path: "/timeline",
  summary: "events with their intervals, quotes and figures over time, the latest of each, and the score by step",
  query: z.object({...filterShape, ...paging}),
  answer: ({book}, query) => {
    const series = querySeries(book, {...(query as Filter), by: query.by ?? "month"})
    return {...latest(book, query as Filter), series}
  },
  rows: ({book}, query) => queryTimeline(book, query as Filter),
  leaving: {
    holds: ["events", "quotes", "figures"],
    *records({book}, query) {
      const {events, quotes, figures} = latest(book, query as Filter)
      yield* recordsIn("events", events)
      yield* recordsIn("quotes", quotes)
      yield* recordsIn("figures", figures)
    },
  },
})

/** What is drawn: of each kind no more than the limit. Quotes and figures know nothing of event types and modes. */
function latest(book: Book, filter: Filter) {
  const {actor, source, since, until, text, country, limit = 0} = filter
  const plain = {actor, source, since, until, text, country, limit}
  const events = queryEvents(book, {...filter, limit: limit + 1})
  return {
    events: events.slice(0, limit),
    more: events.length > limit,
    quotes: queryQuotes(book, plain),
    figures: queryFigures(book, {...plain, type: tolls}),
  }
}
