import {z} from "zod"
import {Problem} from "../../problem.js"
import {queryEvents} from "../../query/events.js"
import type {AnswerRow} from "../../query/filter.js"
import {queryQuotes} from "../../query/quotes.js"
import {queryPositions} from "../../query/records.js"
import {page} from "../page.js"
import type {Room} from "../room.js"
import {recordsIn} from "../shown.js"
import {numberIn} from "./article.js"

const few = 50

/** One actor across articles: what it did, suffered, said, and where it stands. */
export const actorPage = page({
  path: "/actor/:name",
  summary: "one actor across articles: what it did, what was done to it, what it said, where it stands",
  query: z.object({}),
  answer: (room, _query, name) => {
    const who = actorCalled(room, name)
    const number = Number(who.number)
    return {...who, articles: articlesOf(room, number), roles: rolesOf(room, number), ...latest(room, who)}
  },
  leaving: {
    holds: ["events", "quotes", "positions"],
    *records(room, _query, name) {
      const {did, suffered, said, positions} = latest(room, actorCalled(room, name))
      yield* recordsIn("events", [...did, ...suffered])
      yield* recordsIn("quotes", said)
      yield* recordsIn("positions", positions)
    },
  },
})

function actorCalled({book}: Room, name: string): AnswerRow {
  const sql = "SELECT number, key, name, kind, country, code, sector, wikidata FROM who WHERE number = ?"
  const who = book.database.first<AnswerRow>(sql, [numberIn(name)])
  if (!who) throw new Problem("not-found", `The book knows no actor ${name}.`)
  return who
}

/** What is shown of an actor's record: the latest of each kind. */
function latest(room: Room, who: AnswerRow) {
  const key = String(who.key)
  const number = Number(who.number)
  return {
    did: queryEvents(room.book, {source: key, status: "any", since: dayBefore(room, number, ["acts.source"]), limit: few}),
    suffered: queryEvents(room.book, {target: key, status: "any", since: dayBefore(room, number, ["acts.target"]), limit: few}),
    said: queryQuotes(room.book, {actor: key, since: dayBefore(room, number, ["said.speaker", "said.behalf"]), limit: few}),
    positions: queryPositions(room.book, {actor: key, limit: few}),
  }
}

/** A day late enough that few rows lie behind it, and early enough that all that are shown do: an actor of every second article is not sorted whole. */
function dayBefore(
  {book}: Room,
  who: number,
  columns: readonly ("acts.source" | "acts.target" | "said.speaker" | "said.behalf")[],
): string | undefined {
  const days = columns.map(column => {
    const [table, side] = column.split(".")
    const sql = `SELECT day FROM ${table} WHERE ${side} = ? ORDER BY day DESC LIMIT 1 OFFSET ${few * 4}`
    return book.database.first<{day: string | null}>(sql, [who])?.day ?? ""
  })
  return days.sort().at(-1) || undefined
}

/** The latest articles. */
function articlesOf({book}: Room, who: number): AnswerRow[] {
  const sql = `SELECT a.hash AS article, a.title, a.origin, a.published_from AS day
    FROM (SELECT DISTINCT day, reading FROM identities WHERE who = ? ORDER BY day DESC, reading DESC LIMIT ${few}) i JOIN readings r ON r.number = i.reading AND r.current = 1 JOIN articles a ON a.number = r.article
    ORDER BY a.published_from DESC, a.hash`
  return book.database.all<AnswerRow>(sql, [who])
}

/** Offices and capacities, as the latest articles or the register word them. */
function rolesOf({book}: Room, who: number): string[] {
  const sql = `SELECT DISTINCT json_extract(role.value, '$.title') AS title FROM (SELECT reading, actor FROM identities WHERE who = ? ORDER BY day DESC, reading DESC LIMIT 500) i JOIN actors x ON x.reading = i.reading AND x.id = i.actor, json_each(x.roles) role LIMIT 12`
  return book.database.all<{title: string | null}>(sql, [who]).flatMap(row => row.title ?? [])
}
