import {readTable, splitCell} from "../../lexicon/table.js"
import type {Position} from "../../record/all.js"

/** For or against, and how strongly. */
export interface Leaning {
  readonly polarity: Position["polarity"]
  readonly strength: Position["strength"]
}

/** A noun that says where somebody stands, and the prepositions that lead to whom or what. */
export interface StanceNoun extends Leaning {
  readonly use: "stance" | "role"
  readonly prepositions: readonly string[]
}

/** The tables of data/positions, by lemma. */
export interface PositionTables {
  /** By "verb frame". */
  readonly verbs: ReadonlyMap<string, Leaning>
  readonly nouns: ReadonlyMap<string, StanceNoun>
  readonly readiness: ReadonlyMap<string, Leaning>
  readonly evaluations: ReadonlyMap<string, Leaning>
  /** By "TYPE/mode". */
  readonly acts: ReadonlyMap<string, Leaning | null>
  readonly removals: ReadonlySet<string>
  readonly silence: ReadonlySet<string>
  readonly undergone: ReadonlyMap<string, string>
  /** "verb" or "outcome" by word. */
  readonly harm: ReadonlyMap<string, string>
}

let loaded: PositionTables | null = null

/** Reads data/positions once. */
export function positionTables(): PositionTables {
  loaded ??= {
    verbs: new Map(readTable("positions/cues.tsv").map(row => [`${row.cue} ${row.frame}`, toLeaning(row)!])),
    nouns: new Map(
      readTable("positions/nouns.tsv").map(row => [
        row.noun!,
        {...toLeaning(row)!, use: row.use as StanceNoun["use"], prepositions: splitCell(row.prepositions)},
      ]),
    ),
    readiness: new Map(readTable("positions/readiness.tsv").map(row => [row.adjective!, toLeaning(row)!])),
    evaluations: new Map(readTable("positions/evaluations.tsv").map(row => [row.word!, toLeaning(row)!])),
    acts: new Map(readTable("positions/events.tsv").map(row => [`${row.type}/${row.mode}`, toLeaning(row)])),
    removals: new Set(readTable("positions/removal.tsv").map(row => row.lemma!)),
    silence: new Set(readTable("positions/silence.tsv").map(row => row.lemma!)),
    undergone: new Map(readTable("positions/undergone.tsv").map(row => [row.noun!, row.kind!])),
    harm: new Map(readTable("positions/harm.tsv").map(row => [row.word!, row.part!])),
  }
  return loaded
}

/** What an act says of its target, the mode's row before the type's; null when nothing. */
export function leaningOfAct(type: string, mode: string | null): Leaning | null {
  const {acts} = positionTables()
  return acts.get(`${type}/${mode}`) ?? (acts.has(`${type}/${mode}`) ? null : (acts.get(`${type}/`) ?? null))
}

function toLeaning(row: Readonly<Record<string, string>>): Leaning | null {
  return row.polarity ? {polarity: row.polarity as Leaning["polarity"], strength: row.strength as Leaning["strength"]} : null
}
