import type {Hono} from "hono"
import {z} from "zod"
import {type ExportOptions, exporters} from "../export/exporter.js"
import {recordTypes} from "../record/reading.js"
import {refuse} from "./guard.js"
import {filterShape, readQuery} from "./query-schema.js"
import type {Room} from "./room.js"

/** What an export of the book may be narrowed down by. */
export const exportQuery = z.object({
  since: filterShape.since,
  until: filterShape.until,
  table: z
    .enum(Object.keys(recordTypes) as [string, ...string[]])
    .optional()
    .describe("Which records, for forms that hold one kind at a time."),
})

/** `/export/csv` and so on: the book in every form there is, piece by piece. */
export function exportRoutes(app: Hono, room: Room): void {
  app.get("/export/:form", async c => {
    const exporter = exporters.find(({name}) => name === c.req.param("form"))
    if (!exporter) return refuse(c, 404, "there is no such form of export")
    const asked = readQuery(exportQuery, new URL(c.req.url))
    if ("error" in asked) return refuse(c, 400, asked.error)
    const pieces = exporter.write(room.book, asked.query as ExportOptions)[Symbol.asyncIterator]()
    const first = await pieces.next()
    const name = `rapporteur${asked.query.table ? `-${asked.query.table}` : ""}${exporter.ending}`
    return c.body(streamOf(first, pieces), 200, {
      "content-type": exporter.mediaType,
      "content-disposition": `attachment; filename="${name}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    })
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
