import type {Book} from "../store/book.js"
import {type AnswerRow, Conditions, type Filter, findWho, matchOf, pageOf} from "./filter.js"

const from = (table: string): string =>
  `FROM articles a CROSS JOIN readings r ON r.article = a.number AND r.current = 1 CROSS JOIN ${table} x ON x.reading = r.number`
const words = (start: string, end: string): string => `substr(a.text, ${start} + 1, ${end} - ${start})`
const about = "a.title, a.publisher, a.origin"

/** Who says a figure: a column of an actor, or of the speaker of the quote that holds it. */
const sayer = (column: string): string => `(SELECT ${column} FROM identities i JOIN who w ON w.number = i.who WHERE i.reading = r.number
      AND i.actor = coalesce((SELECT q.speaker FROM quotes q WHERE q.reading = r.number AND q.id = x.source), x.source))`

/** Numbers and amounts, the latest first. `--type` is the kind (killed, money…), `--actor` who says so. */
export function queryFigures(book: Book, filter: Filter): AnswerRow[] {
  const conditions = recordConditions(filter).addList("x.kind", filter.type).addList("x.status", statusOf(filter))
  if (filter.country) conditions.add("p.country = ?", filter.country.toUpperCase())
  if (filter.place) conditions.add("p.name = ? COLLATE NOCASE", filter.place)
  if (!addNamed(book, conditions, {id: "x.source", name: filter.actor ?? filter.source})) return []
  const sql = `SELECT a.hash AS article, x.id AS figure, a.published_from AS day, x.kind, x.value, x.unit, x.bound, x.low, x.high, x.change, x.status,
    ${words('x."start"', 'x."end"')} AS words, ${words("x.of_start", "x.of_end")} AS counted, x.as_of, p.name AS place, p.country, ${sayer("w.name")} AS said_by, ${sayer("w.number")} AS said_by_who, ${about}, x."start", x."end"
    ${from("figures")} LEFT JOIN places p ON p.reading = r.number AND p.id = x."where"`
  return page(book, sql, {conditions, filter})
}

/** Positions, the latest first. `--source` is the holder, `--target` whom it is about, `--type` for or against, `--country` that of the holder. */
export function queryPositions(book: Book, filter: Filter): AnswerRow[] {
  const conditions = recordConditions(filter).addList("x.polarity", filter.type)
  if (!addNamed(book, conditions, {id: "x.holder", name: filter.source})) return []
  if (!addNamed(book, conditions, {id: "x.target", name: filter.target})) return []
  if (filter.actor && !addEither(book, conditions, filter.actor)) return []
  if (filter.country) conditions.add("h.country = ?", filter.country.toUpperCase())
  const sql = `SELECT a.hash AS article, x.id AS position, a.published_from AS day, h.name AS holder, x.polarity, t.name AS target, ${words("x.topic_start", "x.topic_end")} AS topic, x.strength,
    ${words("json_extract(x.evidence, '$[0].start')", "json_extract(x.evidence, '$[0].end')")} AS evidence, h.country, x.confidence, h.number AS holder_who, t.number AS target_who, ${about}
    ${from("positions")}
    LEFT JOIN identities hi ON hi.reading = r.number AND hi.actor = x.holder LEFT JOIN who h ON h.number = hi.who
    LEFT JOIN identities ti ON ti.reading = r.number AND ti.actor = x.target LEFT JOIN who t ON t.number = ti.who`
  return page(book, sql, {conditions, filter})
}

/** Places, the latest article first. `--type` is the kind of place, `--place` its name. */
export function queryPlaces(book: Book, filter: Filter): AnswerRow[] {
  const conditions = recordConditions(filter).addList("x.kind", filter.type).addList("x.country", filter.country?.toUpperCase())
  if (filter.place) conditions.add("x.name = ? COLLATE NOCASE", filter.place)
  const sql = `SELECT a.hash AS article, x.id AS place, a.published_from AS day, x.name, x.kind, x.country, x.admin1, x.lat, x.lon, x."precision", x.use, x.geonames,
    ${words('x."start"', 'x."end"')} AS words, ${about}, x."start", x."end" ${from("places")}`
  return page(book, sql, {conditions, filter})
}

