import type {Span} from "./span.js"

/**
 * Converts between UTF-16 indexes (inside) and Unicode code points (in files and on standard output) for one text.
 * A text without characters above U+FFFF costs nothing.
 */
export class Offsets {
  /** UTF-16 index of the second half of every surrogate pair, ascending. */
  private readonly pairs: Uint32Array

  constructor(readonly text: string) {
    const found: number[] = []
    for (let i = 0; i < text.length - 1; i++) {
      const code = text.charCodeAt(i)
      if (code >= 0xd800 && code < 0xdc00 && isLow(text.charCodeAt(i + 1))) found.push(++i)
    }
    this.pairs = Uint32Array.from(found)
  }

  /** UTF-16 index → code points before it. */
  toCodePoints(index: number): number {
    return this.pairs.length === 0 ? index : index - countBelow(this.pairs, index)
  }

  /** Code point offset → UTF-16 index. */
  fromCodePoints(offset: number): number {
    let low = 0
    let high = this.pairs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.pairs[middle]! - middle <= offset) low = middle + 1
      else high = middle
    }
    return offset + low
  }

  spanToCodePoints(span: Span): Span {
    return {start: this.toCodePoints(span.start), end: this.toCodePoints(span.end)}
  }
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000
}

function countBelow(sorted: Uint32Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
