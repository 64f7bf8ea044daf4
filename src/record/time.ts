import {z} from "zod"
import {day, traceStep} from "./field.js"

export const timeTypes = ["DATE", "TIME", "DURATION", "SET"] as const

export const time = z.object({
  id: z.string().describe("Unique within the reading, as t1."),
  start: z.int().min(0).describe("First character; the determiner is inside, the preposition outside."),
  end: z.int().min(0).describe("The character after the last one."),
  type: z.enum(timeTypes).describe("TIMEX3 type."),
  value: z.string().describe("TIMEX3 value, as 2013-01 or P2Y."),
  mod: z.string().nullable().describe("TIMEX3 modifier, as APPROX or START; null when none."),
  from: day().nullable().describe("First day the expression can mean; null when it cannot be resolved."),
  to: day().nullable().describe("Last day."),
  trace: z.array(traceStep).describe("What decided the value."),
})
export type Time = z.infer<typeof time>
