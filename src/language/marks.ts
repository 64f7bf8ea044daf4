import {endOfRun, isApostrophe, isDigitAt, isLetterAt, isWordAt, nextCharacter} from "./characters.js"
import type {Scan} from "./scan.js"

const clitics = new Set(["s", "m", "re", "ve", "ll", "d"])
const repeated = "-=*#~+_—–<>|\\/^$"

/** Reads one word that starts with a mark: punctuation, a hashtag, ".265", "'s" or an emoji. */
export function readMark(scan: Scan, at: number): number {
  const {text} = scan
  const code = text.charCodeAt(at)
  if (isApostrophe(code)) return readApostrophe(scan, at)
  if (code === 46 || code === 33 || code === 63) return readStops(scan, at)
  if ((code === 35 || code === 64) && isLetterAt(text, at + 1) && !isWordAt(text, at - 1)) return scan.emit(at, endOfTag(scan, at + 1))
  if (code === 43 && isDigitAt(text, at + 1) && at === scan.chunkStart) return scan.emit(at, endOfRun(text, at + 1, scan.chunkEnd))
  if (code > 127) return scan.emit(at, endOfSymbol(scan, at))
  return scan.emit(at, endOfRepeat(scan, at))
}

/** `'s`, `’ll` after a word; "''" and "’’" as one quotation mark; "'07"; else the mark alone. */
function readApostrophe(scan: Scan, at: number): number {
  const {text} = scan
  const next = text.charCodeAt(at + 1)
  if (at + 1 < scan.chunkEnd && isApostrophe(next)) return scan.emit(at, at + 2)
  const end = endOfRun(text, at + 1, Math.min(scan.chunkEnd, at + 5))
  const follows = at === scan.chunkStart ? end === scan.chunkEnd : isWordAt(text, at - 1)
  if (follows && clitics.has(text.slice(at + 1, end).toLowerCase())) return scan.emit(at, end)
  if (end - at === 3 && isDigitAt(text, at + 1) && isDigitAt(text, at + 2) && !isWordAt(text, at - 1)) return scan.emit(at, end)
  return scan.emit(at, at + 1)
}

function readStops(scan: Scan, at: number): number {
  const {text} = scan
  const before = at > scan.chunkStart && isWordAt(text, at - 1)
  if (text[at] === "." && isDigitAt(text, at + 1) && !before) return scan.emit(at, endOfRun(text, at + 1, scan.chunkEnd))
  let end = at + 1
  while (end < scan.chunkEnd && ".!?".includes(text[end]!)) end++
  if (end - at === 2 && text[at] === "." && text[at + 1] !== "." && text[at + 1] !== "?") end--
  return scan.emit(at, end)
}

function endOfTag(scan: Scan, at: number): number {
  return endOfRun(scan.text, at, scan.chunkEnd)
}

function endOfRepeat(scan: Scan, at: number): number {
  const {text} = scan
  let end = at + 1
  if (repeated.includes(text[at]!)) while (end < scan.chunkEnd && text[end] === text[at]) end++
  return end
}

/** A symbol above ASCII with the signs that belong to it: skin tones, joiners, flags. At most 40 units. */
function endOfSymbol(scan: Scan, at: number): number {
  const {text} = scan
  const code = text.charCodeAt(at)
  if (code === 0x2014 || code === 0x2013 || code === 0x2026) return endOfRepeat(scan, at)
  const limit = Math.min(scan.chunkEnd, at + 40)
  let end = nextCharacter(text, at)
  const flag = isFlag(text, at)
  if (flag && isFlag(text, end)) return nextCharacter(text, end)
  while (end < limit && isExtender(text, end))
    end = text.charCodeAt(end) === 0x200d ? nextCharacter(text, Math.min(end + 1, limit - 1)) : nextCharacter(text, end)
  return Math.min(end, scan.chunkEnd)
}

function isExtender(text: string, at: number): boolean {
  const code = text.codePointAt(at)!
  return (
    code === 0x200d ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    (code >= 0x1f3fb && code <= 0x1f3ff) ||
    (code >= 0x300 && code <= 0x36f) ||
    code === 0x20e3
  )
}

function isFlag(text: string, at: number): boolean {
  const code = text.codePointAt(at) ?? 0
  return code >= 0x1f1e6 && code <= 0x1f1ff
}
