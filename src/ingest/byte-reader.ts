import {Problem} from "../problem.js"

/** Reads lines and blocks from a stream of bytes, holding no more than it was asked for. */
export class ByteReader {
  private readonly pieces: AsyncIterator<Uint8Array>
  private held: Buffer = Buffer.alloc(0)
  /** Bytes taken so far. */
  offset = 0

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.pieces = bytes[Symbol.asyncIterator]()
  }

  /** The next line without its end, as Latin-1; null at the end of the stream. Lines over 64 kB are a `warc` problem. */
  async line(): Promise<string | null> {
    let end = this.held.indexOf(10)
    while (end < 0) {
      if (this.held.length > 65_536) {
        this.drop(this.held.length)
        throw new Problem("warc", "A header line is longer than 64 kB.")
      }
      if (!(await this.more())) break
      end = this.held.indexOf(10)
    }
    if (this.held.length === 0) return null
    const length = end < 0 ? this.held.length : end + 1
    const line = this.held
      .subarray(0, length)
      .toString("latin1")
      .replace(/\r?\n$/, "")
    this.drop(length)
    return line
  }

  /** Exactly so many bytes; a `truncated` problem when the stream ends before. */
  async take(length: number): Promise<Uint8Array> {
    const parts: Buffer[] = []
    let missing = length
    while (missing > 0) {
      if (this.held.length === 0 && !(await this.more())) throw new Problem("truncated", `The record ends ${missing} bytes too early.`)
      const part = this.held.subarray(0, missing)
      parts.push(part)
      missing -= part.length
      this.drop(part.length)
    }
    return parts.length === 1 ? parts[0]! : Buffer.concat(parts)
  }

  /** Passes over so many bytes, or to the end. */
  async skip(length: number): Promise<void> {
    for (let missing = length; missing > 0; ) {
      if (this.held.length === 0 && !(await this.more())) return
      const part = Math.min(missing, this.held.length)
      missing -= part
      this.drop(part)
    }
  }

  /** Some bytes, at most so many; null at the end of the stream. */
  async some(most: number): Promise<Buffer | null> {
    if (this.held.length === 0 && !(await this.more())) return null
    const part = this.held.subarray(0, most)
    this.drop(part.length)
    return part
  }

  /** Puts bytes back in front; a text is one byte a character. */
  putBack(what: string | Uint8Array): void {
    const bytes = typeof what === "string" ? Buffer.from(what, "latin1") : what
    if (bytes.length === 0) return
    this.held = this.held.length === 0 ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) : Buffer.concat([bytes, this.held])
    this.offset -= bytes.length
  }

  private drop(length: number): void {
    this.held = this.held.subarray(length)
    this.offset += length
  }

  private async more(): Promise<boolean> {
    let next = await this.pieces.next()
    while (!next.done && next.value.length === 0) next = await this.pieces.next()
    if (next.done) return false
    this.held = this.held.length === 0 ? Buffer.from(next.value) : Buffer.concat([this.held, next.value])
    return true
  }
}
