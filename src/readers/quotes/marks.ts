import type {Notice} from "../../document/stage.js"
import type {Span} from "../../document/span.js"

/** A stretch between quotation marks: `start`/`end` are the words inside, without the marks. */
export interface Quoted extends Span {
  /** Where the opening mark stands. */
  readonly open: number
  /** Index after the closing mark; equal to `end` when it is never closed. */
  readonly close: number
  readonly closed: boolean
  /** Opens like the quotation before it, which was not closed: the next paragraph of a long quotation. */
  readonly continues: boolean
}

const closers: Readonly<Record<string, string>> = {"“": "”", "«": "»", "„": "“”", "‘": "’", '"': '"', "‹": "›", "「": "」", "『": "』"}
const letter = /[\p{L}\p{N}]/u

/**
 * The quotations of a text, outermost only, by paragraph: curly, straight, guillemets, single. A quotation that a paragraph does not close ends with
 * the paragraph; when the next one opens again it continues, else a note says that it is never closed.
 */
export function findQuoted(text: string, paragraphs: readonly Span[], note: Notice): Quoted[] {
  const found: Quoted[] = []
  paragraphs.forEach((paragraph, index) => {
    const before = found[found.length - 1]
    const openBefore = before && !before.closed && before.end >= (paragraphs[index - 1]?.end ?? 0) ? before : null
    const here = quotedIn(text, paragraph)
    const first = here[0]
    const isContinued = openBefore !== null && first !== undefined && first.open === firstInk(text, paragraph)
    if (openBefore && !isContinued) note({start: openBefore.open, end: openBefore.open + 1, about: "This quotation mark is never closed; read to the end of the paragraph."})
    found.push(...here.map((quoted, at) => (at === 0 && isContinued ? {...quoted, continues: true} : quoted)))
  })
  const last = found[found.length - 1]
  if (last && !last.closed) note({start: last.open, end: last.open + 1, about: "This quotation mark is never closed; read to the end of the paragraph."})
  return found
}

function quotedIn(text: string, paragraph: Span): Quoted[] {
  const found: Quoted[] = []
  for (let at = paragraph.start; at < paragraph.end; at++) {
    const closing = closers[text[at]!]
    if (!closing || !opensHere(text, at)) continue
    const end = findClosing(text, {from: at + 1, to: paragraph.end, closing, opening: text[at]!})
    const closed = end >= 0
    const last = closed ? end : trimEnd(text, at + 1, paragraph.end)
    found.push({open: at, start: at + 1, end: last, close: closed ? last + 1 : last, closed, continues: false})
    at = closed ? last : paragraph.end
  }
  return found
}

/** A straight or single mark opens only before a word and after a space or bracket. */
function opensHere(text: string, at: number): boolean {
  const mark = text[at]!
  if (mark !== '"' && mark !== "‘") return true
  const before = text[at - 1] ?? " "
  return !letter.test(before) && !/\s/.test(text[at + 1] ?? " ")
}

function findClosing(text: string, range: {from: number; to: number; closing: string; opening: string}): number {
  let depth = 0
  for (let at = range.from; at < range.to; at++) {
    const mark = text[at]!
    if (mark === range.opening && !range.closing.includes(mark)) depth++
    if (!range.closing.includes(mark) || !closesHere(text, at)) continue
    if (depth === 0) return at
    depth--
  }
  return -1
}

/** An apostrophe inside or at the end of a word does not close a single quotation. */
function closesHere(text: string, at: number): boolean {
  const mark = text[at]!
  if (mark !== "’") return true
  return !letter.test(text[at + 1] ?? " ") && !/s/.test(text[at - 1] ?? " ")
}

function trimEnd(text: string, from: number, to: number): number {
  let end = to
  while (end > from && /\s/.test(text[end - 1]!)) end--
  return end
}

function firstInk(text: string, span: Span): number {
  let at = span.start
  while (at < span.end && /\s/.test(text[at]!)) at++
  return at
}
