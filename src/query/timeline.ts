import type {Book} from "../store/book.js"
import {actConditions} from "./events.js"
import {type AnswerRow, type Filter, pageOf} from "./filter.js"

/** What happened day by day, the earliest first: reports of one act by several articles are one row with their number, the weightiest acts of a day first. */
export function queryTimeline(book: Book, filter: Filter): AnswerRow[] {
  const {limit, offset} = pageOf({limit: 200, ...filter})
  const cutoff = dayWithin(book, filter, (limit + offset) * 20)
  const rows = askTimeline(book, filter, {limit, offset, until: cutoff})
  return cutoff !== null && rows.length < limit ? askTimeline(book, filter, {limit, offset, until: null}) : rows
}

/** The day of the row with this place in the order of days: rows beyond it are seldom needed, and grouping them all is slow. */
function dayWithin(book: Book, filter: Filter, place: number): string | null {
  const conditions = actConditions(book, filter)?.add("acts.day IS NOT NULL")
  if (!conditions) return null
  return (
    book.database.first<{day: string}>(`SELECT acts.day FROM acts ${conditions.where} ORDER BY acts.day LIMIT 1 OFFSET ?`, [
      ...conditions.cells,
      place,
    ])?.day ?? null
  )
}

function askTimeline(
  book: Book,
  filter: Filter,
  {limit, offset, until}: {limit: number; offset: number; until: string | null},
): AnswerRow[] {
  const conditions = actConditions(book, filter)?.add("acts.day IS NOT NULL")
  if (!conditions) return []
  if (until !== null) conditions.add("acts.day <= ?", until)
  const sql = `
    SELECT n.day, n.type, n.mode, s.name AS source, t.name AS target, n.reports, n.texts, round(n.score, 3) AS score, n.country, a.title, a.hash AS article, e.id AS event,
      substr(a.text, json_extract(e.evidence, '$[0].start') + 1, json_extract(e.evidence, '$[0].end') - json_extract(e.evidence, '$[0].start')) AS evidence
    FROM (SELECT acts.day, acts.type, acts.mode, acts.source, acts.target, count(*) AS reports, count(DISTINCT b.cluster) AS texts, avg(acts.score) AS score, min(acts.number) AS number, acts.country
      FROM acts JOIN articles b ON b.number = acts.article ${conditions.where}
      GROUP BY acts.day, acts.type, acts.mode, acts.source, acts.target ORDER BY acts.day, count(DISTINCT b.cluster) DESC, abs(avg(acts.score)) DESC, min(acts.number) LIMIT ? OFFSET ?) n
    JOIN acts c ON c.number = n.number JOIN articles a ON a.number = c.article JOIN events e ON e.reading = c.reading AND e.place_in_list = c.event
    LEFT JOIN who s ON s.number = n.source LEFT JOIN who t ON t.number = n.target
    ORDER BY n.day, n.texts DESC, abs(n.score) DESC, n.number`
  return book.database.all<AnswerRow>(sql, [...conditions.cells, limit, offset])
}
