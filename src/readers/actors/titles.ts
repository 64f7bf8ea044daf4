import type {Span} from "../../document/span.js"
import type {Words} from "../../document/words.js"
import {type Role, type RoleBook, roleOf} from "./roles.js"

/** The office written before a name: "Russian Foreign Ministry spokesman Alexander Lukashevich". */
export interface Title extends Span {
  readonly role: Role | null
}

const reach = 18
const inTitle = new Set(["NOUN", "PROPN", "ADJ"])

/** The title that ends right before a name's first row; null when the words there are none. */
export function titleBefore(words: Words, firstRow: number, roles: RoleBook): Title | null {
  const lemmas: string[] = []
  const rows: number[] = []
  let row = firstRow - 1
  const sentence = words.sentence[firstRow]
  while (row >= 0 && firstRow - row <= reach && words.sentence[row] === sentence) {
    if (isBracketed(words, row)) row -= 3
    if (row < 0 || !(belongsToTitle(words, row) || (row < firstRow - 1 && isArticleInside(words, row)))) break
    lemmas.unshift(wordKey(words, row--))
    rows.unshift(row + 1)
  }
  const cut = cutAtAnd(lemmas, roles) || cutAtNoun(lemmas, {words, rows, roles})
  if (cut > 0) row = rows[cut - 1]!
  joinHyphens(lemmas)
  const atEnd = roleOf(lemmas, roles)
  const isOfficial = atEnd?.number === "person" && atEnd.sectors[0] !== "CVL"
  const role = isOfficial ? atEnd : (roleBeforeOf(lemmas, roles, "person") ?? atEnd)
  if (!role) return null
  const first = skipLeadingJoints(words, row + 1, firstRow)
  return {start: words.start[first]!, end: words.end[firstRow - 1]!, role}
}

/** "President Ana Zola and Foreign Minister": another title before "and" is somebody else's; a "Minister of Gender Equality and Family" is one. Cuts it off and returns how many words went. */
function cutAtAnd(lemmas: string[], roles: RoleBook): number {
  const and = lemmas.lastIndexOf("and")
  if (and < 0 || !lemmas.slice(0, and).some((_, at) => roleOf(lemmas.slice(0, at + 1), roles)?.number === "person")) return 0
  const isOffice = (role: Role | null) => role?.number === "person" && role.sectors[0] !== "CVL"
  if (!lemmas.slice(and + 1).some((_, at) => isOffice(roleOf(lemmas.slice(and + 1, and + 2 + at), roles)))) return 0
  lemmas.splice(0, and + 1)
  return and + 1
}

/** "the regime of Syrian President Ana Zola", "the arrest of activist Ana Zola": what is somebody's is none of the title. Cuts it off and returns how many words went. */
function cutAtNoun(lemmas: string[], {words, rows, roles}: {words: Words; rows: readonly number[]; roles: RoleBook}): number {
  const of = lemmas.lastIndexOf("of")
  const role = of < 1 || words.upos[rows[of - 1]!] !== "NOUN" ? null : roleOf(lemmas.slice(of + 1), roles)
  if (role?.number !== "person") return 0
  const between = rows.slice(of + 1, lemmas.length - role.phrase.split(" ").length)
  if (between.some(row => words.upos[row] !== "ADJ")) return 0
  lemmas.splice(0, of + 1)
  return of + 1
}

/** The end of "(GCC)" behind the body that it shortens. */
function isBracketed(words: Words, row: number): boolean {
  return row >= 2 && words.form(row) === ")" && words.form(row - 2) === "(" && /^\p{Lu}[\p{L}\d]{1,9}$/u.test(words.form(row - 1))
}

/** "Minister of Planning and International Cooperation", "Director for Africa": the office stands before "of" or "for". */
export function roleBeforeOf(lemmas: readonly string[], roles: RoleBook, number: Role["number"]): Role | null {
  for (let at = 1; at < lemmas.length - 1; at++) {
    const role = /^(?:of|for)$/.test(lemmas[at]!) ? roleOf(lemmas.slice(0, at), roles) : null
    if (role?.number === number) return role
  }
  return null
}

/** "governor", "-", "general" is one word. */
function joinHyphens(lemmas: string[]): void {
  for (let at = lemmas.length - 2; at > 0; at--) if (lemmas[at] === "-") lemmas.splice(at - 1, 3, `${lemmas[at - 1]}-${lemmas[at + 1]}`)
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

/** "the" in "Secretary-General of the Gulf Cooperation Council". */
function isArticleInside(words: Words, row: number): boolean {
  return words.form(row) === "the" && row > 0 && /^(?:of|for)$/.test(words.form(row - 1)) && /^\p{Lu}/u.test(words.form(row + 1))
}

function skipLeadingJoints(words: Words, from: number, to: number): number {
  let first = from
  while (first < to - 1 && !inTitle.has(words.upos[first]!)) first++
  return first
}
