import type {ArticleRow, EventRow, FigureRow, PositionRow, QuoteRow} from "./answers.js"
import {actorsMeant, type Contents, fits, holdsAll, type Known, type Query, type Row, wordsOf} from "./published-filter.js"
import {matrixOf, seriesOf, sitesOf, speakersOf, tiesOf} from "./published-sums.js"

/** The book of a published folder: answers that were written as scripts, since pages opened from a disk may not fetch. */
interface PublishedBook {
  readonly kept: Record<string, unknown>
  receive(name: string, value: unknown): void
}

declare global {
  var rapporteurBook: PublishedBook | undefined
}

/** Are we a published folder? */
export const isPublished = "rapporteurBook" in globalThis

/** Forms of export that analyse the texts again or look up tables of the program: a folder holds them for the whole book alone. */
export const needServer: readonly string[] = ["conllu", "ftm"]

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
  if (path === "/quarantine") return {rows: await load("quarantine")}
  if (path === "/network") return page(tiesOf(await rows<EventRow & Row>("events", query), await load<Row[]>("actors")), query, "more")
  if (path === "/map") return sitesOf(await rows<EventRow & Row>("events", query))
  if (path === "/speakers")
    return {rows: speakersOf(await rows<QuoteRow & Row>("quotes", query), await load<Row[]>("actors")).slice(0, Number(query.limit ?? 100))}
  if (path === "/matrix") return {cells: matrixOf(await rows<PositionRow & Row>("positions", query), await load<Row[]>("actors"))}
  if (["/events", "/quotes", "/figures", "/positions", "/actors"].includes(path))
    return page(await rows<Row>(path.slice(1), query), query, "more")
  return load(path.slice(1))
}

async function fullName(beginning: string): Promise<string> {
  const found = (await load<Row[]>("articles")).find(
    ({article, number}) => String(article).startsWith(beginning) || String(number) === beginning,
  )
  return String(found?.article ?? beginning).slice(0, 16)
}

/** A file of the folder: an article, an actor or a list. */
export function load<T>(name: string): Promise<T> {
  const book = globalThis.rapporteurBook!
  if (name in book.kept) return Promise.resolve(book.kept[name] as T)
  return new Promise((resolve, reject) => {
    const script = document.createElement("script")
    script.src = `data/${name}.js`
    script.onload = () => resolve(book.kept[name] as T)
    script.onerror = () => reject(new Error("This folder does not hold that."))
    document.head.append(script)
  })
}

/** The rows of a list that a question lets through. */
async function rows<T extends Row>(name: string, query: Query): Promise<T[]> {
  const known = await knownFor(name, query)
  return (await load<T[]>(name)).filter(row => fits(row, query, known))
}

/** What must be looked up in other files before rows can be compared with a question. */
async function knownFor(name: string, query: Query): Promise<Known> {
  const words = wordsOf(query.text)
  const texts = words.length > 0 && name !== "quotes" ? await load<{article: string; text: string}[]>("words") : []
  const actors = query.actor || query.source || query.target ? await load<Row[]>("actors") : []
  const isNarrow = name === "articles" && (query.actor || query.country || query.type)
  const contents = isNarrow ? new Map((await load<Contents[]>("contents")).map(found => [found.article, found])) : null
  return {
    words,
    holding: name === "quotes" ? null : new Set(texts.filter(({text}) => holdsAll(text, words)).map(({article}) => article)),
    meant: side => actorsMeant(actors, query[side]),
    contents,
  }
}

function page(found: readonly object[], query: Query, count: "total" | "more") {
  const offset = Number(query.offset ?? 0)
  const end = offset + Number(query.limit ?? 100)
  return {rows: found.slice(offset, end), ...(count === "total" ? {total: found.length} : {more: found.length > end})}
}

/** Kinds of figures that have a place on a timeline: tolls and sums. */
const tolls = "killed,injured,missing,displaced,detained,hostages,money"

async function timeline(query: Query) {
  const {type: _type, status: _status, ...plain} = query
  const events = await rows<EventRow & Row>("events", query)
  const limit = Number(query.limit ?? 100)
  return {
    events: events.slice(0, limit),
    more: events.length > limit,
    quotes: (await rows<QuoteRow & Row>("quotes", plain)).slice(0, limit),
    figures: (await rows<FigureRow & Row>("figures", {...plain, type: tolls})).slice(0, limit),
    series: seriesOf(events, query.by ?? "month"),
  }
}

async function search(query: Query) {
  const words = wordsOf(query.text)
  if (words.length === 0) return {articles: [], more: false, quotes: [], actors: [], places: []}
  const texts = new Map((await load<{article: string; text: string}[]>("words")).map(({article, text}) => [article, text]))
  const found = await rows<ArticleRow & Row>("articles", {text: query.text ?? ""})
  const snippet = (text: string): string => {
    const at = Math.max(0, text.toLowerCase().indexOf(words[0]!))
    return `${at > 60 ? "… " : ""}${text.slice(Math.max(0, at - 60), at)}«${text.slice(at, at + words[0]!.length)}»${text.slice(at + words[0]!.length, at + 160)} …`
  }
  return {
    articles: found.slice(0, Number(query.limit ?? 100)).map(row => ({...row, snippet: snippet(texts.get(row.article) ?? "")})),
    more: found.length > Number(query.limit ?? 100),
    quotes: (await rows<Row>("quotes", {text: query.text ?? ""})).slice(0, 20),
    actors: (await load<Row[]>("actors")).filter(({name}) => holdsAll(String(name), words)).slice(0, 20),
    places: ((globalThis.rapporteurBook!.kept.map as {places: Row[]}).places ?? [])
      .filter(({name}) => holdsAll(String(name), words))
      .map(place => ({...place, articles: place.events}))
      .slice(0, 20),
  }
}
