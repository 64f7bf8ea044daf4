import type {Span} from "../../document/span.js"
import type {Notice} from "../../document/stage.js"

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

/** Opening marks and what closes them; the second list closes only where none of the first comes before the paragraph ends. */
const closers: Readonly<Record<string, readonly [string[], string[]]>> = {
  "“": [["”"], ['"', "''"]],
  "«": [["»"], []],
  "„": [["“", "”"], ['"']],
  "‘": [["’"], []],
  '"': [['"'], ["”", "''"]],
  "”": [["”"], ['"']],
  "''": [["''"], ['"', "”"]],
  "``": [["''"], ['"']],
  "'": [["'"], []],
  "‹": [["›"], []],
  "「": [["」"], []],
  "『": [["』"], []],
}
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
    if (openBefore && !isContinued) noteUnclosed(openBefore, note)
    found.push(...here.map((quoted, at) => (at === 0 && isContinued ? {...quoted, continues: true} : quoted)))
  })
  const last = found[found.length - 1]
  if (last && !last.closed) noteUnclosed(last, note)
  return found
}

function noteUnclosed(quoted: Quoted, note: Notice): void {
  note({start: quoted.open, end: quoted.open + 1, about: "This quotation mark is never closed; read to the end of the paragraph."})
}

function quotedIn(text: string, paragraph: Span): Quoted[] {
  const found: Quoted[] = []
  for (let at = paragraph.start; at < paragraph.end; at++) {
    const opening = openingAt(text, at)
    if (!opening) continue
    const start = at + opening.length
    const closing = findClosing(text, {from: start, to: paragraph.end, opening})
    if (!closing && (opening === "'" || opening === "‘")) continue
    const end = closing ? closing.at : trimEnd(text, start, paragraph.end)
    found.push({open: at, start, end, close: closing ? closing.at + closing.size : end, closed: closing !== null, continues: false})
    at = closing ? closing.at + closing.size - 1 : paragraph.end
  }
  return found
}

/** The opening mark at this place. A straight or single mark opens only before a word and after a space, bracket or dash. */
function openingAt(text: string, at: number): string | null {
  const two = text.slice(at, at + 2)
  const mark = two === "''" || two === "``" ? two : text[at]!
  if (!closers[mark]) return null
  if (mark === "”") return at === 0 || text[at - 1] === "\n" ? mark : null
  if (mark !== '"' && mark !== "‘" && mark !== "'" && mark !== "''") return mark
  const isFree = !letter.test(text[at - 1] ?? " ") && !/\s/.test(text[at + mark.length] ?? " ")
  return isFree && (mark !== "'" || /^[\s([—–]?$/.test(text[at - 1] ?? "")) ? mark : null
}

interface Closing {
  readonly at: number
  readonly size: number
}

function findClosing(text: string, range: {from: number; to: number; opening: string}): Closing | null {
  const [usual, makeshift] = closers[range.opening]!
  const found = closingOf(text, {...range, marks: usual})
  const other = makeshift.length > 0 ? closingOf(text, {...range, to: found?.at ?? range.to, marks: makeshift}) : null
  return other && (!found || /[,.!?]/.test(text[other.at - 1]!)) ? other : found
}

function closingOf(text: string, range: {from: number; to: number; opening: string; marks: readonly string[]}): Closing | null {
  let depth = 0
  for (let at = range.from; at < range.to; at++) {
    const mark = range.marks.find(one => text.startsWith(one, at))
    if (!mark && text.startsWith(range.opening, at) && range.opening !== "'") depth++
    if (!mark || !closesHere(text, at, mark)) continue
    if (depth === 0) return {at, size: mark.length}
    depth--
  }
  return null
}

/** An apostrophe inside or at the end of a word does not close a single quotation. */
function closesHere(text: string, at: number, mark: string): boolean {
  if (mark !== "’" && mark !== "'") return true
  return !letter.test(text[at + 1] ?? " ") && !/s/.test(text[at - 1] ?? " ") && (mark === "’" || /[.,!?]/.test(text[at - 1] ?? ""))
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
