import type {Span} from "../document/span.js"
import {endOfAddress} from "./addresses.js"
import {isDigitAt, isLetterAt, isWordAt, kindOf, kinds} from "./characters.js"
import {readLetters} from "./letters.js"
import {readMark} from "./marks.js"
import {readNumeral} from "./numerals.js"
import {Scan} from "./scan.js"
import {spellings} from "./spellings.js"

/** Where the words of a text lie: columns of UTF-16 indexes, ascending, never overlapping, never empty. */
export interface WordSpans {
  readonly start: readonly number[]
  readonly end: readonly number[]
  /** For each paragraph the row of its first word; one number more at the end. */
  readonly firstOf: readonly number[]
}

/**
 * Splits paragraphs into words as UD English does: `do|n't`, `Kerry|'s`, `$|60`, `long|-|term`, `U.S.` whole.
 * Time grows with the length of the text, whatever it holds.
 */
export function splitWords(text: string, paragraphs: readonly Span[]): WordSpans {
  const scan = new Scan(text)
  const firstOf: number[] = []
  for (const paragraph of paragraphs) {
    firstOf.push(scan.starts.length)
    scan.paragraphEnd = paragraph.end
    readParagraph(scan, paragraph)
  }
  firstOf.push(scan.starts.length)
  return {start: scan.starts, end: scan.ends, firstOf}
}

function readParagraph(scan: Scan, paragraph: Span): void {
  const {text} = scan
  let at = paragraph.start
  while (at < paragraph.end) {
    if (kindOf(text.charCodeAt(at)) === kinds.space) at++
    else at = readChunk(scan, at)
  }
}

function readChunk(scan: Scan, start: number): number {
  const {text} = scan
  let end = start
  let plain = true
  let address = false
  while (end < scan.paragraphEnd) {
    const code = text.charCodeAt(end)
    const kind = kindOf(code)
    if (kind === kinds.space) break
    if (kind !== kinds.letter) plain = false
    if ((code === 46 || code === 64 || code === 47) && isWordAt(text, end + 1)) address = true
    else if (code === 47) address = true
    end++
  }
  scan.chunkStart = start
  scan.chunkEnd = end
  scan.mayHoldAddress = address
  if (plain) return readLetters(scan, start)
  let at = start
  while (at < end) at = readNext(scan, at)
  return end
}

function readNext(scan: Scan, at: number): number {
  const {text, chunkEnd} = scan
  const whole = endOfWhole(scan, at)
  if (whole > at) return scan.emit(at, whole)
  if (scan.mayHoldAddress && (at === scan.chunkStart || !isWordAt(text, at - 1))) {
    const end = isWordAt(text, at) ? endOfAddress(text, at, chunkEnd) : -1
    if (end > at) return scan.emit(at, end)
  }
  if (isDigitAt(text, at)) return readNumeral(scan, at)
  if (isLetterAt(text, at) || isWordAt(text, at)) return readLetters(scan, at)
  return readMark(scan, at)
}

/** A listed word with marks inside, as ":)" or "C++", where it stands alone. */
function endOfWhole(scan: Scan, at: number): number {
  const {text, chunkStart, chunkEnd} = scan
  if (at !== chunkStart && isWordAt(text, at) && isWordAt(text, at - 1)) return -1
  const forms = spellings().whole.get(text[at]!)
  if (!forms) return -1
  for (const form of forms) {
    if (!text.startsWith(form, at)) continue
    const end = at + form.length
    const free = !isWordAt(text, end) || !isWordAt(text, end - 1)
    const alone = isWordAt(text, at) || at === chunkStart
    if (end <= chunkEnd && free && alone && !(end < chunkEnd && form.length === 2 && isWordAt(text, end))) return end
  }
  return -1
}
