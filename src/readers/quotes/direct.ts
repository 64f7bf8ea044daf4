import type {Span} from "../../document/span.js"
import type {Words} from "../../document/words.js"
import {cueClass} from "./cues.js"
import type {Draft} from "./draft.js"
import type {Quoted} from "./marks.js"
import {mediumAt, sourceAt} from "./source.js"

/** What telling speech from other quotation marks needs. */
export interface DirectContext {
  readonly words: Words
  readonly paragraphs: readonly Span[]
}

const terminal = /[.!?…]/

/** Direct quotations: words between marks with a cue beside them, the pieces that follow them, and paragraphs that carry them on. */
export function readDirect(quoted: readonly Quoted[], context: DirectContext): Draft[] {
  const drafts: Draft[] = []
  let lastAt = -1
  quoted.forEach((piece, index) => {
    const cue = isSpeechLike(piece, context) || endsLikeSpeech(piece, context.words.text) ? cueBeside(quoted, index, context) : -1
    const previous = drafts[drafts.length - 1]
    if (previous && carriesOn(piece, {before: quoted[index - 1], cue, previousCue: previous.cue, text: context.words.text})) previous.content.push({start: piece.start, end: piece.end})
    else if (cue >= 0) drafts.push(withCue(piece, cue, context))
    else if (isSpeechLike(piece, context) && previous && followsOn(piece, {last: quoted[lastAt], context})) {
      if (inOneParagraph(quoted[lastAt]!, piece, context)) previous.content.push({start: piece.start, end: piece.end})
      else drafts.push(continued(piece))
    } else return
    lastAt = index
  })
  return drafts
}

function withCue(piece: Quoted, cueRow: number, {words}: DirectContext): Draft {
  const cue = {start: words.start[cueRow]!, end: words.end[cueRow]!}
  const gave = `direct quotation, cue “${words.form(cueRow)}”`
  return {kind: "direct", content: [{start: piece.start, end: piece.end}], cue, source: sourceAt(words, cueRow), medium: mediumAt(words, cueRow), continues: false, confidence: 0.95, trace: [{rule: "quotation marks beside a cue of data/quotes/cues.tsv", span: cue, gave}]}
}

function continued(piece: Quoted): Draft {
  return {kind: "direct", content: [{start: piece.start, end: piece.end}], cue: null, source: null, medium: null, continues: true, confidence: 0.85, trace: [{rule: "quotation without a cue after a quotation of the same speaker", span: {start: piece.open, end: piece.close}, gave: "continues the utterance"}]}
}

/** At least four words with a verb, or a capital at the start and a full stop, comma or question mark before the closing mark. */
function isSpeechLike(piece: Quoted, {words}: DirectContext): boolean {
  const {first, last} = words.rowsIn(piece)
  let verbs = 0
  for (let row = first; row < last; row++) if (words.upos[row] === "VERB" || words.upos[row] === "AUX") verbs++
  if (verbs > 0 && last - first >= 4) return true
  return endsLikeSpeech(piece, words.text) && /^[\p{Lu}\d[]/u.test(words.text.slice(piece.start, piece.start + 2))
}

function endsLikeSpeech(piece: Quoted, text: string): boolean {
  return /[.,!?…—–-]/.test(text[piece.end - 1] ?? "")
}

/** The row of the reporting verb after or before the marks; −1 when none stands there. */
function cueBeside(quoted: readonly Quoted[], index: number, context: DirectContext): number {
  const after = cueAfter(quoted, index, context)
  return after >= 0 ? after : cueBefore(quoted, index, context)
}

/** `“…,” X said` and `“…,” said X`: in the rest of the sentence, unless the quotation closed a sentence of its own before a new one. */
function cueAfter(quoted: readonly Quoted[], index: number, {words, paragraphs}: DirectContext): number {
  const piece = quoted[index]!
  const limit = Math.min(quoted[index + 1]?.open ?? Infinity, endOfParagraph(paragraphs, piece.close), piece.close + 240)
  const ending = words.text[piece.end - 1] ?? ""
  const {first, last} = words.rowsIn({start: piece.close, end: limit})
  for (let row = first; row < last; row++) {
    if (isSentenceStop(words, row)) break
    if (isReportingVerb(words, row) && words.head[row]! >= -1) return ending === "." && row - first > 8 ? -1 : row
  }
  return -1
}

/** `X said: “…”`, `X said, “…”`, `X said “…”`: right before the marks, at most a comma, colon or addressee between. */
function cueBefore(quoted: readonly Quoted[], index: number, {words, paragraphs}: DirectContext): number {
  const piece = quoted[index]!
  const from = Math.max(quoted[index - 1]?.close ?? 0, startOfParagraph(paragraphs, piece.open), piece.open - 240)
  const {first, last} = words.rowsIn({start: from, end: piece.open})
  const before = words.text.slice(Math.max(from, piece.open - 3), piece.open).trimEnd()
  const introduced = /[,:—–]$/.test(before)
  for (let row = last - 1; row >= first; row--) {
    if (isSentenceStop(words, row)) break
    if (isReportingVerb(words, row)) return introduced || (row === last - 1 && /^\p{Lu}/u.test(words.text.slice(piece.start, piece.start + 2))) ? row : -1
  }
  return -1
}

function isReportingVerb(words: Words, row: number): boolean {
  return words.upos[row] === "VERB" && cueClass(words.lemma[row]!, "quote") !== null
}

function isSentenceStop(words: Words, row: number): boolean {
  return words.upos[row] === "PUNCT" && terminal.test(words.form(row))
}

/** The second half of an interrupted sentence: a comma or dash before, a small letter after the mark. */
function carriesOn(piece: Quoted, {before, cue, previousCue, text}: {before: Quoted | undefined; cue: number; previousCue: Span | null; text: string}): boolean {
  if (!before || !previousCue || before.close > previousCue.start || previousCue.end > piece.open) return false
  const between = text.slice(before.close, piece.open)
  return cue < 0 && between.length < 240 && /[,—–]\s?$/.test(between) && /^[^\p{Lu}]/u.test(text.slice(piece.start, piece.start + 2))
}

/** The next quotation with no cue: in the same paragraph, or opening the next one. */
function followsOn(piece: Quoted, {last, context}: {last: Quoted | undefined; context: DirectContext}): boolean {
  if (!last) return false
  if (piece.continues) return true
  if (inOneParagraph(last, piece, context)) return piece.open - last.close < 400
  const paragraph = paragraphAt(context, piece)
  const lastParagraph = paragraphAt(context, last)
  const start = context.paragraphs[paragraph]?.start ?? 0
  return paragraph === lastParagraph + 1 && context.words.text.slice(start, piece.open).trim() === "" && context.words.text.slice(piece.close, context.paragraphs[paragraph]!.end).trim() === ""
}

function paragraphAt({paragraphs}: DirectContext, piece: Quoted): number {
  return paragraphs.findIndex(span => span.start <= piece.open && piece.open < span.end)
}

function inOneParagraph(a: Quoted, b: Quoted, context: DirectContext): boolean {
  return paragraphAt(context, a) === paragraphAt(context, b)
}

function endOfParagraph(paragraphs: readonly Span[], at: number): number {
  return paragraphs.find(span => span.start <= at && at <= span.end)?.end ?? at
}

function startOfParagraph(paragraphs: readonly Span[], at: number): number {
  return paragraphs.find(span => span.start <= at && at <= span.end)?.start ?? at
}
