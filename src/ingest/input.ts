import type {Published} from "../document/document.js"
import {Problem} from "../problem.js"

/** Bytes to take articles from. */
export interface Input {
  /** A path, an address, or "-" for standard input: used in messages. */
  readonly name: string
  /** Path or address kept as the article's origin; null for standard input. */
  readonly origin: string | null
  readonly bytes: AsyncIterable<Uint8Array>
  /** The media type its sender named, as text/html; null when nobody said. */
  readonly mediaType: string | null
  /** The character set its sender named. */
  readonly charset: string | null
  /** A publication date given by the user for everything in this input. */
  readonly published: Published | null
}

/** All bytes of an input. Throws a `size` problem beyond the limit. */
export async function readAll(input: Input, longest: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of input.bytes) {
    length += part.length
    if (length > longest)
      throw new Problem(
        "size",
        `${input.name} is longer than ${longest} bytes, the limit for this format. Split it, or take out what is not text.`,
      )
    parts.push(part)
  }
  return Buffer.concat(parts, length)
}
