import {type Row, readTable, splitCell} from "../../lexicon/table.js"

/** Names known to the tables of actors: what tells a place from a body or a person where the network wavers. All lower case. */
export interface Atlas {
  /** Names of states, words one space apart. */
  readonly states: ReadonlySet<string>
  readonly capitals: ReadonlySet<string>
  /** Demonyms and adjectives. */
  readonly peoples: ReadonlySet<string>
  readonly organisations: ReadonlySet<string>
  /** Full names of leaders. */
  readonly leaders: ReadonlySet<string>
  /** First word, lower case → names of states of several words that begin with it, longest first. */
  readonly long: ReadonlyMap<string, readonly (readonly string[])[]>
}

let loaded: Atlas | null = null

/** Reads the tables in `data/actors/`, on first use. */
export function atlas(): Atlas {
  loaded ??= loadAtlas()
  return loaded
}

function loadAtlas(): Atlas {
  const rows = readTable("actors/states.tsv")
  const states = lowerSet(rows, row => [row.name, ...splitCell(row.aliases)])
  const peoples = lowerSet(rows, row => [...splitCell(row.demonyms), ...splitCell(row.adjectives)])
  const capitals = lowerSet(rows, row => [row.capital])
  const organisations = lowerSet(readTable("actors/organisations.tsv"), row => [row.name, ...splitCell(row.aliases)])
  const leaders = lowerSet(readTable("actors/leaders.tsv"), row =>
    [row.name, ...splitCell(row.aliases)].filter(name => name?.includes(" ")),
  )
  return {states, peoples, capitals, organisations, leaders, long: groupLongNames(states)}
}

function lowerSet(rows: readonly Row[], namesOf: (row: Row) => readonly (string | undefined)[]): Set<string> {
  const names = new Set(rows.flatMap(row => namesOf(row)).map(name => (name ?? "").toLowerCase()))
  names.delete("")
  return names
}

/** Names of several words by their first. */
function groupLongNames(states: ReadonlySet<string>): Map<string, (readonly string[])[]> {
  const long = new Map<string, (readonly string[])[]>()
  for (const name of states) {
    const words = name.split(" ")
    if (words.length < 2 || words.length > 5) continue
    const group = long.get(words[0]!) ?? []
    group.push(words)
    long.set(words[0]!, group)
  }
  for (const group of long.values()) group.sort((a, b) => b.length - a.length)
  return long
}
