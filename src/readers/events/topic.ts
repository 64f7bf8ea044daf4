import type {Words} from "../../document/words.js"
import {readTable} from "../../lexicon/table.js"

/** What a whole text is about, by the words of data/events/off-topic.tsv in it. */
export interface Topic {
  /** Sport is the subject, not an aside. */
  readonly sport: boolean
  /** Armed men, bombs, rebels are spoken of: violence in it is hardly a private crime. */
  readonly conflict: boolean
}

/** One word in so many must be of sport. */
const density = 60
const least = {sport: 3, conflict: 2}
let loaded: ReadonlyMap<string, string> | null = null

/** The class of a lemma in data/events/off-topic.tsv, or of its singular where the tagger kept a plural; undefined when it is in none. */
export function classOf(words: Words, row: number): string | undefined {
  loaded ??= new Map(readTable("events/off-topic.tsv").map(row => [row.word!, row.class!]))
  const lemma = words.lemma[row]!.toLowerCase()
  return loaded.get(lemma) ?? (lemma.endsWith("s") ? loaded.get(lemma.slice(0, -1)) : undefined)
}

export function topicOf(words: Words): Topic {
  const counts = {sport: 0, conflict: 0}
  for (let row = 0; row < words.length; row++) {
    const kind = classOf(words, row)
    if (kind === "sport" || kind === "game") counts.sport++
    else if (kind === "conflict") counts.conflict++
  }
  return {
    sport: counts.sport >= least.sport && counts.sport * density >= words.length,
    conflict: counts.conflict >= least.conflict,
  }
}
