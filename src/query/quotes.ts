import type {Book} from "../store/book.js"
import {type AnswerRow, Conditions, type Filter, findWho, matchOf, pageOf} from "./filter.js"

const columns = `a.hash AS article, q.id AS quote, s.day, w.name AS speaker, b.name AS behalf, s.kind, s.words, w.country AS country, q.utterance, q.confidence,
  a.title, a.publisher, a.origin, q.content, s.speaker AS speaker_who, s.behalf AS behalf_who,
  substr(a.text, q.cue_start + 1, q.cue_end - q.cue_start) AS cue`

/** Quotes, the latest first: who said what. `--actor` is the speaker or the body spoken for; `--type` the kind of quote; `--text` words of the quote itself. */
export function queryQuotes(book: Book, filter: Filter): AnswerRow[] {
  const conditions = quoteConditions(book, filter)
  if (!conditions) return []
  const {limit, offset} = pageOf(filter)
  const sql = `SELECT ${columns} FROM said s JOIN articles a ON a.number = s.article JOIN quotes q ON q.reading = s.reading AND q.place_in_list = s.quote
    LEFT JOIN who w ON w.number = s.speaker LEFT JOIN who b ON b.number = s.behalf ${conditions.where} ORDER BY s.day DESC, s.number DESC LIMIT ? OFFSET ?`
  return book.database.all<AnswerRow>(sql, [...conditions.cells, limit, offset])
}

/** Who is quoted, the most quoted first, under the same filter as the quotes. */
export function querySpeakers(book: Book, filter: Filter): AnswerRow[] {
  const conditions = quoteConditions(book, filter)
  if (!conditions) return []
  const {limit, offset} = pageOf(filter)
  const articles = filter.article ? "JOIN articles a ON a.number = s.article" : ""
  const sql = `SELECT w.number AS who, w.name AS speaker, w.key, count(*) AS quotes, max(s.day) AS last_day FROM said s ${articles} JOIN who w ON w.number = s.speaker
    ${conditions.where} GROUP BY s.speaker ORDER BY quotes DESC, w.name LIMIT ? OFFSET ?`
  return book.database.all<AnswerRow>(sql, [...conditions.cells, limit, offset])
}

/** What somebody said, about something: `said("Lavrov", "Syria")`. The words may stand in the quote or in its sentence's article title. */
export function querySaid(book: Book, who: string, about: string | undefined, filter: Filter = {}): AnswerRow[] {
  return queryQuotes(book, {...filter, actor: who, text: about ?? filter.text})
}

function quoteConditions(book: Book, filter: Filter): Conditions | null {
  const conditions = new Conditions()
  const name = filter.actor ?? filter.source
  if (name) {
    const numbers = findWho(book, name)
    if (numbers.length === 0) return null
    const list = JSON.stringify(numbers)
    conditions.add("(s.speaker IN (SELECT value FROM json_each(?)) OR s.behalf IN (SELECT value FROM json_each(?)))", list, list)
  }
  const match = matchOf(filter.text)
  if (match) conditions.add("s.number IN (SELECT rowid FROM said_words WHERE said_words MATCH ?)", match)
  if (filter.country) conditions.add("w.country = ?", filter.country.toUpperCase())
  if (filter.article) conditions.add("a.hash = ?", filter.article)
  return conditions.addList("s.kind", filter.type).addDays("s.day", filter)
}
