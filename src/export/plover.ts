import type {Actor} from "../record/actor.js"
import {type Dyad, eachDyad, evidenceOf} from "./dyads.js"
import type {Exporter} from "./exporter.js"

/** PLOVER 2 events, one a line: one line for each event, its sources and targets as lists. Every status, named in `auxiliary`. */
export const ploverExporter: Exporter = {
  name: "plover",
  summary: "PLOVER 2 events, one JSON object a line",
  mediaType: "application/x-ndjson",
  ending: ".plover.jsonl",
  holds: ["articles", "events"],
  async *write(book, options) {
    let last = ""
    for await (const dyad of eachDyad(book, {...options, all: true})) {
      const id = dyad.id.slice(0, dyad.id.lastIndexOf("-"))
      if (id !== last) yield `${JSON.stringify(ploverEvent(dyad, id))}\n`
      last = id
    }
  },
}

/** Our status → PLOVER's auxiliary mode. */
const auxiliary = {actual: null, future: "future", hypothetical: "hypothetical", negated: "negation", historical: "historical"} as const

function ploverEvent(dyad: Dyad, id: string) {
  const {event, reading, place, day} = dyad
  const named = (ids: readonly string[]) =>
    ids.map(name => reading.actors.find(actor => actor.id === name)).filter(actor => actor !== undefined)
  return {
    id,
    date: day,
    event_type: event.type,
    event_mode: event.mode,
    auxiliary: auxiliary[event.status],
    contexts: event.contexts,
    quad: event.quad,
    intensity: event.score,
    cameo: event.cameo,
    source: named(event.source).map(ploverActor),
    target: named(event.reciprocal && event.target.length === 0 ? event.source : event.target).map(ploverActor),
    location: place && {
      name: place.name,
      country: place.country,
      admin1: place.admin1,
      lat: place.lat,
      lon: place.lon,
      geonames: place.geonames,
    },
    text: evidenceOf(dyad),
    span: event.evidence[0] ?? event.trigger,
    confidence: event.confidence,
    article: {
      hash: reading.document.hash,
      title: reading.document.title,
      publisher: reading.document.publisher,
      url: reading.document.origin,
      published: reading.document.published.from,
    },
    coder: reading.coder.version,
  }
}

const ploverActor = (actor: Actor) => ({
  name: actor.name,
  country: actor.country,
  sectors: actor.sectors,
  code: actor.code,
  wikidata: actor.link.wikidata,
})
