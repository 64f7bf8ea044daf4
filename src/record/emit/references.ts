import type {z} from "zod"
import {markOf} from "../field.js"

interface Shape {
  readonly shape?: Record<string, z.core.$ZodType>
  readonly element?: z.core.$ZodType
  readonly innerType?: z.core.$ZodType
}

/** The ids of other records that a record names, as its schema marks them; nulls are passed over. */
export function referencesIn(schema: z.core.$ZodType, value: unknown): string[] {
  if (value === null || value === undefined) return []
  const {shape, element, innerType} = schema._zod.def as unknown as Shape
  if (innerType) return referencesIn(innerType, value)
  if (element) return (value as readonly unknown[]).flatMap(item => referencesIn(element, item))
  if (shape) return Object.entries(shape).flatMap(([name, field]) => referencesIn(field, (value as Record<string, unknown>)[name]))
  return markOf(schema)?.is === "ref" ? [value as string] : []
}
