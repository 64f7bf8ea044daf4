import {writeSoftmax} from "./tags.js"

/** Probabilities are kept as whole ten-thousandths; this gives them back. */
const tenThousandths = Float32Array.from({length: 10_001}, (_, count) => count / 10_000)

/**
 * What one head of the network says about every word: one probability a label, rounded to four places, those that round to nothing left out.
 * A word is sure of most labels that they do not fit, so a row holds a few numbers and not one for every label. Filled row by row, in order.
 */
export class Probabilities {
  private readonly ends: Uint32Array
  private columns = new Uint16Array(1_024)
  private counts = new Uint16Array(1_024)
  private readonly scratch: Float32Array
  private filled = 0

  constructor(
    readonly labels: readonly string[],
    readonly rows: number,
  ) {
    this.ends = new Uint32Array(rows)
    this.scratch = new Float32Array(labels.length)
  }

  /** Takes the logits that begin at `from` as the next row. */
  push(logits: Float32Array, from: number): void {
    const {scratch} = this
    writeSoftmax(logits, from, scratch)
    let end = this.filled === 0 ? 0 : this.ends[this.filled - 1]!
    this.makeRoom(end + scratch.length)
    for (let column = 0; column < scratch.length; column++) {
      const count = Math.round(scratch[column]! * 10_000)
      if (count === 0) continue
      this.columns[end] = column
      this.counts[end++] = count
    }
    this.ends[this.filled++] = end
  }

  /** True when the network has no such head. */
  get isEmpty(): boolean {
    return this.filled === 0
  }

  /** Probability of one label at a row. */
  at(row: number, column: number): number {
    for (let place = this.first(row); place < this.ends[row]!; place++)
      if (this.columns[place] === column) return tenThousandths[this.counts[place]!]!
    return 0
  }

  /** Calls `see` with every label of a row that is not impossible, in the order of the labels. */
  each(row: number, see: (column: number, probability: number) => void): void {
    if (this.isEmpty) return
    for (let place = this.first(row); place < this.ends[row]!; place++) see(this.columns[place]!, tenThousandths[this.counts[place]!]!)
  }

  private first(row: number): number {
    return row === 0 ? 0 : this.ends[row - 1]!
  }

  private makeRoom(length: number): void {
    if (length <= this.columns.length) return
    const size = Math.max(length, this.columns.length * 2)
    this.columns = grown(this.columns, size)
    this.counts = grown(this.counts, size)
  }
}

function grown(values: Uint16Array, size: number): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(size)
  larger.set(values)
  return larger
}
