import {z} from "zod"
import {ref, span, traceStep} from "./field.js"

export const mentionForms = ["name", "title", "demonym", "nominal", "pronoun", "metonym"] as const
export const actorKinds = ["state", "government", "organization", "person", "group", "place", "other"] as const

const mention = z.object({
  start: z.int().min(0).describe("First character of the mention."),
  end: z.int().min(0).describe("The character after its last one."),
  form: z
    .enum(mentionForms)
    .describe(
      "How the text refers to the actor here: by name, by title, by a demonym, by a description, by a pronoun, or by a capital that stands for its government.",
    ),
})
export type Mention = z.infer<typeof mention>

const role = z.object({
  title: z.string().describe("The office or capacity as the text or the register words it."),
  organization: ref("actor").nullable().describe("The actor in whose service it is held."),
  span: span().nullable().describe("Where the text says so; null when the register says it for that date."),
})

export const actor = z.object({
  id: z.string().describe("Unique within the reading, as a1."),
  name: z.string().describe("The fullest name, from the register when the actor is linked, else from the text."),
  kind: z.enum(actorKinds).describe("What sort of actor it is."),
  country: z
    .string()
    .nullable()
    .describe("ISO 3166 alpha-3 code, or IGO, UNO, EUR, NGO, ISM, IMG, MNC; null when the text and the register do not say."),
  sectors: z.array(z.string()).describe("PLOVER sector codes, the main one first."),
  code: z.string().nullable().describe("CAMEO actor code, country and role joined, as RUSGOV; null when unknown."),
  roles: z.array(role).describe("Capacities in which the actor appears."),
  memberOf: z.array(ref("actor")).describe("Larger actors this one belongs to."),
  members: z.array(ref("actor")).describe("For a set such as “both sides”: who is in it."),
  link: z
    .object({
      register: z.string().nullable().describe("Row of data/actors that this is."),
      wikidata: z.string().nullable().describe("Wikidata item, as Q159."),
    })
    .describe("Who this is outside the text."),
  mentions: z.array(mention).describe("Every place where the text refers to the actor, in reading order."),
  trace: z.array(traceStep).describe("Why the country, the sectors and the link are what they are."),
})
export type Actor = z.infer<typeof actor>
