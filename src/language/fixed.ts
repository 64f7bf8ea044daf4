import type {Words} from "../document/words.js"
import {readTable} from "../lexicon/table.js"

let listed: ReadonlySet<string> | null = null

/** Relations of the words that mark a noun or a clause. */
const marking = /^(?:case|mark)$/

/**
 * "out of the talks" with both words marking the noun: the two of `data/language/fixed.tsv` are one preposition, whose second word hangs on the first.
 * A particle ("RP") on a verb before it is the verb's own. Changes rows [first, last), one sentence.
 */
export function joinFixed(words: Words, first: number, last: number): void {
  listed ??= new Set(readTable("language/fixed.tsv").map(row => `${row.first} ${row.second}`))
  for (let row = first; row < last; row++) {
    const head = words.head[row]!
    if (words.xpos[row] === "RP" && head >= 0 && head < row && words.upos[head] === "VERB" && !isOfVerb(words.deprel[row]!))
      words.deprel[row] = "compound:prt"
    if (row === first || !marking.test(words.deprel[row]!) || !marking.test(words.deprel[row - 1]!) || words.head[row - 1] !== head)
      continue
    if (!listed.has(`${words.form(row - 1)} ${words.form(row)}`.toLowerCase())) continue
    words.head[row] = row - 1
    words.deprel[row] = "fixed"
  }
}

const isOfVerb = (relation: string): boolean => relation === "compound:prt" || relation === "conj" || relation === "reparandum"
