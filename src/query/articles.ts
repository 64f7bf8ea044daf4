import type {Book} from "../store/book.js"
import {type AnswerRow, Conditions, type Filter, matchOf, pageOf} from "./filter.js"

const columns = `a.number, a.hash AS article, a.published_from AS day, a.title, a.publisher, a.origin, a.language, a.state, a.cluster, a.published_basis AS basis, length(a.text) AS characters`
const counts = ["events", "quotes", "figures", "positions", "places", "times", "actors"]
  .map(table => `(SELECT count(*) FROM ${table} x WHERE x.reading = r.number) AS ${table}`)
  .join(", ")

/** The articles of the book, the latest first, with the number of records read from each. */
export function queryArticles(book: Book, filter: Filter): AnswerRow[] {
  const conditions = new Conditions().addDays("a.published_from", filter).addText("a.number", filter.text)
  if (filter.article) conditions.add("a.hash = ?", filter.article)
  const {limit, offset} = pageOf(filter)
  const sql = `SELECT ${columns}, ${counts} FROM articles a LEFT JOIN readings r ON r.article = a.number AND r.current = 1 ${conditions.where}
    ORDER BY a.published_from DESC, a.hash LIMIT ? OFFSET ?`
  return book.database.all<AnswerRow>(sql, [...conditions.cells, limit, offset])
}

/** Full text: articles that hold all the words, the best match first, with the words in their context. Found words stand between « and ». */
export function querySearch(book: Book, words: string, filter: Filter = {}): AnswerRow[] {
  const match = matchOf(words)
  if (!match) return []
  const conditions = new Conditions().add("article_words MATCH ?", match).addDays("a.published_from", filter)
  const {limit, offset} = pageOf(filter)
  const sql = `SELECT a.hash AS article, a.published_from AS day, a.title, a.publisher, a.origin, snippet(article_words, 1, '«', '»', ' … ', 24) AS snippet
    FROM article_words JOIN articles a ON a.number = article_words.rowid ${conditions.where} ORDER BY article_words.rank LIMIT ? OFFSET ?`
  return book.database.all<AnswerRow>(sql, [...conditions.cells, limit, offset])
}

/** Size of the book: articles, independent texts, records of each kind, things in quarantine. */
export function queryCounts({database}: Book): AnswerRow {
  const one = (sql: string): number => Number(database.first<{n: number}>(sql)?.n ?? 0)
  const tables = ["figures", "times", "places", "positions", "relations"]
  return {
    articles: one("SELECT count(*) AS n FROM articles"),
    texts: one("SELECT count(DISTINCT cluster) AS n FROM articles"),
    actors: one("SELECT count(*) AS n FROM who"),
    events: one("SELECT count(*) AS n FROM acts WHERE first = 1"),
    quotes: one("SELECT count(*) AS n FROM said"),
    ...Object.fromEntries(tables.map(table => [table, one(`SELECT count(*) AS n FROM ${table}`)])),
    quarantined: one("SELECT count(*) AS n FROM quarantine"),
  }
}
