import type {z} from "zod"
import {markOf} from "../field.js"

interface Definition {
  readonly type: string
  readonly innerType?: z.core.$ZodType
  readonly element?: z.core.$ZodType
  readonly shape?: Record<string, z.core.$ZodType>
  readonly entries?: Record<string, string>
}

/** The reference page of a record type: one row a field, made from its schema. */
export function recordMarkdown(name: string, schema: z.ZodType): string {
  const rows = rowsOf(schema, "")
  return [
    `# ${name}`,
    "",
    "Made from the record type by `npm run schema`: change it there. Offsets count Unicode code points from 0, end not included.",
    "",
    "| field | holds | meaning |",
    "|---|---|---|",
    ...rows.map(([field, holds, meaning]) => `| \`${field}\` | ${holds} | ${meaning.replaceAll("|", "\\|")} |`),
    "",
  ].join("\n")
}

function rowsOf(schema: z.core.$ZodType, prefix: string): [string, string, string][] {
  return Object.entries(definitionOf(schema).shape ?? {}).flatMap(([name, field]) => {
    const path = `${prefix}${name}`
    const inner = innermost(field)
    const own: [string, string, string] = [path, describeType(field), (field as z.ZodType).description ?? ""]
    const isOpen = definitionOf(inner.schema).type === "object" && markOf(field)?.is !== "span"
    return isOpen ? [own, ...rowsOf(inner.schema, `${path}${inner.list ? "[]" : ""}.`)] : [own]
  })
}

function describeType(schema: z.core.$ZodType): string {
  const {type, innerType, element, entries} = definitionOf(schema)
  if (type === "nullable") return `${describeType(innerType!)} or null`
  if (type === "optional") return `${describeType(innerType!)}, may be missing`
  if (type === "array") return `list of ${describeType(element!)}`
  const mark = markOf(schema)
  if (mark?.is === "span") return "span"
  if (mark?.is === "ref") return `id of ${mark.to.map(kind => (/^[aeiou]/.test(kind) ? `an ${kind}` : `a ${kind}`)).join(" or ")}`
  return type === "enum"
    ? Object.values(entries!)
        .map(value => `\`${value}\``)
        .join(" ")
    : type
}

function innermost(schema: z.core.$ZodType): {schema: z.core.$ZodType; list: boolean} {
  const {type, innerType, element} = definitionOf(schema)
  if (type === "nullable" || type === "optional") return innermost(innerType!)
  return type === "array" ? {schema: innermost(element!).schema, list: true} : {schema, list: false}
}

const definitionOf = (schema: z.core.$ZodType): Definition => schema._zod.def as unknown as Definition
