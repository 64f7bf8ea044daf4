import {type Row, readTable, splitCell} from "../../lexicon/table.js"
import {type Candidate, precisionOf} from "./candidate.js"
import {placeKey} from "./key.js"

/** The places of our own tables: states and territories, regions, features, places of wars. */
export class OwnPlaces {
  private readonly byKey = new Map<string, Candidate[]>()
  private readonly byAdjective = new Map<string, Candidate[]>()
  private readonly codes = new Map<string, string>()

  constructor() {
    this.addCountries()
    for (const table of ["regions", "features", "frontline"]) {
      for (const row of readTable(`places/${table}.tsv`)) this.addRow(row, table)
    }
  }

  /** Places of this name. */
  find(key: string): readonly Candidate[] {
    return this.byKey.get(key) ?? []
  }

  /** Places whose people or things are called so: "Syrian", "Europeans". */
  findAdjective(key: string): readonly Candidate[] {
    return this.byAdjective.get(key) ?? []
  }

  /** "SY" → "SYR". */
  alpha3(alpha2: string): string | null {
    return this.codes.get(alpha2) ?? null
  }

  private addCountries(): void {
    const countries = new Map<string, Candidate>()
    for (const row of readTable("places/countries.tsv")) {
      this.codes.set(row.iso2!, row.iso3!)
      const country = makeCountry(row)
      countries.set(row.iso3!, country)
      this.file(this.byKey, row.name!, country)
    }
    for (const row of readTable("actors/states.tsv")) {
      const country = countries.get(row.code!)
      if (!country || row.extra === "PRE" || row.id !== `state-${row.code!.toLowerCase()}`) continue
      const named = {...country, name: row.name!}
      for (const name of [row.name!, ...splitCell(row.aliases), ...splitCell(row.former).map(former => former.split("@")[0]!)])
        this.file(this.byKey, name, named)
      for (const name of [...splitCell(row.demonyms), ...splitCell(row.adjectives)]) this.file(this.byAdjective, name, named)
    }
  }

  private addRow(row: Row, table: string): void {
    const place: Candidate = {
      name: row.name!,
      lat: Number(row.lat),
      lon: Number(row.lon),
      country: row.country || null,
      admin1: row.within || null,
      kind: row.kind!,
      precision: precisionOf(row.kind!),
      geonames: Number(row.geonames) || null,
      prior: priors[table] ?? 2,
      source: `data/places/${table}.tsv`,
    }
    for (const name of [row.name!, ...splitCell(row.aliases)]) this.file(this.byKey, name, place)
    for (const name of splitCell(row.adjectives)) this.file(this.byAdjective, name, place)
  }

  private file(index: Map<string, Candidate[]>, name: string, place: Candidate): void {
    const key = placeKey(name)
    const known = index.get(key)
    if (!known) index.set(key, [place])
    else if (!known.some(other => other.lat === place.lat && other.lon === place.lon)) known.push(place)
  }
}

/** A table's places are in it because news names them: they weigh as much as towns of so many people. */
const priors: Readonly<Record<string, number>> = {regions: 4, features: 4, frontline: 2.6}

function makeCountry(row: Row): Candidate {
  return {
    name: row.name!,
    lat: Number(row.lat),
    lon: Number(row.lon),
    country: row.iso3!,
    admin1: null,
    kind: "country",
    precision: "country",
    geonames: Number(row.geonames) || null,
    prior: 6.5,
    source: "data/places/countries.tsv",
  }
}