/** Time expressions, the latest article first. `--since` and `--until` go by the days they mean. */
export function queryTimes(book: Book, filter: Filter): AnswerRow[] {
  const {since, until, ...rest} = filter
  const conditions = recordConditions(rest).addList("x.type", filter.type?.toUpperCase()).addDays('x."from"', {since, until})
  const sql = `SELECT a.hash AS article, x.id AS time, a.published_from AS day, ${words('x."start"', 'x."end"')} AS words, x.type, x.value, x.mod, x."from", x."to", ${about}, x."start", x."end" ${from("times")}`
  return page(book, sql, {conditions, filter})
}

/** Actors across articles, those with most articles first. `--type` is the kind. */
export function queryActors(book: Book, filter: Filter): AnswerRow[] {
  const conditions = new Conditions()
    .addList("w.kind", filter.type)
    .addList("w.country", filter.country?.toUpperCase())
    .addDays("i.day", filter)
  const name = filter.actor ?? filter.source
  if (name) conditions.addNumbers("i.who", findWho(book, name))
  const match = matchOf(filter.text)
  if (match)
    conditions.add(
      "i.reading IN (SELECT r.number FROM readings r JOIN article_words f ON f.rowid = r.article WHERE r.current = 1 AND article_words MATCH ?)",
      match,
    )
  if (filter.article)
    conditions.add(
      "i.reading IN (SELECT r.number FROM readings r JOIN articles a ON a.number = r.article WHERE r.current = 1 AND a.hash = ?)",
      filter.article,
    )
  const {limit, offset} = pageOf(filter)
  const whoFilter = filter.type || filter.country ? "JOIN who w ON w.number = i.who" : ""
  const sql = `SELECT n.who, v.name, v.kind, v.country, v.code, v.sector, v.wikidata, n.articles, n.first_day, n.last_day, v.key
    FROM (SELECT i.who, count(DISTINCT i.reading) AS articles, min(i.day) AS first_day, max(i.day) AS last_day FROM identities i ${whoFilter} ${conditions.where}
      GROUP BY i.who ORDER BY articles DESC, i.who LIMIT ? OFFSET ?) n
    JOIN who v ON v.number = n.who ORDER BY n.articles DESC, v.name`
  return book.database.all<AnswerRow>(sql, [...conditions.cells, limit, offset])
}

function recordConditions(filter: Filter): Conditions {
  const conditions = new Conditions().addDays("a.published_from", filter).addText("a.number", filter.text)
  return filter.article ? conditions.add("a.hash = ?", filter.article) : conditions
}

function statusOf({status}: Filter): string | undefined {
  return status === "any" ? undefined : status
}

/** The record's actor must be one of those a name means; false when nobody is called so. */
function addNamed(book: Book, conditions: Conditions, {id, name}: {id: string; name: string | undefined}): boolean {
  if (!name) return true
  const numbers = findWho(book, name)
  conditions.add(
    `EXISTS (SELECT 1 FROM identities n WHERE n.reading = r.number AND n.actor = ${id} AND n.who IN (SELECT value FROM json_each(?)))`,
    JSON.stringify(numbers),
  )
  return numbers.length > 0
}

function addEither(book: Book, conditions: Conditions, name: string): boolean {
  const numbers = findWho(book, name)
  const sql =
    "EXISTS (SELECT 1 FROM identities n WHERE n.reading = r.number AND n.actor IN (x.holder, x.target) AND n.who IN (SELECT value FROM json_each(?)))"
  conditions.add(sql, JSON.stringify(numbers))
  return numbers.length > 0
}

function page({database}: Book, sql: string, {conditions, filter}: {conditions: Conditions; filter: Filter}): AnswerRow[] {
  const {limit, offset} = pageOf(filter)
  return database.all<AnswerRow>(
    `${sql} ${conditions.where} ORDER BY a.published_from DESC, a.hash DESC, x.place_in_list LIMIT ? OFFSET ?`,
    [...conditions.cells, limit, offset],
  )
}
