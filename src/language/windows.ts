import type {Labels} from "./labels.js"
import {type Coded, type Pieces, shapes} from "./pieces.js"
import type {WordSpans} from "./split.js"

/** The network's input for the words [first, last). */
export interface Window {
  readonly first: number
  readonly last: number
  readonly pieces: BigInt64Array
  readonly shapes: BigInt64Array
  /** For every word the place of its first piece. */
  readonly firstPiece: BigInt64Array
  /** 1 where a paragraph begins. */
  readonly para: BigInt64Array
  /** Was the window cut inside a paragraph? Then only the sentences that end before the cut count. */
  readonly cut: boolean
}

/**
 * Cuts a document into windows: whole paragraphs while they fit; a paragraph that does not fit alone is cut where the
 * pieces run out. The windows depend on this document alone.
 */
export class Windows {
  private readonly coded: Coded[] = []
  private readonly begins: Uint8Array

  constructor(
    private readonly text: string,
    private readonly spans: WordSpans,
    private readonly tools: {readonly pieces: Pieces; readonly labels: Labels},
  ) {
    this.begins = new Uint8Array(spans.start.length + 1)
    for (const row of spans.firstOf) this.begins[row] = 1
  }

  /** The window that starts at the word `first`; it holds at least one word. */
  from(first: number): Window {
    const {maxPieces} = this.tools.labels
    const count = this.spans.start.length
    this.coded.length = 0
    let size = 2
    let last = first
    let broken = first
    while (last < count) {
      const coded = this.tools.pieces.code(this.text.slice(this.spans.start[last]!, this.spans.end[last]!))
      if (size + coded.pieces.length > maxPieces && last > first) break
      size += coded.pieces.length
      this.coded.push(coded)
      last++
      if (this.begins[last] === 1) broken = last
    }
    const whole = broken > first
    return this.encode(first, whole ? broken : last, !whole)
  }

  private encode(first: number, last: number, cut: boolean): Window {
    const {labels} = this.tools
    const count = last - first
    let size = 2
    for (let i = 0; i < count; i++) size += this.coded[i]!.pieces.length
    const pieces = new Columns(size)
    const kinds = new Columns(size)
    const firstPiece = new Columns(count)
    const para = new Columns(count)
    pieces.put(0, labels.cls)
    let at = 1
    for (let i = 0; i < count; i++) {
      const coded = this.coded[i]!
      const shape = coded.shape === shapes.title && this.isOpened(first, first + i) ? shapes.opened : coded.shape
      firstPiece.put(i, at)
      para.put(i, this.begins[first + i]!)
      for (const id of coded.pieces) {
        pieces.put(at, id)
        kinds.put(at++, shape)
      }
    }
    pieces.put(at, labels.sep)
    return {first, last, pieces: pieces.wide, shapes: kinds.wide, firstPiece: firstPiece.wide, para: para.wide, cut}
  }

  private isOpened(first: number, row: number): boolean {
    if (row === first || this.begins[row] === 1) return true
    return this.tools.labels.opening.includes(this.text.slice(this.spans.start[row - 1]!, this.spans.end[row - 1]!))
  }
}

/** Sixty-four-bit numbers written as pairs of thirty-two bits, because making BigInts is slow. Little-endian machines only, as all that run Node. */
class Columns {
  readonly wide: BigInt64Array
  private readonly halves: Int32Array

  constructor(length: number) {
    this.wide = new BigInt64Array(length)
    this.halves = new Int32Array(this.wide.buffer)
  }

  put(at: number, value: number): void {
    this.halves[2 * at] = value
  }
}
