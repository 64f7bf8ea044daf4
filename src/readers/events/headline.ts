import type {Words} from "../../document/words.js"

/** Is the word in the headline of a text: its first sentence, alone in its paragraph, that no mark ends? */
export function isHeadline(words: Words, row: number): boolean {
  const sentence = words.sentence[row]
  if (sentence !== words.sentence[0]) return false
  let last = row
  while (last + 1 < words.length && words.sentence[last + 1] === sentence) last++
  const after = last + 1 === words.length ? "\n" : words.text.slice(words.end[last], words.start[last + 1])
  return after.includes("\n") && !/[.!?:;,…"”’]/.test(words.form(last))
}
