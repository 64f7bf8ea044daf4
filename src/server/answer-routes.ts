import type {Context, Hono} from "hono"
import {csvLine} from "../export/csv-line.js"
import type {AnswerRow} from "../query/filter.js"
import {refuse} from "./guard.js"
import type {Page} from "./page.js"
import {pages} from "./pages/all.js"
import {readQuery} from "./query-schema.js"
import type {Room} from "./room.js"
import {rowsOfPage} from "./shown.js"

/** The twins of every page: `.json` for programs, and for lists `.csv` and `.jsonl` with all their rows. */
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
  const asked = readQuery(page.query, new URL(c.req.url))
  if ("error" in asked) return refuse(c, 400, asked.error)
  return c.json(page.answer(room, {query: asked.query as never, name}) as object)
}

function answerTable(c: Context, room: Room, {page, form}: {page: Page; form: "csv" | "jsonl"}): Response {
  const asked = readQuery(page.query, new URL(c.req.url))
  if ("error" in asked) return refuse(c, 400, asked.error)
  const rows = rowsOfPage(page, room, asked.query as {offset?: number})
  const type = form === "csv" ? "text/csv; charset=utf-8" : "application/x-ndjson; charset=utf-8"
  const body = ReadableStream.from(linesOf(rows, form)).pipeThrough(new TextEncoderStream())
  return c.body(body as ReadableStream, 200, {
    "content-type": type,
    "content-disposition": `attachment; filename="${page.path.slice(1)}.${form}"`,
  })
}

/** The lines of a table file, some hundred at a time; other visitors are answered in between. */
async function* linesOf(rows: Iterable<AnswerRow>, form: "csv" | "jsonl"): AsyncGenerator<string> {
  let names: string[] | null = null
  let lines = ""
  for (const row of rows) {
    if (form === "csv" && names === null) {
      names = Object.keys(row)
      lines += csvLine(names)
    }
    lines += names ? csvLine(names.map(name => row[name])) : `${JSON.stringify(row)}\n`
    if (lines.length < 65_536) continue
    yield lines
    lines = ""
    await new Promise(resolve => setImmediate(resolve))
  }
  if (lines !== "") yield lines
}
