import type {Span} from "../../document/span.js"
import type {Quote, TraceStep} from "../../record/all.js"

/** A quote while it is being put together. */
export interface Draft {
  kind: Quote["kind"]
  content: Span[]
  cue: Span | null
  source: Span | null
  medium: Span | null
  /** Goes on in the utterance of the draft before it. */
  continues: boolean
  confidence: number
  trace: TraceStep[]
}

/** Where a draft begins: its first content or cue. */
export const startOf = (draft: Draft): number => Math.min(...[...draft.content, ...(draft.cue ? [draft.cue] : [])].map(span => span.start))
