import {readTable} from "../lexicon/table.js"

/** Words by what they tell about who is meant, from `data/language/reference.tsv`; all lower case. */
export interface WordSets {
  readonly first: ReadonlySet<string>
  readonly second: ReadonlySet<string>
  readonly masculine: ReadonlySet<string>
  readonly feminine: ReadonlySet<string>
  readonly neuter: ReadonlySet<string>
  readonly singular: ReadonlySet<string>
  readonly plural: ReadonlySet<string>
  readonly demonstrative: ReadonlySet<string>
  readonly titles: ReadonlySet<string>
  readonly speech: ReadonlySet<string>
  readonly group: ReadonlySet<string>
  readonly calendar: ReadonlySet<string>
}

let loaded: WordSets | null = null
let givenNames: ReadonlyMap<string, "masc" | "fem"> | null = null

/** The gender of those who bear a given name, lower case; null when both do or the name is not listed. */
export function genderOfName(name: string): "masc" | "fem" | null {
  givenNames ??= new Map(readTable("language/given-names.tsv").map(row => [row.name!, row.gender === "f" ? "fem" : "masc"]))
  return givenNames.get(name) ?? null
}

/** The words, read on first use. */
export function wordSets(): WordSets {
  loaded ??= loadWordSets()
  return loaded
}

function loadWordSets(): WordSets {
  const rows = readTable("language/reference.tsv")
  const set = (kind: string) => new Set(rows.filter(row => row.kind === kind).map(row => row.word!))
  return {
    first: set("first"),
    second: set("second"),
    masculine: set("masculine"),
    feminine: set("feminine"),
    neuter: set("neuter"),
    singular: set("singular"),
    plural: set("plural"),
    demonstrative: set("demonstrative"),
    titles: set("title"),
    speech: set("speech"),
    group: set("group"),
    calendar: set("calendar"),
  }
}
