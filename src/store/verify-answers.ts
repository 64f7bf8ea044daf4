import {bandsOf, signatureOf, signatureToText} from "../ingest/near-duplicates.js"
import type {Actor} from "../record/actor.js"
import type {Reading} from "../record/reading.js"
import {type AnswerTable, answerColumns, answerRows, countriesOfReading, type Kept} from "./answers.js"
import type {StoredArticle} from "./articles.js"
import type {Book} from "./book.js"
import type {Cell} from "./driver/database.js"
import {findSite} from "./sites.js"
import {actorKey, numbersOfKeys} from "./who.js"

const tables = Object.keys(answerColumns) as AnswerTable[]

/** Rows of the question tables that belong to no current reading, and articles or quotes that the full-text search misses. */
export function* strayAnswers({database}: Book): Generator<string> {
  const count = (sql: string): number => database.first<{n: number}>(`SELECT count(*) AS n FROM ${sql}`)!.n
  for (const table of tables) {
    const strays = count(`${table} t JOIN readings r ON r.number = t.reading WHERE r.current = 0`)
    if (strays > 0) yield `${rows(strays)} of ${table} belong${strays === 1 ? "s" : ""} to a reading that is not the current one.`
  }
  for (const [table, words] of [
    ["articles", "article_words"],
    ["said", "said_words"],
  ]) {
    const missing = count(`${table} WHERE number NOT IN (SELECT id FROM ${words}_docsize)`)
    const left = count(`${words}_docsize WHERE id NOT IN (SELECT number FROM ${table})`)
    if (missing > 0) yield `${rows(missing)} of ${table} cannot be found by their words.`
    if (left > 0) yield `The words of ${rows(left)} that ${table} does not hold are still found.`
  }
}

/** What the question tables say of an article other than its current reading says. */
export function* answersAmiss(book: Book, article: StoredArticle, reading: Reading): Generator<string> {
  const number = book.database.first<{number: number}>("SELECT number FROM readings WHERE article = ? AND current = 1", [
    article.number,
  ])!.number
  const keys = reading.actors.map(actorKey)
  const known = numbersOfKeys(book, keys)
  const who = new Map(reading.actors.flatMap(({id}, index) => (known.has(keys[index]!) ? [[id, known.get(keys[index]!)!]] : [])))
  const kept: Kept = {number, article: article.number, reading, text: article.text}
  const wanted = answerRows(kept, {who, siteOf: place => findSite(book, place)})
  for (const table of tables) {
    const found = rowsOf(book, `SELECT ${answerColumns[table]} FROM ${table} WHERE reading = ?`, [number])
    yield* difference(table, wanted[table], found)
  }
  const countries = rowsOf(book, countriesOfReading, [article.number, number, article.number, number])
  yield* difference(
    "article_countries",
    countries,
    rowsOf(book, "SELECT country, article FROM article_countries WHERE article = ?", [article.number]),
  )
  yield* strangersAmong(book, reading.actors, who)
  yield* signatureAmiss(book, article)
}

/** Actors whose row among the actors of all articles tells of somebody else. */
function* strangersAmong({database}: Book, actors: readonly Actor[], who: ReadonlyMap<string, number>): Generator<string> {
  for (const actor of actors) {
    if (actor.link.register || actor.link.wikidata || !who.has(actor.id)) continue
    const row = database.first<{name: string; kind: string; country: string | null}>(
      "SELECT name, kind, country FROM who WHERE number = ?",
      [who.get(actor.id)!],
    )!
    if (row.name.toLowerCase() !== actor.name.toLowerCase() || row.kind !== actor.kind || row.country !== actor.country)
      yield `who: ${actor.id} is ${actor.name}, and its row says ${row.name} (${row.kind}, ${row.country ?? "no country"}).`
  }
}

/** The signature by which copies are found, and its bands, made again from the text. */
function* signatureAmiss(book: Book, {number, text}: StoredArticle): Generator<string> {
  const signature = signatureOf(text)
  const wanted = signature ? [[signatureToText(signature)]] : []
  yield* difference("signatures", wanted, rowsOf(book, "SELECT signature FROM signatures WHERE article = ?", [number]))
  const bands = signature ? [...new Set(bandsOf(signature))].map(band => [band]) : []
  yield* difference("bands", bands, rowsOf(book, "SELECT band FROM bands WHERE article = ?", [number]))
}

function* difference(table: string, wanted: readonly (readonly Cell[])[], found: readonly (readonly Cell[])[]): Generator<string> {
  const [missing, foreign] = [lacking(wanted, found), lacking(found, wanted)]
  if (missing > 0) yield `${table}: ${rows(missing)} that the records ask for ${missing === 1 ? "is" : "are"} not there as they say.`
  if (foreign > 0) yield `${table}: ${rows(foreign)} ${foreign === 1 ? "says" : "say"} what no record says.`
}

/** How many rows of the first list the second has no equal for. */
function lacking(these: readonly (readonly Cell[])[], those: readonly (readonly Cell[])[]): number {
  const left = new Map<string, number>()
  for (const row of those) left.set(JSON.stringify(row), (left.get(JSON.stringify(row)) ?? 0) + 1)
  let count = 0
  for (const row of these) {
    const number = left.get(JSON.stringify(row)) ?? 0
    if (number === 0) count++
    else left.set(JSON.stringify(row), number - 1)
  }
  return count
}

const rowsOf = ({database}: Book, sql: string, cells: readonly Cell[]): Cell[][] =>
  database.all<Record<string, Cell>>(sql, cells).map(row => Object.values(row))

const rows = (count: number): string => `${count} row${count === 1 ? "" : "s"}`
