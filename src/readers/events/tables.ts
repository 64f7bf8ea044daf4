import {readTable, splitCell} from "../../lexicon/table.js"

/** A condition on a verb's dependents, as `obj=meeting` or `prep=with`. */
export interface Condition {
  readonly slot:
    | "obj"
    | "-obj"
    | "subj"
    | "prep"
    | "-prep"
    | "within"
    | "-within"
    | "prt"
    | "xcomp"
    | "-xcomp"
    | "ccomp"
    | "-ccomp"
    | "wish"
    | "-wish"
  readonly value: string
}

/** One row of data/events/verbs.tsv. */
export interface VerbSense {
  readonly lemma: string
  readonly frame: string
  readonly conditions: readonly Condition[]
  readonly type: string
  readonly mode: string | null
  /** Where the target stands, the first that is there wins: obj, iobj, prep:with… */
  readonly target: readonly string[]
}

/** One row of data/events/idioms.tsv. */
export type Idiom = Pick<VerbSense, "lemma" | "conditions">

/** One row of data/events/nouns.tsv. */
export interface NounSense {
  readonly lemma: string
  readonly type: string
  readonly mode: string | null
  readonly of: "source" | "target" | "both"
}

export type OperatorKind =
  | "promise"
  | "threaten"
  | "refuse"
  | "fail"
  | "deny"
  | "request"
  | "want"
  | "plan"
  | "fear"
  | "prevent"
  | "halt"
  | "consider"
  | "try"
  | "factive"
  | "allow"
  | "keep"
  | "accuse"
  | "say"

/** What an operator makes of the act below it. */
export interface Effect {
  readonly kind: OperatorKind
  readonly acts: readonly string[]
  /** The type the operator becomes; null when it becomes none. */
  readonly outer: string | null
  readonly modeByAct: boolean
  readonly inner: "drop" | "keep" | "negated" | "hypothetical" | "future"
}

interface Tables {
  readonly verbs: ReadonlyMap<string, readonly VerbSense[]>
  readonly nouns: ReadonlyMap<string, NounSense>
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>
  readonly operators: ReadonlyMap<string, OperatorKind>
  /** Operators that govern clauses alone. */
  readonly clausal: ReadonlySet<string>
  readonly effects: readonly Effect[]
  readonly modes: ReadonlyMap<string, string>
  /** What the subject of a light verb is to the act its object names. */
  readonly light: ReadonlyMap<string, "source" | "target">
  /** Frames of verbs that are no act: "seized the occasion". */
  readonly idioms: ReadonlyMap<string, readonly Idiom[]>
  /** Where a type's target stands when the verb's row does not say; "*" for all others. */
  readonly targets: ReadonlyMap<string, readonly string[]>
}

let loaded: Tables | null = null

/** The tables of data/events, read on first use. */
export function eventTables(): Tables {
  loaded ??= {
    verbs: group(readTable("events/verbs.tsv").map(toVerbSense)),
    nouns: new Map(
      readTable("events/nouns.tsv").map(row => [
        row.lemma!,
        {lemma: row.lemma!, type: row.type!, mode: row.mode || null, of: row.of as NounSense["of"]},
      ]),
    ),
    classes: new Map(readTable("events/classes.tsv").map(row => [row.class!, new Set(splitCell(row.lemmas))])),
    operators: new Map(readTable("events/operators.tsv").map(row => [row.lemma!, row.kind as OperatorKind])),
    clausal: new Set(readTable("events/operators.tsv").flatMap(row => (row.over === "clause" ? [row.lemma!] : []))),
    effects: readTable("events/effects.tsv").map(toEffect),
    modes: new Map(readTable("events/modes-by-act.tsv").map(row => [`${row.outer} ${row.act}`, row.mode!])),
    targets: new Map(readTable("events/targets.tsv").map(row => [row.type!, row.places!.split(",")])),
    light: new Map(readTable("events/light-verbs.tsv").map(row => [row.lemma!, row.subject as "source" | "target"])),
    idioms: group(readTable("events/idioms.tsv").map(row => ({lemma: row.lemma!, conditions: toConditions(row.frame!)}))),
  }
  return loaded
}

/** What an operator of this kind makes of an act of this type. */
export function effectOf(kind: OperatorKind, type: string): Effect {
  const {effects} = eventTables()
  return (
    effects.find(effect => effect.kind === kind && effect.acts.includes(type)) ??
    effects.find(effect => effect.kind === kind && effect.acts.includes("*"))!
  )
}

/** The mode that an outer type takes from the act below it; null when the table has none. */
export function modeByAct(outer: string, act: {readonly type: string; readonly mode: string | null}): string | null {
  const {modes} = eventTables()
  return modes.get(`${outer} ${act.type}/${act.mode}`) ?? modes.get(`${outer} ${act.type}`) ?? (outer === "THREATEN" ? null : "change")
}

function group<T extends {readonly lemma: string}>(senses: readonly T[]): Map<string, T[]> {
  const byLemma = new Map<string, T[]>()
  for (const sense of senses) byLemma.set(sense.lemma, [...(byLemma.get(sense.lemma) ?? []), sense])
  return byLemma
}

function toVerbSense(row: Readonly<Record<string, string>>): VerbSense {
  const frame = row.frame ?? ""
  return {
    lemma: row.lemma!,
    frame,
    conditions: toConditions(frame),
    type: row.type!,
    mode: row.mode || null,
    target: (row.target ?? "").split(",").filter(part => part !== ""),
  }
}

const slot = /^-?(?:obj|subj|prep|within|prt|xcomp|ccomp|wish)(?:=|$)/

/** "obj=person -prep=in favour of": a word that names no slot goes on with the value before it. */
function toConditions(frame: string): Condition[] {
  const parts: string[] = []
  for (const word of frame.split(" ")) {
    if (slot.test(word)) parts.push(word)
    else if (parts.length > 0) parts.push(`${parts.pop()!} ${word}`)
  }
  return parts.map(part => {
    const [name = "", value = ""] = part.split("=")
    return {slot: name as Condition["slot"], value}
  })
}

function toEffect(row: Readonly<Record<string, string>>): Effect {
  return {
    kind: row.kind as OperatorKind,
    acts: splitCell(row.for),
    outer: row.outer === "-" ? null : row.outer!,
    modeByAct: row.mode === "by",
    inner: row.inner as Effect["inner"],
  }
}
