import {z} from "zod"
import {version} from "../coder.js"
import {exporters} from "../export/exporter.js"
import {reading} from "../record/reading.js"
import {submissionBody} from "./add-routes.js"
import {exportQuery} from "./export-routes.js"
import type {Page} from "./page.js"
import {pages} from "./pages/all.js"

type Json = Record<string, unknown>

/** The OpenAPI 3.1 description of everything the reading room answers, made from the schemas it checks with. */
export function describeApi(): Json {
  const paths: Record<string, Json> = {}
  for (const page of pages) {
    const path = page.path.replace(":name", "{name}")
    const whole = page.rows && !page.isLimited ? [wholeList] : []
    paths[`${path}.json`] = {get: operation(page.summary, [...parametersOf(page.query, path), ...whole], shapeOf(page))}
    if (page.rows)
      for (const form of ["csv", "jsonl"])
        paths[`${path}.${form}`] = {get: operation(`${page.summary}, as a file`, parametersOf(page.query, path))}
  }
  paths["/export/{form}"] = {
    get: operation(
      "the whole book, or what a page shows of it, in one of the forms of export",
      parametersOf(exportQuery, "/export/{form}"),
    ),
  }
  paths["/api/articles"] = {
    post: {
      ...operation("hand in a text, an address or a file to have it read; answers with a job", []),
      requestBody: submission(),
      responses: answers("202", "the job"),
    },
  }
  paths["/api/jobs/{name}"] = {get: operation("how far the reading of a submission has come", parametersOf(z.object({}), "{name}"))}
  return {
    openapi: "3.1.0",
    info: {
      title: "Rapporteur reading room",
      version,
      description: `Every page's address with .json behind. Forms of export: ${exporters.map(({name}) => name).join(", ")}.`,
    },
    paths,
    components: {
      schemas: {
        Reading: z.toJSONSchema(reading, {io: "output", unrepresentable: "any"}),
        Row: {type: "object", additionalProperties: {type: ["string", "number", "null"]}},
      },
      securitySchemes: {
        pass: {type: "apiKey", in: "cookie", name: "rapporteur-PORT", description: "Given by the address that rapporteur serve prints."},
      },
    },
    security: [{pass: []}],
  }
}

const wholeList: Json = {name: "all", in: "query", description: "1: every row, whatever the limit.", schema: {enum: ["1"]}}

/** Pages whose rows are a part of what they answer. */
const drawings: ReadonlySet<string> = new Set(["/map", "/search", "/timeline"])

/** What an answer is made of: the record itself for an article, flat rows for a list. */
function shapeOf(page: Page): Json {
  if (page.path === "/article/:name") return {type: "object", properties: {reading: {$ref: "#/components/schemas/Reading"}}}
  if (!page.rows || drawings.has(page.path)) return {type: "object"}
  const rows = {type: "array", items: {$ref: "#/components/schemas/Row"}}
  return {type: "object", properties: {rows, more: {type: "boolean", description: "Are there rows beyond the limit?"}}}
}

function operation(summary: string, parameters: Json[], shape?: Json): Json {
  return {summary, parameters, responses: answers("200", "what the page shows", shape)}
}

function answers(status: string, description: string, schema?: Json): Json {
  const problem = (about: string): Json => ({
    description: about,
    content: {"application/json": {schema: {type: "object", properties: {error: {type: "string"}}}}},
  })
  return {
    [status]: {description, ...(schema ? {content: {"application/json": {schema}}} : {})},
    400: problem("the question is not understood"),
    401: problem("not let in"),
    403: problem("refused"),
    404: problem("there is no such thing"),
  }
}

function submission(): Json {
  const file = {
    type: "object",
    properties: {file: {type: "string", format: "binary"}, published: {type: "string", format: "date"}},
    required: ["file"],
  }
  return {
    required: true,
    content: {
      "application/json": {schema: z.toJSONSchema(submissionBody, {io: "input", unrepresentable: "any"})},
      "multipart/form-data": {schema: file},
    },
  }
}

function parametersOf(query: z.ZodObject, path: string): Json[] {
  const schema = z.toJSONSchema(query, {io: "input", unrepresentable: "any"}) as {properties?: Record<string, Json>}
  const inPath = [...path.matchAll(/\{(\w{1,20})\}/g)].map(([, name]) => ({name, in: "path", required: true, schema: {type: "string"}}))
  const inQuery = Object.entries(schema.properties ?? {}).map(([name, {description, ...rest}]) => ({
    name,
    in: "query",
    description,
    schema: rest,
  }))
  return [...inPath, ...inQuery]
}
