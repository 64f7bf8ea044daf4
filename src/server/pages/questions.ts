import {z} from "zod"
import {Conditions, type Filter} from "../../query/filter.js"
import {eventsOfTies} from "../../query/network.js"
import {questions} from "../../query/questions.js"
import {queryActors} from "../../query/records.js"
import type {RecordType} from "../../record/reading.js"
import type {Book} from "../../store/book.js"
import {type Leaving, type Page, page} from "../page.js"
import {filterShape, paging} from "../query-schema.js"
import type {Room} from "../room.js"
import {everyRow, recordsIn, recordsOf, type ShownRecord} from "../shown.js"

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
      isLimited: question.name === "network",
      isSum: ["network", "actors", "series"].includes(question.name),
      answer: ({book}, asked) => {
        const rows = question.ask(book, {...(asked as Filter), limit: asked.limit + 1})
        return {rows: rows.slice(0, asked.limit), more: rows.length > asked.limit}
      },
      rows: ({book}, asked) => question.ask(book, asked as Filter),
      ...(leaving ? {leaving} : {}),
    })
  })

function leavingOf(name: string): Leaving<Query> | null {
  if (name === "series") return null
  if (name === "actors") return {holds: ["actors"], records: (room, asked) => actorsIn(room, asked as Filter)}
  if (name === "network")
    return {holds: ["events"], records: ({book}, asked) => eventsIn(book, asked as Filter), acts: asked => asked as Filter}
  const type = name as RecordType
  const records: Leaving<Query>["records"] = (room, asked) => recordsOf(room, {type, filter: asked as Filter})
  return {holds: [type], records, ...(name === "events" ? {acts: ({limit: _, offset: __, ...asked}) => asked as Filter} : {})}
}

function* eventsIn(book: Book, filter: Filter): Generator<ShownRecord> {
  yield* recordsIn("events", eventsOfTies(book, filter))
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
