import type {Actor} from "../record/actor.js"
import type {Place} from "../record/place.js"
import {tabLine} from "./csv-line.js"
import {compactDay, type Dyad, eachDyad} from "./dyads.js"
import type {Exporter} from "./exporter.js"

type Cells = readonly (string | number | null)[]

/**
 * The 61 columns of GDELT 2.0's event table, tabs, no heading. Where GDELT has counts over many articles, this has one article's;
 * countries of places are ISO 3166 alpha-3, not FIPS; there is no tone.
 */
export const gdeltExporter: Exporter = {
  name: "gdelt",
  summary: "GDELT 2.0's 61 columns (tabs, no heading)",
  mediaType: "text/tab-separated-values",
  ending: ".export.CSV",
  holds: ["articles", "events"],
  async *write(book, options) {
    for await (const dyad of eachDyad(book, options)) if (dyad.day !== null) yield tabLine(gdeltRow(dyad))
  },
}

function gdeltRow(dyad: Dyad): Cells {
  const {event, source, target, place, reading} = dyad
  const day = dyad.day!
  const added = `${compactDay(reading.document.published.from ?? day)}000000`
  const mentions = event.evidence.length
  return [
    ...[numberOf(dyad), compactDay(day), compactDay(day).slice(0, 6), day.slice(0, 4), fractionOf(day)],
    ...actorCells(source),
    ...actorCells(target),
    ...[1, event.cameo, event.cameo.slice(0, 3), event.cameo.slice(0, 2), event.quad, event.score, mentions, 1, 1, ""],
    ...placeCells(null),
    ...placeCells(null),
    ...placeCells(place),
    ...[added, reading.document.origin ?? reading.document.hash],
  ]
}

/** A whole number below 2^53 that names the row, always the same one. */
function numberOf({id, event}: Dyad): number {
  const pair = Number(id.slice(id.lastIndexOf("-") + 1))
  return Number.parseInt(id.slice(0, 9), 16) * 100_000 + (Number(event.id.replace(/\D/g, "")) % 1_000) * 100 + (pair % 100)
}

/** The year with the day as its fraction, 2013.1644 for 1 March. */
function fractionOf(day: string): string {
  const start = Date.UTC(Number(day.slice(0, 4)), 0, 1)
  return (Number(day.slice(0, 4)) + (Date.parse(`${day}T00:00:00Z`) - start) / 86_400_000 / 365).toFixed(4)
}

/** Code, name, country, known group, ethnic, religion 1 and 2, type 1 to 3. */
function actorCells(actor: Actor | null): Cells {
  if (actor === null) return Array<string>(10).fill("")
  const [first = "", second = "", third = ""] = actor.sectors
  return [actor.code ?? actor.country ?? "", actor.name.toUpperCase(), actor.country ?? "", "", "", "", "", first, second, third]
}

/** Type, full name, country, first and second division, latitude, longitude, feature. */
function placeCells(place: Place | null): Cells {
  if (place === null) return [0, "", "", "", "", "", "", ""]
  const type = place.precision === "country" ? 1 : place.precision === "region" ? 5 : 4
  return [
    type,
    [place.name, place.admin1, place.country].filter(part => part).join(", "),
    place.country,
    place.admin1,
    "",
    place.lat,
    place.lon,
    place.geonames,
  ]
}
