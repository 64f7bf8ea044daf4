import type {TraceStep} from "../../record/field.js"
import type {Days} from "./interval.js"
import type {Match} from "./match.js"
import type {Sense} from "./sense.js"

/** A resolved expression while it is still being joined with its neighbours: token rows, sense and how it came about. */
export interface Found {
  readonly first: number
  readonly last: number
  readonly match: Match
  readonly sense: Sense
  readonly days: Days | null
  readonly trace: readonly TraceStep[]
}
