import {createReadStream, statSync} from "node:fs"
import {readdir} from "node:fs/promises"
import {join, sep} from "node:path"
import type {Readable} from "node:stream"
import type {Published} from "../document/document.js"
import {Problem} from "../problem.js"
import {failAt} from "./complete.js"
import {fetchPage} from "./fetch.js"
import {type Format, formatOf} from "./format.js"
import {gunzip, isGzip} from "./gzip.js"
import type {Input} from "./input.js"
import type {Item} from "./item.js"

/** Where articles are to come from, and what is known about all of them. */
export interface Origins {
  /** Paths, folders, patterns with `*`, addresses, or "-" for standard input. */
  readonly names: readonly string[]
  readonly stdin: Readable
  readonly published?: Published | null
}

/** Every article of every input, in the order given; folders and patterns in the order of their names. */
export async function* readInputs({names, stdin, published = null}: Origins): AsyncGenerator<Item> {
  for (const name of names) {
    try {
      for await (const input of openName(name, stdin, published)) yield* readInput(input)
    } catch (error) {
      yield failAt(name, error)
    }
  }
}

/** The articles of one input, in whatever format it is. */
export async function* readInput(input: Input): AsyncGenerator<Item> {
  const {opening, bytes} = await peek(input.bytes)
  if (opening === "" && input.name === "-") return
  if (isGzip(opening)) {
    yield* readPacked({...input, bytes})
    return
  }
  const format: Format = formatOf(input, opening)
  yield* format.read({...input, bytes})
}

/** What is packed with gzip is unpacked once; its name without .gz tells the format. */
async function* readPacked(input: Input): AsyncGenerator<Item> {
  const rest: Problem[] = []
  try {
    const {opening, bytes} = await peek(gunzip(input.bytes, problem => void rest.push(problem)))
    if (isGzip(opening)) throw new Problem("gzip", `${input.name} is packed twice. Unpack it once.`)
    const inside: Input = {...input, mediaType: null, bytes}
    yield* formatOf({...inside, name: input.name.replace(/\.gz$/i, "")}, opening).read(inside)
  } catch (error) {
    yield failAt(input.name, error)
  }
  for (const problem of rest) yield failAt(input.name, problem)
}

async function* openName(name: string, stdin: Readable, published: Published | null): AsyncGenerator<Input> {
  const known = {mediaType: null, charset: null, published}
  if (name === "-") yield {...known, name: "-", origin: null, bytes: stdin}
  else if (/^https?:\/\//i.test(name)) yield {...(await fetchPage(name)), published}
  else for await (const path of pathsOf(name)) yield {...known, name: path, origin: path, bytes: createReadStream(path)}
}

async function* pathsOf(name: string): AsyncGenerator<string> {
  const found = statSync(name, {throwIfNoEntry: false})
  if (found?.isDirectory()) yield* filesBelow(name, 0)
  else if (found && !found.isFile() && !found.isFIFO()) throw new Problem("path", `${name} is neither a file nor a folder.`)
  else if (found) yield name
  else if (/[*?]/.test(name)) yield* filesMatching(name)
  else throw new Problem("path", `There is no file ${name}. Check the name; a relative name starts from the current folder.`)
}

/** Files that match a pattern: `*` and `?` within a name, `**` across folders. */
async function* filesMatching(pattern: string): AsyncGenerator<string> {
  const parts = pattern.split(/[\\/]/)
  const plain = parts.slice(
    0,
    parts.findIndex(part => /[*?]/.test(part)),
  )
  const folder = plain.length === 0 ? "." : plain.join("/") || "/"
  const wanted = new RegExp(`^${parts.slice(plain.length).map(patternOf).join("/").replaceAll(".{0,4000}/", "(?:.{0,4000}/)?")}$`)
  let found = 0
  if (statSync(folder, {throwIfNoEntry: false})?.isDirectory()) {
    for await (const path of filesBelow(folder, 0)) {
      const below = folder === "." ? path : path.slice(folder.length).replace(/^[\\/]/, "")
      if (!wanted.test(below.split(sep).join("/"))) continue
      found++
      yield path
    }
  }
  if (found === 0) throw new Problem("path", `No file matches ${pattern}.`)
}

function patternOf(part: string): string {
  if (part === "**") return ".{0,4000}"
  return part
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", "[^/]{0,255}")
    .replaceAll("?", "[^/]")
}

async function* filesBelow(folder: string, depth: number): AsyncGenerator<string> {
  if (depth > 64) throw new Problem("path", `${folder} is nested more than 64 folders deep.`)
  const entries = await readdir(folder, {withFileTypes: true})
  for (const entry of entries.sort((a, b) => byCode(a.name, b.name))) {
    if (entry.name.startsWith(".")) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(path, depth + 1)
    else if (entry.isFile()) yield path
  }
}

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** How many bytes a format is told by. */
const openingBytes = 4_096

/**
 * The first bytes, as Latin-1, without taking them out of the stream; the same however the stream is cut. Of JSON lines it waits for the first line only,
 * so that a filter answers at once.
 */
async function peek(bytes: AsyncIterable<Uint8Array>): Promise<{opening: string; bytes: AsyncIterable<Uint8Array>}> {
  const pieces = bytes[Symbol.asyncIterator]()
  const seen: Uint8Array[] = []
  let opening = ""
  while (opening.length < openingBytes && !/^(?:\xef\xbb\xbf)?[ \t]{0,100}\{[^\n]{0,4096}\n/.test(opening)) {
    const next = await pieces.next()
    if (next.done) break
    seen.push(next.value)
    opening += Buffer.from(next.value.subarray(0, openingBytes - opening.length)).toString("latin1")
  }
  return {opening, bytes: rejoin(seen, pieces)}
}

async function* rejoin(seen: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* seen
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}
