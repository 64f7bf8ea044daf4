import {readTable} from "../../lexicon/table.js"

/** A construction in which a word reports; prepositions stand for themselves ("about" in "complained about"). */
export type Frame =
  | "quote"
  | "that"
  | "to"
  | "obj"
  | "gerund"
  | "at"
  | "as"
  | "noun-that"
  | "noun-to"
  | "preposition"
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
