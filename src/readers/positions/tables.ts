import {readTable, splitCell} from "../../lexicon/table.js"
import type {Position} from "../../record/all.js"

/** For or against, and how strongly. */
export interface Leaning {
  readonly polarity: Position["polarity"]
  readonly strength: Position["strength"]
}

/** A word that says where somebody stands, and the prepositions that lead to whom or what. */
export interface Preposed extends Leaning {
  readonly prepositions: readonly string[]
}

/** A noun that says where somebody stands: "support for", or who does: "a critic of". */
export interface StanceNoun extends Preposed {
  readonly use: "stance" | "role"
}

/** A word that judges; `attribute` where it does so before a noun as well. */
export interface Evaluation extends Leaning {
  readonly attribute: boolean
}

/** The tables of data/positions, by lemma. */
export interface PositionTables {
  /** By "verb frame". */
  readonly verbs: ReadonlyMap<string, Leaning>
  readonly nouns: ReadonlyMap<string, StanceNoun>
  readonly readiness: ReadonlyMap<string, Leaning>
  readonly evaluations: ReadonlyMap<string, Evaluation>
  /** By adjective, with the prepositions that lead to whom or what. */
  readonly adjectives: ReadonlyMap<string, Preposed>
  /** By "verb frame". */
  readonly deeds: ReadonlyMap<string, Leaning>
  /** "good" or "bad" for the object, by verb, or by "verb preposition". */
  readonly effects: ReadonlyMap<string, string>
  readonly measures: ReadonlySet<string>
  readonly voicing: ReadonlySet<string>
  /** Verbs whose infinitive is done or tried. */
  readonly striving: ReadonlySet<string>
  /** "noun" or "verb" by word: come, to somebody's defence. */
  readonly aid: ReadonlyMap<string, string>
  /** What is done well or badly: job, record. */
  readonly performance: ReadonlySet<string>
  /** Verbs of saying that something is not so. */
  readonly denials: ReadonlySet<string>
  /** By "TYPE/mode". */
  readonly acts: ReadonlyMap<string, Leaning | null>
  /** Verbs of losing power by kind: "driven" out, "going" or leaving an "office". */
  readonly removals: ReadonlyMap<string, string>
  /** Nouns of acting, whose "of" names who acts. */
  readonly acting: ReadonlySet<string>
  /** Verbs whose subject only gets or has the object. */
  readonly receiving: ReadonlySet<string>
  readonly silence: ReadonlySet<string>
  /** Verbs and nouns of asking for what is not yet. */
  readonly wishes: ReadonlySet<string>
  /** Verbs whose clause is no fact. */
  readonly supposing: ReadonlySet<string>
  /** Nouns of time and circumstance. */
  readonly moments: ReadonlySet<string>
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
    evaluations: new Map(
      readTable("positions/evaluations.tsv").map(row => [row.word!, {...toLeaning(row)!, attribute: row.attribute === "yes"}]),
    ),
    adjectives: new Map(
      readTable("positions/adjectives.tsv").map(row => [row.adjective!, {...toLeaning(row)!, prepositions: splitCell(row.prepositions)}]),
    ),
    deeds: new Map(readTable("positions/deeds.tsv").map(row => [`${row.verb} ${row.frame}`, toLeaning(row)!])),
    effects: new Map(readTable("positions/effects.tsv").map(row => [row.lemma!, row.effect!])),
    measures: new Set(readTable("positions/measures.tsv").map(row => row.noun!)),
    voicing: new Set(readTable("positions/voicing.tsv").map(row => row.lemma!)),
    striving: new Set(readTable("positions/striving.tsv").map(row => row.lemma!)),
    aid: new Map(readTable("positions/aid.tsv").map(row => [row.word!, row.part!])),
    performance: new Set(readTable("positions/performance.tsv").map(row => row.noun!)),
    denials: new Set(readTable("positions/denials.tsv").map(row => row.lemma!)),
    acts: new Map(readTable("positions/events.tsv").map(row => [`${row.type}/${row.mode}`, toLeaning(row)])),
    removals: new Map(readTable("positions/removal.tsv").map(row => [row.lemma!, row.kind!])),
    acting: new Set(readTable("positions/acting.tsv").map(row => row.noun!)),
    receiving: new Set(readTable("positions/receiving.tsv").map(row => row.lemma!)),
    wishes: new Set(readTable("positions/wishes.tsv").map(row => row.lemma!)),
    supposing: new Set(readTable("positions/supposing.tsv").map(row => row.lemma!)),
    moments: new Set(readTable("positions/moments.tsv").map(row => row.noun!)),
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
