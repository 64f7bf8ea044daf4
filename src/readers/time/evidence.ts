import type {Span} from "../../document/span.js"
import {addMonths, fromDay, parseDay, toDay} from "./calendar.js"

/** A reason to think that an article was published within an interval of days; null is open. */
export interface Evidence {
  readonly span: Span
  readonly about: string
  readonly from: number | null
  readonly to: number | null
}

/** First day of a date written YYYY, YYYY-MM or YYYY-MM-DD, with "~" before uncertain ones; null for none. */
export function firstDay(text: string | undefined): number | null {
  const plain = text?.replace("~", "") ?? ""
  if (/^\d{4}-\d\d-\d\d$/.test(plain)) return parseDay(plain)
  const [year, month] = plain.split("-").map(Number)
  return year ? toDay(year, month ?? 1, 1) : null
}

/** Last day of such a date. */
export function lastDay(text: string | undefined): number | null {
  const plain = text?.replace("~", "") ?? ""
  const first = firstDay(plain)
  if (first === null || plain.length === 10) return first
  return addMonths(first, plain.length === 7 ? 1 : 12) - 1
}

/** The interval that all evidence allows, strongest first: what contradicts the rest is left out. Reasons are those that were kept. */
export function weigh(all: readonly Evidence[]): {from: number | null; to: number | null; kept: Evidence[]} {
  let from: number | null = null
  let to: number | null = null
  const kept: Evidence[] = []
  for (const evidence of all) {
    const lower: number | null = maxOf(from, evidence.from)
    const upper: number | null = minOf(to, evidence.to)
    if (lower !== null && upper !== null && lower > upper) continue
    from = lower
    to = upper
    kept.push(evidence)
  }
  return {from, to, kept}
}

const maxOf = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : Math.max(a, b))
const minOf = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : Math.min(a, b))

/** Years that an interval touches; none when it is open on a side. */
export function yearsOf(from: number | null, to: number | null): number[] {
  if (from === null || to === null) return []
  const [first, last] = [fromDay(from).year, fromDay(to).year]
  return Array.from({length: Math.min(200, last - first + 1)}, (_, step) => first + step)
}
