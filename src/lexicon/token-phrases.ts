import {gaps, type Tokens} from "./tokens.js"

interface Node<T> {
  readonly next: Map<string, Node<T>>
  value: T | undefined
}

/** A phrase found among tokens: its rows [first, last) and what it stands for. */
export interface Phrase<T> {
  readonly first: number
  readonly last: number
  readonly value: T
}

/** Phrases of a table, compared token by token in lower case: "more than", "u . s . $". Found forwards from a row or backwards up to one. */
export class TokenPhrases<T> {
  private readonly forwards: Node<T> = {next: new Map(), value: undefined}
  private readonly backwards: Node<T> = {next: new Map(), value: undefined}

  constructor(phrases: Iterable<readonly [string, T]>) {
    for (const [phrase, value] of phrases) {
      const words = phrase.split(" ")
      plant(this.forwards, words, value)
      plant(this.backwards, words.toReversed(), value)
    }
  }

  /** The longest phrase that begins at this row. */
  from(tokens: Tokens, row: number): Phrase<T> | null {
    let node: Node<T> | undefined = this.forwards
    let found: Phrase<T> | null = null
    for (let at = row; at < tokens.length && (at === row || tokens.gap(at) < gaps.paragraph); at++) {
      node = node.next.get(lowerOf(tokens, at))
      if (!node) break
      if (node.value !== undefined) found = {first: row, last: at + 1, value: node.value}
    }
    return found
  }

  /** The longest phrase that ends just before this row. */
  before(tokens: Tokens, row: number): Phrase<T> | null {
    let node: Node<T> | undefined = this.backwards
    let found: Phrase<T> | null = null
    for (let at = row - 1; at >= 0 && tokens.gap(at + 1) < gaps.paragraph; at--) {
      node = node.next.get(lowerOf(tokens, at))
      if (!node) break
      if (node.value !== undefined) found = {first: at, last: row, value: node.value}
    }
    return found
  }
}

function plant<T>(root: Node<T>, words: readonly string[], value: T): void {
  let node = root
  for (const word of words) {
    const next: Node<T> = node.next.get(word) ?? {next: new Map(), value: undefined}
    node.next.set(word, next)
    node = next
  }
  node.value ??= value
}

function lowerOf(tokens: Tokens, row: number): string {
  const lower = tokens.lower(row)
  return lower === "–" || lower === "‑" ? "-" : lower === "’" ? "'" : lower
}
