import type {Place} from "../record/place.js"
import type {Book} from "./book.js"

/** Finds or makes the place on the map where an event happened; gives its number. Places that differ in how exact they are stand apart. */
export function numberOfSite({database}: Book, place: Place): number {
  const {name, country, kind, precision} = place
  const cells = [name, country, kind, precision, toFourPlaces(place.lat), toFourPlaces(place.lon)]
  const known = database.first<{number: number}>(
    `SELECT number FROM sites WHERE name = ? AND coalesce(country, '') = coalesce(?, '') AND kind = ? AND precision = ?
     AND coalesce(lat, 999) = coalesce(?, 999) AND coalesce(lon, 999) = coalesce(?, 999)`,
    cells,
  )
  return known?.number ?? database.run("INSERT INTO sites (name, country, kind, precision, lat, lon) VALUES (?, ?, ?, ?, ?, ?)", cells)
}

const toFourPlaces = (degrees: number | null): number | null => (degrees === null ? null : Math.round(degrees * 10_000) / 10_000)
