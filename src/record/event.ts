import {z} from "zod"
import {confidence, day, ref, span, traceStep} from "./field.js"

export const eventStatuses = ["actual", "future", "hypothetical", "negated", "historical"] as const
export type EventStatus = (typeof eventStatuses)[number]

const when = z.object({
  from: day().nullable().describe("First day on which the act may have happened."),
  to: day().nullable().describe("Last day."),
  basis: z
    .enum(["expression", "tense", "document", "none"])
    .describe("Read from a time expression, from the tense and the publication date, from the document's own date, or not known."),
  time: ref("time").nullable().describe("The time expression it was read from."),
})

export const event = z.object({
  id: z.string().describe("Unique within the reading, as e1."),
  type: z.string().describe("PLOVER 2 event type."),
  mode: z.string().nullable().describe("PLOVER 2 mode of that type; null when none fits."),
  contexts: z.array(z.string()).describe("PLOVER 2 contexts."),
  cameo: z.string().describe("CAMEO 1.1 code, no longer than the text supports."),
  quad: z.int().min(1).max(4).describe("1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."),
  score: z.number().describe("Goldstein-style score of the mode or type, −10 to 10."),
  source: z.array(ref("actor")).describe("Who did it. In reciprocal events everyone."),
  target: z.array(ref("actor")).describe("To whom. Empty in reciprocal events and where the text names nobody."),
  sourceSpans: z
    .array(span())
    .describe("The words that name the sources in this clause, or in its sentence where the clause has only a pronoun."),
  targetSpans: z
    .array(span())
    .describe(
      "The words that name the targets in this clause, or in its sentence where the clause has only a pronoun; of an act done to a thing, the thing.",
    ),
  trigger: span().describe("The words that name the act."),
  evidence: z.array(span()).describe("The clauses or sentences that tell it, further mentions included."),
  when: when.describe("When it happened, by its own clause."),
  where: ref("place").nullable().describe("Where, by its own clause."),
  figures: z.array(ref("figure")).describe("Numbers that measure it."),
  status: z.enum(eventStatuses).describe("Whether the text says that it happened: actual, future, hypothetical, negated or historical."),
  reciprocal: z.boolean().describe("True when the sources did it to one another."),
  attribution: ref("quote").nullable().describe("The quote on whose word it stands; null when it is the reporter's own."),
  confidence: confidence(),
  trace: z.array(traceStep).describe("What decided the type, the mode, the status and each slot, in order."),
})
export type Event = z.infer<typeof event>
