import {type Row, readTable, splitCell} from "../table.js"
import {type Candidate, precisionOf, regionKey} from "./candidate.js"
import {placeKey} from "./key.js"

/** The places of our own tables: states and territories, regions, features, places of wars. */
export class OwnPlaces {
  private readonly byKey = new Map<string, Candidate[]>()
  private readonly byAdjective = new Map<string, Candidate[]>()
  private readonly codes = new Map<string, string>()

  constructor() {
    for (const table of ["regions", "features", "frontline"]) {
      for (const row of readTable(`places/${table}.tsv`)) this.addRow(row, table)
    }
    this.addCountries()
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

  /** A name that a smaller place of our tables has is not also another name of its state: "England", "English". */
  private addCountries(): void {
    const countries = new Map<string, Candidate>()
    const taken = {names: new Set(this.byKey.keys()), adjectives: new Set(this.byAdjective.keys())}
    for (const row of readTable("places/countries.tsv")) {
      this.codes.set(row.iso2!, row.iso3!)
      countries.set(row.iso3!, makeCountry(row))
      this.file(this.byKey, row.name!, makeCountry(row))
    }
    for (const row of readTable("actors/states.tsv")) {
      const country = countries.get(row.code!)
      if (!country || row.extra === "PRE" || row.id !== `state-${row.code!.toLowerCase()}`) continue
      const named = {...country, name: row.name!}
      this.file(this.byKey, row.name!, named)
      for (const name of [...splitCell(row.aliases), ...splitCell(row.former).map(former => former.split("@")[0]!)])
        if (!taken.names.has(placeKey(name))) this.file(this.byKey, name, named)
      for (const name of [...splitCell(row.demonyms), ...splitCell(row.adjectives)])
        if (!taken.adjectives.has(placeKey(name))) this.file(this.byAdjective, name, named)
    }
  }

  private addRow(row: Row, table: string): void {
    const admin1 = row.within || (row.kind === "region" ? row.name! : null)
    const place: Candidate = {
      name: row.name!,
      lat: Number(row.lat),
      lon: Number(row.lon),
      country: row.country || null,
      admin1,
      region: regionKey(row.country || null, admin1),
      kind: row.kind!,
      precision: precisionOf(row.kind!),
      geonames: Number(row.geonames) || null,
      prior: priors[table] ?? 4,
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
const priors: Readonly<Record<string, number>> = {regions: 5.3, features: 5.4, frontline: 4}

function makeCountry(row: Row): Candidate {
  return {
    name: row.name!,
    lat: Number(row.lat),
    lon: Number(row.lon),
    country: row.iso3!,
    admin1: null,
    region: null,
    kind: "country",
    precision: "country",
    geonames: Number(row.geonames) || null,
    prior: 8,
    source: "data/places/countries.tsv",
  }
}
