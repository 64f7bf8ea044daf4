import type {Span} from "../../document/span.js"
import type {Words} from "../../document/words.js"
import {type Role, type RoleBook, roleOf} from "./roles.js"

/** The office written before a name: "Russian Foreign Ministry spokesman Alexander Lukashevich". */
export interface Title extends Span {
  readonly role: Role | null
}

const reach = 12
const inTitle = new Set(["NOUN", "PROPN", "ADJ"])

/** The title that ends right before a name's first row; null when the words there are none. */
export function titleBefore(words: Words, firstRow: number, roles: RoleBook): Title | null {
  const lemmas: string[] = []
  let row = firstRow - 1
  const sentence = words.sentence[firstRow]
  while (row >= 0 && firstRow - row <= reach && words.sentence[row] === sentence && belongsToTitle(words, row))
    lemmas.unshift(wordKey(words, row--))
  const role = roleOf(lemmas, roles)
  if (!role) return null
  const first = skipLeadingJoints(words, row + 1, firstRow)
  return {start: words.start[first]!, end: words.end[firstRow - 1]!, role}
}

/** The lemma of a row, lower case; capitalised words keep their own number. */
export function wordKey(words: Words, row: number): string {
  return (words.lemma[row] || words.form(row)).toLowerCase()
}

function belongsToTitle(words: Words, row: number): boolean {
  if (inTitle.has(words.upos[row]!)) return true
  const form = words.form(row).toLowerCase()
  return (
    form === "of" ||
    form === "for" ||
    form === "-" ||
    form === "’s" ||
    form === "'s" ||
    (form === "and" && /^[A-Z]/.test(words.form(row + 1)))
  )
}

function skipLeadingJoints(words: Words, from: number, to: number): number {
  let first = from
  while (first < to - 1 && !inTitle.has(words.upos[first]!)) first++
  return first
}
