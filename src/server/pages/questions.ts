import {z} from "zod"
import {Conditions, type Filter} from "../../query/filter.js"
import {questions} from "../../query/questions.js"
import {queryActors} from "../../query/records.js"
import type {RecordType} from "../../record/reading.js"
import {type Leaving, type Page, page} from "../page.js"
import {filterShape, paging} from "../query-schema.js"
import type {Room} from "../room.js"
import {everyRow, recordsOf, type ShownRecord} from "../shown.js"

const views = new Set(["quotes", "figures", "actors", "network", "positions", "places", "events", "times"])
const query = z.object({...filterShape, ...paging})
type Query = z.output<typeof query>

/** Every question of the record book as a list: its rows, and whether there are more. */
export const questionPages: readonly Page[] = questions
  .filter(question => question.name !== "timeline")
  .map(question => {
    const leaving = leavingOf(question.name)
    return page({
      path: `/${question.name}`,
      summary: question.summary,
      query,
      isView: views.has(question.name),
      answer: ({book}, asked) => {
        const rows = question.ask(book, {...(asked as Filter), limit: asked.limit + 1})
        return {rows: rows.slice(0, asked.limit), more: rows.length > asked.limit}
      },
      rows: ({book}, asked) => question.ask(book, asked as Filter),
      ...(leaving ? {leaving} : {}),
    })
  })

function leavingOf(name: string): Leaving<Query> | null {
  if (name === "actors") return {holds: ["actors"], records: (room, asked) => actorsIn(room, asked as Filter)}
  if (name === "network" || name === "events") {
    const isTie = name === "network"
    return {
      holds: ["events"],
      records: (room, asked) =>
        recordsOf(room, {
          type: "events",
          filter: asked as Filter,
          keep: ({source, target}) => !isTie || (source !== null && target !== null),
        }),
      acts: asked => asked as Filter,
    }
  }
  if (name === "series") return null
  const type = name as RecordType
  return {holds: [type], records: (room, asked) => recordsOf(room, {type, filter: asked as Filter})}
}

/** Each listed actor as it stands in each article. */
function* actorsIn({book}: Room, filter: Filter): Generator<ShownRecord> {
  const {where, cells} = new Conditions().add("i.who = ?", 0).addDays("i.day", filter)
  for (const {who} of everyRow((limit, offset) => queryActors(book, {...filter, limit, offset}))) {
    const found = book.database.all<{article: string; id: string}>(
      `SELECT a.hash AS article, i.actor AS id FROM identities i JOIN readings r ON r.number = i.reading AND r.current = 1 JOIN articles a ON a.number = r.article ${where}`,
      [who!, ...cells.slice(1)],
    )
    for (const {article, id} of found) yield {article, type: "actors", id}
  }
}
