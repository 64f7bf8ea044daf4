import {z} from "zod"
import {interval, ref, span, traceStep} from "./field.js"

export const figureKinds = [
  "killed",
  "injured",
  "missing",
  "displaced",
  "detained",
  "hostages",
  "money",
  "people",
  "weapons",
  "votes",
  "percent",
  "duration",
  "other",
] as const
export const figureBounds = ["exact", "about", "over", "at-least", "under", "at-most", "range"] as const
export const figureStatuses = ["reported", "pledged", "demanded", "denied", "projected"] as const

export const figure = z.object({
  id: z.string().describe("Unique within the reading, as f1."),
  start: z.int().min(0).describe("First character: the bound word, the number and a unit of money or measure."),
  end: z.int().min(0).describe("The character after the last one."),
  kind: z.enum(figureKinds).describe("What is measured."),
  value: z.number().nullable().describe("The number said; null for vague counts."),
  low: z.number().nullable().describe("Smallest value the words allow; null when open."),
  high: z.number().nullable().describe("Largest value the words allow; null when open."),
  bound: z.enum(figureBounds).describe("How the words bound the number."),
  change: z.enum(["up", "down"]).nullable().describe("A difference rather than a level: “rose by 60” is up."),
  unit: z.string().nullable().describe("people, an ISO 4217 currency, percent, or a unit of measure."),
  of: span().nullable().describe("What is counted, in the text's words."),
  status: z.enum(figureStatuses).describe("Reported as fact, pledged, demanded, denied or projected."),
  source: ref("actor", "quote").nullable().describe("Who says so."),
  asOf: interval().nullable().describe("The days for which the number holds."),
  where: ref("place").nullable().describe("Where it was counted."),
  trace: z.array(traceStep).describe("What gave the value, the bound and the kind."),
})
export type Figure = z.infer<typeof figure>
