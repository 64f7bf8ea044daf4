import type {Words} from "../../document/words.js"
import {atlas} from "./atlas.js"
import type {NameRun, ScoredName} from "./run.js"
import {keyOf} from "./tidy.js"

/** What knowledge adds to a class, in the unit of the network's logits. */
const weights = {state: 3, capital: 2, people: 3, organisation: 3, leader: 2, surname: 4, most: 6}
const settled = new Set(["PER", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "MISC"])

/** Gives all mentions of one wording in a document one class: the one for which they, and what is known of states, speak most together. */
export function settleNames(words: Words, names: readonly ScoredName[]): NameRun[] {
  const groups = new Map<string, ScoredName[]>()
  const surnames = new Set<string>()
  for (const name of names) {
    if (!settled.has(name.label)) continue
    const key = keyOf(words, name)
    const group = groups.get(key)
    if (group) group.push(name)
    else groups.set(key, [name])
    if (name.label === "PER" && name.last - name.first > 1) surnames.add(words.form(name.last - 1).toLowerCase())
  }
  const labels = new Map([...groups].map(([key, group]) => [key, bestLabel(key, group, surnames)]))
  return names.map(({first, last, label}) => ({
    first,
    last,
    label: settled.has(label) ? (labels.get(keyOf(words, {first, last})) ?? label) : label,
  }))
}

function bestLabel(key: string, group: readonly ScoredName[], surnames: ReadonlySet<string>): string {
  const sums = new Map<string, number>()
  for (const name of group)
    for (const [label, score] of relativeScores(name)) sums.set(label, (sums.get(label) ?? 0) + score / group.length)
  const add = (label: string, value: number) => sums.set(label, (sums.get(label) ?? -weights.most) + value)
  const {states, capitals, peoples, organisations, leaders} = atlas()
  if (states.has(key)) add("GPE", weights.state)
  else if (capitals.has(key)) add("GPE", weights.capital)
  if (peoples.has(key)) add("NORP", weights.people)
  if (organisations.has(key)) add("ORG", weights.organisation)
  if (leaders.has(key)) add("PER", weights.leader)
  if (surnames.has(key)) add("PER", weights.surname)
  return [...sums].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0]
}

/** Scores below the name's own class, at most `most` away; the class that was chosen has 0. */
function relativeScores(name: ScoredName): [string, number][] {
  const own = name.scores.get(name.label) ?? 0
  return [...name.scores]
    .filter(([label]) => settled.has(label))
    .map(([label, score]) => [label, label === name.label ? 0 : Math.max(-weights.most, Math.min(0, score - own))])
}
