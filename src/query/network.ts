import type {Book} from "../store/book.js"
import {actConditions} from "./events.js"
import {type AnswerRow, type Conditions, type Filter, pageOf} from "./filter.js"

/** Who acts on whom: one row a pair, the busiest first, with the number of events and their mean score. What somebody does to their own is no tie. */
export function queryNetwork(book: Book, filter: Filter): AnswerRow[] {
  const conditions = actsBetween(book, filter)
  if (!conditions) return []
  const {limit, offset} = pageOf({limit: 200, ...filter})
  const sql = `
    SELECT s.name AS source, t.name AS target, n.events, round(n.score, 3) AS mean_score, n.first_day, n.last_day, s.number AS source_who, t.number AS target_who, s.key AS source_key, t.key AS target_key,
      s.kind AS source_kind, t.kind AS target_kind, s.country AS source_country, t.country AS target_country
    FROM (SELECT source, target, count(*) AS events, avg(score) AS score, min(day) AS first_day, max(day) AS last_day FROM acts ${conditions.where}
      GROUP BY source, target ORDER BY events DESC, source, target LIMIT ? OFFSET ?) n
    JOIN who s ON s.number = n.source JOIN who t ON t.number = n.target ORDER BY n.events DESC, s.name, t.name`
  return book.database.all<AnswerRow>(sql, [...conditions.cells, limit, offset])
}

/** The acts that ties are made of; with a limit, those of the busiest ties alone. Null when the filter names an actor whom the book does not know. */
export function actsOfTies(book: Book, filter: Filter): Conditions | null {
  const conditions = actsBetween(book, filter)
  if (!conditions || filter.limit === undefined) return conditions
  const {limit, offset} = pageOf(filter)
  const busiest = `SELECT source, target FROM acts ${conditions.where} GROUP BY source, target ORDER BY count(*) DESC, source, target LIMIT ? OFFSET ?`
  return conditions.add(`(acts.source, acts.target) IN (${busiest})`, ...conditions.cells, limit, offset)
}

/** The events that ties are made of, each once, by the hash of its article and its id. */
export function eventsOfTies(book: Book, filter: Filter): Iterable<{readonly article: string; readonly event: string}> {
  const conditions = actsOfTies(book, filter)
  if (!conditions) return []
  return book.database.each(
    `SELECT DISTINCT a.hash AS article, e.id AS event FROM acts JOIN articles a ON a.number = acts.article JOIN events e ON e.reading = acts.reading AND e.place_in_list = acts.event ${conditions.where}`,
    conditions.cells,
  )
}

const actsBetween = (book: Book, filter: Filter): Conditions | null =>
  actConditions(book, filter)?.add("acts.source <> acts.target") ?? null
