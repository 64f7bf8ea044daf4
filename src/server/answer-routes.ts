import {Readable} from "node:stream"
import type {Context, Hono} from "hono"
import {csvLine} from "../export/csv-line.js"
import type {AnswerRow} from "../query/filter.js"
import {refuse} from "./guard.js"
import {answerOf, type Page} from "./page.js"
import {pages} from "./pages/all.js"
import {readQuery} from "./query-schema.js"
import type {Room} from "./room.js"
import {rowsOfPage} from "./shown.js"

type Form = "json" | "csv" | "jsonl"

const types: Readonly<Record<Form, string>> = {
  json: "application/json; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  jsonl: "application/x-ndjson; charset=utf-8",
}

/** The twins of every page: `.json` for programs, and for lists `.csv` and `.jsonl` with all their rows, as `.json?all=1` has them. */
export function answerRoutes(app: Hono, room: Room): void {
  for (const page of pages) {
    if (page.path.endsWith("/:name")) app.get(page.path.replace(":name", ":name{.{1,200}\\.json}"), c => answerNamed(c, room, page))
    else {
      app.get(`${page.path}.json`, c => answer(c, room, {page, name: ""}))
      if (page.rows) {
        app.get(`${page.path}.csv`, c => answerTable(c, room, {page, form: "csv"}))
        app.get(`${page.path}.jsonl`, c => answerTable(c, room, {page, form: "jsonl"}))
      }
    }
  }
}

function answerNamed(c: Context, room: Room, page: Page): Response {
  return answer(c, room, {page, name: (c.req.param("name") ?? "").replace(/\.json$/, "")})
}

function answer(c: Context, room: Room, {page, name}: {page: Page; name: string}): Response {
  const url = new URL(c.req.url)
  const asked = readQuery(page.query, url)
  if ("error" in asked) return refuse(c, 400, asked.error)
  if (page.rows && !page.isLimited && url.searchParams.get("all") === "1") return answerTable(c, room, {page, form: "json"})
  return c.json(answerOf(page, room, {query: asked.query as never, name}) as object)
}

function answerTable(c: Context, room: Room, {page, form}: {page: Page; form: Form}): Response {
  const asked = readQuery(page.query, new URL(c.req.url))
  if ("error" in asked) return refuse(c, 400, asked.error)
  const rows = rowsOfPage(page, room, asked.query as {offset?: number})
  const lines = Readable.toWeb(Readable.from(linesOf(rows, form))) as ReadableStream<string>
  const body = lines.pipeThrough(new TextEncoderStream())
  return c.body(body as ReadableStream, 200, {
    "content-type": types[form],
    "content-disposition": `attachment; filename="${page.path.slice(1)}.${form}"`,
  })
}

/** The pieces of a file of rows, some hundred at a time; other visitors are answered in between. */
async function* linesOf(rows: Iterable<AnswerRow>, form: Form): AsyncGenerator<string> {
  let lines = form === "json" ? '{"rows":[' : ""
  let count = 0
  for (const row of rows) {
    lines += lineOf(row, form, count++ === 0)
    if (lines.length < 65_536) continue
    yield lines
    lines = ""
    await new Promise(resolve => setImmediate(resolve))
  }
  yield form === "json" ? `${lines}]}` : lines
}

function lineOf(row: AnswerRow, form: Form, isFirst: boolean): string {
  if (form === "jsonl") return `${JSON.stringify(row)}\n`
  if (form === "json") return `${isFirst ? "" : ","}\n${JSON.stringify(row)}`
  return (isFirst ? csvLine(Object.keys(row)) : "") + csvLine(Object.values(row))
}
