import {recordExporters} from "../src/export/record-exporters.js"
import type {RecordType} from "../src/record/all.js"
import type {Selection} from "../src/store/selection.js"
import type {ArticleAnswer, EventRow} from "./answers.js"
import {answerPublished, load} from "./published.js"
import type {Query, Row} from "./published-filter.js"
import {directionsOf} from "./published-sums.js"

/** What is to leave: a page, what it asks, and the kinds of records on it. */
export interface Wanted {
  readonly form: string
  /** For forms that hold one kind at a time. */
  readonly table: string | null
  readonly path: string
  readonly query: Query
  readonly shows: readonly string[]
}

/** Exactly what a page of a published folder shows, in a form of the program, byte for byte as the server would write it. */
export async function exportShown({form, table, path, query, shows}: Wanted): Promise<Blob> {
  const exporter = recordExporters.find(({name}) => name === form)!
  const only = await selectShown(path, query, shows)
  // A network is written in one go, from what has been loaded.
  await Promise.all([load("actors"), ...[...only.records.keys()].map(hash => load(`article-${hash.slice(0, 16)}`))])
  const parts: BlobPart[] = []
  const acts = ["/events", "/network"].includes(path) ? {acts: sidesOf(query, path)} : {}
  for await (const part of exporter.write(null as never, {only, table: table ?? undefined, ...acts})) parts.push(part as BlobPart)
  return new Blob(parts, {type: exporter.mediaType})
}

/** A list of events is not cut; of a network the busiest ties are drawn. */
const sidesOf = ({actor, source, target, limit}: Query, path: string) => ({
  actor,
  source,
  target,
  limit: path === "/network" ? Number(limit ?? 100) : undefined,
})

async function selectShown(path: string, query: Query, shows: readonly string[]): Promise<Selection> {
  const types = shows.includes("articles") ? null : (shows as readonly RecordType[])
  const records = new Map<string, Map<RecordType, Set<string>>>()
  for (const row of await rowsShown(path, query)) {
    const kinds = records.get(String(row.article)) ?? new Map<RecordType, Set<string>>()
    records.set(String(row.article), kinds)
    for (const type of types ?? []) {
      const id = row[type.slice(0, -1)]
      if (id) kinds.set(type, (kinds.get(type) ?? new Set()).add(String(id)))
    }
  }
  return {types, records}
}

/** The rows that stand behind what is shown, each with its article and, where it is one record, the record's id. */
async function rowsShown(path: string, query: Query): Promise<readonly Row[]> {
  const ask = (of: string, asked: Query): Promise<Record<string, unknown>> =>
    answerPublished(`${of}.json?${new URLSearchParams({limit: "1000000", ...asked})}`) as Promise<Record<string, unknown>>
  if (path.startsWith("/article/")) return [{article: ((await ask(path, {})) as unknown as ArticleAnswer).reading.document.hash}]
  if (path === "/actors") return mentionsOf((await ask(path, query)).rows as readonly Row[], query)
  if (path === "/map") return ((await ask("/events", query)).rows as readonly Row[]).filter(({place}) => place !== null)
  if (path === "/network") return eventsOfTies((await ask(path, query)).rows as readonly Row[], ask, query)
  return Object.entries(await ask(path, query)).flatMap(([name, list]) =>
    Array.isArray(list) && !(path === "/search" && !["articles", "quotes"].includes(name))
      ? (list as Row[]).filter(({article}) => article)
      : [],
  )
}

async function eventsOfTies(
  ties: readonly Row[],
  ask: (of: string, asked: Query) => Promise<Record<string, unknown>>,
  {limit: _, ...query}: Query,
): Promise<readonly Row[]> {
  const drawn = new Set(ties.map(({source_who, target_who}) => `${source_who} ${target_who}`))
  const events = (await ask("/events", query)).rows as readonly (EventRow & Row)[]
  return events.filter(event => directionsOf(event).some(([source, target]) => drawn.has(`${source} ${target}`)))
}

/** Each listed actor as it stands in each article. */
async function mentionsOf(actors: readonly Row[], {since = "", until = ""}: Query): Promise<Row[]> {
  const listed = new Set(actors.map(({who}) => Number(who)))
  const articles = (await load<readonly Row[]>("articles")).filter(
    ({day}) => (!since || String(day ?? "") >= since) && (!until || (day !== null && String(day).slice(0, until.length) <= until)),
  )
  const found = await Promise.all(
    articles.map(async ({article}) => {
      const {who} = await load<ArticleAnswer>(`article-${String(article).slice(0, 16)}`)
      return Object.entries(who)
        .filter(([, number]) => listed.has(number))
        .map(([actor]): Row => ({article: article!, actor}))
    }),
  )
  return found.flat()
}
