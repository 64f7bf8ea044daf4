import {readTable} from "../../lexicon/table.js"
import type {Position} from "../../record/all.js"

/** For or against, and how strongly. */
export interface Leaning {
  readonly polarity: Position["polarity"]
  readonly strength: Position["strength"]
}

let cues: ReadonlyMap<string, Leaning> | null = null
let acts: ReadonlyMap<string, Leaning | null> | null = null
let removals: ReadonlySet<string> | null = null

/** What a reporting verb says of its content; null when nothing. */
export function leaningOfCue(lemma: string): Leaning | null {
  cues ??= new Map(readTable("positions/cues.tsv").map(row => [row.cue!, toLeaning(row)!]))
  return cues.get(lemma.toLowerCase()) ?? null
}

/** What an act says of its target, the mode's row before the type's; null when nothing. */
export function leaningOfAct(type: string, mode: string | null): Leaning | null {
  acts ??= new Map(readTable("positions/events.tsv").map(row => [`${row.type}/${row.mode}`, toLeaning(row)]))
  return acts.get(`${type}/${mode}`) ?? (acts.has(`${type}/${mode}`) ? null : (acts.get(`${type}/`) ?? null))
}

/** Does this verb say that somebody goes or is removed from power? */
export function isRemoval(lemma: string): boolean {
  removals ??= new Set(readTable("positions/removal.tsv").map(row => row.lemma!))
  return removals.has(lemma.toLowerCase())
}

function toLeaning(row: Readonly<Record<string, string>>): Leaning | null {
  return row.polarity ? {polarity: row.polarity as Leaning["polarity"], strength: row.strength as Leaning["strength"]} : null
}
