import {z} from "zod"
import {exporters} from "../../export/exporter.js"
import type {AnswerRow} from "../../query/filter.js"
import {listQuarantine} from "../../store/quarantine.js"
import {page} from "../page.js"
import type {Room} from "../room.js"

/** How much the book holds and whether it has changed: asked every few seconds by open pages. */
export const changesPage = page({
  path: "/changes",
  summary: "a word that changes whenever the book does, how much it holds, and what is being read",
  isView: false,
  query: z.object({}),
  answer: room => ({version: room.version(), counts: room.counts(), jobs: room.desk.open()}),
})

/** What filters can be set to. */
export const choicesPage = page({
  path: "/choices",
  summary: "publishers, countries, event types and days to filter by, and the forms of export",
  isView: false,
  query: z.object({}),
  isSum: true,
  answer: choicesOf,
})

/** What could not be read, and why. */
export const quarantinePage = page({
  path: "/quarantine",
  summary: "what could not be read, and why",
  query: z.object({}),
  answer: room => ({rows: listQuarantine(room.book).slice(0, 1_000)}),
  rows: room => listQuarantine(room.book).map(entry => ({...entry})),
})

function choicesOf({book}: Room) {
  const list = (sql: string): AnswerRow[] => book.database.all<AnswerRow>(sql)
  return {
    publishers: list(
      "SELECT publisher AS value, count(*) AS count FROM articles WHERE publisher IS NOT NULL GROUP BY publisher ORDER BY count DESC, value LIMIT 200",
    ),
    countries: list(
      "SELECT country AS value, count(*) AS count FROM article_countries GROUP BY country ORDER BY count DESC, value LIMIT 300",
    ),
    types: list("SELECT type AS value, count(*) AS count FROM acts WHERE first = 1 GROUP BY type ORDER BY count DESC, value"),
    figureKinds: list("SELECT kind AS value, count(*) AS count FROM figures GROUP BY kind ORDER BY count DESC, value"),
    actorKinds: list("SELECT kind AS value, count(*) AS count FROM who GROUP BY kind ORDER BY count DESC, value"),
    days: book.database.first<AnswerRow>("SELECT min(published_from) AS first, max(published_from) AS last FROM articles"),
    exports: exporters.map(({name, summary, ending, holds}) => ({name, summary, ending, holds})),
  }
}
