import type {Span} from "../../document/span.js"
import {SpanIndex} from "../../document/span-index.js"
import type {Quote, TraceStep} from "../../record/all.js"
import type {CueClass, Frame} from "./cues.js"

/** A quote while it is being put together. */
export interface Draft {
  kind: Quote["kind"]
  content: Span[]
  cue: Span | null
  source: Span | null
  medium: Span | null
  /** The draft whose utterance goes on in this one; null for a new utterance. */
  follows: Draft | null
  confidence: number
  trace: TraceStep[]
}

/** A possible report before it is weighed. */
export interface Candidate {
  readonly frame: Frame | "network" | "headline"
  /** What the table says of the cue in this construction; null when it does not know it. */
  readonly known: CueClass | null
  /** Row of the cue's main word. */
  readonly cueRow: number
  readonly cue: Span
  readonly content: readonly Span[]
  /** Row of the speaker's head; −1 when nobody is named. */
  readonly speakerRow: number
  readonly source: Span | null
  readonly medium: Span | null
  /** The network's probabilities: of the cue's main word, and the means of content and source. */
  readonly network: {readonly cue: number; readonly content: number; readonly source: number}
  readonly rule: string
}

/** Where a draft begins: its first content or cue. */
export const startOf = (draft: Draft): number => Math.min(...[...draft.content, ...(draft.cue ? [draft.cue] : [])].map(span => span.start))

/** The contents of drafts by their place, each with its draft. */
export type Contents = SpanIndex<Span & {readonly draft: Draft}>

export const contentsOf = (drafts: readonly Draft[]): Contents =>
  new SpanIndex(drafts.flatMap(draft => draft.content.map(({start, end}) => ({start, end, draft}))))
