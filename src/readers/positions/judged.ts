import {caseOf, childrenBy} from "../../language/clause.js"
import type {Context} from "./context.js"
import {type Evaluation, positionTables} from "./tables.js"

/** What a word says of what it is said of, and the word that says so. */
export interface Judgement {
  readonly entry: Evaluation
  readonly word: string
}

/** What a predicate says: by its own word, by an adjective before it ("a great leader"), or by the group it is one of ("one of the wiser voices"). */
export function judged(row: number, context: Context): Judgement | null {
  const {words} = context
  const {evaluations} = positionTables()
  const word = words.lemma[row]!.toLowerCase()
  const own = evaluations.get(word)
  if (own) return {entry: own, word}
  const members = /^(?:one|some|part)$/.test(word) ? childrenBy(words, row, "nmod").find(child => caseOf(words, child) === "of") : undefined
  return members === undefined ? byAdjective(row, context) : (byAdjective(members, context) ?? judgedNoun(members, context))
}

export function judgedNoun(row: number, {words}: Context): Judgement | null {
  const word = words.lemma[row]!.toLowerCase()
  const entry = positionTables().evaluations.get(word)
  return entry ? {entry, word} : null
}

export function byAdjective(row: number, {words}: Context): Judgement | null {
  if (words.upos[row] !== "NOUN") return null
  for (const child of childrenBy(words, row, "amod")) {
    const word = words.lemma[child]!.toLowerCase()
    const entry = positionTables().evaluations.get(word)
    if (entry?.attribute) return {entry, word}
  }
  return null
}
