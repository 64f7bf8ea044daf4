import type {ArticleRow, EventRow, FigureRow, QuoteRow, SeriesRow} from "./answers.js"

/** The book of a published folder: answers that were written as scripts, since pages opened from a disk may not fetch. */
interface PublishedBook {
  readonly kept: Record<string, unknown>
  receive(name: string, value: unknown): void
}

declare global {
  var rapporteurBook: PublishedBook | undefined
}

type Row = Readonly<Record<string, string | number | null>>
type Query = Readonly<Record<string, string>>

/** Are we a published folder? */
export const isPublished = "rapporteurBook" in globalThis

/** Answers what the server would, from the folder's files. */
export async function answerPublished(address: string): Promise<unknown> {
  const url = new URL(address, "http://book")
  const path = url.pathname.replace(/\.json$/, "")
  const query = Object.fromEntries(url.searchParams)
  const named = path.match(/^\/(article|actor)\/([0-9a-f]{1,64})$/)
  if (named) return load(named[1] === "actor" ? `actor-${named[2]}` : `article-${await fullName(named[2]!)}`)
  if (path === "/articles") return page(await rows<Row>("articles", query), query, "total")
  if (path === "/timeline") return timeline(query)
  if (path === "/search") return search(query)
  if (["/events", "/quotes", "/figures", "/positions", "/actors"].includes(path))
    return page(await rows<Row>(path.slice(1), query), query, "more")
  if (path === "/quarantine") return {rows: await load("quarantine")}
  if (path === "/network") return {rows: ((await load("network")) as {rows: Row[]}).rows, more: false}
  return load(path.slice(1))
}

async function fullName(beginning: string): Promise<string> {
  const found = ((await load("articles")) as Row[]).find(
    ({article, number}) => String(article).startsWith(beginning) || String(number) === beginning,
  )
  return String(found?.article ?? beginning).slice(0, 16)
}

function load(name: string): Promise<unknown> {
  const book = globalThis.rapporteurBook!
  if (name in book.kept) return Promise.resolve(book.kept[name])
  return new Promise((resolve, reject) => {
    const script = document.createElement("script")
    script.src = `data/${name}.js`
    script.onload = () => resolve(book.kept[name])
    script.onerror = () => reject(new Error("This folder does not hold that."))
    document.head.append(script)
  })
}

async function rows<T extends Row>(name: string, query: Query): Promise<T[]> {
  const all = (await load(name)) as T[]
  const texts = query.text ? ((await load("words")) as {article: string; text: string}[]) : []
  const words = (query.text ?? "")
    .toLowerCase()
    .replaceAll('"', "")
    .split(/\s{1,20}/)
    .filter(Boolean)
  const holding = new Set(texts.filter(({text}) => words.every(word => text.toLowerCase().includes(word))).map(({article}) => article))
  return all.filter(
    row => fits(row, query) && (words.length === 0 || (name === "quotes" ? has(row.words, words) : holding.has(String(row.article)))),
  )
}

const has = (cell: unknown, words: readonly string[]): boolean =>
  words.every(word =>
    String(cell ?? "")
      .toLowerCase()
      .includes(word),
  )
const contains = (cell: unknown, wanted: string | undefined): boolean =>
  !wanted ||
  String(cell ?? "")
    .toLowerCase()
    .includes(wanted.toLowerCase())

/** The filters that rows of every kind obey, as far as they have the cells. */
function fits(row: Row, query: Query): boolean {
  const who = [row.source, row.target, row.speaker, row.behalf, row.holder, row.name].join("; ")
  const status = "event" in row ? query.status || "actual" : query.status || "any"
  const day = String(row.day ?? row.last_day ?? "")
  return (
    contains(who, nameIn(query.actor)) &&
    contains([row.source, row.speaker, row.holder, row.name].join("; "), query.source) &&
    contains(row.target, query.target) &&
    (!query.type || [row.type, row.kind, row.polarity].includes(query.type)) &&
    (status === "any" || row.status === status) &&
    (!query.country || row.country === query.country) &&
    (!query.place || row.place === query.place) &&
    (!query.publisher || row.publisher === query.publisher) &&
    (!query.copies || row.cluster === query.copies) &&
    (!query.since || day >= query.since) &&
    (!query.until || day.slice(0, query.until.length) <= query.until)
  )
}

/** An actor's page hands over a key, as "register:peru" or "person:PER:ana torres": its last part is looked for. */
const nameIn = (actor: string | undefined): string | undefined => actor?.split(":").at(-1)?.replaceAll("-", " ")

function page(found: readonly Row[], query: Query, count: "total" | "more") {
  const offset = Number(query.offset ?? 0)
  const end = offset + Number(query.limit ?? 100)
  return {rows: found.slice(offset, end), ...(count === "total" ? {total: found.length} : {more: found.length > end})}
}

async function timeline(query: Query) {
  const {type: _type, status: _status, ...plain} = query
  const events = await rows<EventRow & Row>("events", query)
  const shown = events.slice(0, 300)
  return {
    events: shown,
    more: events.length > 300,
    quotes: await rows<QuoteRow & Row>("quotes", plain),
    figures: await rows<FigureRow & Row>("figures", plain),
    series: seriesOf(events, query.by ?? "month"),
  }
}

function seriesOf(events: readonly EventRow[], by: string): SeriesRow[] {
  const dated = events.filter(({day}) => day !== null)
  const groups = Map.groupBy(dated, ({day}) => (by === "month" ? day!.slice(0, 7) : day!))
  return [...groups]
    .map(([period, group]) => ({period, events: group.length, mean_score: group.reduce((sum, {score}) => sum + score, 0) / group.length}))
    .sort((a, b) => (a.period < b.period ? -1 : 1))
}

async function search(query: Query) {
  const words = (query.text ?? "")
    .toLowerCase()
    .replaceAll('"', "")
    .split(/\s{1,20}/)
    .filter(Boolean)
  if (words.length === 0) return {articles: [], quotes: [], actors: [], places: []}
  const texts = new Map(((await load("words")) as {article: string; text: string}[]).map(({article, text}) => [article, text]))
  const found = await rows<ArticleRow & Row>("articles", {text: query.text ?? ""})
  const snippet = (text: string): string => {
    const at = Math.max(0, text.toLowerCase().indexOf(words[0]!))
    return `${at > 60 ? "… " : ""}${text.slice(Math.max(0, at - 60), at)}«${text.slice(at, at + words[0]!.length)}»${text.slice(at + words[0]!.length, at + 160)} …`
  }
  return {
    articles: found.slice(0, 100).map(row => ({...row, snippet: snippet(texts.get(row.article) ?? "")})),
    quotes: (await rows<Row>("quotes", {text: query.text ?? ""})).slice(0, 20),
    actors: ((await load("actors")) as Row[]).filter(({name}) => has(name, words)).slice(0, 20),
    places: ((globalThis.rapporteurBook!.kept.map as {places: Row[]}).places ?? [])
      .filter(({name}) => has(name, words))
      .map(place => ({...place, articles: place.events}))
      .slice(0, 20),
  }
}
