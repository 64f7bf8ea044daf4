import {endOfRun, isApostrophe, isDigitAt, isLetterAt} from "./characters.js"
import type {Scan} from "./scan.js"
import {spellings} from "./spellings.js"

/** Figures that stay whole: times, dates, fractions, telephone numbers, versions. */
const shapes = [
  /\d{1,2}:\d{2}(?::\d{2})?(?!\d)/y,
  /\d{1,4}\/\d{1,4}\/\d{1,4}(?!\d)/y,
  /\d{1,2}\/\d{1,2}(?![\d/])/y,
  /\d{1,4}-\d{1,4}-\d{1,4}(?:-\d{1,4})?(?![\d-])/y,
  /\d{1,3}-\d{4}(?![\d-])/y,
  /\d{1,6}(?:\.\d{1,6}){2,8}(?!\d)/y,
  /\d{1,3}(?:,\d{2,3}){0,12},\d{3}(?!\d)(?:\.\d{1,20})?(?!\d)/y,
]

/** Reads the figure that starts at `at`, with its ordinal or decade ending; a unit written against it becomes a word of its own. */
export function readNumeral(scan: Scan, at: number): number {
  const {text} = scan
  let end = endOfFigure(text, at)
  if (end > scan.chunkEnd) end = scan.chunkEnd
  if (isLetterAt(text, end) && end < scan.chunkEnd) return readSuffix(scan, at, end)
  if (isDecade(text, at, end)) end += 2
  return scan.emit(at, end)
}

function endOfFigure(text: string, at: number): number {
  for (const shape of shapes) {
    shape.lastIndex = at
    const found = shape.exec(text)
    if (found) return at + found[0].length
  }
  let end = at
  while (isDigitAt(text, end)) end++
  if (text[end] === "." && isDigitAt(text, end + 1)) {
    end++
    while (isDigitAt(text, end)) end++
  }
  return end
}

function readSuffix(scan: Scan, at: number, end: number): number {
  const {text} = scan
  const stop = endOfRun(text, end, scan.chunkEnd)
  const suffix = stop - end <= 8 ? text.slice(end, stop) : ""
  if (spellings().units.has(suffix)) {
    scan.emit(at, end)
    return scan.emit(end, dottedHour(text, end, stop))
  }
  return scan.emit(at, stop)
}

/** "10a.m." holds the unit a.m. with its stops. */
function dottedHour(text: string, start: number, stop: number): number {
  const hour = text.slice(start, start + 4).toLowerCase()
  return hour === "a.m." || hour === "p.m." ? start + 4 : stop
}

/** "1960's" and "60's" are decades, "2003's" belongs to 2003. */
function isDecade(text: string, at: number, end: number): boolean {
  if (!isApostrophe(text.charCodeAt(end)) || text[end + 1] !== "s" || isLetterAt(text, end + 2)) return false
  return text[end - 1] === "0" && (end - at === 2 || end - at === 4)
}
