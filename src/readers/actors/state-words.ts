import type {Words} from "../../document/words.js"
import {readTable, splitCell} from "../../lexicon/table.js"
import type {Cast} from "./cast.js"
import type {Cluster} from "./cluster.js"
import type {Reference} from "./mention.js"

let loaded: ReadonlyMap<string, readonly string[]> | null = null

/** Nouns that mean a state → the states they fit, empty for any; from data/actors/state-words.tsv. */
export function stateWords(): ReadonlyMap<string, readonly string[]> {
  loaded ??= new Map(readTable("actors/state-words.tsv").map(row => [row.noun!, splitCell(row.codes)]))
  return loaded
}

/** "the country", "this archipelago": one state, by a common noun that says nothing else. */
export function isStateWord(reference: Reference): boolean {
  return reference.form === "nominal" && reference.kind === "state"
}

/** The state meant: named in the same sentence, else the one the article is about, else the last named; only states that the noun fits. */
export function byStateWord(
  reference: Reference,
  {cast, words, home}: {readonly cast: Cast; readonly words: Words; readonly home: string | null},
): Cluster | null {
  if (!reference.definite) return null
  const codes = stateWords().get(reference.key) ?? []
  const states = cast
    .find("state")
    .filter(
      ({entry, country}) =>
        entry?.kind === "state" &&
        (codes.length === 0 || codes.includes(country ?? "")) &&
        (reference.country === null || reference.country === country),
    )
  const inSentence = states.find(cluster => words.sentence[cluster.last.head] === words.sentence[reference.head])
  return inSentence ?? states.find(cluster => cluster.country === home) ?? states[0] ?? null
}
