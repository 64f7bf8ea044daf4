import {brotliDecompressSync, gunzipSync, inflateSync} from "node:zlib"
import {Problem} from "../problem.js"
import {ByteReader} from "./byte-reader.js"
import {completeArticle, failAt} from "./complete.js"
import {decodeBytes} from "./decode.js"
import type {Format} from "./format.js"
import {charsetInHead, rawFromHtml} from "./html.js"
import type {Input} from "./input.js"
import type {Item} from "./item.js"
import {limits} from "./limits.js"

/** Web archives: every response that is a page or a text becomes an article; what else is archived is passed over. */
export const warcFormat: Format = {
  name: "warc",
  endings: [".warc"],
  mediaTypes: ["application/warc"],
  fits: opening => /^WARC\/\d/.test(opening),
  async *read(input) {
    const reader = new ByteReader(input.bytes)
    for (;;) {
      const at = `${input.name}@${reader.offset}`
      try {
        const record = await readRecord(reader)
        if (record === null) return
        const item = await articleOf(record, input, at)
        if (item) yield item
      } catch (error) {
        yield failAt(at, error)
        if (!(await skipToRecord(reader))) return
      }
    }
  },
}

interface ArchiveRecord {
  readonly headers: ReadonlyMap<string, string>
  readonly block: Uint8Array
}

/** The next record; null at the end. A block over the limit is passed over, with a `size` problem. */
async function readRecord(reader: ByteReader): Promise<ArchiveRecord | null> {
  let line = await reader.line()
  while (line !== null && line.trim() === "") line = await reader.line()
  if (line === null) return null
  if (!/^WARC\/\d/.test(line)) throw new Problem("warc", `A record should begin here, but here stands "${line.slice(0, 40)}".`)
  const headers = await readHeaders(reader)
  const length = Number(headers.get("content-length") ?? Number.NaN)
  if (!Number.isInteger(length) || length < 0) throw new Problem("warc", "The record does not say how long it is.")
  if (length > limits.htmlBytes) {
    await reader.skip(length)
    throw new Problem("size", `The record is longer than ${limits.htmlBytes} bytes.`)
  }
  return {headers, block: await reader.take(length)}
}

async function readHeaders(reader: ByteReader): Promise<Map<string, string>> {
  const headers = new Map<string, string>()
  for (let line = await reader.line(); line !== null && line.trim() !== ""; line = await reader.line()) {
    const colon = line.indexOf(":")
    if (colon > 0 && headers.size < 200) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return headers
}

/** Looks for the next line that begins a record. */
async function skipToRecord(reader: ByteReader): Promise<boolean> {
  for (let tries = 0; tries < 1_000_000; tries++) {
    const line = await reader.line().catch(() => null)
    if (line === null) return false
    if (/^WARC\/\d/.test(line)) {
      reader.putBack(`${line}\n`)
      return true
    }
  }
  return false
}

async function articleOf({headers, block}: ArchiveRecord, input: Input, at: string): Promise<Item | null> {
  const type = headers.get("warc-type")?.toLowerCase()
  if (type !== "response" && type !== "conversion" && type !== "resource") return null
  const address = headers.get("warc-target-uri")?.replace(/^<|>$/g, "") ?? null
  const page =
    type === "response" ? parseResponse(block) : {status: 200, mediaType: headers.get("content-type") ?? "text/plain", body: block}
  if (page?.status !== 200 || !/html|^text\/plain/i.test(page.mediaType)) return null
  const charset = page.mediaType.match(/charset=["']?([\w-]{1,40})/i)?.[1] ?? null
  const {text} = await decodeBytes(page.body, charset ?? charsetInHead(page.body))
  const found = /html/i.test(page.mediaType) ? await rawFromHtml(text, address) : {text}
  const raw = {...found, origin: address}
  return completeArticle(raw, {...input, origin: address}, at)
}

interface Response {
  readonly status: number
  readonly mediaType: string
  readonly body: Uint8Array
}

/** Takes an HTTP answer apart; null when it is none. */
function parseResponse(block: Uint8Array): Response | null {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.byteLength)
  const end = bytes.indexOf("\r\n\r\n")
  const head = bytes.subarray(0, end < 0 ? Math.min(bytes.length, 65_536) : end).toString("latin1")
  const status = Number(head.match(/^HTTP\/[\d.]{1,5} (\d{3})/)?.[1])
  if (!status) return null
  const header = (name: string): string => head.match(new RegExp(`^${name}:[ \\t]{0,10}(.{0,300})`, "im"))?.[1]?.trim() ?? ""
  const sent = end < 0 ? Buffer.alloc(0) : bytes.subarray(end + 4)
  const whole = /chunked/i.test(header("transfer-encoding")) ? joinChunks(sent) : sent
  return {status, mediaType: header("content-type") || "text/html", body: unpack(whole, header("content-encoding").toLowerCase())}
}

/** Joins the chunks of a chunked body; archives often keep the header after joining them, so a body that has none is taken as it is. */
function joinChunks(sent: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; at < sent.length; ) {
    const end = sent.indexOf("\r\n", at)
    const size = end < 0 || end - at > 20 ? Number.NaN : Number.parseInt(sent.subarray(at, end).toString("latin1"), 16)
    if (Number.isNaN(size)) return parts.length === 0 ? sent : Buffer.concat(parts)
    if (size === 0) break
    parts.push(sent.subarray(end + 2, end + 2 + size))
    at = end + 2 + size + 2
  }
  return Buffer.concat(parts)
}

/** Archives often keep the header after unpacking the body: what cannot be unpacked is taken as it is. */
function unpack(body: Buffer, encoding: string): Uint8Array {
  const options = {maxOutputLength: limits.htmlBytes}
  const ways: Record<string, (bytes: Buffer) => Buffer> = {
    gzip: bytes => gunzipSync(bytes, options),
    "x-gzip": bytes => gunzipSync(bytes, options),
    deflate: bytes => inflateSync(bytes, options),
    br: bytes => brotliDecompressSync(bytes, options),
  }
  const way = ways[encoding]
  if (!way) return body
  try {
    return way(body)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE")
      throw new Problem("ratio", "The page unpacks to more than a page may hold.", {cause})
    return body
  }
}
