import type {Words} from "../../document/words.js"
import {childrenBy} from "../../language/clause.js"
import {readTable} from "../../lexicon/table.js"
import {wordKey} from "./titles.js"

const loaded = new Map<string, ReadonlySet<string>>()

/** The words of a table of data/actors that has one column. */
function wordsOf(table: string): ReadonlySet<string> {
  const known = loaded.get(table) ?? new Set(readTable(`actors/${table}.tsv`).map(row => row.word!))
  loaded.set(table, known)
  return known
}

/** Is this a word such as "former", which says that the office behind it is no longer held? */
export function isPastWord(words: Words, row: number): boolean {
  return wordsOf("past-words").has(wordKey(words, row).replace(/^ex-.*$/, "ex"))
}

/** "foreign tourists", "Western donors": people or bodies of somewhere else; not "foreign minister", whose office the phrase names. */
export function isFromAbroad(words: Words, row: number, office: string): boolean {
  return childrenBy(words, row, "amod")
    .map(child => wordKey(words, child))
    .some(word => wordsOf("foreign-words").has(word) && !office.includes(word))
}
