import type {z} from "zod"
import {markOf} from "../field.js"
import type {RecordType} from "../reading.js"
import {recordTypes} from "../reading.js"

/** How a field is kept in a cell of a table. */
export type CellKind = "text" | "integer" | "real" | "boolean" | "json"

/** One column of a record's table, as its schema says. */
export interface Column {
  /** snake_case, as in tables and CSV. */
  readonly name: string
  /** Where the value stands in the record: `["when", "from"]`. */
  readonly path: readonly string[]
  readonly kind: CellKind
  readonly nullable: boolean
  readonly values: readonly string[] | null
  readonly comment: string
}

interface Definition {
  readonly type: string
  readonly innerType?: z.core.$ZodType
  readonly shape?: Record<string, z.core.$ZodType>
  readonly entries?: Record<string, string>
}

const known = new Map<RecordType, readonly Column[]>()

/** The columns of a record type: one a field; objects with fixed fields are laid out flat, lists are JSON. */
export function columnsOf(type: RecordType): readonly Column[] {
  const found = known.get(type)
  if (found) return found
  const columns = columnsOfObject(recordTypes[type], [], false)
  known.set(type, columns)
  return columns
}

/** A record as the cells of its row. */
export function cellsOf(record: unknown, columns: readonly Column[]): (string | number | null)[] {
  return columns.map(({path, kind}) => {
    const value = valueAt(record, path)
    if (value === undefined || value === null) return null
    if (kind === "json") return Array.isArray(value) && value.length === 0 ? "[]" : JSON.stringify(value)
    return kind === "boolean" ? Number(value) : (value as string | number)
  })
}

/** The record that a row was made from, fields in schema order. */
export function recordOf(type: RecordType, row: Readonly<Record<string, unknown>>): unknown {
  const record: Record<string, unknown> = {}
  for (const column of columnsOf(type)) placeValue(record, column, row[column.name])
  return removeEmptySpans(recordTypes[type], record)
}

function columnsOfObject(schema: z.core.$ZodType, path: readonly string[], nullable: boolean): Column[] {
  const {shape} = definitionOf(schema)
  return Object.entries(shape!).flatMap(([name, field]) => columnsOfField(field, [...path, name], nullable))
}

function columnsOfField(schema: z.core.$ZodType, path: readonly string[], within: boolean): Column[] {
  const {inner, nullable} = unwrap(schema)
  const definition = definitionOf(inner)
  const isFlat = definition.type === "object" && (!nullable || isSpan(inner))
  if (isFlat)
    return columnsOfObject(inner, path, within || nullable).map(column => ({
      ...column,
      comment: `${commentOf(schema)} ${column.comment}`.trim(),
    }))
  return [
    {
      name: path.map(toSnakeCase).join("_"),
      path,
      kind: kindOf(inner),
      nullable: within || nullable,
      values: definition.type === "enum" ? Object.values(definition.entries!) : null,
      comment: commentOf(schema),
    },
  ]
}

function kindOf(schema: z.core.$ZodType): CellKind {
  const {type} = definitionOf(schema)
  if (type === "boolean") return "boolean"
  if (type === "string" || type === "enum" || type === "literal") return "text"
  if (type !== "number") return "json"
  return (schema as z.ZodNumber).format === "safeint" ? "integer" : "real"
}

function unwrap(schema: z.core.$ZodType): {inner: z.core.$ZodType; nullable: boolean} {
  const {type, innerType} = definitionOf(schema)
  if (type !== "nullable" && type !== "optional") return {inner: schema, nullable: false}
  return {inner: unwrap(innerType!).inner, nullable: true}
}

function placeValue(record: Record<string, unknown>, {path, kind}: Column, cell: unknown): void {
  let place = record
  for (const name of path.slice(0, -1)) {
    place[name] ??= {}
    place = place[name] as Record<string, unknown>
  }
  const value =
    cell === null || cell === undefined ? null : kind === "json" ? JSON.parse(String(cell)) : kind === "boolean" ? cell === 1 : cell
  place[path.at(-1)!] = value
}

/** A missing span comes back from its two empty cells as null. */
function removeEmptySpans(schema: z.core.$ZodType, record: Record<string, unknown>): Record<string, unknown> {
  for (const [name, field] of Object.entries(definitionOf(schema).shape!)) {
    const value = record[name] as {start?: unknown} | null
    if (unwrap(field).nullable && isSpan(unwrap(field).inner) && value?.start === null) record[name] = null
  }
  return record
}

function valueAt(record: unknown, path: readonly string[]): unknown {
  let value = record
  for (const name of path) value = (value as Record<string, unknown> | null | undefined)?.[name]
  return value
}

const isSpan = (schema: z.core.$ZodType): boolean => markOf(schema)?.is === "span" && definitionOf(schema).type === "object"

const definitionOf = (schema: z.core.$ZodType): Definition => schema._zod.def as unknown as Definition

const commentOf = (schema: z.core.$ZodType): string => (schema as z.ZodType).description ?? ""

const toSnakeCase = (name: string): string => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
