import type {Span} from "../../document/span.js"
import type {Words} from "../../document/words.js"
import {subtreeRows} from "../../language/noun-phrase.js"

/** Does one span lie in another? */
export const isWithin = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/**
 * The words of a clause as contiguous pieces, without the part that hangs below `without`, and without punctuation at the ends of a piece.
 * Closing quotation marks and brackets stay with their words.
 */
export function clauseSpans(words: Words, root: number, {without = -1}: {without?: number} = {}): Span[] {
  const out = new Set(without < 0 ? [] : subtreeRows(words, without))
  const rows = subtreeRows(words, root).filter(row => !out.has(row))
  const pieces: number[][] = []
  for (const row of rows) {
    const piece = pieces[pieces.length - 1]
    if (piece && piece[piece.length - 1] === row - 1) piece.push(row)
    else pieces.push([row])
  }
  return pieces.flatMap(piece => trimmed(words, piece) ?? [])
}

function trimmed(words: Words, piece: readonly number[]): Span | null {
  let first = 0
  let last = piece.length - 1
  while (first <= last && isLoose(words.form(piece[first]!), "“‘«([$£€")) first++
  while (last >= first && isLoose(words.form(piece[last]!), "”’»)]\"%")) last--
  return first > last ? null : {start: words.start[piece[first]!]!, end: words.end[piece[last]!]!}
}

function isLoose(form: string, kept: string): boolean {
  return !/[\p{L}\p{N}]/u.test(form) && !kept.includes(form)
}
