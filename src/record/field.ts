import {z} from "zod"
import type {Span} from "../document/span.js"

/** What a schema field points at, found again by `marksOf`: a place in the text, or another record. */
export type Mark = {readonly is: "span"} | {readonly is: "ref"; readonly to: readonly string[]}

const marks = z.registry<Mark>()

const spanShape = z.object({
  start: z.int().min(0).describe("First character, counted in code points from 0."),
  end: z.int().min(0).describe("The character after the last one."),
})

/** A place in `document.text`. */
export function span(): z.ZodType<Span> {
  const schema = z.object(spanShape.shape)
  marks.add(schema, {is: "span"})
  return schema as unknown as z.ZodType<Span>
}

/** The id of another record of the same reading, of one of these kinds. */
export function ref(...to: string[]): z.ZodString {
  const schema = z.string()
  marks.add(schema, {is: "ref", to})
  return schema
}

/** What a field's schema was marked as, looking through `nullable` and `array`; null for a plain value. */
export function markOf(schema: z.core.$ZodType): Mark | null {
  const mark = marks.get(schema as z.ZodType)
  if (mark) return mark
  const definition = schema._zod.def as {innerType?: z.core.$ZodType; element?: z.core.$ZodType}
  const inner = definition.innerType ?? definition.element
  return inner ? markOf(inner) : null
}

/** A day, month or year as ISO 8601 writes it. */
export const day = (): z.ZodString => z.string().regex(/^\d{4}-\d\d-\d\d$/)

/** An interval of days, both ends included; null is open or unknown. */
export const interval = () => z.object({from: day().nullable(), to: day().nullable()})

/** How sure the program is, between 0 and 1: of the records at 0.8 about 80 % are right on data not used to fit it. */
export const confidence = () =>
  z.number().min(0).max(1).describe("Calibrated: of the records at 0.8, about 80 % are right on data that was not used to fit it.")

/** One step of the reasoning: which rule or table row fired, on which words, and what it gave. */
export const traceStep = z.object({
  rule: z.string().describe("The rule, or the table and row, that decided."),
  span: span().nullable().describe("The words it fired on."),
  gave: z.string().describe("What it decided."),
})
export type TraceStep = z.infer<typeof traceStep>
