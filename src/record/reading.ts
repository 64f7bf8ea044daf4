import {z} from "zod"
import {actor} from "./actor.js"
import {event} from "./event.js"
import {day, span} from "./field.js"
import {figure} from "./figure.js"
import {note} from "./note.js"
import {pair} from "./pair.js"
import {place} from "./place.js"
import {position} from "./position.js"
import {quote} from "./quote.js"
import {relation} from "./relation.js"
import {time} from "./time.js"

/** The version of the output contract. Goes up when a field is renamed or dropped. */
export const contractVersion = 1

export const coder = z.object({
  version: z.string().describe("Version of the program."),
  model: z.string().describe("sha256 of the language model's files."),
  data: z.string().describe("sha256 of the knowledge tables, users' dictionaries included."),
})
export type Coder = z.infer<typeof coder>

export const published = z.object({
  from: day().nullable().describe("First day on which it can have been published."),
  to: day().nullable().describe("Last day."),
  basis: z.enum(["given", "metadata", "address", "dateline", "inferred", "unknown"]).describe("How we know."),
  reasons: z
    .array(
      z.object({
        span: span().describe("The words that say so."),
        about: z.string().describe("What they tell of the day of publication."),
        from: day().nullable().describe("First day that this reason allows; null is open."),
        to: day().nullable().describe("Last day."),
      }),
    )
    .optional()
    .describe("Why this interval: only where it was inferred from the text."),
})

export const documentRow = z.object({
  id: z.string().describe("The caller's id, or the first sixteen digits of the hash."),
  hash: z.string().describe("sha256 of the text in UTF-8."),
  origin: z.string().nullable().describe("Where the text came from: a path or an address."),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  author: z.string().nullable(),
  language: z.string().nullable().describe("ISO 639-1 code."),
  published,
  text: z.string().optional().describe("The text exactly as given."),
})
export type DocumentRow = z.infer<typeof documentRow>

/** Every record type under the name of its list in a reading. */
export const recordTypes = {
  actors: actor,
  events: event,
  quotes: quote,
  figures: figure,
  times: time,
  places: place,
  positions: position,
  relations: relation,
} as const
export type RecordType = keyof typeof recordTypes

export const word = z.object({
  start: z.int(),
  end: z.int(),
  lemma: z.string(),
  upos: z.string(),
  xpos: z.string(),
  feats: z.string(),
  head: z.int().describe("1-based within the sentence, 0 the root."),
  deprel: z.string(),
})

export const reading = z.object({
  contract: z.literal(contractVersion),
  coder,
  document: documentRow,
  sentences: z.array(span()),
  actors: z.array(actor),
  events: z.array(event),
  quotes: z.array(quote),
  figures: z.array(figure),
  times: z.array(time),
  places: z.array(place),
  positions: z.array(position),
  relations: z.array(relation),
  pairs: z.array(pair).optional().describe("Only where the input asked for pairs."),
  notes: z.array(note),
  words: z.array(word).optional(),
  names: z.array(z.object({start: z.int(), end: z.int(), label: z.string()})).optional(),
  chains: z.array(z.array(span())).optional(),
})
export type Reading = z.infer<typeof reading>
