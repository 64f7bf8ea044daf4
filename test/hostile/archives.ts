import {gzipSync} from "node:zlib"
import {zipOf} from "../ingest/read-bytes.js"
import {around, body, bytesOf, filesOf} from "./hostile-file.js"

const http = (content: string | Uint8Array, headers = "Content-Type: text/plain"): Buffer =>
  Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${headers}\r\n\r\n`), Buffer.from(content)])
const record = (content: string | Uint8Array, {length, type = "response"}: {length?: string | number; type?: string} = {}): Buffer => {
  const block = Buffer.from(content)
  const head = `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: https://paper.example/a\r\nContent-Length: ${length ?? block.length}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), block, Buffer.from("\r\n\r\n")])
}
const good = record(http(body))
const join = (...parts: (string | Uint8Array)[]): Buffer => Buffer.concat(parts.map(part => Buffer.from(part)))
const page = `<html><body><p>${body}</p></body></html>`

/** Web archives: lengths that lie, rubbish between records, bombs inside. */
export const archives = filesOf("warc", "warc", [
  ["empty", ""],
  ["a record cut off", good.subarray(0, -60), "truncated"],
  ["a header cut off", good.subarray(0, 30), "warc"],
  ["no length", record(http(body), {length: "none"}), "warc"],
  ["a length below nothing", join(record(http(body), {length: -5}), good), "warc", "read"],
  ["a length too short", join(record(http(body), {length: 60}), good), "read", "warc", "read"],
  ["a length too long", record(http(body), {length: 1_000_000}), "truncated"],
  ["a length over the limit", record(http(body), {length: 30 * 1024 * 1024}), "size"],
  ["rubbish between", join(good, "rubbish\r\n", good), "read", "warc", "read"],
  ["rubbish in front", join("rubbish\r\n\r\n", good), "warc", "read"],
  ["rubbish alone", "no archive at all\n", "warc"],
  ["an answer that is no page", record(http(bytesOf("89 50 4e 47"), "Content-Type: image/png"))],
  ["an answer without a head", record("no http")],
  [
    "a page packed to a bomb",
    record(http(gzipSync(Buffer.alloc(30 * 1024 * 1024)), "Content-Type: text/html\r\nContent-Encoding: gzip")),
    "ratio",
  ],
  ["a page that is not packed as it says", record(http(page, "Content-Type: text/html\r\nContent-Encoding: gzip")), "read"],
  ["chunks that lie", record(http(`ffffff\r\n${page}`, "Content-Type: text/html\r\nTransfer-Encoding: chunked")), "read"],
  ["a header line over the limit", () => join(`WARC/1.0\r\nX: ${"a".repeat(100_000)}\r\n\r\n`, good), "warc", "read"],
  ["an empty page", record(http("", "Content-Type: text/html")), "empty"],
])

/** Files that call themselves zip or Word. */
export const zips = filesOf("zip", "docx", [
  ["empty", "", "truncated"],
  ["no end", zipOf({"a.txt": body}).subarray(0, 60), "truncated"],
  ["no document inside", zipOf({"a.txt": body}), "zip"],
  ["paths that climb", zipOf({"../../etc/passwd": body}), "zip"],
  ["a list of contents that lies", withByte(zipOf({"a.txt": body}), -6, 255), "zip"],
  ["locked", withByte(zipOf({"word/document.xml": body}), centralFlag("word/document.xml", body), 1), "encrypted"],
  ["unpacks to too much", withSize(zipOf({"word/document.xml": body}), "word/document.xml", body), "ratio"],
])

/** Packed files. */
export const packed = filesOf("gzip", "jsonl.gz", [
  ["cut off", gzipSync(`${JSON.stringify({text: body})}\n`.repeat(3)).subarray(0, -12), "read", "truncated"],
  ["broken", join(gzipSync(body).subarray(0, 12), Buffer.alloc(40, 7)), "gzip"],
  ["packed twice", gzipSync(gzipSync(body)), "gzip"],
  ["a bomb", () => gzipSync(Buffer.alloc(60 * 1024 * 1024, "\n")), "ratio"],
  ["rubbish behind", around("", gzipSync(`${JSON.stringify({text: body})}\n`), "rubbish"), "read", "gzip"],
])

function withByte(bytes: Buffer, at: number, value: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[at < 0 ? copy.length + at : at] = value
  return copy
}

/** Where the list of contents of a zip with one entry keeps its flags. */
function centralFlag(name: string, content: string): number {
  return 30 + name.length + Buffer.byteLength(content) + 8
}

/** Claims that the entry unpacks to four gigabytes. */
function withSize(bytes: Buffer, name: string, content: string): Buffer {
  const copy = Buffer.from(bytes)
  copy.writeUInt32LE(0xfffffff0, centralFlag(name, content) + 16)
  return copy
}
