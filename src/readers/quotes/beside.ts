import {countWhile} from "../../document/count-while.js"
import type {Span} from "../../document/span.js"
import type {Words} from "../../document/words.js"
import {childBy} from "../../language/clause.js"
import {cueClass} from "./cues.js"
import type {Quoted} from "./marks.js"
import type {QuoteNetwork} from "./network.js"

/** What telling speech from other quotation marks needs. */
export interface DirectContext {
  readonly words: Words
  readonly paragraphs: readonly Span[]
  readonly network: QuoteNetwork
}

/** Does the quotation begin a sentence: at the paragraph's start, or after a stop, a colon, a dash or another quotation? */
export function startsSentence(piece: Quoted, {words, paragraphs}: DirectContext): boolean {
  const start = paragraphs[paragraphAt(paragraphs, piece.open)]?.start ?? 0
  const before = words.text.slice(Math.max(start, piece.open - 40), piece.open).trimEnd()
  return before === "" || /[.!?:…”"’)—–\]]$/.test(before)
}

/** At least four words with a verb, or a capital at the start and a full stop, comma or question mark before the closing mark. */
export function isSpeechLike(piece: Quoted, {words}: DirectContext): boolean {
  const {first, last} = words.rowsIn(piece)
  let verbs = 0
  for (let row = first; row < last; row++) if (words.upos[row] === "VERB" || words.upos[row] === "AUX") verbs++
  if (verbs > 0 && last - first >= 4) return true
  return endsLikeSpeech(piece, words.text) && /^[\p{Lu}\d[]/u.test(words.text.slice(piece.start, piece.start + 2))
}

export function endsLikeSpeech(piece: Quoted, text: string): boolean {
  return /[.,!?…—–-]/.test(text.slice(piece.start, piece.end).trimEnd().slice(-1))
}

/** The row of the reporting verb after or before the marks; −1 when none stands there. */
export function cueBeside(quoted: readonly Quoted[], index: number, context: DirectContext): number {
  const piece = quoted[index]!
  const free = startsSentence(piece, context) && (isSpeechLike(piece, context) || endsLikeSpeech(piece, context.words.text))
  const before = cueBefore(quoted, index, context)
  if (before >= 0 && isIntroduced(piece, context.words.text)) return before
  const after = free ? cueAfter(quoted, index, context) : -1
  return after >= 0 ? after : before
}

/** `“…,” X said` and `“…,” said X`: in the rest of the sentence, unless the quotation closed a sentence of its own before a new one. */
function cueAfter(quoted: readonly Quoted[], index: number, {words, paragraphs, network}: DirectContext): number {
  const piece = quoted[index]!
  const limit = Math.min(quoted[index + 1]?.open ?? Infinity, endOfParagraph(paragraphs, piece.close), piece.close + 240)
  const ending = words.text.slice(piece.start, piece.end).trimEnd().slice(-1)
  const {first, last} = words.rowsIn({start: piece.close, end: limit})
  for (let row = first; row < last; row++) {
    if (isStop(words, row)) break
    if (!isReportingVerb(words, row, network)) continue
    if (ending === "." && introducesNext(row, quoted[index + 1], words)) return -1
    const starts =
      ending === "." && /^\p{Lu}/u.test(words.form(first)) && words.deprel[row] === "root" && !/^[.?!"”]?$/.test(words.form(row + 1))
    return starts && (row - first > 8 || /^(?:PRON|DET)$/.test(words.upos[first]!)) ? -1 : row
  }
  return -1
}

/** `“….” To which she said, “…”`: after a full stop inside the marks the cue right before the next ones is theirs. */
function introducesNext(row: number, next: Quoted | undefined, {text, end}: Words): boolean {
  return next !== undefined && next.open - end[row]! < 4 && /^[,:]\s*$/.test(text.slice(end[row]!, next.open))
}

/** `X said: “…”`, `X said, “…”`, `X said “…”`: right before the marks, at most a comma, colon or addressee between. */
function cueBefore(quoted: readonly Quoted[], index: number, {words, paragraphs, network}: DirectContext): number {
  const piece = quoted[index]!
  const from = Math.max(quoted[index - 1]?.close ?? 0, startOfIntroduction(paragraphs, piece.open, words.text), piece.open - 240)
  const {first, last} = words.rowsIn({start: from, end: piece.open})
  const introduced = isIntroduced(piece, words.text)
  for (let row = last - 1; row >= first; row--) {
    if (isStop(words, row)) break
    if (!isReportingVerb(words, row, network)) continue
    if (introduced) return row
    const isBare = row === last - 1 && isWhole(piece, words) && cueClass(words.lemma[row]!, "quote") !== null
    return isBare ? row : -1
  }
  return -1
}

const isIntroduced = (piece: Quoted, text: string): boolean => /[,:—–]$/.test(text.slice(Math.max(0, piece.open - 6), piece.open).trimEnd())

/** Begins with a capital, or is all that the sentence still says: `said “no more than 20.”` */
function isWhole(piece: Quoted, words: Words): boolean {
  if (/^[\p{Lu}[]/u.test(words.text.slice(piece.start, piece.start + 2))) return true
  return (
    /^\s*(?:[.,;!?]|$)/.test(words.text.slice(piece.close, piece.close + 3)) || /[.,!?]$/.test(words.text.slice(piece.start, piece.end))
  )
}

export function isReportingVerb(words: Words, row: number, network: QuoteNetwork): boolean {
  if (words.upos[row] !== "VERB") return false
  if (cueClass(words.lemma[row]!, "quote") !== null || network.at(row, "cue") > 0.6) return true
  const object = words.lemma[row] === "put" ? childBy(words, row, "obj") : -1
  return object >= 0 && words.lemma[object] === "it"
}

export function isStop(words: Words, row: number): boolean {
  return words.upos[row] === "PUNCT" && /[.!?…]/.test(words.form(row))
}

function endOfParagraph(paragraphs: readonly Span[], at: number): number {
  return paragraphs[paragraphAt(paragraphs, at)]?.end ?? at
}

/** Index of the paragraph that a place lies in or ends; −1 for none. */
export function paragraphAt(paragraphs: readonly Span[], at: number): number {
  const begun = countWhile(paragraphs, paragraph => paragraph.start <= at)
  return begun > 0 && at <= paragraphs[begun - 1]!.end ? begun - 1 : -1
}

/** Where the words that can introduce a quotation begin: its paragraph, or the paragraph before when that ends with a colon and the quotation opens the next one. */
export function startOfIntroduction(paragraphs: readonly Span[], at: number, text: string): number {
  const index = paragraphAt(paragraphs, at)
  const own = paragraphs[index]?.start ?? at
  const before = paragraphs[index - 1]
  const follows =
    before && text.slice(own, at).trim() === "" && /:\s{0,3}$/.test(text.slice(Math.max(before.start, before.end - 4), before.end))
  return follows ? before.start : own
}
