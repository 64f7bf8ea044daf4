import {crc32, createInflateRaw, type InflateRaw} from "node:zlib"
import {Problem} from "../problem.js"
import {ByteReader} from "./byte-reader.js"
import {limits} from "./limits.js"

/** Do these first bytes (as Latin-1) begin a gzip file? */
export const isGzip = (opening: string): boolean => opening.startsWith("\x1f\x8b")

/** Bytes unpacked at a time: what grows out of proportion is noticed before it fills the memory. */
const portion = 16_384
/** How often the next member is looked for behind a broken one. */
const mostSearches = 1_000

/**
 * Unpacks a gzip stream member by member. A broken member costs only itself; its problem (`gzip`, `checksum` or `truncated`) is thrown when all that is whole
 * has been given. Rubbish behind the last member spoils nothing that came before: it is only reported. What grows out of all proportion is a `ratio` problem.
 */
export async function* gunzip(bytes: AsyncIterable<Uint8Array>, reportRest: (problem: Problem) => void): AsyncGenerator<Uint8Array> {
  const reader = new ByteReader(bytes)
  const grown = {packed: 0, unpacked: 0}
  let broken: Problem | null = null
  for (let searches = 0, members = 0; ; members++) {
    const next = await nextMember(reader)
    if (next === "end") break
    if (next === "rubbish" && members > 0 && !broken) {
      reportRest(new Problem("gzip", "Behind the packed data stands something else; what came before it was read."))
      break
    }
    try {
      if (next === "rubbish") throw new Problem("gzip", "The gzip data are broken: no packed data begin here.")
      yield* inflateMember(reader, grown)
    } catch (error) {
      if (!(error instanceof Problem) || error.code === "ratio") throw error
      broken ??= error
      if (++searches > mostSearches || !(await findMember(reader))) break
    }
  }
  if (broken) throw broken
}

/** Passes over the head of the next member. Zeros between members are padding. */
async function nextMember(reader: ByteReader): Promise<"member" | "rubbish" | "end"> {
  let first = await reader.some(1)
  while (first?.[0] === 0) first = await reader.some(1)
  if (first === null) return "end"
  const rest = first[0] === 0x1f ? await upTo(reader, 9) : Buffer.alloc(0)
  if (rest.length < 9 && first[0] === 0x1f && rest[0] === 0x8b) throw cutOff()
  if (rest[0] !== 0x8b || rest[1] !== 8) return "rubbish"
  const flags = rest[2]!
  if (flags & 4) await upTo(reader, (await upTo(reader, 2)).readUInt16LE(0))
  for (const flag of [8, 16]) if (flags & flag) for (let byte = await reader.some(1); byte && byte[0] !== 0; ) byte = await reader.some(1)
  if (flags & 2) await upTo(reader, 2)
  return "member"
}

/** The content of a member, whose length and checksum stand behind it. */
async function* inflateMember(reader: ByteReader, grown: {packed: number; unpacked: number}): AsyncGenerator<Uint8Array> {
  const inflate = createInflateRaw()
  let fed = 0
  let sum = 0
  try {
    for (let ended = false; !ended; ) {
      const piece = await reader.some(portion)
      if (piece === null) throw cutOff()
      fed += piece.length
      grown.packed += piece.length
      const given = await feed(inflate, piece)
      for (const part of given.parts) {
        sum = crc32(part, sum)
        grown.unpacked += part.length
        if (grown.unpacked > 10 * 1024 * 1024 && grown.unpacked > grown.packed * limits.gzipRatio)
          throw new Problem("ratio", `It unpacks to more than ${limits.gzipRatio} times its size: refused.`)
        yield part
      }
      if (given.problem) {
        reader.putBack(piece)
        throw given.problem
      }
      ended = given.ended
      if (ended) reader.putBack(piece.subarray(piece.length - (fed - inflate.bytesWritten)))
    }
  } finally {
    inflate.close()
  }
  const trailer = await upTo(reader, 8)
  if (trailer.length < 8) throw cutOff()
  if (trailer.readUInt32LE(0) !== sum >>> 0)
    throw new Problem("checksum", "The gzip data do not have the checksum that stands behind them.")
}

interface Given {
  readonly parts: readonly Uint8Array[]
  readonly ended: boolean
  readonly problem: Problem | null
}

/** Hands some bytes over and waits until they are worked on, or the packed data have ended within them. */
function feed(inflate: InflateRaw, piece: Uint8Array): Promise<Given> {
  return new Promise(resolve => {
    const parts: Uint8Array[] = []
    const onData = (part: Uint8Array): void => void parts.push(part)
    const settle = (ended: boolean, problem: Problem | null): void => {
      inflate.off("data", onData).off("end", onEnd).off("error", onError)
      resolve({parts, ended, problem})
    }
    const onEnd = (): void => settle(true, null)
    const onError = (cause: Error): void => settle(false, new Problem("gzip", `The gzip data are broken: ${cause.message}.`, {cause}))
    inflate.on("data", onData).on("end", onEnd).on("error", onError)
    inflate.write(piece, error => {
      if (!error) settle(false, null)
    })
  })
}

/** Goes to where the next member seems to begin; false at the end of the stream. */
async function findMember(reader: ByteReader): Promise<boolean> {
  let before: Uint8Array = Buffer.alloc(0)
  for (let piece = await reader.some(portion); piece; piece = await reader.some(portion)) {
    const seen = Buffer.concat([before, piece])
    const at = seen.indexOf("\x1f\x8b\x08", 0, "latin1")
    if (at >= 0) {
      reader.putBack(seen.subarray(at))
      return true
    }
    before = seen.subarray(-2)
  }
  return false
}

/** So many bytes, or as many as there are. */
async function upTo(reader: ByteReader, length: number): Promise<Buffer> {
  const parts: Buffer[] = []
  for (let missing = length; missing > 0; ) {
    const part = await reader.some(missing)
    if (part === null) break
    parts.push(part)
    missing -= part.length
  }
  return Buffer.concat(parts)
}

const cutOff = (): Problem => new Problem("truncated", "The gzip data end in the middle.")
