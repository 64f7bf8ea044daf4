import {cpSync, createWriteStream, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync} from "node:fs"
import {join} from "node:path"
import {Readable} from "node:stream"
import {pipeline} from "node:stream/promises"
import {exporters} from "../export/exporter.js"
import {packageRoot} from "../lexicon/table.js"
import {Problem} from "../problem.js"
import type {AnswerRow} from "../query/filter.js"
import {pages} from "./pages/all.js"
import {openRoom, type Room} from "./room.js"
import {rowsOfPage} from "./shown.js"

/** What was written. */
export interface Published {
  readonly articles: number
  readonly files: number
}

const lists = ["articles", "events", "quotes", "figures", "positions", "actors", "quarantine"] as const
const whole = ["map", "changes"] as const

/** Writes the reading room as a folder of plain files that opens from a disk: every page, read-only, no server, no network. */
export async function publish({bookPath, folder, now}: {bookPath: string; folder: string; now: () => Date}): Promise<Published> {
  const application = join(packageRoot, "dist", "web-published")
  if (!existsSync(join(application, "index.html"))) throw new Problem("not-found", "This build holds no web application to publish.")
  if (!existsSync(bookPath))
    throw new Problem("store", `There is no record book at ${bookPath}. Add an article first (rapporteur add FILE).`)
  prepare(folder)
  const room = openRoom(bookPath, now)
  try {
    cpSync(application, folder, {recursive: true})
    const data = join(folder, "data")
    mkdirSync(data, {recursive: true})
    const forms = await writeForms(room, join(folder, "export"))
    return {articles: rowsOf(room, "articles").length, files: forms.length + writeBook(room, data, forms)}
  } finally {
    await room.close()
  }
}

/** An empty folder, or one that we wrote: nothing else is ever overwritten. */
function prepare(folder: string): void {
  try {
    mkdirSync(folder, {recursive: true})
  } catch (cause) {
    throw new Problem("path", `${folder} cannot be made: ${(cause as Error).message}.`, {cause})
  }
  const names = readdirSync(folder)
  if (names.length > 0 && !names.includes("rapporteur-book.txt"))
    throw new Problem("path", `${folder} is not empty and was not written by rapporteur publish. Name an empty folder.`)
  writeFileSync(join(folder, "rapporteur-book.txt"), "Open index.html. Written by rapporteur publish, which may write here again.\n")
}

/** The whole book in every form that can be written here: a folder without a server makes none. */
async function writeForms({book}: Room, folder: string): Promise<string[]> {
  mkdirSync(folder, {recursive: true})
  const written: string[] = []
  for (const {name, ending, write} of exporters) {
    const path = join(folder, `rapporteur${ending}`)
    try {
      await pipeline(Readable.from(write(book, {})), createWriteStream(path))
      written.push(name)
    } catch (error) {
      // A form may need a package that is not installed, or sentences that readings without a model lack.
      if (!(error instanceof Problem)) throw error
      rmSync(path, {force: true})
    }
  }
  return written
}

function writeBook(room: Room, data: string, forms: readonly string[]): number {
  let files = 0
  const write = (name: string, value: unknown): void => {
    writeFileSync(join(data, `${name}.js`), `rapporteurBook.receive(${JSON.stringify(name)}, ${asScript(value)})\n`)
    files++
  }
  const choices = answerOf(room, "/choices", "") as {exports: readonly {name: string}[]}
  const kept = {
    ...Object.fromEntries(whole.map(name => [name, answerOf(room, `/${name}`, "")])),
    choices: {...choices, exports: choices.exports.filter(({name}) => forms.includes(name))},
  }
  writeFileSync(
    join(data, "book.js"),
    `globalThis.rapporteurBook = {kept: ${asScript(kept)}, receive(name, value) { this.kept[name] = value }}\n`,
  )
  for (const name of lists) write(name, rowsOf(room, name))
  const words: {article: string; text: string}[] = []
  for (const {article, number} of rowsOf(room, "articles")) {
    const answer = answerOf(room, "/article/:name", String(number)) as {reading: {document: {text: string}}}
    write(`article-${String(article).slice(0, 16)}`, answer)
    words.push({article: String(article), text: answer.reading.document.text})
  }
  for (const {who} of rowsOf(room, "actors")) write(`actor-${who}`, answerOf(room, "/actor/:name", String(who)))
  write("words", words)
  write("contents", contentsOf(room))
  return files + 1
}

/** What articles can be narrowed down by beyond their own cells: countries, actors and event types in them. */
function contentsOf({book: {database}}: Room): unknown[] {
  const lists = {
    countries: "SELECT json_group_array(country) FROM article_countries c WHERE c.article = a.number",
    actors:
      "SELECT json_group_array(i.who) FROM identities i JOIN readings r ON r.number = i.reading AND r.current = 1 WHERE r.article = a.number",
    types: "SELECT json_group_array(DISTINCT type) FROM acts WHERE acts.article = a.number",
  }
  const columns = Object.entries(lists).map(([name, sql]) => `(${sql}) AS ${name}`)
  return database
    .all<Record<string, string>>(`SELECT a.hash AS article, ${columns.join(", ")} FROM articles a ORDER BY a.hash`)
    .map(({article, ...found}) => ({article, ...Object.fromEntries(Object.entries(found).map(([name, list]) => [name, JSON.parse(list)]))}))
}

function rowsOf(room: Room, name: string): AnswerRow[] {
  const page = pages.find(({path}) => path === `/${name}`)!
  const query = page.query.parse(name === "events" ? {status: "any"} : {}) as never
  return [...rowsOfPage(page, room, query)]
}

function answerOf(room: Room, path: string, name: string): unknown {
  const page = pages.find(candidate => candidate.path === path)!
  return page.answer(room, {query: page.query.parse({}) as never, name})
}

/** JSON that is also safe inside a script, whatever the texts hold. */
const asScript = (value: unknown): string =>
  JSON.stringify(value).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029")
