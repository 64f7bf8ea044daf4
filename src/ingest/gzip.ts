import {Readable} from "node:stream"
import {createGunzip} from "node:zlib"
import {Problem} from "../problem.js"
import {limits} from "./limits.js"

/** Do these first bytes (as Latin-1) begin a gzip file? */
export const isGzip = (opening: string): boolean => opening.startsWith("\x1f\x8b")

/**
 * Unpacks a gzip stream, of one member or many. What could be unpacked is given before a `truncated` or `gzip` problem is thrown;
 * a stream that grows out of all proportion is a `ratio` problem.
 */
export async function* gunzip(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let packed = 0
  let unpacked = 0
  const counted = (async function* () {
    for await (const piece of bytes) {
      packed += piece.length
      yield piece
    }
  })()
  const source = Readable.from(counted, {objectMode: false})
  const unzip = createGunzip()
  source.on("error", error => unzip.destroy(error))
  try {
    for await (const piece of source.pipe(unzip) as AsyncIterable<Uint8Array>) {
      unpacked += piece.length
      if (unpacked > 10 * 1024 * 1024 && unpacked > packed * limits.gzipRatio) {
        throw new Problem("ratio", `It unpacks to more than ${limits.gzipRatio} times its size: refused.`)
      }
      yield piece
    }
  } catch (cause) {
    if (cause instanceof Problem) throw cause
    const {code} = cause as NodeJS.ErrnoException
    if (code === "Z_BUF_ERROR") throw new Problem("truncated", "The gzip data end in the middle.", {cause})
    throw new Problem("gzip", `The gzip data are broken: ${(cause as Error).message}.`, {cause})
  }
}
