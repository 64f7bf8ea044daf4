import type {z} from "zod"
import type {Offsets} from "../../document/offsets.js"
import {Problem} from "../../problem.js"
import {markOf} from "../field.js"

/** What a proof needs to know about the reading: its text, how to count in it, and which records exist. */
export interface Ground {
  readonly offsets: Offsets
  /** Kind of record → ids. */
  readonly ids: ReadonlyMap<string, ReadonlySet<string>>
}

/** Checks a value and gives its copy for output: fields in schema order, spans in code points. Throws a `Problem` when it cannot be proven. */
export type Prove = (value: unknown, ground: Ground) => unknown

interface Shape {
  readonly type: string
  readonly shape?: Record<string, z.core.$ZodType>
  readonly element?: z.core.$ZodType
  readonly innerType?: z.core.$ZodType
}

/**
 * Makes the proof of one record type from its schema, once. The same walk serves printing, storing and checking:
 * every object with `start` and `end` must lie in the text and not cut a character in half; every reference must name a record
 * of the reading. A reference to nothing is written as null, or left out of its list.
 */
export function proofOf(schema: z.core.$ZodType): Prove {
  const definition = schema._zod.def as unknown as Shape
  if (definition.type === "nullable") return orMissing(schema, proofOf(definition.innerType!), null)
  if (definition.type === "optional") return orMissing(schema, proofOf(definition.innerType!), undefined)
  if (definition.type === "array") return proofOfList(schema, proofOf(definition.element!))
  if (definition.type === "object") return proofOfObject(definition.shape!)
  return markOf(schema)?.is === "ref" ? proofOfReference(schema) : proofOfPlain
}

const missing = Symbol("missing")

const proofOfPlain: Prove = value => (typeof value === "number" ? roundNumber(value) : value)

function proofOfReference(schema: z.core.$ZodType): Prove {
  const mark = markOf(schema)
  const kinds = mark?.is === "ref" ? mark.to : []
  return (value, ground) => (kinds.some(kind => ground.ids.get(kind)?.has(value as string)) ? value : missing)
}

function orMissing(schema: z.core.$ZodType, inner: Prove, instead: null | undefined): Prove {
  const isReference = markOf(schema)?.is === "ref"
  return (value, ground) => {
    if (value === null || value === undefined) return instead
    const proven = inner(value, ground)
    return isReference && proven === missing ? instead : proven
  }
}

function proofOfList(schema: z.core.$ZodType, inner: Prove): Prove {
  const isReference = markOf(schema)?.is === "ref"
  return (value, ground) => {
    const proven = (value as readonly unknown[]).map(item => inner(item, ground))
    return isReference ? proven.filter(item => item !== missing) : proven
  }
}

function proofOfObject(shape: Record<string, z.core.$ZodType>): Prove {
  const fields = Object.entries(shape).map(([name, schema]) => [name, proofOf(schema)] as const)
  const isSpan = "start" in shape && "end" in shape
  return (value, ground) => {
    const given = value as Record<string, unknown>
    const proven: Record<string, unknown> = {}
    for (const [name, prove] of fields) {
      const field = prove(given[name], ground)
      if (field === missing)
        throw new Problem("not-found", `The field "${name}" names the record "${String(given[name])}", which the reading does not hold.`)
      if (field !== undefined) proven[name] = field
    }
    if (isSpan) placeSpan(proven, ground.offsets)
    return proven
  }
}

function placeSpan(span: Record<string, unknown>, offsets: Offsets): void {
  const {start, end} = span as {start: number; end: number}
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start || end > offsets.text.length) {
    throw new Problem(
      "span-outside-text",
      `The span ${start}–${end} does not lie in the text, which has ${offsets.text.length} characters.`,
    )
  }
  if (cutsCharacter(offsets.text, start) || cutsCharacter(offsets.text, end)) {
    throw new Problem("span-outside-text", `The span ${start}–${end} begins or ends in the middle of a character.`)
  }
  span.start = offsets.toCodePoints(start)
  span.end = offsets.toCodePoints(end)
}

function cutsCharacter(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  if (!(code >= 0xdc00 && code < 0xe000) || index === 0) return false
  const before = text.charCodeAt(index - 1)
  return before >= 0xd800 && before < 0xdc00
}

/** Six decimals are more than any figure here means; fewer digits, fewer accidents of arithmetic. */
function roundNumber(value: number): number {
  return Number.isInteger(value) || !Number.isFinite(value) ? value : Math.round(value * 1e6) / 1e6
}
