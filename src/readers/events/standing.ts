import type {Words} from "../../document/words.js"
import type {EventStatus, TraceStep} from "../../record/all.js"
import type {Effect, OperatorKind} from "./tables.js"

/** What the words around an act say about whether it happened. */
export interface Standing {
  readonly status: EventStatus
  /** A verb or noun above that turns the act into another: "promised to send". */
  readonly operator: {readonly row: number; readonly kind: OperatorKind; readonly effect: Effect} | null
  /** Said with "will" and nothing else: an announced act. */
  readonly announced: boolean
  readonly decided: boolean
  /** Told as done, whatever is said above it: "because soldiers fired". It may still be history. */
  readonly fact: boolean
  readonly trace: readonly TraceStep[]
}

/** A standing that a rule decided. */
export function stand(status: EventStatus, step: TraceStep | null, announced = false): Standing {
  return {status, operator: null, announced, decided: step !== null, fact: false, trace: step ? [step] : []}
}

/** A step of the trace at a word. */
export function stepAt(words: Words, row: number, rule: string, gave: string): TraceStep {
  return {rule: `status: ${rule}`, span: {start: words.start[row]!, end: words.end[row]!}, gave}
}
