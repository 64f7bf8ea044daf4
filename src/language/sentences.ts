import type {Words} from "../document/words.js"
import type {Answers} from "./model.js"
import {spellings} from "./spellings.js"
import type {Window} from "./windows.js"

/** Above this logit a sentence ends; lower where a stop and a capital say so too. */
const threshold = 0
const thresholdAtStop = -1

/**
 * Where the sentences of a window end: rows behind their last words, ascending. A paragraph's end always ends one.
 * In a window that was cut inside a paragraph only whole sentences count, unless one sentence fills it.
 */
export function endSentences(words: Words, window: Window, answers: Answers): number[] {
  const ends: number[] = []
  const last = window.last - 1
  for (let row = window.first; row < last; row++) {
    if (startsParagraph(window, row + 1)) ends.push(row + 1)
    else if (answers.end![row - window.first]! > (stopsAt(words, row) ? thresholdAtStop : threshold)) {
      const end = moveEnd(words, row, window.last)
      if (end > row && end < window.last && !startsParagraph(window, end) && mayEnd(words, end)) ends.push(end)
      if (end > row + 1) row = Math.max(row, Math.min(end, last) - 1)
    }
  }
  if (!window.cut || ends.length === 0) ends.push(window.last)
  return dropRepeats(ends)
}

const startsParagraph = (window: Window, row: number): boolean => window.para[row - window.first] === 1n

const stopsAt = (words: Words, row: number): boolean =>
  /^(?:[.!?…]{1,9}|["”’)\]])$/.test(words.form(row)) && /^[\p{Lu}“"‘([]/u.test(words.form(row + 1))

/** Marks that close what was opened belong to the sentence before; a mark that opens belongs to the next. Gives the row behind the end. */
function moveEnd(words: Words, row: number, limit: number): number {
  if (isOpening(words, row)) return row
  let end = row + 1
  while (end < limit && isGlued(words, end) && closes(words, end)) end++
  while (isFootnote(words, end, limit)) end += 3
  return end
}

/** "[6]" behind a stop belongs to the sentence it supports. */
function isFootnote(words: Words, row: number, limit: number): boolean {
  return (
    row + 2 < limit &&
    words.form(row) === "[" &&
    /^\d{1,3}$/.test(words.form(row + 1)) &&
    words.form(row + 2) === "]" &&
    /[.!?"”’)\]]$/.test(words.form(row - 1))
  )
}

/** No sentence starts in the middle of a run without white space, unless with a capital, a quotation or a bracket behind a stop. */
function mayEnd(words: Words, end: number): boolean {
  if (!isGlued(words, end)) return !endsWithTitle(words, end - 1)
  return /^[\p{Lu}\p{Lt}\p{Lo}\d“"‘([-]/u.test(words.form(end)) && /[.!?…”"')\]:;—–-]$/.test(words.form(end - 1))
}

const isGlued = (words: Words, row: number): boolean => words.start[row] === words.end[row - 1]

const closes = (words: Words, row: number): boolean => /^(?:["”’»)\]]|''|’’)$/.test(words.form(row)) && !isOpening(words, row)

/** A quotation mark or bracket with white space before it and none behind. */
function isOpening(words: Words, row: number): boolean {
  if (!/^(?:["“«‘([]|``|'')$/.test(words.form(row))) return false
  const form = words.form(row)
  if (form !== '"' && form !== "''") return true
  return row + 1 < words.length && words.start[row + 1] === words.end[row] && !(row > 0 && isGlued(words, row))
}

/** "Gen." and the like need a name behind them. */
function endsWithTitle(words: Words, row: number): boolean {
  const form = words.form(row)
  if (!form.endsWith(".") || form.length < 3) return false
  const kind = (name: string) => spellings().abbreviations.get(name)
  return kind(form.slice(0, -1)) === "title" || kind(form[0] + form.slice(1, -1).toLowerCase()) === "title"
}

const dropRepeats = (ends: readonly number[]): number[] => ends.filter((end, place) => place === 0 || end > ends[place - 1]!)
