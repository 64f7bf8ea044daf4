import {z} from "zod"
import {everyKind} from "../../export/held.js"
import {querySearch} from "../../query/articles.js"
import type {AnswerRow} from "../../query/filter.js"
import {queryQuotes} from "../../query/quotes.js"
import {page} from "../page.js"
import {filterShape, paging} from "../query-schema.js"
import type {Room} from "../room.js"
import {articlesOf} from "../shown.js"

const few = 20

const question = z.object({text: filterShape.text, since: filterShape.since, until: filterShape.until, ...paging})

/** Everything that holds the words: articles, quotes, actors, places. */
export const searchPage = page({
  path: "/search",
  summary: "articles, quotes, actors and places that hold the words; found words stand between « and »",
  query: question,
  answer: (room, query) => find(room, query),
  rows: ({book}, query) => querySearch(book, query.text ?? "", query),
  isLimited: true,
  leaving: {
    holds: everyKind,
    *records(room, query) {
      const {articles, quotes} = find(room, query)
      yield* articlesOf([...articles, ...quotes])
    },
  },
})

/** The best matches of each kind. */
function find(room: Room, query: z.output<typeof question>) {
  const {text = "", since, until, limit} = query
  if (text.trim() === "") return {articles: [], more: false, quotes: [], actors: [], places: []}
  const articles = querySearch(room.book, text, {...query, limit: limit + 1})
  const hasWords = articles.length > 0 || /[\p{L}\p{N}]/u.test(text)
  return {
    articles: articles.slice(0, limit),
    more: articles.length > limit,
    quotes: hasWords ? queryQuotes(room.book, {text, since, until, limit: few}) : [],
    actors: actorsCalled(room, text),
    places: placesCalled(room, text),
  }
}

function actorsCalled({book}: Room, name: string): AnswerRow[] {
  const sql = `SELECT w.number AS who, w.name, w.kind, w.country, count(*) AS articles FROM who w JOIN identities i ON i.who = w.number JOIN readings r ON r.number = i.reading AND r.current = 1
    WHERE w.number IN (SELECT number FROM who WHERE name LIKE ? ESCAPE '\\' LIMIT 500) GROUP BY w.number ORDER BY articles DESC, w.name LIMIT ${few}`
  return book.database.all<AnswerRow>(sql, [patternOf(name)])
}

function placesCalled({book}: Room, name: string): AnswerRow[] {
  const sql = `SELECT name, country, kind, count(DISTINCT reading) AS articles FROM places WHERE name >= ? COLLATE NOCASE AND name < ? COLLATE NOCASE GROUP BY name, country, kind ORDER BY articles DESC, name LIMIT ${few}`
  return book.database.all<AnswerRow>(sql, [name.trim(), `${name.trim()}\u{10ffff}`])
}

const patternOf = (name: string): string => `%${name.trim().replace(/[\\%_]/g, "\\$&")}%`
