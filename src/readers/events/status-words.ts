import type {Words} from "../../document/words.js"
import {childBy, childrenBy} from "../../language/clause.js"
import {readTable} from "../../lexicon/table.js"
import type {EventStatus} from "../../record/all.js"

/** Where a word of data/events/status-words.tsv stands by the act. */
export type Place =
  | "auxiliary"
  | "mark"
  | "adverb"
  | "modifier"
  | "subject"
  | "occasion"
  | "occurrence"
  | "goal"
  | "age"
  | "day"
  | "weekday"

/** What a word gives: a status, or how to go on reading. */
export type Gives = EventStatus | "pending" | "fact" | "ahead" | "by-clause"

let loaded: ReadonlyMap<string, Gives> | null = null

/** What a word gives at a place by data/events/status-words.tsv; undefined when it says nothing there. */
export function statusWord(place: Place, word: string): Gives | undefined {
  loaded ??= new Map(readTable("events/status-words.tsv").map(row => [`${row.place} ${row.word}`, row.gives as Gives]))
  return loaded.get(`${place} ${word.toLowerCase()}`)
}

/** A conjunction or preposition before a word that the table knows, and what it gives. */
export interface Mark {
  readonly row: number
  readonly word: string
  readonly gives: Gives
}

/** The first conjunction or preposition before a word, or before its subject ("without Oslo paying"), that the table knows, its longest reading: "in case" before "in", "far from" before "from". */
export function markOf(words: Words, row: number): Mark | null {
  for (const mark of childrenBy(words, row, "mark", "case", "cc", "advmod")) {
    if (mark > row) break
    const found = readMark(words, mark, row)
    if (found && (words.deprel[mark] !== "advmod" || words.upos[mark] === "SCONJ" || found.word === "when" || found.gives === "negated"))
      return found
  }
  const subject = words.deprel[row]!.startsWith("advcl") ? childBy(words, row, "nsubj", "nsubj:pass") : -1
  const before = subject < 0 ? -1 : childBy(words, subject, "case")
  return before < 0 ? null : readMark(words, before, subject)
}

function readMark(words: Words, mark: number, row: number): Mark | null {
  for (let last = Math.min(mark + 3, row - 1); last >= mark; last--) {
    for (const first of [mark - 1, mark]) {
      if (first < 0 || words.sentence[first] !== words.sentence[mark]) continue
      const word = words.text.slice(words.start[first]!, words.end[last]!).toLowerCase()
      const gives = statusWord("mark", word)
      if (gives) return {row: mark, word, gives}
    }
  }
  return null
}

/** The verb of which an act is said to happen: "the march did not take place", "there was no attack"; −1 when there is none. */
export function occurrenceOf(words: Words, row: number): number {
  const verb = words.head[row]!
  if (verb < 0 || !words.deprel[row]!.startsWith("nsubj")) return -1
  const lemma = words.lemma[verb]!.toLowerCase()
  if (words.upos[verb] === "VERB" && statusWord("occurrence", lemma)) return verb
  const phrase = childrenBy(words, verb, "obj", "obl", "compound:prt", "advmod").some(child => {
    const start = child > verb && child - verb < 3 ? words.text.slice(words.end[verb]!, words.end[child]!).trim() : ""
    return statusWord("occurrence", `${lemma} ${start}`) !== undefined
  })
  return phrase || (lemma === "be" && childrenBy(words, verb, "expl").length > 0) ? verb : -1
}
