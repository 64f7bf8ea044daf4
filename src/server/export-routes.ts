import type {Context, Hono} from "hono"
import {z} from "zod"
import {type Exporter, type ExportOptions, exporters} from "../export/exporter.js"
import type {Filter} from "../query/filter.js"
import {type RecordType, recordTypes} from "../record/reading.js"
import {refuse} from "./guard.js"
import type {Leaving, Page} from "./page.js"
import {pages} from "./pages/all.js"
import {filterShape, readQuery} from "./query-schema.js"
import type {Room} from "./room.js"
import {select} from "./shown.js"

/** What an export may be narrowed down by. */
export const exportQuery = z.object({
  since: filterShape.since,
  until: filterShape.until,
  table: z
    .enum(Object.keys(recordTypes) as [string, ...string[]])
    .optional()
    .describe("Which records, for forms that hold one kind at a time."),
  of: z
    .string()
    .max(200)
    .optional()
    .describe("A page, as events or actor/12: exactly what it shows leaves, and its own filters hold. Without it, the whole book."),
})

/** `/export/csv` and so on: the book, or what a page shows of it, in every form there is, piece by piece. */
export function exportRoutes(app: Hono, room: Room): void {
  app.get("/export/:form", async c => {
    const exporter = exporters.find(({name}) => name === c.req.param("form"))
    if (!exporter) return refuse(c, 404, "there is no such form of export")
    const url = new URL(c.req.url)
    const asked = readQuery(exportQuery, url)
    if ("error" in asked) return refuse(c, 400, asked.error)
    const {of, table, ...days} = asked.query
    const options = of === undefined ? days : await optionsOfPage(c, room, {of, exporter, url})
    if (options instanceof Response) return options
    return sendExport(c, room, {exporter, options: {...options, table}, name: [of, table]})
  })
}

interface Wanted {
  readonly of: string
  readonly exporter: Exporter
  readonly url: URL
}

async function optionsOfPage(c: Context, room: Room, {of, exporter, url}: Wanted): Promise<ExportOptions | Response> {
  const {page, name} = pageCalled(of)
  if (!page?.leaving) return refuse(c, 404, "there is no such page to export")
  const leaving = page.leaving as Leaving<unknown>
  if (!exporter.holds.some(kind => leaving.holds.includes(kind))) return refuse(c, 400, `${exporter.name} cannot hold what this page shows`)
  const asked = readQuery(page.query, url)
  if ("error" in asked) return refuse(c, 400, asked.error)
  const types = leaving.holds.includes("articles") ? null : (leaving.holds as readonly RecordType[])
  const only = await select(leaving.records(room, asked.query, name), types)
  const acts = leaving.acts?.(asked.query) as Filter | undefined
  return {only, ...(acts ? {acts} : {})}
}

/** "article/ab12" is the page under /article/:name. */
function pageCalled(of: string): {page: Page | undefined; name: string} {
  const [first = "", name = ""] = of.split("/")
  return {page: pages.find(({path}) => path === `/${first}${name ? "/:name" : ""}`), name}
}

async function sendExport(
  c: Context,
  room: Room,
  {exporter, options, name}: {exporter: Exporter; options: ExportOptions; name: readonly (string | undefined)[]},
): Promise<Response> {
  const pieces = exporter.write(room.book, options)[Symbol.asyncIterator]()
  const first = await pieces.next()
  const parts = name.flatMap(part => part?.replace(/[^a-z0-9]{1,200}/gi, "-").slice(0, 40) ?? [])
  const file = `${["rapporteur", ...new Set(parts)].join("-")}${exporter.ending}`
  return c.body(streamOf(first, pieces), 200, {
    "content-type": exporter.mediaType,
    "content-disposition": `attachment; filename="${file}"; filename*=UTF-8''${encodeURIComponent(file)}`,
  })
}

/** The first piece is made before the answer begins, so that what is wrong is said with a status. */
function streamOf(first: IteratorResult<string | Uint8Array>, rest: AsyncIterator<string | Uint8Array>): ReadableStream<Uint8Array> {
  let next: IteratorResult<string | Uint8Array> | null = first
  return new ReadableStream({
    async pull(controller) {
      const piece = next ?? (await rest.next())
      next = null
      if (piece.done) controller.close()
      else controller.enqueue(typeof piece.value === "string" ? new TextEncoder().encode(piece.value) : piece.value)
    },
    async cancel() {
      await rest.return?.()
    },
  })
}
