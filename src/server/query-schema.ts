import {z} from "zod"

const text = (about: string) => z.string().max(400).optional().describe(about)
const day = (about: string) =>
  z
    .string()
    .regex(/^\d{4}(?:-\d\d){0,2}$/, "is not a day as 2024-01-31, a month as 2024-01, or a year")
    .optional()
    .describe(about)

/** The longest page of rows one request gives. */
export const longestPage = 1_000

/** Rows to give and to pass over; more than the limit allows is cut down to it. */
export const paging = {
  limit: z.coerce
    .number()
    .int()
    .min(0)
    .transform(wanted => Math.min(wanted, longestPage))
    .default(100)
    .describe(`Rows to give, at most ${longestPage}.`),
  offset: z.coerce.number().int().min(0).max(1_000_000_000).default(0).describe("Rows to pass over."),
}

/** What every question about records may be narrowed down by. */
export const filterShape = {
  actor: text("On either side: a name or part of one, a country or CAMEO code."),
  source: text("Who did it, said it, holds it."),
  target: text("To whom, about whom."),
  type: text("Event type, or kind of record; several with commas."),
  mode: text("Event mode; several with commas."),
  status: text("Status; several with commas. Events are actual ones unless this says otherwise; any for all."),
  country: text("ISO 3166 alpha-3 code of the place or speaker."),
  place: text("Name of a place."),
  since: day("First day, month or year."),
  until: day("Last day, month or year."),
  text: text("Words that the article (of quotes: the quote) holds."),
  article: z
    .string()
    .regex(/^[0-9a-f]{64}$/, "is not the hash of an article")
    .optional()
    .describe("Hash of the one article to ask about."),
  by: z.enum(["day", "week", "month"]).optional().describe("Length of a step of a series."),
}

/** Reads a query string; empty values count as absent, unknown names are passed over. Null and a line that says what is wrong. */
export function readQuery<S extends z.ZodObject>(schema: S, url: URL): {query: z.output<S>} | {error: string} {
  const given: Record<string, string> = {}
  for (const [name, value] of url.searchParams) if (value !== "") given[name] = value
  if (Object.values(given).some(value => value.includes("\0"))) return {error: "the query holds a NUL character"}
  const parsed = schema.safeParse(given)
  if (parsed.success) return {query: parsed.data}
  const issue = parsed.error.issues[0]!
  return {error: `${issue.path.join(".")}: ${issue.message}`.replace(/[\r\n]{1,9}/g, " ")}
}
