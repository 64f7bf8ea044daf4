import {readTable, splitCell} from "../../lexicon/table.js"

/** Names of states and their peoples: what most often tells a place from a body or a person. */
export interface Atlas {
  /** Lower-case names of states, words one space apart. */
  readonly states: ReadonlySet<string>
  /** Lower-case demonyms and adjectives. */
  readonly peoples: ReadonlySet<string>
  /** First word, lower case → names of states of several words that begin with it, longest first. */
  readonly long: ReadonlyMap<string, readonly (readonly string[])[]>
}

let loaded: Atlas | null = null

/** Reads the states from `data/actors/states.tsv`, on first use. */
export function atlas(): Atlas {
  loaded ??= loadAtlas()
  return loaded
}

function loadAtlas(): Atlas {
  const rows = readTable("actors/states.tsv")
  const states = new Set(rows.flatMap(row => [row.name ?? "", ...splitCell(row.aliases)]).map(name => name.toLowerCase()))
  const peoples = new Set(rows.flatMap(row => [...splitCell(row.demonyms), ...splitCell(row.adjectives)]).map(name => name.toLowerCase()))
  states.delete("")
  const long = new Map<string, (readonly string[])[]>()
  for (const name of states) {
    const words = name.split(" ")
    if (words.length < 2 || words.length > 5) continue
    const group = long.get(words[0]!) ?? []
    group.push(words)
    long.set(words[0]!, group)
  }
  for (const group of long.values()) group.sort((a, b) => b.length - a.length)
  return {states, peoples, long}
}
