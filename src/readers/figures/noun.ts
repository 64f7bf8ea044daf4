import type {Words} from "../../document/words.js"
import {gaps, type Tokens, tokenKinds} from "../../lexicon/tokens.js"
import {isNumber} from "./clause.js"
import type {Quantity} from "./quantity.js"
import {wording} from "./wording.js"

/** Token rows [first, last). */
export type Rows = readonly [number, number]

/** The noun phrase that a number counts: by the tree where it hangs the number on a noun, else by the words that follow. */
export function countedNoun(tokens: Tokens, quantity: Quantity, table: Words | null): Rows {
  const plain = nounAfter(tokens, quantity.number[1])
  const head = table && table.length > 0 ? headOfNumber(tokens, quantity, table) : null
  if (head === null || !table || tokens.kind(plain[0]) === tokenKinds.mark) return plain
  const last = tokens.rowAt(table.end[head]! - 1) + 1
  return last > plain[0] ? [plain[0], last] : plain
}

const reach = 8

/** The row in the word table of the noun a number counts; null when the tree names none to its right. */
function headOfNumber(tokens: Tokens, quantity: Quantity, table: Words): number | null {
  let at = table.indexAt(tokens.end[quantity.number[1] - 1]! - 1)
  for (let climbs = 0; climbs < 4 && at < table.length && table.head[at]! >= 0 && table.upos[table.head[at]!] === "NUM"; climbs++)
    at = table.head[at]!
  if (at >= table.length) return null
  const head = table.head[at]!
  if (table.deprel[at]!.startsWith("nummod") && head > at && head - at <= reach && isNoun(table, head)) return head
  const partitive = table
    .childrenOf(at)
    .find(child => child > at && child - at <= reach && table.deprel[child]!.startsWith("nmod") && isNoun(table, child))
  return partitive !== undefined && tokens.lower(quantity.number[1]) === "of" ? partitive : null
}

const isNoun = (table: Words, row: number): boolean => table.upos[row] === "NOUN" || table.upos[row] === "PROPN"

/** Words at which a noun phrase ends. */
export const stops =
  /^(?:was|were|is|are|been|be|have|has|had|in|on|at|from|by|with|and|or|to|for|during|after|before|when|who|which|that|as|said|will|would|could|can|may|did|do|does|into|near|under|over|against|since|until|than|but|while|because|including|died|were|out|off|up|down|a|an|the|his|her|its|their|it|he|she|they|we|you|i|met|towards|toward|about|across|along|among|around|behind|between|beyond|despite|inside|outside|through|throughout|toward|upon|via|within|without|not|also|now|then|there|here|so|if|how|what|why|while|where|whose|just|only|than)$/

/** The words after a number that name what it counts: up to the next verb, preposition or mark; "of the" partitives are stepped over. */
export function nounAfter(tokens: Tokens, row: number): Rows {
  let first = row
  if (tokens.lower(row) === "of" && tokens.gap(row) < gaps.paragraph)
    first = /^(?:the|his|her|its|their|our|those|these)$/.test(tokens.lower(row + 1)) ? row + 2 : row + 1
  let at = first
  for (; at < first + 7; at++) {
    if (tokens.gap(at) === gaps.paragraph || (tokens.kind(at) === tokenKinds.mark && !isInner(tokens, at))) break
    const word = tokens.lower(at)
    if (stops.test(word) || isNumber(tokens, at) || (at > first && wording().after.from(tokens, at) !== null && !isAttribute(tokens, at)))
      break
    if (at === first && wording().after.from(tokens, at) && !isAttribute(tokens, at)) break
  }
  return [first, at]
}

const isInner = (tokens: Tokens, row: number): boolean =>
  /^[-–'’.]$/.test(tokens.form(row)) &&
  tokens.kind(row - 1) === tokenKinds.word &&
  tokens.touches(row) &&
  (tokens.touches(row + 1) || tokens.lower(row - 1).length === 1)

/** "20 wounded soldiers": a participle before the noun belongs to the noun phrase. */
const isAttribute = (tokens: Tokens, row: number): boolean =>
  wording().nouns.from(tokens, row + 1) !== null && !stops.test(tokens.lower(row + 1))
