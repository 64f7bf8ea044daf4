import {z} from "zod"
import {confidence, ref, span, traceStep} from "./field.js"

export const position = z.object({
  id: z.string().describe("Unique within the reading, as s1."),
  holder: ref("actor").describe("Whose position it is."),
  target: ref("actor").nullable().describe("The actor it is about."),
  topic: span().nullable().describe("What it is about, in the text's words."),
  polarity: z.enum(["for", "against"]).describe("For or against."),
  strength: z.enum(["strong", "moderate", "weak"]).describe("How strongly it is put."),
  basis: z.array(ref("event", "quote")).describe("The events and quotes it rests on."),
  evidence: z.array(span()).describe("The words it was read from."),
  narrator: z.boolean().describe("True when it is the reporter's own judgement."),
  confidence: confidence(),
  trace: z.array(traceStep).describe("What decided holder, target, polarity and strength."),
})
export type Position = z.infer<typeof position>
