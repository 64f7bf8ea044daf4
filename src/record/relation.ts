import {z} from "zod"
import {ref, span, traceStep} from "./field.js"

export const relation = z.object({
  id: z.string().describe("Unique within the reading, as r1."),
  kind: z
    .enum(["ally-of", "member-of", "leads", "speaks-for", "opposes", "located-in", "part-of", "works-for"])
    .describe("How the two are related."),
  from: ref("actor").describe("The first actor."),
  to: ref("actor").describe("The second."),
  evidence: z.array(span()).describe("The words that say so."),
  trace: z.array(traceStep).describe("Which rule read it."),
})
export type Relation = z.infer<typeof relation>
