import {readTable} from "../../lexicon/table.js"
import {TokenPhrases} from "../../lexicon/token-phrases.js"
import type {VagueConvention} from "../../lexicon/user-tables.js"
import type {Figure} from "../../record/figure.js"

type Kind = Figure["kind"]

export interface Unit {
  readonly kind: Kind
  readonly unit: string
}

/** What a word says is counted; `needs` names words, divided by strokes, of which one must follow the number ("claimed 217 lives"). */
export interface Cue {
  readonly kind: Kind
  readonly words: string
  readonly needs: string | null
}

/** All tables of `data/figures`, ready for lookup. */
export interface Wording {
  readonly boundsBefore: TokenPhrases<Figure["bound"]>
  readonly boundsAfter: TokenPhrases<Figure["bound"]>
  readonly moneyBefore: TokenPhrases<string>
  readonly moneyAfter: TokenPhrases<string>
  /** ISO 4217 codes of the table. */
  readonly moneyCodes: ReadonlySet<string>
  /** "rupee pakistan" → PKR. */
  readonly sharedCurrencies: ReadonlyMap<string, string>
  readonly units: TokenPhrases<Unit>
  readonly vague: TokenPhrases<Readonly<Record<VagueConvention, number>>>
  readonly after: TokenPhrases<Cue>
  readonly before: TokenPhrases<Cue>
  readonly toll: TokenPhrases<Cue>
  readonly nouns: TokenPhrases<Cue>
  readonly labelsBefore: TokenPhrases<string>
  readonly labelsAfter: TokenPhrases<string>
  readonly labelPhrases: TokenPhrases<string>
  readonly changesBefore: TokenPhrases<"up" | "down">
  readonly changesAfter: TokenPhrases<"up" | "down">
  readonly statuses: TokenPhrases<Figure["status"]>
}

let loaded: Wording | null = null

/** The figure tables, read on first use. */
export function wording(): Wording {
  loaded ??= {
    boundsBefore: side("bounds", "before", row => row.bound as Figure["bound"]),
    boundsAfter: side("bounds", "after", row => row.bound as Figure["bound"]),
    moneyBefore: side("currencies", "before", row => row.code!),
    moneyAfter: side("currencies", "after", row => row.code!),
    moneyCodes: new Set(readTable("figures/currencies.tsv").flatMap(row => row.code!.match(/^[A-Z]{3}/)?.[0] ?? [])),
    sharedCurrencies: new Map(readTable("figures/shared-currencies.tsv").map(row => [`${row.currency} ${row.near}`, row.code!])),
    units: new TokenPhrases(readTable("figures/units.tsv").map(row => [row.words!, {kind: row.kind as Kind, unit: row.unit!}])),
    vague: new TokenPhrases(
      readTable("figures/vague.tsv").map(row => [row.words!, {low: Number(row.low), acled: Number(row.acled), ucdp: Number(row.ucdp)}]),
    ),
    after: cues("after"),
    before: cues("before"),
    toll: cues("toll"),
    nouns: cues("noun"),
    labelsBefore: side("labels", "before", row => row.words!),
    labelsAfter: side("labels", "after", row => row.words!),
    labelPhrases: side("labels", "word", row => row.words!),
    changesBefore: side("changes", "before", row => row.change as "up" | "down"),
    changesAfter: side("changes", "after", row => row.change as "up" | "down"),
    statuses: new TokenPhrases(readTable("figures/statuses.tsv").map(row => [row.words!, row.status as Figure["status"]])),
  }
  return loaded
}

function side<T>(table: string, where: string, read: (row: Readonly<Record<string, string>>) => T): TokenPhrases<T> {
  return new TokenPhrases(
    readTable(`figures/${table}.tsv`)
      .filter(row => row.side === where)
      .map(row => [row.words!, read(row)] as const),
  )
}

function cues(place: string): TokenPhrases<Cue> {
  return new TokenPhrases(
    readTable("figures/kinds.tsv").flatMap(row => {
      const [name, needs] = row.place!.split("?")
      return name === place ? [[row.words!, {kind: row.kind as Kind, words: row.words!, needs: needs ?? null}] as const] : []
    }),
  )
}
