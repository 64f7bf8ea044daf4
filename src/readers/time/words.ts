import {readTable} from "../../lexicon/table.js"

/** A word or phrase of `data/time/words.tsv` or `feasts.tsv`. */
export interface TimeWord {
  readonly class: string
  readonly value: string
  /** The words after the first one, in lower case. */
  readonly rest: readonly string[]
}

let loaded: ReadonlyMap<string, readonly TimeWord[]> | null = null

/** Every time word, by its first word in lower case. */
export function timeWords(): ReadonlyMap<string, readonly TimeWord[]> {
  if (loaded) return loaded
  const found = new Map<string, TimeWord[]>()
  const add = (phrase: string, name: string, value: string) => {
    const [first, ...rest] = phrase
      .toLowerCase()
      .split(/[ ]|(?=-)|(?<=-)|(?=')|(?<=')/)
      .filter(part => part !== "")
    found.set(first!, [...(found.get(first!) ?? []), {class: name, value, rest}])
  }
  for (const row of readTable("time/words.tsv")) add(row.word!, row.class!, row.value!)
  for (const row of readTable("time/feasts.tsv"))
    for (const name of [row.name!, ...row.aliases!.split("|")]) if (name !== "") add(name, "FEAST", row.name!)
  loaded = found
  return loaded
}
