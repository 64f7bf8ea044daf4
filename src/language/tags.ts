import type {Words} from "../document/words.js"
import type {Labels} from "./labels.js"
import type {Lemmas} from "./lemmas.js"
import type {Answers} from "./model.js"

/** Index of the largest of `width` values from `from` on; the first of equals. */
export function largestAt(values: Float32Array, from: number, width: number): number {
  let best = from
  for (let i = from + 1; i < from + width; i++) if (values[i]! > values[best]!) best = i
  return best - from
}

/** Writes softmaxed values of one row, rounded to four places so that they are stable, into `target`. */
export function writeSoftmax(values: Float32Array, from: number, target: Float32Array): void {
  const width = target.length
  let most = Number.NEGATIVE_INFINITY
  for (let i = 0; i < width; i++) if (values[from + i]! > most) most = values[from + i]!
  let total = 0
  for (let i = 0; i < width; i++) total += target[i] = Math.exp(values[from + i]! - most)
  for (let i = 0; i < width; i++) target[i] = Math.round((target[i]! / total) * 1e4) / 1e4
}

/** Gives the words [first, last) of the table their word classes, features and lemmas; `offset` is the window's first row. */
export function readTags(
  words: Words,
  answers: Answers,
  place: {first: number; last: number; offset: number; labels: Labels; lemmas: Lemmas},
): void {
  const {labels, lemmas, offset} = place
  for (let row = place.first; row < place.last; row++) {
    const at = row - offset
    const xpos = labels.xpos[largestAt(answers.xpos!, at * labels.xpos.length, labels.xpos.length)]!
    words.upos[row] = labels.upos[largestAt(answers.upos!, at * labels.upos.length, labels.upos.length)]!
    words.xpos[row] = xpos
    words.feats[row] = plainFeats(labels.feats[largestAt(answers.feats!, at * labels.feats.length, labels.feats.length)]!)
    words.lemma[row] = lemmas.of(words.form(row), xpos)
  }
}

const plainFeats = (feats: string): string => (feats === "_" ? "" : feats)
