import {numberWord} from "../../lexicon/numerals.js"
import {gaps, type Tokens, tokenKinds} from "../../lexicon/tokens.js"

/** Does a sentence end before this row? An empty line, or a stop with white space after it that is no abbreviation. */
export function endsBefore(tokens: Tokens, row: number): boolean {
  if (tokens.gap(row) === gaps.paragraph) return true
  const form = tokens.form(row - 1)
  if (form === "?" || form === "!" || form === ";") return true
  if (form !== "." || tokens.gap(row) === gaps.none) return false
  const stem = tokens.form(row - 2)
  return stem.length > 1 && !abbreviations.has(stem.toLowerCase()) && (tokens.isCapital(row) || tokens.kind(row) !== tokenKinds.word)
}

const abbreviations = new Set(
  "mr mrs ms dr gen col maj capt lt sgt st no rep sen gov prof jr sr inc corp co ltd jan feb mar apr jun jul aug sep sept oct nov dec vs etc approx".split(
    " ",
  ),
)

/** First row of the sentence that holds this row, at most `reach` rows back. */
export function sentenceStart(tokens: Tokens, row: number, reach = 60): number {
  let at = row
  while (at > 0 && row - at < reach && !endsBefore(tokens, at)) at--
  return at
}

/** The row after the last one of the sentence, at most `reach` rows on. */
export function sentenceEnd(tokens: Tokens, row: number, reach = 60): number {
  let at = row + 1
  while (at < tokens.length && at - row < reach && !endsBefore(tokens, at)) at++
  return at
}

/** A number in digits or words that is no article. */
export const isNumber = (tokens: Tokens, row: number): boolean =>
  tokens.kind(row) === tokenKinds.digits || (numberWord(tokens.lower(row))?.class ?? "fraction") !== "fraction"
