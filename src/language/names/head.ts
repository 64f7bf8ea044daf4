import type {Words} from "../../document/words.js"
import {wordSets} from "../word-sets.js"
import type {NameRun} from "./run.js"

/** The row of a name that hangs on something outside it: the first such. */
export function headOfName(words: Words, name: NameRun): number {
  for (let row = name.first; row < name.last; row++) if (isOutside(name, words.head[row]!)) return row
  return name.last - 1
}

/**
 * Lets every person's name hang on the sentence by one word, its first that does: the others become `flat` on it.
 * "Sergei Lavrov" behind "and" is one conjunct even where the tree took it apart.
 */
export function keepNamesWhole(words: Words, names: readonly NameRun[]): void {
  for (const name of names) {
    if (name.label !== "PER" || name.last - name.first < 2) continue
    const head = headOfName(words, name)
    for (let row = head + 1; row < name.last; row++) {
      if (!isOutside(name, words.head[row]!) || words.head[row]! < 0 || words.upos[row] !== "PROPN" || reaches(words, head, row)) continue
      words.head[row] = head
      words.deprel[row] = "flat"
    }
  }
}

/**
 * The row of the noun that a person's or body's name stands behind, as "minister" in "the minister, Ana Zola"; −1 when none.
 * Noun and name are one mention.
 */
export function nounBefore(words: Words, name: NameRun): number {
  if (name.label !== "PER" && name.label !== "ORG") return -1
  const head = headOfName(words, name)
  const above = words.head[head]!
  if (above < 0 || above >= name.first || !(words.upos[above] === "NOUN" || isTitle(words, above))) return -1
  const relation = words.deprel[head]!
  return relation === "appos" || relation === "flat" || (relation === "compound" && name.label === "PER") ? above : -1
}

/** "Secretary" in "Secretary of State Ana Zola", although it is tagged as a name. */
const isTitle = (words: Words, row: number): boolean => wordSets().titles.has(words.form(row).toLowerCase())

const isOutside = (name: NameRun, head: number): boolean => head < name.first || head >= name.last

/** Does `row` hang on `above`, directly or not? */
function reaches(words: Words, row: number, above: number): boolean {
  let at = row
  for (let step = 0; step < 400 && at >= 0; step++) {
    if (at === above) return true
    at = words.head[at]!
  }
  return false
}
