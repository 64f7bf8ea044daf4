import {type Dyad, eachDyad, evidenceOf} from "./dyads.js"
import type {Exporter} from "./exporter.js"

/** Events with a known place as points, for maps. `precision` says what the point stands for: a country is not a dot in its middle. */
export const geojsonExporter: Exporter = {
  name: "geojson",
  summary: "events with a known place as points on a map",
  mediaType: "application/geo+json",
  ending: ".geojson",
  holds: ["articles", "events"],
  async *write(book, options) {
    yield '{"type": "FeatureCollection", "features": ['
    let isFirst = true
    for await (const dyad of eachDyad(book, options)) {
      if (typeof dyad.place?.lat !== "number" || typeof dyad.place.lon !== "number" || !dyad.id.endsWith("-1")) continue
      yield `${isFirst ? "\n" : ",\n"}${JSON.stringify(featureOf(dyad))}`
      isFirst = false
    }
    yield "\n]}\n"
  },
}

function featureOf(dyad: Dyad) {
  const {event, place, words, reading, day, id} = dyad
  return {
    type: "Feature",
    id,
    geometry: {type: "Point", coordinates: [place!.lon, place!.lat]},
    properties: {
      day,
      type: event.type,
      mode: event.mode,
      quad: event.quad,
      score: event.score,
      source: words.names(event.source),
      target: words.names(event.target),
      place: place!.name,
      country: place!.country,
      precision: place!.precision,
      evidence: evidenceOf(dyad),
      title: reading.document.title,
      url: reading.document.origin,
      confidence: event.confidence,
    },
  }
}
