import type {Words} from "../../document/words.js"
import type {Mention} from "./mention.js"

/** Farther up than this the clause that a fronted phrase belongs to is not looked for. */
const deepest = 8

/**
 * The mentions in the order in which a reader settles them: by their heads, but a pronoun in a phrase or clause before the subject of its
 * sentence ("In her first speech, Zola …") after that subject, to which it often points ahead.
 */
export function orderOfReading(words: Words, mentions: readonly Mention[]): Mention[] {
  const rowOf = new Map(mentions.map(mention => [mention, placeOf(words, mention)]))
  return [...mentions].sort((a, b) => rowOf.get(a)! - rowOf.get(b)! || a.head.row - b.head.row || a.index - b.index)
}

/** The row of its head; for a pronoun that may point ahead just behind the subject's. */
function placeOf(words: Words, mention: Mention): number {
  const {row} = mention.head
  if (mention.form !== "pronoun" || mention.person !== 3) return row
  const subject = subjectAhead(words, row)
  return subject < 0 ? row : subject + 0.5
}

/** The subject of the clause before which a phrase or clause with the word stands, −1 when there is none. */
export function subjectAhead(words: Words, row: number): number {
  let below = row
  for (let step = 0; step < deepest; step++) {
    const verb = words.head[below]!
    if (verb < 0) return -1
    if (below < verb && /^(?:obl|advcl)/.test(words.deprel[below]!)) {
      const subject = words.childrenOf(verb).find(child => words.deprel[child]!.startsWith("nsubj"))
      if (subject !== undefined && subject > row) return subject
    }
    below = verb
  }
  return -1
}
