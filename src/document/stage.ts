import type {Document} from "./document.js"
import type {Layer, Oddity} from "./layer.js"

/** Reports an oddity in the text without stopping the reading. */
export type Notice = (oddity: Oddity) => void

/** One step of reading: what it needs, and the one layer it gives. No step reaches for the clock, the network or the store. */
export interface Stage<T> {
  readonly name: string
  /** Goes up by one whenever the output for the same text can change. Stored with every record. */
  readonly version: number
  readonly needs: readonly Layer<unknown>[]
  readonly gives: Layer<T>
  run(doc: Document, note: Notice): T
}
