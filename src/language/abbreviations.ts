import {endOfRun, isDigitAt, isLetterAt, isUpper, kindOf, kinds} from "./characters.js"
import type {Scan} from "./scan.js"
import {spellings} from "./spellings.js"

/** Letters with a stop after each: U.S., p.m, L.L.C. Gives the end of the last letter or stop, −1 when there is none or one. */
export function endOfInitials(text: string, at: number, limit: number): number {
  let end = at
  let count = 0
  while (end < limit && isLetterAt(text, end) && text[end + 1] === "." && end + 1 < limit) {
    end += 2
    count++
  }
  if (count === 0) return -1
  const single = end < limit && isLetterAt(text, end) && endOfRun(text, end, limit) === end + 1
  if (single) return end + 1
  return count > 1 ? end : -1
}

/** Does the stop at `stop` belong to the initials read before it? "U.S." keeps it always, "p.m." gives it to the end of a paragraph. */
export function keepsLastStop(scan: Scan, start: number, stop: number): boolean {
  const twoCapitals = stop - start === 3 && isUpper(scan.text, start) && isUpper(scan.text, start + 2)
  return twoCapitals || scan.text[stop + 1] === "." || isLatin(scan.text, start) || !endsSentence(scan, stop + 1)
}

/** "e.g." and "i.e." never end a sentence. */
function isLatin(text: string, start: number): boolean {
  const form = text.slice(start, start + 3).toLowerCase()
  return form === "e.g" || form === "i.e"
}

/** Does the stop at `stop` belong to the word [start, stop) because it is an abbreviation or an initial? */
export function isAbbreviated(scan: Scan, start: number, stop: number): boolean {
  const {text} = scan
  const length = stop - start
  if (length > 8) return false
  if (length === 1 && isUpper(text, start)) return isInitial(scan, start, stop)
  const kind = spellings().abbreviations.get(text.slice(start, stop))
  if (!kind) return false
  const next = nextVisible(scan, stop + 1)
  if (kind === "title") return next < scan.paragraphEnd || isLetterAt(text, stop + 1)
  if (kind === "number") return isDigitAt(text, next) || isRoman(text, next, scan.paragraphEnd)
  return !endsSentence(scan, stop + 1)
}

/** A capital with a stop before a name. "Plan B. The" ends a sentence. */
function isInitial(scan: Scan, start: number, stop: number): boolean {
  const {text} = scan
  const next = nextVisible(scan, stop + 1)
  if (next >= scan.paragraphEnd || !isUpper(text, next))
    return next < scan.paragraphEnd && ",;".includes(text[next]!) && text[start] !== "I"
  if (opensSentence(scan, next)) return false
  return text[start] !== "I" || afterCapital(scan)
}

function afterCapital(scan: Scan): boolean {
  const last = scan.starts.at(-1)
  return last !== undefined && isUpper(scan.text, last)
}

/** Does the sentence end at `at`, as far as spelling shows: end of the paragraph, or a word that opens sentences? */
function endsSentence(scan: Scan, at: number): boolean {
  const next = nextVisible(scan, at)
  return next >= scan.paragraphEnd || opensSentence(scan, next)
}

function opensSentence(scan: Scan, at: number): boolean {
  if (!isUpper(scan.text, at)) return false
  const end = endOfRun(scan.text, at, Math.min(scan.paragraphEnd, at + 14))
  return spellings().openers.has(scan.text.slice(at, end))
}

function isRoman(text: string, at: number, limit: number): boolean {
  const end = endOfRun(text, at, Math.min(limit, at + 8))
  return end > at + 1 && /^[IVXLC]{2,7}$/.test(text.slice(at, end))
}

/** The next character that is not space or a closing mark. Looks at most 40 characters ahead. */
function nextVisible(scan: Scan, at: number): number {
  const limit = Math.min(at + 40, scan.paragraphEnd)
  while (at < limit && (kindOf(scan.text.charCodeAt(at)) === kinds.space || ")”’\"'».".includes(scan.text[at]!))) at++
  return at
}
