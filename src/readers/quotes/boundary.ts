import type {Sentence, Words} from "../../document/words.js"
import {cueClass} from "./cues.js"
import type {QuoteNetwork} from "./network.js"
import {type Rows, trimmedRows} from "./rows.js"

/** How much better (in log odds) the network must like another end than the one the tree gives; an end with no comma on the way to it counts nearly as much. */
const treeIsTrusted = 3
const openEnd = 2
/** Below this mean the network does not see the content at all, so it has no say about its end. */
const seen = 0.5

/**
 * Where a reported clause ends: the tree's end, or a comma, dash or semicolon where the network sees the content end: "…, adding that", "…, as he left".
 * Rows of the sentence after `limit` are never taken.
 */
export function settleEnd(words: Words, piece: Rows, {network, sentence}: {network: QuoteNetwork; sentence: Sentence}): Rows {
  const head = {first: piece.first, last: Math.min(piece.last, piece.first + 5)}
  if (network.mean([head], "content") < seen) return piece
  let best = piece.last
  let most = Number.NEGATIVE_INFINITY
  let gathered = 0
  const run = endOfRun(words, piece.last, sentence)
  for (let row = piece.first; row < sentence.last; row++) {
    gathered += network.leaning(row)
    const end = row + 1
    if (end !== piece.last && !(end > piece.first + 2 && mayEnd(words, end, {sentence, piece}))) continue
    const score = gathered + (end === piece.last ? treeIsTrusted : end === run ? openEnd : 0)
    if (score > most) {
      most = score
      best = end
    }
  }
  return trimmedRows(words, {first: piece.first, last: best})[0] ?? piece
}

/** A content may end before a comma, dash, semicolon or bracket, and before the sentence's last mark, but not inside a list. */
function mayEnd(words: Words, end: number, {sentence, piece}: {sentence: Sentence; piece: Rows}): boolean {
  if (end >= sentence.last - 1) return true
  if (!/^(?:[,;:—–(]|--)$/.test(words.form(end))) return false
  return end >= piece.last || !isListed(words, end, piece)
}

/** Does the comma at this row part the members of a list: nouns, adjectives, infinitives? */
function isListed(words: Words, comma: number, piece: Rows): boolean {
  for (let row = comma + 1; row < piece.last; row++) {
    const head = words.head[row]!
    if (words.deprel[row] === "conj" && head < comma && head >= piece.first && !/^VB[DPZ]$/.test(words.xpos[row]!)) return true
    if (words.form(row) === ",") return false
  }
  return false
}

/** The end of the words that go on behind a row without a comma or other mark. */
function endOfRun(words: Words, from: number, sentence: Sentence): number {
  let end = from
  while (end < sentence.last && words.upos[end] !== "PUNCT") end++
  return end
}

/**
 * The row before which a content ends because its speaker goes on to say something else: ", adding that …", and, after an infinitive, "and calls on …".
 * The tree often hangs those words below the content. `last` when nothing of the kind comes.
 */
export function nextCue(words: Words, {first, last}: Rows, network: QuoteNetwork): number {
  const isInfinitive = words.form(first).toLowerCase() === "to"
  for (let row = first + 2; row < last; row++) {
    const before = words.form(row - 1).toLowerCase()
    const adds = before === "," && words.xpos[row] === "VBG" && cueClass(words.lemma[row]!, "quote") === "speech"
    const turns =
      /^(?:and|but|or)$/.test(before) &&
      /^VB[DZP]$/.test(words.xpos[row]!) &&
      isCue(words, row) &&
      (isInfinitive || network.at(row, "content") < 0.4)
    if (adds || turns) return row - 1
  }
  return last
}

const isCue = (words: Words, row: number): boolean =>
  words.upos[row] === "VERB" &&
  (["quote", "that", "to", "obj", "thing", "as"] as const).some(frame => cueClass(words.lemma[row]!, frame) !== null)
