import {type Span, trimSpan} from "../document/span.js"

/** Lines longer than this were not wrapped by hand or by a mail program. */
const widestWrap = 100
const lineEnds = /\r\n|[\n\r\f\u0085\u2028\u2029]/g

/**
 * The paragraphs of a text, without white space at their ends: blocks between blank lines, cut also at line ends that
 * do not come from wrapping. Empty ones are left out.
 */
export function readParagraphs(text: string): Span[] {
  const found: Span[] = []
  let block: Span[] = []
  for (const line of linesOf(text)) {
    if (line.end > line.start) block.push(line)
    else block = closeBlock(text, block, found)
  }
  closeBlock(text, block, found)
  return found
}

function linesOf(text: string): Span[] {
  const lines: Span[] = []
  let start = 0
  for (const match of text.matchAll(lineEnds)) {
    lines.push(trimSpan(text, {start, end: match.index}))
    start = match.index + match[0].length
  }
  lines.push(trimSpan(text, {start, end: text.length}))
  return lines
}

function closeBlock(text: string, lines: readonly Span[], found: Span[]): Span[] {
  const width = lines.reduce((widest, line) => Math.max(widest, line.end - line.start), 0)
  const wrapped = lines.length > 1 && width <= widestWrap && looksWrapped(text, lines, width)
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    const last = found.at(-1)
    if (i > 0 && last && wrapped && continues(text, {before: lines[i - 1]!, line, width}))
      found[found.length - 1] = {start: last.start, end: line.end}
    else found.push(line)
  }
  return []
}

/** Wrapped text breaks off inside sentences: most lines that run on to the edge do not end with a stop. */
function looksWrapped(text: string, lines: readonly Span[], width: number): boolean {
  let open = 0
  let edge = 0
  for (let i = 0; i + 1 < lines.length; i++) {
    if (wouldHaveFitted(text, {before: lines[i]!, line: lines[i + 1]!, width})) continue
    edge++
    if (!endsWithStop(text, lines[i]!)) open++
  }
  return width > 30 && open * 2 >= edge && open > 0
}

interface Break {
  readonly before: Span
  readonly line: Span
  readonly width: number
}

function continues(text: string, gap: Break): boolean {
  return !wouldHaveFitted(text, gap) && !isItem(text, gap.line)
}

/** Would the next line's first word have fitted behind this line? Then the writer meant the break. */
function wouldHaveFitted(text: string, {before, line, width}: Break): boolean {
  let end = line.start
  while (end < line.end && end - line.start < 60 && text[end] !== " ") end++
  return before.end - before.start + 1 + (end - line.start) < width - 2
}

function endsWithStop(text: string, line: Span): boolean {
  return ".!?:”\"’'".includes(text[line.end - 1]!)
}

function isItem(text: string, line: Span): boolean {
  return /^(?:[-*•–]|\d{1,2}[.)]|\(?[a-z]\))\s/.test(text.slice(line.start, line.start + 6))
}
