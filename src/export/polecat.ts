import type {Actor} from "../record/actor.js"
import {tabLine} from "./csv-line.js"
import {type Dyad, eachDyad} from "./dyads.js"
import type {Exporter} from "./exporter.js"

const columns = [
  ..."Event ID;Event Date;Event Type;Event Mode;Intensity;Quad Code;Contexts".split(";"),
  ..."Actor Name;Actor Country;Primary Actor Sector;Actor Sectors;Actor Title;Actor Name Raw;Wikipedia Actor ID".split(";"),
  ..."Recipient Name;Recipient Country;Primary Recipient Sector;Recipient Sectors;Recipient Title;Recipient Name Raw;Wikipedia Recipient ID".split(
    ";",
  ),
  ..."Placename;City;District;Province;Country;Latitude;Longitude;GeoNames ID;Raw Placename;Feature Type".split(";"),
  ..."Source;Publication Date;Story People;Story Organizations;Story Locations;Language;Version".split(";"),
]

/** A table with the columns of POLECAT's weekly files, tabs, with a heading. Wikidata items stand where POLECAT has Wikipedia titles. */
export const polecatExporter: Exporter = {
  name: "polecat",
  summary: "a table with POLECAT's columns (tabs, with a heading)",
  mediaType: "text/tab-separated-values",
  ending: ".polecat.tsv",
  holds: ["articles", "events"],
  async *write(book, options) {
    yield tabLine(columns)
    for await (const dyad of eachDyad(book, options)) yield tabLine(polecatRow(dyad))
  },
}

function polecatRow(dyad: Dyad): (string | number | null)[] {
  const {event, reading, source, target, place, day, id, words} = dyad
  const listed = (kinds: readonly string[]): string =>
    reading.actors
      .filter(actor => kinds.includes(actor.kind))
      .map(actor => actor.name)
      .join("; ")
  return [
    ...[id, day, event.type, event.mode, event.score, quads[event.quad]!, event.contexts.join("; ")],
    ...actorCells(source, event.sourceSpans.map(span => words.of(span)).join("; ")),
    ...actorCells(target, event.targetSpans.map(span => words.of(span)).join("; ")),
    ...[place?.name ?? null, place && place.precision === "town" ? place.name : null, null, place?.admin1 ?? null, place?.country ?? null],
    ...[place?.lat ?? null, place?.lon ?? null, place?.geonames ?? null, place ? words.of(place) : null, place?.kind ?? null],
    ...[reading.document.publisher, reading.document.published.from, listed(["person"]), listed(["organization", "government"])],
    ...[reading.places.map(found => found.name).join("; "), reading.document.language, reading.coder.version],
  ]
}

const quads = ["", "VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT"]

function actorCells(actor: Actor | null, raw: string): (string | null)[] {
  if (actor === null) return [null, null, null, null, null, raw || null, null]
  const titles = actor.roles.map(role => role.title).join("; ")
  return [
    actor.name,
    actor.country,
    actor.sectors[0] ?? null,
    actor.sectors.join("; "),
    titles || null,
    raw || actor.name,
    actor.link.wikidata,
  ]
}
