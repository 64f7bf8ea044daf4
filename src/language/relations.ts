import type {Words} from "../document/words.js"
import {endOfDateline} from "./datelines.js"
import type {Labels} from "./labels.js"
import type {Answers} from "./model.js"
import {findTree} from "./tree.js"

interface Place {
  readonly first: number
  readonly last: number
  /** The window's first row, and how many words the window holds. */
  readonly offset: number
  readonly count: number
  readonly labels: Labels
}

/** Gives the words [first, last) — one sentence — their heads and relations. */
export function readTree(words: Words, answers: Answers, place: Place): void {
  const {first, last, offset, count} = place
  const arc = answers.arc!
  const shift = first - offset
  const width = count + 1
  const dateline = startsParagraph(words, first) ? endOfDateline(words, first, last) - first : 0
  const score = (dependent: number, head: number) => arc[(dependent + shift) * width + (head < 0 ? 0 : head + shift + 1)]!
  const heads = findTree(
    last - first,
    dateline === 0 ? score : (dependent, head) => score(dependent, head) - (crosses(dateline, dependent, head) ? barred : 0),
  )
  for (let i = 0; i < heads.length; i++) {
    const head = heads[i]!
    words.head[first + i] = head < 0 ? -1 : first + head
    const relation = head < 0 ? "root" : nameRelation(answers, place, {dependent: i + shift, head: head + shift + 1})
    words.deprel[first + i] = i < dateline && head >= dateline && isCore.test(relation) ? "parataxis" : relation
  }
}

/** What a dateline cannot be to a verb of the sentence behind it: "LIMA, March 3 (Reuters) — The minister said" has one subject. */
const isCore = /^(?:[nc]subj|i?obj|[cx]comp)/

/** What is told hangs on nothing in the dateline, and the dateline is not the root. */
const crosses = (dateline: number, dependent: number, head: number): boolean =>
  dependent >= dateline ? head >= 0 && head < dateline : head < 0

const barred = 1000

const startsParagraph = (words: Words, row: number): boolean =>
  row === 0 || words.text.slice(words.end[row - 1]!, words.start[row]!).includes("\n")

function nameRelation(answers: Answers, place: Place, edge: {dependent: number; head: number}): string {
  const {relations} = place.labels
  const [dependents, heads] = [answers.rel_dep!, answers.rel_head!]
  const depth = heads.length / (place.count + 1)
  const from = edge.head * depth
  let best = "dep"
  let most = Number.NEGATIVE_INFINITY
  for (let label = 0; label < relations.length; label++) {
    if (relations[label] === "root") continue
    const score = product(dependents, (edge.dependent * relations.length + label) * depth, heads, from, depth)
    if (score > most) {
      most = score
      best = relations[label]!
    }
  }
  return best
}

/** Inner product of `depth` numbers of two lists, in four sums: the processor need not wait for the one before. */
function product(a: Float32Array, atA: number, b: Float32Array, atB: number, depth: number): number {
  let one = 0
  let two = 0
  let three = 0
  let four = 0
  let i = 0
  for (; i + 3 < depth; i += 4) {
    one += a[atA + i]! * b[atB + i]!
    two += a[atA + i + 1]! * b[atB + i + 1]!
    three += a[atA + i + 2]! * b[atB + i + 2]!
    four += a[atA + i + 3]! * b[atB + i + 3]!
  }
  for (; i < depth; i++) one += a[atA + i]! * b[atB + i]!
  return one + two + (three + four)
}
