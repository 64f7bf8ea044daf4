import {readTable} from "../lexicon/table.js"

let listed: ReadonlyMap<string, string> | null = null

/**
 * The word that a lower-case form is a bad spelling of, by `data/language/misspellings.tsv` or because a letter is drawn out ("sooooo");
 * null for every other form. `isWord` tells the common words.
 */
export function meantBy(form: string, isWord: (form: string) => boolean): string | null {
  listed ??= new Map(readTable("language/misspellings.tsv").map(row => [row.form!, row.meant!]))
  return listed.get(form) ?? shorten(form, isWord)
}

/** Letters that a writer draws out: three and more of a kind. */
const drawnOut = /([a-z])\1\1+/g

function shorten(form: string, isWord: (form: string) => boolean): string | null {
  if (!/^[a-z]+$/.test(form) || !/([a-z])\1\1/.test(form) || /^[ivx]+$/.test(form)) return null
  const candidates = [form.replace(drawnOut, "$1$1"), form.replace(drawnOut, "$1")]
  return candidates.find(candidate => candidate.length > 1 && isWord(candidate)) ?? null
}
