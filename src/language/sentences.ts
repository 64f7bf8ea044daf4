import type {Words} from "../document/words.js"
import type {Answers} from "./model.js"
import type {Window} from "./windows.js"

/**
 * Where the sentences of a window end: rows behind their last words, ascending. A paragraph's end always ends one.
 * In a window that was cut inside a paragraph only whole sentences count, unless one sentence fills it.
 */
export function endSentences(words: Words, window: Window, answers: Answers): number[] {
  const ends: number[] = []
  for (let row = window.first; row < window.last; row++) {
    if (row + 1 === window.last ? !window.cut : startsParagraph(window, row + 1) || mayEnd(words, row, answers.end![row - window.first]!))
      ends.push(row + 1)
  }
  if (ends.length === 0) ends.push(window.last)
  return ends
}

const startsParagraph = (window: Window, row: number): boolean => window.para[row - window.first] === 1n

/** The network decides, less where a sentence cannot end. */
function mayEnd(words: Words, row: number, logit: number): boolean {
  return logit > 0 && words.start[row + 1]! >= words.end[row]!
}
