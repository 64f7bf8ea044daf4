import {Readable} from "node:stream"
import type {Published} from "../../src/document/document.js"
import {type Article, type Item, isFailure} from "../../src/ingest/item.js"
import {readInput} from "../../src/ingest/open.js"

export interface Named {
  readonly name: string
  readonly mediaType?: string
  readonly charset?: string
  readonly published?: Published
  /** Bytes in a piece; 1,000 as a pipe would bring them. */
  readonly size?: number
}

/** All items that a file of this name and content gives. */
export async function itemsOf(content: string | Uint8Array, {name, mediaType, charset, published, size}: Named): Promise<Item[]> {
  const bytes = typeof content === "string" ? Buffer.from(content) : Buffer.from(content)
  const items: Item[] = []
  const input = {
    name,
    origin: name,
    mediaType: mediaType ?? null,
    charset: charset ?? null,
    published: published ?? null,
    bytes: pieces(bytes, size),
  }
  for await (const item of readInput(input)) items.push(item)
  return items
}

/** The articles of a file; fails on anything that is none. */
export async function articlesOf(content: string | Uint8Array, named: Named): Promise<Article[]> {
  return (await itemsOf(content, named)).map(item => {
    if (isFailure(item)) throw new Error(`${item.at} ${item.problem.code}: ${item.problem.message}`)
    return item
  })
}

/** Reason codes in place of failures, texts in place of articles. */
export const outcomesOf = async (content: string | Uint8Array, named: Named): Promise<string[]> =>
  (await itemsOf(content, named)).map(item => (isFailure(item) ? `problem ${item.problem.code}` : item.source.text))

function pieces(bytes: Buffer, size = 1_000): AsyncIterable<Uint8Array> {
  const list: Uint8Array[] = []
  for (let at = 0; at < bytes.length; at += size) list.push(bytes.subarray(at, at + size))
  return Readable.from(list)
}

/** A zip file with stored (not packed) entries. */
export function zipOf(entries: Readonly<Record<string, string>>): Buffer {
  const parts: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(entries)) {
    const data = Buffer.from(content)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(20, 4)
    head.writeUInt32LE(crc32(data), 14)
    head.writeUInt32LE(data.length, 18)
    head.writeUInt32LE(data.length, 22)
    head.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(20, 4)
    entry.writeUInt16LE(20, 6)
    head.copy(entry, 16, 14, 28)
    entry.writeUInt32LE(at, 42)
    parts.push(head, Buffer.from(name), data)
    list.push(entry, Buffer.from(name))
    at += 30 + name.length + data.length
  }
  const contents = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(entries).length, 8)
  end.writeUInt16LE(Object.keys(entries).length, 10)
  end.writeUInt32LE(contents.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, contents, end])
}

function crc32(data: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of data) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
