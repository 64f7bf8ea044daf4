import {z} from "zod"
import type {Span} from "../document/span.js"
import {eventStatuses} from "./event.js"
import {confidence, traceStep} from "./field.js"

/** What the first span's actor did to the second's: the answer to one asked pair. */
export const pair = z.object({
  type: z.string().nullable().describe("PLOVER 2 type; null when nothing was found."),
  mode: z.string().nullable().describe("PLOVER 2 mode."),
  quad: z.int().min(1).max(4).nullable().describe("Quad class."),
  status: z.enum(eventStatuses).nullable().describe("Status, as for events."),
  confidence: confidence(),
  trace: z.array(traceStep).describe("How it was decided."),
})
export type Pair = z.infer<typeof pair>

/** A question the caller asks beside the article: what did the actor at `source` do to the one at `target`? UTF-16 indexes; null leaves that side open. */
export interface AskedPair {
  readonly source: Span | null
  readonly target: Span | null
}
