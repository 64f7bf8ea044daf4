import {z} from "zod"
import {everyKind} from "../../export/held.js"
import {Problem} from "../../problem.js"
import {describeArticle, findArticle, type StoredArticle} from "../../store/articles.js"
import {readingOf} from "../../store/readings.js"
import {page} from "../page.js"
import type {Room} from "../room.js"
import {articlesOf} from "../shown.js"

/** Another article, with what it can be called by. */
interface Neighbour {
  readonly hash: string
  readonly title: string | null
  readonly origin: string | null
  readonly opening: string
}

const named = "hash, title, origin, substr(text, 1, 320) AS opening"

/** One article with its whole record. Spans count code points, as in every file we write. */
export const articlePage = page({
  path: "/article/:name",
  summary: "one article and its record; the name is its number, its id, or the beginning of its hash",
  query: z.object({}),
  answer: (room, _query, name) => {
    const article = findArticle(room.book, name)
    const reading = readingOf(room.book, article)
    return {
      number: article.number,
      state: article.state,
      added: article.added_at,
      reading: reading ?? emptyReading(article),
      wasRead: reading !== null && article.state === "read",
      who: whoIn(room, article.number),
      copies: copiesOf(room, article),
      newer: neighbour(room, article, true),
      older: neighbour(room, article, false),
    }
  },
  leaving: {holds: everyKind, records: ({book}, _query, name) => articlesOf([{article: findArticle(book, name).hash}])},
})

/** Numbers of the actors across articles, by their ids in this reading. */
function whoIn({book}: Room, article: number): Record<string, number> {
  const sql = "SELECT i.actor, i.who FROM identities i JOIN readings r ON r.number = i.reading WHERE r.article = ? AND r.current = 1"
  return Object.fromEntries(book.database.all<{actor: string; who: number}>(sql, [article]).map(row => [row.actor, row.who]))
}

function copiesOf({book}: Room, {cluster, number}: StoredArticle): Neighbour[] {
  const sql = `SELECT ${named} FROM articles WHERE cluster = ? AND number <> ? ORDER BY published_from, hash LIMIT 50`
  return book.database.all<Neighbour>(sql, [cluster, number])
}

/** The article before or after in the order of the list; those without a day stand at its end. */
function neighbour({book}: Room, article: StoredArticle, newer: boolean): Neighbour | null {
  const [compare, order] = newer ? [">", ""] : ["<", "DESC"]
  const sql = `SELECT ${named} FROM articles WHERE (coalesce(published_from, ''), hash) ${compare} (?, ?) ORDER BY coalesce(published_from, '') ${order}, hash ${order} LIMIT 1`
  return book.database.first<Neighbour>(sql, [article.published_from ?? "", article.hash])
}

function emptyReading(article: StoredArticle) {
  const lists = {
    sentences: [],
    actors: [],
    events: [],
    quotes: [],
    figures: [],
    times: [],
    places: [],
    positions: [],
    relations: [],
    notes: [],
  }
  return {contract: 1, coder: null, document: describeArticle(article), ...lists}
}

/** The number in an address, as /actor/12. */
export function numberIn(name: string): number {
  if (/^\d{1,15}$/.test(name)) return Number(name)
  throw new Problem("not-found", `${name.slice(0, 80)} is not a number.`)
}
