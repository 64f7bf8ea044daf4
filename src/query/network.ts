import type {Book} from "../store/book.js"
import {actConditions} from "./events.js"
import {type AnswerRow, type Filter, pageOf} from "./filter.js"

/** Who acts on whom: one row a pair, the busiest first, with the number of events and their mean score. What somebody does to their own is no tie. */
export function queryNetwork(book: Book, filter: Filter): AnswerRow[] {
  const conditions = actConditions(book, filter)
  if (!conditions) return []
  conditions.add("acts.source <> acts.target")
  const {limit, offset} = pageOf({limit: 200, ...filter})
  const sql = `
    SELECT s.name AS source, t.name AS target, n.events, round(n.score, 3) AS mean_score, n.first_day, n.last_day, s.number AS source_who, t.number AS target_who, s.key AS source_key, t.key AS target_key,
      s.kind AS source_kind, t.kind AS target_kind, s.country AS source_country, t.country AS target_country
    FROM (SELECT source, target, count(*) AS events, avg(score) AS score, min(day) AS first_day, max(day) AS last_day FROM acts ${conditions.where}
      GROUP BY source, target ORDER BY events DESC, source, target LIMIT ? OFFSET ?) n
    JOIN who s ON s.number = n.source JOIN who t ON t.number = n.target ORDER BY n.events DESC, s.name, t.name`
  return book.database.all<AnswerRow>(sql, [...conditions.cells, limit, offset])
}
