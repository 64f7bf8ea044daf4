import type {Words} from "../document/words.js"
import type {Name} from "./layers.js"
import type {NameRun} from "./names/run.js"

/** Classes that the network tells apart but that are left to other readers. */
const inner = new Set(["DATE", "MONEY"])

/** The names that are shown: without dates and amounts of money. */
export function showNames(words: Words, runs: readonly NameRun[]): Name[] {
  return runs
    .filter(run => !inner.has(run.label))
    .map(run => ({start: words.start[run.first]!, end: words.end[run.last - 1]!, label: run.label}))
}
