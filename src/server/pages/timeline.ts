import {z} from "zod"
import {queryEvents} from "../../query/events.js"
import type {Filter} from "../../query/filter.js"
import {queryQuotes} from "../../query/quotes.js"
import {queryFigures} from "../../query/records.js"
import {querySeries} from "../../query/series.js"
import {queryTimeline} from "../../query/timeline.js"
import {page} from "../page.js"
import {filterShape, paging} from "../query-schema.js"
import {recordsOf} from "../shown.js"

/** Events, quotes and figures over time, and the curve of the score. */
export const timelinePage = page({
  path: "/timeline",
  summary: "events with their intervals, quotes and figures over time, and the score by step",
  query: z.object({...filterShape, ...paging}),
  answer: ({book}, query) => {
    const filter = query as Filter
    const events = queryEvents(book, {...filter, limit: query.limit + 1})
    return {
      events: events.slice(0, query.limit),
      more: events.length > query.limit,
      quotes: queryQuotes(book, {...pick(filter), limit: query.limit}),
      figures: queryFigures(book, {...pick(filter), limit: query.limit}),
      series: querySeries(book, {...filter, by: query.by ?? "month"}),
    }
  },
  rows: ({book}, query) => queryTimeline(book, query as Filter),
  leaving: {
    holds: ["events", "quotes", "figures"],
    *records(room, query) {
      const filter = query as Filter
      yield* recordsOf(room, {type: "events", filter})
      yield* recordsOf(room, {type: "quotes", filter: pick(filter)})
      yield* recordsOf(room, {type: "figures", filter: pick(filter)})
    },
    acts: query => query as Filter,
  },
})

/** Quotes and figures know nothing of event types and modes. */
function pick({actor, source, since, until, text, country}: Filter): Filter {
  return {actor, source, since, until, text, country}
}
