import type {Span} from "../../document/span.js"
import type {Candidate} from "../../lexicon/places/candidate.js"
import type {Place} from "../../record/all.js"

/** A name of a place in the text, before it is decided which place it is. */
export interface Mention extends Span {
  /** The name as written. */
  readonly written: string
  readonly use: Place["use"]
  /** Why it is taken for a place, for the trace. */
  readonly why: string
  /** The network's class: GPE, LOC, FAC; empty when it gave none. */
  readonly label: string
  readonly candidates: readonly Candidate[]
  /** How the name was looked up when not as written; empty otherwise. */
  readonly reading: string
}
