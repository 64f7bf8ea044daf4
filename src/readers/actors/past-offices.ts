import type {Words} from "../../document/words.js"
import {readTable} from "../../lexicon/table.js"
import {wordKey} from "./titles.js"

let loaded: ReadonlySet<string> | null = null

/** Is this a word such as "former", which says that the office behind it is no longer held? From data/actors/past-words.tsv. */
export function isPastWord(words: Words, row: number): boolean {
  loaded ??= new Set(readTable("actors/past-words.tsv").map(row => row.word!))
  return loaded.has(wordKey(words, row).replace(/^ex-.*$/, "ex"))
}

/** Sectors of offices that are left behind: their former holders are of the elite, in PLOVER's words. */
const ofOffice = new Set(["GOV", "LEG", "JUD", "MIL", "COP", "SPY"])

/** The sectors of an office that is no longer held. */
export function sectorsAfter(sectors: readonly string[]): readonly string[] {
  return sectors.some(sector => ofOffice.has(sector)) ? ["ELI"] : sectors
}
