import type {Reading} from "../src/record/all.js"

/** Rows as the server's lists give them. */
export interface ArticleRow {
  readonly number: number
  readonly article: string
  readonly day: string | null
  readonly last_day: string | null
  readonly basis: string
  readonly title: string | null
  readonly publisher: string | null
  readonly origin: string | null
  readonly language: string | null
  readonly state: "read" | "unread"
  readonly cluster: string
  readonly characters: number
  readonly opening: string
  readonly events: number | null
  readonly quotes: number | null
  readonly figures: number | null
  readonly positions: number | null
  readonly places: number | null
  readonly actors: number | null
  readonly copies: number
}

/** What stands in every row that was read from an article. */
export interface Origin {
  readonly article: string
  readonly day: string | null
  readonly title: string | null
  readonly publisher: string | null
  readonly origin: string | null
}

export interface EventRow extends Origin {
  readonly event: string
  readonly type: string
  readonly mode: string | null
  readonly status: string
  readonly source: string | null
  readonly target: string | null
  readonly evidence: string
  readonly trigger: string
  readonly place: string | null
  readonly country: string | null
  readonly precision: string | null
  readonly lat: number | null
  readonly lon: number | null
  readonly score: number
  readonly quad: number
  readonly confidence: number
  readonly when_from: string | null
  readonly when_to: string | null
  readonly when_basis: string
  /** The numbers of the actors on either side, divided as their names. */
  readonly source_who: string | number | null
  readonly target_who: string | number | null
  /** 1 where those named as its source act on one another. */
  readonly reciprocal: number
}

export interface QuoteRow extends Origin {
  readonly quote: string
  readonly speaker: string | null
  readonly behalf: string | null
  readonly kind: string
  readonly words: string
  readonly country: string | null
  readonly confidence: number
  readonly content: string
  /** The words that report, as "said"; null where nothing does. */
  readonly cue: string | null
  readonly speaker_who: number | null
  readonly behalf_who: number | null
}

/** A speaker with the number of their quotes. */
export interface SpeakerRow {
  readonly who: number
  readonly speaker: string
  /** What names the speaker beyond doubt. */
  readonly key: string
  readonly quotes: number
}

export interface FigureRow extends Origin {
  readonly figure: string
  readonly kind: string
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly bound: string
  readonly change: string | null
  readonly unit: string | null
  readonly status: string
  readonly words: string
  readonly counted: string | null
  readonly said_by: string | null
  readonly said_by_who: number | null
  readonly place: string | null
  readonly country: string | null
  readonly as_of: string | null
}

export interface PositionRow extends Origin {
  readonly position: string
  readonly holder: string
  readonly holder_who: number | null
  readonly target_who: number | null
  readonly target: string | null
  readonly topic: string | null
  readonly polarity: "for" | "against"
  readonly strength: string
  readonly evidence: string
  readonly confidence: number
}

export interface ActorRow {
  readonly who: number
  /** What names the actor beyond doubt, whoever else is called so. */
  readonly key: string
  readonly name: string
  readonly kind: string
  readonly country: string | null
  readonly code: string | null
  readonly articles: number
  readonly first_day: string | null
  readonly last_day: string | null
}

export interface EdgeRow {
  readonly source: string
  readonly target: string
  readonly source_who: number
  readonly target_who: number
  readonly source_key: string
  readonly target_key: string
  readonly source_kind: string
  readonly target_kind: string
  readonly events: number
  readonly mean_score: number
  readonly first_day: string | null
  readonly last_day: string | null
}

export interface PlaceRow {
  readonly name: string
  readonly country: string | null
  readonly kind: string
  readonly precision: string
  readonly lat: number | null
  readonly lon: number | null
  readonly events: number
  readonly score: number
  readonly first_day: string | null
  readonly last_day: string | null
}

export interface SeriesRow {
  readonly period: string
  readonly events: number
  readonly mean_score: number | null
}

export interface Neighbour {
  readonly hash: string
  readonly title: string | null
  readonly origin: string | null
  readonly opening: string
}

/** One article as its page shows it. */
export interface ArticleAnswer {
  readonly number: number
  readonly state: string
  readonly wasRead: boolean
  readonly reading: Reading
  readonly who: Readonly<Record<string, number>>
  readonly copies: readonly Neighbour[]
  readonly newer: Neighbour | null
  readonly older: Neighbour | null
}

export interface Choice {
  readonly value: string
  readonly count: number
}

export interface Choices {
  readonly publishers: readonly Choice[]
  readonly countries: readonly Choice[]
  readonly types: readonly Choice[]
  readonly figureKinds: readonly Choice[]
  readonly actorKinds: readonly Choice[]
  readonly days: {readonly first: string | null; readonly last: string | null} | null
  readonly exports: readonly {readonly name: string; readonly summary: string; readonly ending: string; readonly holds: readonly string[]}[]
}

export interface Changes {
  readonly version: string
  readonly counts: Readonly<Record<string, number>>
  readonly jobs: readonly {readonly id: number; readonly name: string; readonly state: string}[]
}

export interface Job {
  readonly id: number
  readonly name: string
  readonly state: "waiting" | "reading" | "done" | "failed"
  readonly articles: readonly {readonly hash: string; readonly title: string | null; readonly outcome: string}[]
  readonly problems: readonly string[]
}

export interface ListAnswer<Row> {
  readonly rows: readonly Row[]
  readonly more: boolean
}

/** How often somebody stood for and against somebody. */
export interface MatrixCell {
  readonly holder_who: number
  readonly holder: string
  readonly target_who: number | null
  readonly target: string | null
  /** What names them beyond doubt, whoever else is called so. */
  readonly holder_key: string
  readonly target_key: string | null
  readonly favourable: number
  readonly opposed: number
}
