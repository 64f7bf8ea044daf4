import type {Sentence, Words} from "../../document/words.js"
import {readTable} from "../../lexicon/table.js"

let loaded: ReadonlyMap<string, readonly string[]> | null = null

/** PLOVER contexts that words of the event's sentence give it, by data/events/contexts.tsv, in the order of the words. */
export function contextsOf(words: Words, sentence: Sentence): string[] {
  loaded ??= readContexts()
  const found = new Set<string>()
  for (let row = sentence.first; row < sentence.last; row++)
    for (const context of loaded.get(words.lemma[row]!.toLowerCase()) ?? []) found.add(context)
  return [...found]
}

function readContexts(): Map<string, string[]> {
  const contexts = new Map<string, string[]>()
  for (const row of readTable("events/contexts.tsv")) contexts.set(row.word!, [...(contexts.get(row.word!) ?? []), row.context!])
  return contexts
}
