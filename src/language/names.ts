import type {Words} from "../document/words.js"
import type {Name} from "./layers.js"
import type {LabelledRun} from "./spans.js"

/** A name as rows [first, last) of the word table. */
export interface NameRun {
  readonly first: number
  readonly last: number
  readonly label: string
}

/** Classes that the network tells apart but that are left to other readers. */
const inner = new Set(["DATE", "MONEY"])

/** Tidies the network's runs of one sentence that starts at row `offset`. */
export function readNames(words: Words, runs: readonly LabelledRun[], offset: number): NameRun[] {
  return runs
    .map(run => tidyName(words, {first: run.first + offset, last: run.last + offset, label: run.label}))
    .filter(run => run.last > run.first)
}

/** The names that are shown: without dates and amounts of money. */
export function showNames(words: Words, runs: readonly NameRun[]): Name[] {
  return runs
    .filter(run => !inner.has(run.label))
    .map(run => ({start: words.start[run.first]!, end: words.end[run.last - 1]!, label: run.label}))
}

/** Quotation marks, commas and the possessive ending at the edges are not part of a name. */
function tidyName(words: Words, run: NameRun): NameRun {
  let {first, last} = run
  while (first < last && isEdge(words, first)) first++
  while (last > first && (isEdge(words, last - 1) || isPossessive(words, last - 1))) last--
  return {first, last, label: run.label}
}

function isEdge(words: Words, row: number): boolean {
  return words.upos[row] === "PUNCT" && !/^[\p{L}\p{N}.]/u.test(words.form(row))
}

const isPossessive = (words: Words, row: number): boolean => words.xpos[row] === "POS"
