import {createHash} from "node:crypto"
import {extname} from "node:path"
import type {Context, Hono} from "hono"
import {z} from "zod"
import {readBody} from "./body.js"
import type {Submission} from "./desk.js"
import {refuse} from "./guard.js"
import {numberIn} from "./pages/article.js"
import type {Room} from "./room.js"

/** The most bytes one submission may have. */
export const longestSubmission = 20 * 1024 * 1024

const published = z.iso.date().nullish().describe("Publication day, as 2024-01-31, where the article does not say it.")

/** What a program or the page hands in to have it read. */
export const submissionBody = z.union([
  z.object({
    text: z.string().min(1).max(10_000_000).describe("The text of one article."),
    title: z.string().max(1_000).nullish(),
    published,
  }),
  z.object({
    address: z
      .url({protocol: /^https?$/})
      .max(4_000)
      .describe("The address of a page to fetch and read."),
    published,
  }),
])

/** Handing in articles, and how far their reading has come. */
export function addRoutes(app: Hono, room: Room): void {
  app.post("/api/articles", async c => {
    const bytes = await readBody(c, longestSubmission)
    if (bytes === null) return refuse(c, 413, `more than ${longestSubmission} bytes`)
    const submission = await submissionOf(c, bytes)
    if (submission instanceof Response) return submission
    return c.json(room.desk.hand(submission), 202)
  })
  app.get("/api/jobs/:id", c => {
    const job = room.desk.find(numberIn(c.req.param("id")))
    return job ? c.json(job) : refuse(c, 404, "there is no such job")
  })
}

async function submissionOf(c: Context, bytes: Uint8Array<ArrayBuffer>): Promise<Submission | Response> {
  const type = (c.req.header("content-type") ?? "").split(";")[0]!.trim().toLowerCase()
  if (type === "application/json") return submissionFromJson(c, bytes)
  if (type === "multipart/form-data") return submissionFromForm(c, bytes)
  return refuse(c, 415, "hand in application/json, or a file as multipart/form-data")
}

function submissionFromJson(c: Context, body: Uint8Array): Submission | Response {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder().decode(body))
  } catch {
    return refuse(c, 400, "the body is not JSON")
  }
  const parsed = submissionBody.safeParse(value)
  if (!parsed.success) return refuse(c, 400, "give text, or an address that begins with http:// or https://")
  const {data} = parsed
  if ("address" in data) return {address: data.address, published: data.published ?? null}
  const bytes = Buffer.from(
    JSON.stringify({text: data.text.toWellFormed(), ...(data.title ? {title: data.title.toWellFormed()} : {}), origin: "pasted"}),
  )
  return {name: `pasted-${hashOf(bytes)}.jsonl`, bytes, mediaType: "application/x-ndjson", published: data.published ?? null}
}

/** A file's own name is kept for people; nothing on disk is ever called so. */
async function submissionFromForm(c: Context, body: Uint8Array<ArrayBuffer>): Promise<Submission | Response> {
  const form = await formOf(c, body)
  if (form === null) return refuse(c, 400, "the form cannot be read")
  const file = form.get("file")
  const day = form.get("published")
  if (!(file instanceof File)) return refuse(c, 400, "the form holds no file")
  const parsed = published.safeParse(day === "" ? null : day)
  if (!parsed.success) return refuse(c, 400, "published is not a day as 2024-01-31")
  const bytes = new Uint8Array(await file.arrayBuffer())
  const name = plainName(file.name) || `file-${hashOf(bytes)}`
  const mediaType = extname(name) === "" ? file.type || null : null
  return {name, bytes, mediaType, published: parsed.data ?? null}
}

async function formOf(c: Context, body: Uint8Array<ArrayBuffer>): Promise<FormData | null> {
  try {
    return await new Response(body, {headers: {"content-type": c.req.header("content-type") ?? ""}}).formData()
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** Without folders and control characters. */
const plainName = (name: string): string =>
  name
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .split(/[\\/]/)
    .at(-1)!
    .slice(0, 200)

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex").slice(0, 16)
