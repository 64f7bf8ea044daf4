import type {Span} from "../document/span.js"
import type {Reading} from "../record/reading.js"
import {eachReading} from "../store/readings.js"
import {isAsked, type Selection} from "../store/selection.js"
import type {Exporter} from "./exporter.js"
import {everyKind} from "./held.js"
import {type Spoken, wordsFor} from "./words.js"

/** W3C Web Annotations, one a line: each record with the places it was read from, by position (code points) and by quotation. */
export const webAnnotationExporter: Exporter = {
  name: "web-annotation",
  summary: "W3C Web Annotations, one JSON-LD object a line",
  mediaType: "application/ld+json",
  ending: ".annotations.jsonl",
  holds: everyKind,
  async *write(book, options) {
    for await (const {reading} of eachReading(book, options)) {
      for (const annotation of annotationsOf(reading, options.only)) yield `${JSON.stringify(annotation)}\n`
    }
  },
}

/** What was not asked for but is referred to gets no annotation of its own: labels name it. */
function* annotationsOf(reading: Reading, only: Selection | undefined) {
  const words = wordsFor(reading)
  const at = (id: string, value: string, spans: readonly Span[]) => annotation({reading, id, value, spans, words})
  for (const event of isAsked("events", only) ? reading.events : []) {
    const mode = event.mode ? `/${event.mode}` : ""
    yield at(
      event.id,
      `${event.type}${mode} (${event.status}): ${words.names(event.source)} → ${words.names(event.target)}`,
      event.evidence.length > 0 ? event.evidence : [event.trigger],
    )
  }
  for (const quote of isAsked("quotes", only) ? reading.quotes : [])
    yield at(quote.id, `said by ${words.name(quote.speaker) ?? "somebody not named"} (${quote.kind})`, quote.content)
  for (const figure of isAsked("figures", only) ? reading.figures : [])
    yield at(figure.id, `${figure.kind}: ${figure.bound} ${figure.value ?? ""} ${figure.unit ?? ""}`.trim(), [figure])
  for (const position of isAsked("positions", only) ? reading.positions : [])
    yield at(
      position.id,
      `${words.name(position.holder)} ${position.polarity} ${words.name(position.target) ?? words.of(position.topic) ?? ""}`.trim(),
      position.evidence,
    )
  for (const place of isAsked("places", only) ? reading.places : []) yield at(place.id, `place: ${place.name}`, [place])
  for (const time of isAsked("times", only) ? reading.times : []) yield at(time.id, `time: ${time.value}`, [time])
  for (const actor of isAsked("actors", only) ? reading.actors : [])
    yield at(actor.id, `actor: ${actor.name}${actor.code ? ` (${actor.code})` : ""}`, actor.mentions)
}

interface Parts {
  readonly reading: Reading
  readonly id: string
  readonly value: string
  readonly spans: readonly Span[]
  readonly words: Spoken
}

function annotation({reading, id, value, spans, words}: Parts) {
  const {hash, origin} = reading.document
  const source = origin && /^https?:/.test(origin) ? origin : `urn:sha256:${hash}`
  return {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: `urn:rapporteur:${hash}:${id}`,
    type: "Annotation",
    motivation: "classifying",
    body: {type: "TextualBody", value, format: "text/plain", language: "en"},
    target: spans.map(span => ({
      source,
      selector: [
        {type: "TextPositionSelector", start: span.start, end: span.end},
        {type: "TextQuoteSelector", exact: words.of(span)},
      ],
    })),
    generator: {type: "Software", name: "rapporteur", "schema:softwareVersion": reading.coder.version},
  }
}
