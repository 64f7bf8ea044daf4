import type {Span} from "../../document/span.js"
import type {Words} from "../../document/words.js"
import {
  cueBeside,
  type DirectContext,
  endsLikeSpeech,
  isSpeechLike,
  isStop,
  paragraphAt,
  startOfIntroduction,
  startsSentence,
} from "./beside.js"
import type {Draft} from "./draft.js"
import type {Quoted} from "./marks.js"
import {mediumAt, sourceBeside, sourceSpan, speakerAt} from "./source.js"

/** Direct quotations: words between marks with a cue beside them, the pieces that follow them, and paragraphs that carry them on. */
export function readDirect(quoted: readonly Quoted[], context: DirectContext): Draft[] {
  const drafts: Draft[] = []
  let lastAt = -1
  quoted.forEach((piece, index) => {
    const cue = cueBeside(quoted, index, context)
    const previous = drafts[drafts.length - 1]
    const last = quoted[lastAt]
    if (
      previous &&
      carriesOn(piece, {
        before: quoted[index - 1],
        cue: cue >= 0 && previous.cue && context.words.start[cue] === previous.cue.start ? -1 : cue,
        previousCue: previous.cue,
        text: context.words.text,
      })
    )
      previous.content.push({start: piece.start, end: piece.end})
    else if (cue >= 0) drafts.push(withCue(piece, cue, context))
    else if (previous && last && isSpeechLike(piece, context) && followsOn(piece, {last, previous, context})) {
      if (isNext(piece, {last, previous, context})) previous.content.push({start: piece.start, end: piece.end})
      else drafts.push(continued(piece, previous))
    } else if (named(piece, context)) drafts.push(named(piece, context)!)
    else return
    lastAt = index
  })
  return drafts
}

function withCue(piece: Quoted, cueRow: number, {words}: DirectContext): Draft {
  const cue = {start: words.start[cueRow]!, end: words.end[cueRow]!}
  const gave = `direct quotation, cue “${words.form(cueRow)}”`
  return {
    kind: "direct",
    content: [{start: piece.start, end: piece.end}],
    cue,
    source: sourceBeside(words, cueRow, piece),
    medium: mediumAt(words, cueRow),
    follows: null,
    confidence: 0.95,
    trace: [{rule: "quotation marks beside a cue of data/quotes/cues.tsv", span: cue, gave}],
  }
}

function continued(piece: Quoted, previous: Draft): Draft {
  return {
    kind: "direct",
    content: [{start: piece.start, end: piece.end}],
    cue: null,
    source: previous.source,
    medium: null,
    follows: previous,
    confidence: 0.85,
    trace: [
      {
        rule: "quotation without a cue after a quotation of the same speaker",
        span: {start: piece.open, end: piece.close},
        gave: "continues the utterance",
      },
    ],
  }
}

/** `The report: “…”`, `Ann Lee, mayor: “…”`, `The bank released this statement: “…”`: a colon, and a name or a subject before it. */
function named(piece: Quoted, context: DirectContext): Draft | null {
  const {words, paragraphs} = context
  const start = startOfIntroduction(paragraphs, piece.open, words.text)
  const colon = words.indexAt(piece.open) - 1
  if (colon < 1 || words.form(colon) !== ":" || !isSpeechLike(piece, context)) return null
  let first = colon
  while (
    first > 0 &&
    words.start[first - 1]! >= start &&
    !isStop(words, first - 1) &&
    !/^[-–—]$/.test(words.form(first - 1)) &&
    colon - first < 14
  )
    first--
  const rows = Array.from({length: colon - first}, (_, at) => first + at)
  const source = rows.some(row => words.upos[row] === "VERB" || words.upos[row] === "AUX")
    ? subjectBefore(words, colon)
    : nameIn(words, first, colon)
  if (!source) return null
  const cue = {start: words.start[colon]!, end: words.end[colon]!}
  return {
    kind: "direct",
    content: [{start: piece.start, end: piece.end}],
    cue,
    source,
    medium: null,
    follows: null,
    confidence: 0.8,
    trace: [{rule: "a name and a colon before quotation marks", span: cue, gave: "direct quotation"}],
  }
}

function nameIn(words: Words, first: number, last: number): Span | null {
  for (let row = first; row < last; row++)
    if (words.upos[row] === "PROPN" || words.upos[row] === "NOUN") return {start: words.start[first]!, end: words.end[last - 1]!}
  return null
}

/** The subject of the sentence that a colon ends. */
function subjectBefore(words: Words, colon: number): Span | null {
  let root = colon - 1
  for (let steps = 0; steps < 40 && words.head[root]! >= 0 && words.sentence[words.head[root]!] === words.sentence[colon - 1]; steps++)
    root = words.head[root]!
  const speaker = speakerAt(words, root)
  return speaker >= 0 && speaker < colon ? sourceSpan(words, speaker) : null
}

/** The second half of an interrupted sentence: a comma or dash before, a small letter after the mark. */
function carriesOn(
  piece: Quoted,
  {before, cue, previousCue, text}: {before: Quoted | undefined; cue: number; previousCue: Span | null; text: string},
): boolean {
  if (!before || !previousCue || before.close > previousCue.start || previousCue.end > piece.open) return false
  const between = text.slice(before.close, piece.open)
  return cue < 0 && between.length < 240 && /[,—–:]\s?$/.test(between) && !/[.!?]\s/.test(between)
}

interface Following {
  readonly last: Quoted
  readonly previous: Draft
  readonly context: DirectContext
}

/** The next quotation with no cue: in the same paragraph, or opening the next one. */
function followsOn(piece: Quoted, {last, context}: Following): boolean {
  if (piece.continues) return true
  if (!startsSentence(piece, context) || !endsLikeSpeech(piece, context.words.text)) return false
  if (paragraphAt(context.paragraphs, last.open) === paragraphAt(context.paragraphs, piece.open)) return piece.open - last.close < 400
  const paragraph = paragraphAt(context.paragraphs, piece.open)
  const start = context.paragraphs[paragraph]?.start ?? 0
  const isAlone =
    context.words.text.slice(start, piece.open).trim() === "" &&
    context.words.text.slice(piece.close, context.paragraphs[paragraph]!.end).trim() === ""
  return paragraph === paragraphAt(context.paragraphs, last.open) + 1 && isAlone
}

/** In the same paragraph, with nothing but the rest of the cue's sentence between. */
function isNext(piece: Quoted, {last, previous, context}: Following): boolean {
  if (paragraphAt(context.paragraphs, last.open) !== paragraphAt(context.paragraphs, piece.open)) return false
  const {words} = context
  const between = words.rowsIn({start: Math.max(last.close, previous.cue?.end ?? 0), end: piece.open})
  let stops = 0
  for (let row = between.first; row < between.last; row++) if (isStop(words, row)) stops++
  return stops <= 1
}
