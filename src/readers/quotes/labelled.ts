import type {Span} from "../../document/span.js"
import {SpanIndex} from "../../document/span-index.js"
import type {Words} from "../../document/words.js"
import type {Name} from "../../language/layers.js"
import type {Draft} from "./draft.js"
import type {Quoted} from "./marks.js"

/** What reading labelled paragraphs needs. */
export interface LabelledContext {
  readonly words: Words
  readonly paragraphs: readonly Span[]
  readonly names: readonly Name[]
  readonly quoted: readonly Quoted[]
}

/** Names that label more paragraphs than this are the turns of a conversation. */
const turnsFrom = 2
/** A headline is at most this long, in words. */
const longestHeadline = 24

/** The quotations that are none of a turn's own marks: a transcript may open every turn with a mark that is never closed. */
export function besideTurns(quoted: readonly Quoted[], turns: readonly Draft[]): Quoted[] {
  const sources = new Set(turns.flatMap(turn => (turn.kind === "direct" && turn.source ? [turn.source.start] : [])))
  return quoted.filter(piece => piece.closed || !sources.has(piece.start))
}

/**
 * Words without quotation marks after a name and a colon: the turns of an interview or transcript ("TAPPER: Will you go?"), which are direct, and
 * headlines ("Rubio: I still believe …"), which are not.
 */
export function readLabelled(context: LabelledContext): Draft[] {
  const {words, paragraphs} = context
  const names = new SpanIndex(context.names.filter(name => /^(?:PER|ORG)$/.test(name.label)))
  const quoted = new SpanIndex(context.quoted)
  const labelled = paragraphs.flatMap(paragraph => labelOf(paragraph, {words, names, quoted}) ?? [])
  return labelled.flatMap(({source, colon, rest}) => {
    const isTurn = labelled.length >= turnsFrom
    const {first, last} = words.rowsIn(rest)
    if (!isTurn && (last - first > longestHeadline || isDateline(words, source))) return []
    const gave = isTurn ? "direct quotation" : "indirect quotation"
    const trace = [{rule: "a name and a colon at the start of a paragraph", span: colon, gave}]
    const common = {content: [rest], cue: colon, source, medium: null, follows: null, trace}
    return [{...common, kind: isTurn ? "direct" : "indirect", confidence: isTurn ? 0.8 : 0.6}]
  })
}

/** "RAIPUR: Police said …": one word in capitals before a single paragraph is where it was written. */
function isDateline(words: Words, source: Span): boolean {
  const {first, last} = words.rowsIn(source)
  return last - first === 1 && !/\p{Ll}/u.test(words.form(first))
}

interface Label {
  readonly source: Span
  readonly colon: Span
  readonly rest: Span
}

interface Finders {
  readonly words: Words
  readonly names: SpanIndex<Name>
  readonly quoted: SpanIndex<Quoted>
}

function labelOf(paragraph: Span, {words, names, quoted}: Finders): Label | null {
  const {first: start, last} = words.rowsIn(paragraph)
  const first = /^(?:["“«]|''|``)$/.test(words.form(start)) ? start + 1 : start
  let colon = first
  while (colon < Math.min(last, first + 5) && /^(?:PROPN|NOUN|ADP|DET)$/.test(words.upos[colon]!)) colon++
  if (colon === first || colon >= last - 2 || words.form(colon) !== ":") return null
  const source = {start: words.start[first]!, end: words.end[colon - 1]!}
  const isNamed = names.overlapping(source).length > 0
  const rest = {start: words.start[colon + 1]!, end: words.end[last - 1]!}
  const isMarked = quoted.overlapping({start: rest.start, end: rest.start + 2}).some(piece => piece.open >= source.end)
  return isNamed && !isMarked && /^\p{Lu}/u.test(words.form(colon + 1))
    ? {source, colon: {start: words.start[colon]!, end: words.end[colon]!}, rest}
    : null
}
