import type {Source} from "../document/document.js"
import type {Problem} from "../problem.js"
import type {Note} from "../record/note.js"
import type {AskedPair} from "../record/pair.js"

/** An article found in the input, ready to be read. */
export interface Article {
  readonly source: Source
  readonly pairs: readonly AskedPair[]
  readonly notes: readonly Note[]
  /** Where it was found: FILE, FILE:LINE or FILE:OFFSET. */
  readonly at: string
}

/** Something in the input that cannot be read, and why. It costs only itself. */
export interface Failure {
  readonly id: string
  readonly problem: Problem
  readonly at: string
}

/** What a format gives, in input order. */
export type Item = Article | Failure

export const isFailure = (item: Item): item is Failure => "problem" in item
