import type {TraceStep} from "../../record/field.js"
import type {Match} from "./match.js"

/** What a time expression means: TIMEX3 type, value and modifier; days are counted from 1970-01-01. */
export interface Sense {
  readonly type: "DATE" | "TIME" | "DURATION" | "SET"
  readonly value: string
  readonly mod?: string | null
  /** First and last day, where the value alone does not say ("the past few months"). */
  readonly days?: readonly [number, number] | null
}

export type Tense = "past" | "future" | "present" | null

/** Where the text stands when an expression is read. */
export interface Setting {
  /** The day from which "yesterday" and "last week" count; null when unknown. */
  readonly today: number | null
  readonly tense: Tense
  /** The story the text tells so far. */
  readonly story: Story
  /** Does the text tell history, so that years come from the story and not from the publication date? */
  readonly narrative: boolean
}

/** The last dates that the text has named. Null where none. */
export interface Story {
  readonly day: number | null
  /** A month as year × 12 + month − 1. */
  readonly month: number | null
  readonly year: number | null
  /** A quarter as year × 4 + quarter − 1. */
  readonly quarter: number | null
  /** The last day named, also where months or years have been named since. */
  readonly lastDay: number | null
  /** The value that was given last. */
  readonly last: string | null
}

export const emptyStory: Story = {day: null, month: null, year: null, quarter: null, lastDay: null, last: null}

/** Gives the sense of a match; null when the words turn out to be no time expression. */
export type Rule = (captures: Captures, setting: Setting, args: readonly string[]) => Sense | null

/** The classes that filled a pattern. */
export class Captures {
  constructor(
    readonly match: Match,
    /** All words of the match, in lower case. */
    readonly words: string,
  ) {}

  get(...names: string[]): string | null {
    return this.match.symbols.find(symbol => names.includes(symbol.name))?.value ?? null
  }

  all(name: string): string[] {
    return this.match.symbols.filter(symbol => symbol.name === name).map(symbol => symbol.value)
  }

  number(...names: string[]): number | null {
    const value = this.get(...names)
    return value === null ? null : Number(value)
  }

  has(name: string): boolean {
    return this.match.symbols.some(symbol => symbol.name === name)
  }
}

export const step = (rule: string, gave: string, span: TraceStep["span"] = null): TraceStep => ({rule, span, gave})
