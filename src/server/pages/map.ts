import {z} from "zod"
import {actConditions} from "../../query/events.js"
import type {AnswerRow, Filter} from "../../query/filter.js"
import {page} from "../page.js"
import {filterShape} from "../query-schema.js"

/** Places where events happened, with how exact each place is. */
export const mapPage = page({
  path: "/map",
  summary: "places of events, with how exact each place is, the busiest first; and events whose text names no place",
  query: z.object(filterShape),
  answer: ({book}, query) => {
    const conditions = actConditions(book, query as Filter)
    if (!conditions) return {places: [], placeless: 0}
    conditions.add("acts.first = 1")
    const events = "FROM acts JOIN events e ON e.reading = acts.reading AND e.place_in_list = acts.event"
    const places = book.database.all<AnswerRow>(
      `SELECT p.name, p.country, p.kind, p."precision", round(p.lat, 4) AS lat, round(p.lon, 4) AS lon, count(*) AS events, avg(acts.score) AS score, min(acts.day) AS first_day, max(acts.day) AS last_day
       ${events} JOIN places p ON p.reading = e.reading AND p.id = e."where" ${conditions.where}
       GROUP BY p.name, p.country, p."precision", round(p.lat, 4), round(p.lon, 4) ORDER BY events DESC, p.name LIMIT 2000`,
      conditions.cells,
    )
    const placeless = book.database.first<{n: number}>(
      `SELECT count(*) AS n ${events} ${conditions.where} AND e."where" IS NULL`,
      conditions.cells,
    )
    return {places, placeless: placeless?.n ?? 0}
  },
})
