import type {Place} from "../../record/all.js"

/** What a name can stand for: one place of the gazetteer or of the tables in data/places. */
export interface Candidate {
  readonly name: string
  readonly lat: number
  readonly lon: number
  /** ISO 3166 alpha-3; null for seas, continents and what lies in several countries. */
  readonly country: string | null
  /** Name of the first-level division it lies in. */
  readonly admin1: string | null
  /** Country and division as one key; null without a division. */
  readonly region: string | null
  readonly kind: string
  readonly precision: Place["precision"]
  readonly geonames: number | null
  /** How likely a mention means it, before anything is known of the article. For towns 0.8 times the common logarithm of their people. */
  readonly prior: number
  /** Where it stands, for the trace: "GeoNames 703448", "data/places/features.tsv". */
  readonly source: string
}

/** Kinds of the tables and how exact their point is. Kinds that are missing here are towns. */
const precisions: Readonly<Record<string, Place["precision"]>> = {
  country: "country",
  continent: "none",
  region: "region",
  area: "region",
  sea: "region",
  water: "region",
  river: "region",
  lake: "region",
  strait: "district",
  mountain: "district",
  desert: "region",
  island: "district",
  union: "none",
  district: "district",
  quarter: "district",
  camp: "point",
  base: "point",
  airport: "point",
  crossing: "point",
  building: "point",
  point: "point",
}

/** The key of a first-level division. */
export function regionKey(country: string | null, admin1: string | null): string | null {
  return admin1 === null ? null : `${country} ${admin1}`
}

/** How exact the point of a place of this kind is. */
export function precisionOf(kind: string): Place["precision"] {
  return precisions[kind] ?? "town"
}

/** Kilometres between two points, on a sphere. */
export function distanceBetween(a: {lat: number; lon: number}, b: {lat: number; lon: number}): number {
  const radians = Math.PI / 180
  const [north, east] = [(b.lat - a.lat) * radians, (b.lon - a.lon) * radians]
  const half = Math.sin(north / 2) ** 2 + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * Math.sin(east / 2) ** 2
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(half)))
}
