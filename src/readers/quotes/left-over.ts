import type {Span} from "../../document/span.js"
import {type DirectContext, isSpeechLike, paragraphAt, startsSentence} from "./beside.js"
import {type Contents, contentsOf, type Draft, startOf} from "./draft.js"
import type {Quoted} from "./marks.js"

/** How sure the network must be of a quotation that nobody in its paragraph is said to have spoken. */
const sure = 0.6

/**
 * Quotations of whole sentences that no cue stands beside: signed ones (“…” — Ann Lee), those that follow a report in their paragraph and go on with it,
 * and those that the network is sure of, whose speaker stays unknown.
 */
export function readLeftOver(quoted: readonly Quoted[], drafts: readonly Draft[], context: DirectContext): Draft[] {
  const found: Draft[] = []
  const spoken = contentsOf(drafts)
  for (const piece of quoted) {
    if (!(startsSentence(piece, context) || startsLine(piece, context)) || !isSpeechLike(piece, context)) continue
    if (spoken.overlapping(piece).length > 0) continue
    const draft = signed(piece, context) ?? following(piece, spoken, context) ?? unknown(piece, context)
    if (!draft) continue
    found.push(draft)
    for (const {start, end} of draft.content) spoken.add({start, end, draft})
  }
  return found
}

const paragraphOf = (piece: Span & {readonly open: number}, {paragraphs}: DirectContext): Span | undefined =>
  paragraphs[paragraphAt(paragraphs, piece.open)]

function startsLine(piece: Quoted, {words}: DirectContext): boolean {
  const before = words.text.slice(Math.max(0, piece.open - 8), piece.open)
  return before.slice(before.trimEnd().length).includes("\n")
}

function endOfLine(text: string, from: number, to: number): number {
  const end = text.slice(from, to).indexOf("\n")
  return end < 0 ? to : from + end
}

/** `“…” — Ann Lee`: a dash and a name to the end of the line. */
function signed(piece: Quoted, context: DirectContext): Draft | null {
  const {words} = context
  const end = endOfLine(words.text, piece.close, paragraphOf(piece, context)?.end ?? piece.close)
  const {first, last} = words.rowsIn({start: piece.close, end})
  if (last - first < 2 || last - first > 14 || !/^(?:[―—–-]|--)$/.test(words.form(first))) return null
  const rows = Array.from({length: last - first - 1}, (_, at) => first + 1 + at)
  if (!rows.some(row => words.upos[row] === "PROPN") || rows.some(row => words.upos[row] === "VERB")) return null
  const ends = rows.filter(row => words.upos[row] !== "PUNCT")
  const source = {start: words.start[ends[0]!]!, end: words.end[ends.at(-1)!]!}
  return drafted(piece, {source, follows: null, confidence: 0.8, rule: "a dash and a name behind a quotation"})
}

/** `She felt that … she said. “…”`: the report before it in the paragraph, when it ends there. */
function following(piece: Quoted, spoken: Contents, context: DirectContext): Draft | null {
  const paragraph = paragraphOf(piece, context)
  const drafts = paragraph ? [...new Set(spoken.overlapping(paragraph).map(({draft}) => draft))] : []
  const before = drafts.filter(
    draft => paragraph && startOf(draft) >= paragraph.start && startOf(draft) < piece.open && draft.source && draft.kind !== "act",
  )
  const last = before.reduce<Draft | null>((best, draft) => (best && endOf(best) >= endOf(draft) ? best : draft), null)
  if (!last || piece.open - endOf(last) > 200) return null
  return drafted(piece, {
    source: last.source,
    follows: last,
    confidence: 0.65,
    rule: "a quotation without a cue after a report in its paragraph",
  })
}

const endOf = (draft: Draft): number => Math.max(...[...draft.content, ...(draft.cue ? [draft.cue] : [])].map(span => span.end))

function unknown(piece: Quoted, {words, network}: DirectContext): Draft | null {
  const confidence = network.mean([words.rowsIn(piece)], "content")
  return confidence < sure
    ? null
    : drafted(piece, {source: null, follows: null, confidence: 0.5, rule: "the network reads these words as quoted"})
}

function drafted(piece: Quoted, {rule, ...part}: Pick<Draft, "source" | "follows" | "confidence"> & {rule: string}): Draft {
  const trace = [{rule, span: {start: piece.open, end: piece.close}, gave: "direct quotation"}]
  return {kind: "direct", content: [{start: piece.start, end: piece.end}], cue: null, medium: null, ...part, trace}
}
