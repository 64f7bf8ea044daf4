import {endOfInitials, isAbbreviated, keepsLastStop} from "./abbreviations.js"
import {endOfRun, isApostrophe, isDigitAt, isLetterAt, isUpper, isWordAt, nextCharacter} from "./characters.js"
import type {Scan} from "./scan.js"
import {spellings} from "./spellings.js"

const clitics = new Set(["s", "m", "re", "ve", "ll", "d"])

/** Reads the word that starts with a letter at `at`, and a clitic that hangs on it. Gives where reading goes on. */
export function readLetters(scan: Scan, at: number): number {
  const {text, chunkEnd} = scan
  const initials = text[at + 1] === "." || text[nextCharacter(text, at)] === "." ? endOfInitials(text, at, chunkEnd) : -1
  if (initials > 0) return readInitials(scan, at, initials)
  let end = endOfRun(text, at, chunkEnd)
  for (;;) {
    const joined = endOfJoined(scan, at, end)
    if (joined <= end) break
    end = joined
  }
  if (end < chunkEnd && isApostrophe(text.charCodeAt(end))) return readClitic(scan, at, end)
  if (end < chunkEnd && text[end] === "." && !text.startsWith("..", end + 1) && isAbbreviated(scan, at, end)) return scan.emit(at, end + 1)
  if (text[end] === "-" && isCutOff(scan, at, end)) return scan.emit(at, end + 1)
  return emitParts(scan, at, end)
}

/** A word broken off in speech: "th- the man". At most three letters, nothing but marks behind the hyphen. */
function isCutOff(scan: Scan, at: number, end: number): boolean {
  return (
    at === scan.chunkStart &&
    end - at <= 3 &&
    end < scan.chunkEnd &&
    (end + 1 === scan.chunkEnd || (end + 2 === scan.chunkEnd && !isWordAt(scan.text, end + 1) && scan.text[end + 1] !== "-"))
  )
}

function readInitials(scan: Scan, at: number, end: number): number {
  const {text} = scan
  if (text[end - 1] === "." && text[end] === "." && text[end + 1] === ".") return scan.emit(at, end - 1)
  if (text[end - 1] === "." && !keepsLastStop(scan, at, end - 1)) return scan.emit(at, end - 1)
  return scan.emit(at, end)
}

/** The end of the word when the mark at `end` ties on what follows: O'Brien, AT&T, anti-war, w/o, sh*t, v2.0, US$. */
function endOfJoined(scan: Scan, at: number, end: number): number {
  const {text, chunkEnd} = scan
  if (text[end] === "$" && end - at <= 3 && end < chunkEnd && isUpper(text, at)) return end + 1
  if (end + 1 >= chunkEnd || !isWordAt(text, end + 1)) return end
  const next = endOfRun(text, end + 1, chunkEnd)
  const mark = text[end]!
  if (isApostrophe(mark.charCodeAt(0))) return isTiedByApostrophe(text, {at, end, next}) ? next : end
  if (mark === "-" || mark === "‑") return isPrefix(text, at, end) ? next : end
  if (mark === "&") return end - at <= 3 && next - end <= 4 && isUpper(text, end - 1) && isUpper(text, end + 1) ? next : end
  if (mark === "/") return end - at === 1 && next - end === 2 && isLetterAt(text, end + 1) ? next : end
  if (mark === "*") return isLetterAt(text, end + 1) ? next : end
  if (mark === ".") return isDigitAt(text, end - 1) && isDigitAt(text, end + 1) ? next : end
  return end
}

function isPrefix(text: string, at: number, end: number): boolean {
  return end - at <= 8 && spellings().prefixes.has(text.slice(at, end).toLowerCase())
}

function isTiedByApostrophe(text: string, place: {at: number; end: number; next: number}): boolean {
  const {at, end, next} = place
  if (!isLetterAt(text, end + 1)) return false
  if (next - end > 3) return text.slice(at, next).toLowerCase() !== "y'all"
  const after = text.slice(end + 1, next).toLowerCase()
  if (clitics.has(after)) return false
  return !(after === "t" && end > at && (text[end - 1] === "n" || text[end - 1] === "N"))
}

/** The word [at, end) before an apostrophe: parts n't, 's, 'll…; leaves a closing quotation mark to the next word. */
function readClitic(scan: Scan, at: number, end: number): number {
  const {text} = scan
  const next = endOfRun(text, end + 1, Math.min(scan.chunkEnd, end + 6))
  const after = text.slice(end + 1, next).toLowerCase()
  if (after === "t" && end - at > 1 && (text[end - 1] === "n" || text[end - 1] === "N")) {
    scan.emit(at, end - 1)
    return scan.emit(end - 1, next)
  }
  emitParts(scan, at, end)
  return clitics.has(after) ? scan.emit(end, next) : end
}

/** Writes down a word, or the parts of one that is written together: can|not, gon|na. */
function emitParts(scan: Scan, at: number, end: number): number {
  const {contractions, longestContraction} = spellings()
  const parts = end - at <= longestContraction ? contractions.get(scan.text.slice(at, end).toLowerCase()) : undefined
  if (!parts) return scan.emit(at, end)
  let from = at
  for (const length of parts) from = scan.emit(from, from + length)
  return from
}
