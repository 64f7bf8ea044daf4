import type {Words} from "../document/words.js"

const pairs: Readonly<Record<string, string>> = {
  "(": ")",
  "[": "]",
  "{": "}",
  '"': '"',
  "'": "'",
  "“": "”",
  "„": "“",
  "«": "»",
  "‘": "’",
  "``": "''",
  "''": "''",
}
const final = new Set([".", "?", "!"])

/**
 * Hangs the marks of a sentence, rows [first, last), where the guidelines of UD want them: no mark has dependents; a pair of
 * brackets or quotation marks hangs on the head of what it encloses; every other mark as high as it can beside it without
 * crossing a phrase. A mark that already hangs on an allowed word stays.
 */
export function attachMarks(words: Words, first: number, last: number): void {
  new Marks(words, first, last).attach()
}

/** One sentence: rows relative to its first word, heads −1 for the root. */
class Marks {
  private readonly head: number[] = []
  private readonly isMark: boolean[] = []
  /** Leftmost and rightmost word below each word, marks left out. */
  private readonly left: number[] = []
  private readonly right: number[] = []
  private readonly depth: number[] = []
  private readonly paired = new Map<number, "opening" | "closing">()
  /** Opening mark → its closing mark. */
  private readonly closings = new Map<number, number>()

  constructor(
    private readonly words: Words,
    private readonly first: number,
    last: number,
  ) {
    for (let row = first; row < last; row++) {
      this.isMark.push(words.upos[row] === "PUNCT")
      this.head.push(words.head[row]! < 0 ? -1 : words.head[row]! - first)
    }
  }

  attach(): void {
    if (!this.isMark.includes(true) || this.isRootMark()) return
    this.freeMarks()
    this.measure()
    for (let row = 0; row < this.head.length; row++) this.attachPair(row)
    for (let row = 0; row < this.head.length; row++) if (this.isMark[row] && !this.paired.has(row)) this.attachSingle(row)
    for (let row = 0; row < this.head.length; row++) this.write(row)
  }

  private isRootMark(): boolean {
    return this.head.some((head, row) => head < 0 && this.isMark[row])
  }

  private write(row: number): void {
    const {words, first} = this
    words.head[first + row] = this.head[row]! < 0 ? -1 : first + this.head[row]!
    if (this.isMark[row] && words.deprel[first + row] !== "root") words.deprel[first + row] = "punct"
  }

  private freeMarks(): void {
    for (let row = 0; row < this.head.length; row++)
      while (this.head[row]! >= 0 && this.isMark[this.head[row]!]) this.head[row] = this.head[this.head[row]!]!
  }

  private measure(): void {
    const {head} = this
    for (let row = 0; row < head.length; row++) {
      this.left.push(row)
      this.right.push(row)
      this.depth.push(0)
    }
    for (let row = 0; row < head.length; row++) {
      let depth = 0
      for (let at = row; at >= 0; at = head[at]!, depth++) {
        if (this.isMark[row]) continue
        this.left[at] = Math.min(this.left[at]!, row)
        this.right[at] = Math.max(this.right[at]!, row)
      }
      this.depth[row] = depth
    }
  }

  private form(row: number): string {
    return this.words.form(this.first + row)
  }

  private attachPair(row: number): void {
    const closing = this.isMark[row] && this.paired.get(row) !== "closing" ? pairs[this.form(row)] : undefined
    if (closing === undefined) return
    const end = this.endOfPair(row, closing)
    if (end < 0) return
    const head = this.headBetween(row, end)
    if (head < 0) return
    this.head[row] = head
    this.head[end] = head
    this.paired.set(row, "opening")
    this.paired.set(end, "closing")
    this.closings.set(row, end)
  }

  private endOfPair(row: number, closing: string): number {
    const opening = this.form(row)
    let level = 0
    for (let at = row + 1; at < this.head.length; at++) {
      const form = this.form(at)
      if (form === closing && this.isMark[at]) {
        if (level === 0) return at
        level--
      } else if (form === opening) level++
    }
    return -1
  }

  /** The highest word between two marks that hangs on a word outside them; −1 when there are none. */
  private headBetween(row: number, end: number): number {
    let best = -1
    for (let at = row + 1; at < end; at++) {
      const head = this.head[at]!
      if (this.isMark[at] || (head > row && head < end)) continue
      if (best < 0 || this.depth[at]! < this.depth[best]!) best = at
    }
    return best
  }

  private attachSingle(row: number): void {
    const left = this.climb(row, this.neighbour(row, -1))
    const right = this.climb(row, final.has(this.form(row)) ? -1 : this.neighbour(row, 1))
    const path = this.lower(left, right)
    if (path.length > 0 && !path.includes(this.head[row]!)) this.head[row] = path.at(-1)!
  }

  /** The nearest word on one side that is no mark; −1 when the end of the sentence or of a bracket comes first. */
  private neighbour(row: number, step: 1 | -1): number {
    const barrier = step < 0 ? "opening" : "closing"
    let at = row + step
    while (at >= 0 && at < this.head.length && this.isMark[at]) {
      if (this.paired.get(at) === barrier) return -1
      at += step
    }
    return at < this.head.length ? at : -1
  }

  /** From a neighbour upwards, as long as heads stay on its side and their phrases do not reach across the mark. */
  private climb(row: number, start: number): number[] {
    if (start < 0) return []
    const path = [start]
    let at = start
    const {open, close} = this.around(row)
    while (
      this.head[at]! > open &&
      this.head[at]! < close &&
      this.head[at]! < row === start < row &&
      !(this.left[at]! < row && row < this.right[at]!)
    ) {
      at = this.head[at]!
      path.push(at)
    }
    return path
  }

  /** The innermost pair of marks around a row: a stop inside quotation marks stays with what they enclose. */
  private around(row: number): {open: number; close: number} {
    for (let at = this.closings.size === 0 ? -1 : row - 1; at >= 0; at--) {
      const close = this.closings.get(at) ?? -1
      if (close > row) return {open: at, close}
    }
    return {open: -1, close: this.head.length}
  }

  /** Of two ways up the one that ends lower in the tree; the right one when neither lies below the other. */
  private lower(left: readonly number[], right: readonly number[]): readonly number[] {
    if (right.length === 0) return left
    return left.length > 0 && this.isBelow(left.at(-1)!, right.at(-1)!) ? left : right
  }

  private isBelow(row: number, above: number): boolean {
    for (let at = row; at >= 0; at = this.head[at]!) if (at === above) return true
    return false
  }
}
