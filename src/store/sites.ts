import type {Place} from "../record/place.js"
import type {Book} from "./book.js"
import type {Cell} from "./driver/database.js"

/** Finds or makes the place on the map where an event happened; gives its number. Places that differ in how exact they are stand apart. */
export function numberOfSite(book: Book, place: Place): number {
  return (
    findSite(book, place) ??
    book.database.run("INSERT INTO sites (name, country, kind, precision, lat, lon) VALUES (?, ?, ?, ?, ?, ?)", cellsOfSite(place))
  )
}

/** The number of a place on the map; null when the book has none like it. */
export function findSite({database}: Book, place: Place): number | null {
  const known = database.first<{number: number}>(
    `SELECT number FROM sites WHERE name = ? AND coalesce(country, '') = coalesce(?, '') AND kind = ? AND precision = ?
     AND coalesce(lat, 999) = coalesce(?, 999) AND coalesce(lon, 999) = coalesce(?, 999)`,
    cellsOfSite(place),
  )
  return known?.number ?? null
}

const cellsOfSite = ({name, country, kind, precision, lat, lon}: Place): Cell[] => [
  name,
  country,
  kind,
  precision,
  toFourPlaces(lat),
  toFourPlaces(lon),
]

const toFourPlaces = (degrees: number | null): number | null => (degrees === null ? null : Math.round(degrees * 10_000) / 10_000)
