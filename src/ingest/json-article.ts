import {z} from "zod"
import {Offsets} from "../document/offsets.js"
import {Problem} from "../problem.js"
import type {AskedPair} from "../record/pair.js"
import type {Raw} from "./complete.js"
import {limits} from "./limits.js"
import {parsePublished} from "./published.js"

const spanGiven = z.object({start: z.int().min(0), end: z.int().min(0)})
const words = z.string().nullish()

/** One article as a line of JSON gives it. Offsets in `pairs` are code points. */
export const jsonArticle = z.object({
  id: z.union([z.string(), z.number()]).nullish().describe("Your own name for the article; comes back unchanged."),
  text: z.string().describe("The article, exactly as offsets shall count in it."),
  published: z
    .union([z.string(), z.object({from: words, to: words})])
    .nullish()
    .describe("Publication date: YYYY, YYYY-MM, YYYY-MM-DD or a full timestamp; or an interval of days."),
  title: words,
  origin: words.describe("Where the text came from: a path or an address."),
  publisher: words,
  author: words,
  language: words.describe("ISO 639-1 code. Left out, it is recognised."),
  pairs: z
    .array(z.object({source: spanGiven.nullish(), target: spanGiven.nullish()}))
    .nullish()
    .describe("Pairs to ask about: what did the first do to the second?"),
})

/** Parses JSON within the depth limit. Throws `depth` or `json` problems. */
export function parseJson(text: string): unknown {
  if (depthOf(text) > limits.jsonDepth) throw new Problem("depth", `The JSON is nested more than ${limits.jsonDepth} levels deep.`)
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Problem("json", `This is not JSON: ${cause instanceof Error ? cause.message.slice(0, 120) : "unreadable"}`, {cause})
  }
}

/** Checks a JSON value and turns it into an article. Throws a `schema` problem that names the field. */
export function rawFromJson(value: unknown): Raw {
  const checked = jsonArticle.safeParse(value)
  if (!checked.success) throw new Problem("schema", describeIssue(checked.error))
  const {id, text, published, title, origin, publisher, author, language, pairs} = checked.data
  const when = typeof published === "object" && published ? intervalGiven(published) : parsePublished(published, "given")
  const odd =
    published && !when
      ? [{start: 0, end: 0, about: "The publication date given could not be understood; it counts as unknown.", stage: "ingest"}]
      : []
  return {
    text,
    id: id === null || id === undefined ? null : String(id),
    title: title ?? null,
    origin: origin ?? null,
    publisher: publisher ?? null,
    author: author ?? null,
    language: language ?? null,
    published: when,
    pairs: pairs ? pairsGiven(text, pairs) : [],
    notes: odd,
  }
}

/** The id of a JSON value that may be wrong in every other way. */
export function idOfJson(value: unknown): string | null {
  const id = typeof value === "object" && value !== null ? (value as {id?: unknown}).id : null
  return typeof id === "string" || typeof id === "number" ? String(id) : null
}

function pairsGiven(
  text: string,
  pairs: readonly {source?: z.infer<typeof spanGiven> | null | undefined; target?: z.infer<typeof spanGiven> | null | undefined}[],
): AskedPair[] {
  const offsets = new Offsets(text)
  const place = (span: z.infer<typeof spanGiven>) => {
    const start = offsets.fromCodePoints(span.start)
    const end = offsets.fromCodePoints(span.end)
    if (end > text.length || start > end)
      throw new Problem(
        "span-outside-text",
        `The pair's span ${span.start}–${span.end} does not lie in the text. Offsets count code points.`,
      )
    return {start, end}
  }
  return pairs.map(pair => ({source: pair.source ? place(pair.source) : null, target: pair.target ? place(pair.target) : null}))
}

function intervalGiven(value: {from?: string | null | undefined; to?: string | null | undefined}) {
  const from = parsePublished(value.from, "given")
  const to = parsePublished(value.to, "given")
  return from || to ? {from: from?.from ?? null, to: to?.to ?? null, basis: "given" as const} : null
}

function describeIssue(error: z.ZodError): string {
  const issue = error.issues[0]
  return `The field "${issue?.path.join(".") || "(whole line)"}" is wrong: ${issue?.message ?? "unreadable"}. An article needs at least {"text": "…"}.`
}

/** Deepest nesting of brackets outside strings. */
function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (quoted) {
      if (code === 92) i++
      else if (code === 34) quoted = false
    } else if (code === 34) quoted = true
    else if (code === 91 || code === 123) deepest = Math.max(deepest, ++depth)
    else if (code === 93 || code === 125) depth--
  }
  return deepest
}
