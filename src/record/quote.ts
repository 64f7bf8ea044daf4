import {z} from "zod"
import {confidence, ref, span, traceStep} from "./field.js"

export const quoteKinds = ["direct", "mixed", "indirect", "act"] as const

export const quote = z.object({
  id: z.string().describe("Unique within the reading, as q1."),
  kind: z
    .enum(quoteKinds)
    .describe(
      "direct: inside quotation marks; indirect: in the reporter's words; mixed: both; act: a speech act whose verb is the content, as “condemned the decision”.",
    ),
  content: z.array(span()).describe("The reported words, without the outer quotation marks. Several when the cue interrupts them."),
  cue: span().nullable().describe("The words that report, as “said” or “according to”; null in a continued quotation."),
  source: span().nullable().describe("The words that name the speaker here."),
  speaker: ref("actor").nullable().describe("Who spoke. Null when the text does not say: never a guess."),
  onBehalfOf: ref("actor").nullable().describe("The body a spokesperson speaks for."),
  addressee: ref("actor").nullable().describe("Who was spoken to."),
  medium: span().nullable().describe("Where it was said, as “in a statement posted on the ministry website”."),
  utterance: z.string().describe("Pieces of one act of speaking share this id, in reading order, as u1."),
  insertions: z.array(span()).describe("Editorial insertions inside the content, as “[Western]”."),
  confidence: confidence(),
  trace: z.array(traceStep).describe("What found the content, the cue and the speaker."),
})
export type Quote = z.infer<typeof quote>
