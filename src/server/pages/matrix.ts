import {z} from "zod"
import {type AnswerRow, Conditions} from "../../query/filter.js"
import {page} from "../page.js"
import {filterShape} from "../query-schema.js"

/** Who stands for or against whom: one cell a pair, counted, never averaged away. */
export const matrixPage = page({
  path: "/matrix",
  summary: "positions counted by holder and target",
  isView: false,
  isSum: true,
  query: z.object({since: filterShape.since, until: filterShape.until, text: filterShape.text, country: filterShape.country}),
  answer: ({book}, query) => {
    const conditions = new Conditions().addDays("a.published_from", query).addText("a.number", query.text)
    if (query.country) conditions.add("h.country = ?", query.country.toUpperCase())
    const sql = `SELECT h.number AS holder_who, h.name AS holder, t.number AS target_who, t.name AS target, h.key AS holder_key, t.key AS target_key, sum(x.polarity = 'for') AS favourable, sum(x.polarity = 'against') AS opposed, max(a.published_from) AS last_day
      FROM positions x JOIN readings r ON r.number = x.reading AND r.current = 1 JOIN articles a ON a.number = r.article
      JOIN identities hi ON hi.reading = r.number AND hi.actor = x.holder JOIN who h ON h.number = hi.who
      LEFT JOIN identities ti ON ti.reading = r.number AND ti.actor = x.target LEFT JOIN who t ON t.number = ti.who
      ${conditions.where} GROUP BY h.number, t.number ORDER BY count(*) DESC, h.name, t.name LIMIT 2000`
    return {cells: book.database.all<AnswerRow>(sql, conditions.cells)}
  },
})
