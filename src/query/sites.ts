import type {Book} from "../store/book.js"
import {actConditions} from "./events.js"
import type {AnswerRow, Filter} from "./filter.js"

/** Where events happened: places with their number of events, the busiest first, and how many events name no place. */
export interface Sites {
  readonly places: AnswerRow[]
  readonly placeless: number
}

const most = 2_000

/** The places of the events that a filter lets through, each with how exact it is. */
export function querySites(book: Book, filter: Filter): Sites {
  const conditions = actConditions(book, filter)
  if (!conditions) return {places: [], placeless: 0}
  conditions.add("acts.first = 1")
  const rows = book.database.all<AnswerRow>(
    `SELECT s.name, s.country, min(s.kind) AS kind, s."precision", s.lat, s.lon, sum(n.events) AS events, round(sum(n.score) / sum(n.events), 3) AS score, min(n.first_day) AS first_day, max(n.last_day) AS last_day
     FROM (SELECT acts.site, count(*) AS events, sum(acts.score) AS score, min(acts.day) AS first_day, max(acts.day) AS last_day FROM acts ${indexFor(filter)} ${conditions.where} GROUP BY acts.site) n
     LEFT JOIN sites s ON s.number = n.site
     GROUP BY s.name, s.country, s."precision", s.lat, s.lon ORDER BY s.name IS NOT NULL, events DESC, s.name LIMIT ${most + 1}`,
    conditions.cells,
  )
  return {places: rows.filter(row => row.name !== null), placeless: Number(rows.find(row => row.name === null)?.events ?? 0)}
}

/** Questions about days alone are answered from one index that holds all they need; the others by the index of what they ask for. */
function indexFor({actor, source, target, type, mode, country, place, text, article}: Filter): string {
  return [actor, source, target, type, mode, country, place, text, article].some(Boolean) ? "" : "INDEXED BY acts_by_site"
}
