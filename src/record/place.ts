import {z} from "zod"
import {span, traceStep} from "./field.js"

export const placeUses = ["literal", "metonym", "demonym", "modifier", "part-of-name", "dateline"] as const

export const place = z.object({
  id: z.string().describe("Unique within the reading, as p1."),
  start: z.int().min(0).describe("First character of the name."),
  end: z.int().min(0).describe("The character after its last one."),
  name: z.string().describe("The gazetteer's name, or the text's when unknown."),
  lat: z.number().nullable().describe("Degrees north; null when unknown."),
  lon: z.number().nullable().describe("Degrees east; null when unknown."),
  country: z.string().nullable().describe("ISO 3166 alpha-3."),
  admin1: z.string().nullable().describe("First-level division."),
  kind: z.string().describe("country, region, district, city, town, building, water, mountain, continent…"),
  precision: z
    .enum(["point", "town", "district", "region", "country", "none"])
    .describe("How exact the coordinates are: a country is not a dot in its middle."),
  use: z
    .enum(placeUses)
    .describe(
      "literal: a place where something is or happens; metonym: stands for its government; demonym; modifier of a noun; part of another name; dateline.",
    ),
  within: span().nullable().describe("Larger place named beside it, as Texas in “Paris, Texas”."),
  geonames: z.int().nullable().describe("GeoNames number."),
  trace: z.array(traceStep).describe("Why this one among its namesakes."),
})
export type Place = z.infer<typeof place>
