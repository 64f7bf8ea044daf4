import type {Span} from "../../document/span.js"
import type {Words} from "../../document/words.js"
import {subtreeRows} from "../../language/noun-phrase.js"

/** Rows [first, last) of the word table. */
export interface Rows {
  readonly first: number
  readonly last: number
}

/** What of a subtree is wanted. */
export interface Extent {
  /** Leaves out everything below this row; −1: nothing. */
  readonly without?: number
  /** Only rows from here on. */
  readonly from?: number
}

/**
 * The rows of a clause in the text's order. Gaps that the tree leaves are filled, so that the pieces are what a reader would underline: one piece, or two
 * where the part `without` stands in the middle.
 */
export function rowsOf(words: Words, root: number, {without = -1, from = 0}: Extent = {}): Rows[] {
  const below = subtreeRows(words, root)
  if (without < 0) {
    const kept = below.filter(row => row >= from)
    return kept.length === 0 ? [] : trimmedRows(words, {first: kept[0]!, last: kept.at(-1)! + 1})
  }
  const out = subtreeRows(words, without)
  const hole = {first: out[0]!, last: out.at(-1)! + 1}
  const kept = below.filter(row => row >= from && (row < hole.first || row >= hole.last))
  const before = kept.filter(row => row < hole.first)
  const after = kept.filter(row => row >= hole.last)
  return [before, after].flatMap(side => (side.length === 0 ? [] : trimmedRows(words, {first: side[0]!, last: side.at(-1)! + 1})))
}

/** Without loose punctuation and conjunctions at the ends; closing quotation marks and brackets stay with their words. */
export function trimmedRows(words: Words, {first, last}: Rows): Rows[] {
  let start = first
  let end = last
  while (start < end && (isLoose(words.form(start), "“‘«([$£€\"''``#@") || words.deprel[start] === "cc")) start++
  while (end > start && isLoose(words.form(end - 1), "”’»)]\"''%")) end--
  return start < end ? [{first: start, last: end}] : []
}

export const spanOf = (words: Words, {first, last}: Rows): Span => ({start: words.start[first]!, end: words.end[last - 1]!})

function isLoose(form: string, kept: string): boolean {
  return !/[\p{L}\p{N}]/u.test(form) && !kept.includes(form)
}
