import type {Words} from "../document/words.js"
import {readTable, splitCell} from "../lexicon/table.js"
import type {Labels} from "./labels.js"
import type {Lemmas} from "./lemmas.js"
import type {Answers} from "./model.js"

/** Index of the largest of `width` values from `from` on; the first of equals. */
export function largestAt(values: Float32Array, from: number, width: number): number {
  let best = from
  for (let i = from + 1; i < from + width; i++) if (values[i]! > values[best]!) best = i
  return best - from
}

/** Logits this far below the largest are nothing after rounding. */
const tooSmall = -12

/** Writes softmaxed values of one row, rounded to four places so that they are stable, into `target`. */
export function writeSoftmax(values: Float32Array, from: number, target: Float32Array): void {
  const width = target.length
  let most = Number.NEGATIVE_INFINITY
  for (let i = 0; i < width; i++) if (values[from + i]! > most) most = values[from + i]!
  let total = 0
  for (let i = 0; i < width; i++) {
    const below = values[from + i]! - most
    target[i] = below < tooSmall ? 0 : Math.exp(below)
    total += target[i]!
  }
  for (let i = 0; i < width; i++) target[i] = Math.round((target[i]! / total) * 1e4) / 1e4
}

/** Gives the words [first, last) of the table their word classes, features and lemmas; `offset` is the window's first row. */
export function readTags(
  words: Words,
  answers: Answers,
  place: {first: number; last: number; offset: number; labels: Labels; lemmas: Lemmas},
): void {
  const {labels, lemmas, offset} = place
  const pairs = pairsOf(labels)
  for (let row = place.first; row < place.last; row++) {
    const at = row - offset
    const pair = bestPair(answers, at, pairs)
    const xpos = labels.xpos[pair.xpos]!
    words.upos[row] = labels.upos[pair.upos]!
    words.xpos[row] = xpos
    words.feats[row] = plainFeats(labels.feats[largestAt(answers.feats!, at * labels.feats.length, labels.feats.length)]!)
    words.lemma[row] = lemmas.of(words.form(row), xpos)
  }
}

/** A universal class and a Penn tag that go together, as columns of the network's outputs. */
interface Pair {
  readonly upos: number
  readonly xpos: number
}

const pairsByLabels = new WeakMap<Labels, readonly Pair[]>()

/** The pairs of `data/language/classes.tsv`; every pair of a Penn tag that the table does not list. */
function pairsOf(labels: Labels): readonly Pair[] {
  const known = pairsByLabels.get(labels)
  if (known) return known
  const listed = new Map(readTable("language/classes.tsv").map(row => [row.xpos!, splitCell(row.upos)]))
  const pairs = labels.xpos.flatMap((tag, xpos) =>
    labels.upos.flatMap((name, upos) => ((listed.get(tag)?.includes(name) ?? true) ? [{upos, xpos}] : [])),
  )
  pairsByLabels.set(labels, pairs)
  return pairs
}

function bestPair(answers: Answers, at: number, pairs: readonly Pair[]): Pair {
  const upos = answers.upos!
  const xpos = answers.xpos!
  const [uposFrom, xposFrom] = [at * widthOf(upos, answers), at * widthOf(xpos, answers)]
  let best = pairs[0]!
  let most = Number.NEGATIVE_INFINITY
  for (const pair of pairs) {
    const score = upos[uposFrom + pair.upos]! + xpos[xposFrom + pair.xpos]!
    if (score <= most) continue
    most = score
    best = pair
  }
  return best
}

/** Columns of an output: every window has one `end` a word. */
const widthOf = (output: Float32Array, answers: Answers): number => output.length / answers.end!.length

const plainFeats = (feats: string): string => (feats === "_" ? "" : feats)
