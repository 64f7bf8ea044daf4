import type {AnswerRow, Filter} from "../query/filter.js"
import {questions} from "../query/questions.js"
import type {RecordType} from "../record/reading.js"
import type {Selection} from "../store/selection.js"
import type {Page} from "./page.js"
import type {Room} from "./room.js"

/** A record that a page shows, by the hash of its article and its id; without a type, the whole article. */
export interface ShownRecord {
  readonly article: string
  readonly type: RecordType | null
  readonly id: string
}

/** Rows asked for at a time. */
const portion = 5_000

/** All rows of an answer, asked for portion by portion, so that none is held longer than needed. */
export function* everyRow(ask: (limit: number, offset: number) => AnswerRow[], offset = 0): Generator<AnswerRow> {
  for (let at = offset; ; at += portion) {
    const rows = ask(portion, at)
    yield* rows
    if (rows.length < portion) return
  }
}

/** All rows of a list page, whatever the length of its own pages; of a page that draws no more than its limit, those that it draws. */
export function rowsOfPage(page: Page, room: Room, query: {readonly offset?: number; readonly limit?: number}): Iterable<AnswerRow> {
  if (page.isLimited) return page.rows!(room, {query: query as never, name: ""}, query.limit ?? portion)
  if (!("offset" in page.query.shape)) return page.rows!(room, {query: query as never, name: ""}, portion)
  return everyRow((limit, offset) => page.rows!(room, {query: {...query, offset} as never, name: ""}, limit), query.offset)
}

/** The records that answer a question. `keep` leaves rows out that the page does not show. */
export function* recordsOf(
  {book}: Room,
  {type, filter, keep = () => true}: {type: RecordType; filter: Filter; keep?: (row: AnswerRow) => boolean},
): Generator<ShownRecord> {
  const question = questions.find(({name}) => name === type)!
  const rows = everyRow((limit, offset) => question.ask(book, {...filter, limit, offset}))
  for (const row of rows) if (keep(row)) yield* recordsIn(type, [row])
}

/** The records that rows of an answer name. */
export function* recordsIn(type: RecordType, rows: Iterable<AnswerRow>): Generator<ShownRecord> {
  for (const row of rows) yield {article: String(row.article), type, id: String(row[type.slice(0, -1)])}
}

/** Everything on an article that a row names. */
export function* articlesOf(rows: Iterable<AnswerRow>): Generator<ShownRecord> {
  for (const {article} of rows) yield {article: String(article), type: null, id: ""}
}

/** Gathers shown records; other visitors are answered in between. */
export async function select(shown: Iterable<ShownRecord>, types: readonly RecordType[] | null): Promise<Selection> {
  const records = new Map<string, Map<RecordType, Set<string>>>()
  let count = 0
  for (const {article, type, id} of shown) {
    if (++count % portion === 0) await new Promise(resolve => setImmediate(resolve))
    const kinds = records.get(article) ?? new Map<RecordType, Set<string>>()
    records.set(article, kinds)
    if (type) kinds.set(type, (kinds.get(type) ?? new Set()).add(id))
  }
  return {types, records}
}
