import type {Words} from "../document/words.js"

/** A dateline is no longer than this many words. */
const longest = 16

/**
 * The row behind a dateline that opens a paragraph at `first`, as "LIMA, March 3 (Reuters) —"; `first` when there is none.
 * It begins with a place in capitals or ends with an agency in brackets, holds names and figures alone, and a dash closes it.
 */
export function endOfDateline(words: Words, first: number, last: number): number {
  const limit = Math.min(last, first + longest)
  let row = first
  while (row < limit && isPart(words.form(row))) row++
  if (row === first || row >= limit || row + 1 >= last || !isDash(words.form(row))) return first
  const spaced = words.start[row]! > words.end[row - 1]!
  const agency = words.form(row - 1) === ")"
  return (spaced || agency) && (agency || isPlace(words.form(first))) ? row + 1 : first
}

const isDash = (form: string): boolean => form === "-" || form === "--" || form === "—" || form === "–"

/** A word that a dateline can hold. */
const isPart = (form: string): boolean => /^(?:[\p{Lu}\d][\p{L}\p{M}.'’]{0,30}|\d{1,4}|[,()/.]|and|of|de|al|el|the|on)$/u.test(form)

/** Three capitals or more: datelines shout their place. */
const isPlace = (form: string): boolean => /^\p{Lu}{2}[\p{Lu}'’.]{1,30}$/u.test(form)
