import type {Words} from "../../document/words.js"
import {childBy} from "../../language/clause.js"
import {readTable} from "../../lexicon/table.js"

/** A construction in which a word reports; prepositions stand for themselves ("about" in "complained about"). */
export type Frame =
  | "quote"
  | "that"
  | "to"
  | "obj"
  | "thing"
  | "gerund"
  | "at"
  | "as"
  | "noun-that"
  | "noun-to"
  | "preposition"
  | "by"
  | "adjective-that"
  | "addressee"
  | `with ${string}`
export type CueClass = "speech" | "thought" | "act"

let loaded: ReadonlyMap<string, CueClass> | null = null

/** What a cue reports in a construction; null when the table does not know it there. */
export function cueClass(lemma: string, frame: Frame): CueClass | null {
  loaded ??= new Map(readTable("quotes/cues.tsv").map(row => [`${row.cue} ${row.frame}`, row.class as CueClass]))
  return loaded.get(`${lemma.toLowerCase()} ${frame}`) ?? null
}

/** What the verb at a row reports in a construction that its particle can change: "laid out a plan" reports, "called off the talks" does not. */
export function cueAt(words: Words, row: number, frame: Frame): CueClass | null {
  const particle = childBy(words, row, "compound:prt")
  return cueClass(particle < 0 ? words.lemma[row]! : `${words.lemma[row]} ${words.form(particle)}`, frame)
}
