import {limits} from "./limits.js"

/** A line of a byte stream. `bytes` is null when the line is longer than the limit. */
export interface Line {
  /** Counted from 1. */
  readonly number: number
  /** Byte offset of its first character. */
  readonly offset: number
  readonly bytes: Uint8Array | null
}

/** Cuts a stream of bytes into lines without holding more than one. An over-long line is skipped to its end, never kept. */
export async function* readLines(bytes: AsyncIterable<Uint8Array>, longest = limits.lineBytes): AsyncGenerator<Line> {
  let parts: Uint8Array[] = []
  let held = 0
  let number = 1
  let offset = 0
  let length = 0
  for await (const chunk of bytes) {
    let from = 0
    for (let end = chunk.indexOf(10, from); end >= 0; end = chunk.indexOf(10, from)) {
      length += end - from + 1
      if (held <= longest) held += pushPart(parts, chunk.subarray(from, end))
      yield {number: number++, offset, bytes: held > longest ? null : joinParts(parts, held)}
      offset += length
      parts = []
      held = 0
      length = 0
      from = end + 1
    }
    length += chunk.length - from
    if (held <= longest) held += pushPart(parts, chunk.subarray(from))
    if (held > longest) parts = []
  }
  if (length > 0) yield {number, offset, bytes: held > longest ? null : joinParts(parts, held)}
}

function pushPart(parts: Uint8Array[], part: Uint8Array): number {
  parts.push(part)
  return part.length
}

function joinParts(parts: readonly Uint8Array[], length: number): Uint8Array {
  if (parts.length === 1) return parts[0]!
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
