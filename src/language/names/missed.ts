import type {Words} from "../../document/words.js"
import {atlas} from "./atlas.js"
import type {ScoredName} from "./run.js"

/** Adds the states and peoples of one sentence, rows [first, last), that the network passed over; those beside other capitals are left. */
export function addMissed(
  words: Words,
  found: readonly ScoredName[],
  sentence: {readonly first: number; readonly last: number},
): ScoredName[] {
  const taken = new Set<number>()
  for (const name of found) for (let row = name.first; row < name.last; row++) taken.add(row)
  const missed: ScoredName[] = []
  for (let row = sentence.first; row < sentence.last; row++) {
    const label = taken.has(row) ? null : labelOf(words, row)
    if (label !== null && !isCapital(words, row - 1) && !isCapital(words, row + 1))
      missed.push({first: row, last: row + 1, label, scores: new Map([[label, 0]])})
  }
  return missed.length === 0 ? [...found] : [...found, ...missed].sort((a, b) => a.first - b.first)
}

function labelOf(words: Words, row: number): string | null {
  if (!/^\p{Lu}\p{Ll}/u.test(words.form(row))) return null
  const lower = words.form(row).toLowerCase()
  const upos = words.upos[row]
  if (atlas().peoples.has(lower) && (upos === "ADJ" || upos === "PROPN" || upos === "NOUN")) return "NORP"
  return atlas().states.has(lower) && upos === "PROPN" ? "GPE" : null
}

const isCapital = (words: Words, row: number): boolean =>
  row >= 0 && row < words.length && words.upos[row] === "PROPN" && /^\p{Lu}/u.test(words.form(row))
