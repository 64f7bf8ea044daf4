import type {Words} from "../document/words.js"
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
  const heads = findTree(last - first, (dependent, head) => arc[(dependent + shift) * width + (head < 0 ? 0 : head + shift + 1)]!)
  for (let i = 0; i < heads.length; i++) {
    const head = heads[i]!
    words.head[first + i] = head < 0 ? -1 : first + head
    words.deprel[first + i] = head < 0 ? "root" : nameRelation(answers, place, {dependent: i + shift, head: head + shift + 1})
  }
}

function nameRelation(answers: Answers, place: Place, edge: {dependent: number; head: number}): string {
  const {relations} = place.labels
  const dependents = answers.rel_dep!
  const heads = answers.rel_head!
  const depth = heads.length / (place.count + 1)
  const from = edge.head * depth
  let best = "dep"
  let most = Number.NEGATIVE_INFINITY
  for (let label = 0; label < relations.length; label++) {
    if (relations[label] === "root") continue
    const row = (edge.dependent * relations.length + label) * depth
    let score = 0
    for (let i = 0; i < depth; i++) score += dependents[row + i]! * heads[from + i]!
    if (score > most) {
      most = score
      best = relations[label]!
    }
  }
  return best
}
