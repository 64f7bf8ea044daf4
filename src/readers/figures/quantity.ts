import type {Figure} from "../../record/figure.js"

/** A number in the text with what stands directly at it: rows [first, last) are the span of the figure. */
export interface Quantity {
  readonly first: number
  readonly last: number
  /** Rows of the number itself. */
  readonly number: readonly [number, number]
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly bound: Figure["bound"]
  /** Money, percent, duration or a measure, where a unit says so; null for plain counts. */
  readonly kind: Figure["kind"] | null
  readonly unit: string | null
  readonly rules: readonly string[]
}

/** Sets low and high from a value and the word that bounds it. */
export function boundaries(value: number, bound: Figure["bound"]): {low: number | null; high: number | null} {
  if (bound === "exact") return {low: value, high: value}
  if (bound === "over" || bound === "at-least") return {low: value, high: null}
  return bound === "under" || bound === "at-most" ? {low: null, high: value} : {low: null, high: null}
}
