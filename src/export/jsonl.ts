import {eachReading} from "../store/readings.js"
import type {Exporter} from "./exporter.js"
import {everyKind} from "./held.js"

/** Readings, one a line, exactly as `rapporteur read --as jsonl` printed them. */
export const jsonLinesExporter: Exporter = {
  name: "jsonl",
  summary: "readings, one a line, as read --as jsonl prints them",
  mediaType: "application/x-ndjson",
  ending: ".jsonl",
  holds: everyKind,
  async *write(book, options) {
    for await (const {reading} of eachReading(book, options)) yield `${JSON.stringify(reading)}\n`
  },
}
