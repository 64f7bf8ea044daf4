import {z} from "zod"
import {actConditions} from "../../query/events.js"
import type {AnswerRow, Filter} from "../../query/filter.js"
import {page} from "../page.js"
import {filterShape} from "../query-schema.js"
import type {Room} from "../room.js"

/** Places where events happened, with how exact each place is. */
export const mapPage = page({
  path: "/map",
  summary: "places of events, with how exact each place is, the busiest first; and events whose text names no place",
  query: z.object(filterShape),
  answer: (room, query) => room.remember(`map ${JSON.stringify(query)}`, () => placesOf(room, query as Filter)),
})

/** One pass over the acts: places in their order, and last how many name none. */
function placesOf({book}: Room, query: Filter): {places: AnswerRow[]; placeless: number} {
  const conditions = actConditions(book, query)
  if (!conditions) return {places: [], placeless: 0}
  conditions.add("acts.first = 1")
  const rows = book.database.all<AnswerRow>(
    `SELECT p.name, p.country, p.kind, p."precision", round(p.lat, 4) AS lat, round(p.lon, 4) AS lon, count(*) AS events, round(avg(acts.score), 3) AS score, min(acts.day) AS first_day, max(acts.day) AS last_day
     FROM acts JOIN events e ON e.reading = acts.reading AND e.place_in_list = acts.event LEFT JOIN places p ON p.reading = e.reading AND p.id = e."where" ${conditions.where}
     GROUP BY p.name, p.country, p."precision", round(p.lat, 4), round(p.lon, 4) ORDER BY p.name IS NOT NULL, events DESC, p.name LIMIT 2001`,
    conditions.cells,
  )
  const places = rows.filter(row => row.name !== null)
  return {places, placeless: Number(rows.find(row => row.name === null)?.events ?? 0)}
}
