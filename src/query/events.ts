import type {Book} from "../store/book.js"
import {type AnswerRow, Conditions, type Filter, findWho, pageOf} from "./filter.js"

/** One row of the acts table, as much as is needed to find the event again. */
interface Act {
  readonly reading: number
  readonly event: number
}

/** Of every actor on one side of an event, in their order, the same column, divided by semicolons. */
const onSide = (column: string, side: "source" | "target"): string =>
  `(SELECT group_concat(${column}, '; ') FROM json_each(e.${side}) s JOIN identities i ON i.reading = e.reading AND i.actor = s.value JOIN who w ON w.number = i.who)`

const details = `
SELECT a.hash AS article, e.id AS event, coalesce(e.when_from, a.published_from) AS day, e.type, e.mode, e.status,
  ${onSide("w.name", "source")} AS source,
  ${onSide("w.name", "target")} AS target,
  substr(a.text, json_extract(e.evidence, '$[0].start') + 1, json_extract(e.evidence, '$[0].end') - json_extract(e.evidence, '$[0].start')) AS evidence,
  p.name AS place, p.country, p."precision", p.lat, p.lon, e.cameo, e.quad, e.score, e.confidence, e.when_from, e.when_to, e.when_basis,
  ${onSide("w.number", "source")} AS source_who, ${onSide("w.number", "target")} AS target_who,
  a.title, a.publisher, a.origin, a.published_from AS published,
  substr(a.text, e.trigger_start + 1, e.trigger_end - e.trigger_start) AS trigger, e.trigger_start, e.trigger_end, e.reciprocal
FROM events e JOIN readings r ON r.number = e.reading JOIN articles a ON a.number = r.article
LEFT JOIN places p ON p.reading = e.reading AND p.id = e."where"
WHERE e.reading = ? AND e.place_in_list = ?`

/** Events, the latest first: who did what to whom, with the words it was read from. */
export function queryEvents(book: Book, filter: Filter): AnswerRow[] {
  return findActs(book, filter).map(({reading, event}) => book.database.first<AnswerRow>(details, [reading, event])!)
}

/** The conditions of a filter on the acts table. Null when the filter names an actor whom the book does not know. */
export function actConditions(book: Book, filter: Filter): Conditions | null {
  const conditions = new Conditions()
  for (const side of ["source", "target"] as const) {
    if (!filter[side]) continue
    const numbers = findWho(book, filter[side])
    if (numbers.length === 0) return null
    conditions.addNumbers(`acts.${side}`, numbers)
  }
  if (filter.actor && !addEitherSide(book, conditions, filter.actor)) return null
  if (filter.status !== "any") conditions.addList("acts.status", filter.status ?? "actual")
  conditions
    .addList("acts.type", filter.type?.toUpperCase())
    .addList("acts.mode", filter.mode)
    .addList("acts.country", filter.country?.toUpperCase())
  conditions.addDays("acts.day", filter).addText("acts.article", filter.text)
  if (filter.article) conditions.add("acts.article = (SELECT number FROM articles WHERE hash = ?)", filter.article)
  if (filter.place) conditions.add("acts.site IN (SELECT number FROM sites WHERE name = ? COLLATE NOCASE)", filter.place)
  return conditions
}

function addEitherSide(book: Book, conditions: Conditions, actor: string): boolean {
  const numbers = findWho(book, actor)
  if (numbers.length === 1) conditions.add("(acts.source = ? OR acts.target = ?)", numbers[0]!, numbers[0]!)
  else {
    const list = JSON.stringify(numbers)
    conditions.add("(acts.source IN (SELECT value FROM json_each(?)) OR acts.target IN (SELECT value FROM json_each(?)))", list, list)
  }
  return numbers.length > 0
}

/** The events of a page. A name that means very many actors is looked for among the latest acts first: sorting all that they did is slow. */
function findActs(book: Book, filter: Filter): Act[] {
  const {limit, offset} = pageOf(filter)
  const recent = isBroad(book, filter) ? dayOfLatest(book, (limit + offset) * 200) : null
  const acts = askActs(book, recent === null ? filter : {...filter, since: recent})
  return recent !== null && acts.length < limit ? askActs(book, filter) : acts
}

const isBroad = (book: Book, {actor, source, target, since, until}: Filter): boolean =>
  !since && !until && [actor, source, target].some(name => name && findWho(book, name).length > 50)

/** The day of the act with this place among the latest. */
function dayOfLatest({database}: Book, place: number): string | null {
  return database.first<{day: string | null}>("SELECT day FROM acts ORDER BY day DESC, number DESC LIMIT 1 OFFSET ?", [place])?.day ?? null
}

/** The events of a page, each once, though an event among several actors has several rows. */
function askActs(book: Book, filter: Filter): Act[] {
  const conditions = actConditions(book, filter)
  if (!conditions) return []
  const {limit, offset} = pageOf(filter)
  const isWhole = !filter.actor && !filter.source && !filter.target
  if (isWhole) conditions.add("acts.first = 1")
  const group = isWhole ? "" : "GROUP BY reading, event"
  const day = isWhole ? "day" : "max(day)"
  return book.database.all<Act>(
    `SELECT reading, event FROM acts ${conditions.where} ${group} ORDER BY ${day} DESC, ${isWhole ? "number" : "max(number)"} DESC LIMIT ? OFFSET ?`,
    [...conditions.cells, limit, offset],
  )
}
