import {overlaps, type Span} from "./span.js"

/** Characters of a block. */
const block = 512

/** Spans by place, so that those at a span are found without looking through all: one block of the text lists what reaches into it. */
export class SpanIndex<T extends Span> {
  private readonly blocks = new Map<number, T[]>()

  constructor(items: Iterable<T> = []) {
    for (const item of items) this.add(item)
  }

  add(item: T): void {
    for (let at = Math.floor(item.start / block); at <= Math.floor(item.end / block); at++) {
      const known = this.blocks.get(at)
      if (known) known.push(item)
      else this.blocks.set(at, [item])
    }
  }

  /** The items that share a character with a span, each once, in the order they were added within a block. */
  overlapping(span: Span): T[] {
    const found = new Set<T>()
    for (let at = Math.floor(span.start / block); at <= Math.floor(span.end / block); at++)
      for (const item of this.blocks.get(at) ?? []) if (overlaps(item, span)) found.add(item)
    return [...found]
  }
}
