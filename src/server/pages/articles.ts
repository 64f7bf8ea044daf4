import {z} from "zod"
import {everyKind} from "../../export/held.js"
import {type AnswerRow, Conditions, findWho, matchOf} from "../../query/filter.js"
import {page} from "../page.js"
import {filterShape, paging} from "../query-schema.js"
import type {Room} from "../room.js"
import {articlesOf, everyRow} from "../shown.js"

const query = z.object({
  text: filterShape.text,
  publisher: z.string().max(400).optional().describe("Who published it."),
  actor: filterShape.actor,
  country: filterShape.country.describe("ISO 3166 alpha-3 code of a place or actor in it."),
  type: filterShape.type.describe("Event types in it; several with commas."),
  since: filterShape.since,
  until: filterShape.until,
  state: z.enum(["read", "unread"]).optional().describe("unread: in another language, kept and not read."),
  copies: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .describe("Only the copies of one text: the name of its cluster."),
  ...paging,
})
type ArticleQuery = z.output<typeof query>

const counts = ["events", "quotes", "figures", "positions", "places", "actors"]
  .map(table => `(SELECT count(*) FROM ${table} x WHERE x.reading = r.number) AS ${table}`)
  .join(", ")

/** The articles, the latest first, with what each holds. */
export const articlesPage = page({
  path: "/articles",
  summary: "the articles of the book, the latest first",
  query,
  answer: (room, asked) => ({total: countArticles(room, asked), rows: listArticles(room, asked)}),
  rows: (room, asked) => listArticles(room, asked),
  leaving: {
    holds: everyKind,
    records: (room, asked) => articlesOf(everyRow((limit, offset) => listHashes(room, {...asked, limit, offset}))),
  },
})

function listArticles(room: Room, asked: ArticleQuery): AnswerRow[] {
  const conditions = articleConditions(room, asked)
  const sql = `SELECT a.number, a.hash AS article, a.published_from AS day, a.published_to AS last_day, a.published_basis AS basis, a.title, a.publisher, a.origin, a.language, a.state, a.cluster,
      length(a.text) AS characters, substr(a.text, 1, 320) AS opening, a.added_at AS added, ${counts},
      (SELECT count(*) FROM articles o WHERE o.cluster = a.cluster) AS copies
    FROM (SELECT a.number FROM articles a ${conditions.where} ORDER BY a.published_from DESC, a.hash DESC LIMIT ? OFFSET ?) n
    JOIN articles a ON a.number = n.number LEFT JOIN readings r ON r.article = a.number AND r.current = 1
    ORDER BY a.published_from DESC, a.hash DESC`
  return room.book.database.all<AnswerRow>(sql, [...conditions.cells, asked.limit, asked.offset])
}

function listHashes(room: Room, asked: ArticleQuery): AnswerRow[] {
  const conditions = articleConditions(room, asked)
  const sql = `SELECT a.hash AS article FROM articles a ${conditions.where} ORDER BY a.published_from DESC, a.hash DESC LIMIT ? OFFSET ?`
  return room.book.database.all<AnswerRow>(sql, [...conditions.cells, asked.limit, asked.offset])
}

function countArticles(room: Room, asked: ArticleQuery): number {
  const conditions = articleConditions(room, asked)
  const key = `articles ${conditions.where} ${JSON.stringify(conditions.cells)}`
  const sql = `SELECT count(*) AS n FROM articles a ${conditions.where}`
  return room.remember(key, () => room.book.database.first<{n: number}>(sql, conditions.cells)?.n ?? 0)
}

function articleConditions({book}: Room, asked: ArticleQuery): Conditions {
  const conditions = new Conditions().addDays("a.published_from", asked)
  const match = matchBeginnings(asked.text)
  if (match) conditions.add("a.number IN (SELECT rowid FROM article_words WHERE article_words MATCH ?)", match)
  if (asked.publisher) conditions.add("a.publisher = ?", asked.publisher)
  if (asked.state) conditions.add("a.state = ?", asked.state)
  if (asked.copies) conditions.add("a.cluster = ?", asked.copies)
  const ofReadings = (inner: string): string =>
    `a.number IN (SELECT r.article FROM readings r JOIN identities i ON i.reading = r.number WHERE r.current = 1 AND i.who IN (${inner}))`
  if (asked.actor) conditions.add(ofReadings("SELECT value FROM json_each(?)"), JSON.stringify(findWho(book, asked.actor)))
  if (asked.country) conditions.add("a.number IN (SELECT article FROM article_countries WHERE country = ?)", asked.country.toUpperCase())
  if (asked.type) {
    const types = new Conditions().addList("type", asked.type.toUpperCase())
    conditions.add(`a.number IN (SELECT article FROM acts ${types.where})`, ...types.cells)
  }
  return conditions
}

/** As `matchOf`, where the last word may be unfinished: for search while somebody is typing. */
function matchBeginnings(text: string | undefined): string | null {
  const match = matchOf(text)
  return match && /[\p{L}\p{N}]$/u.test(text ?? "") ? `${match}*` : match
}
