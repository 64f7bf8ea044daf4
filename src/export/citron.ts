import type {Span} from "../document/span.js"
import {eachReading} from "../store/readings.js"
import type {Exporter} from "./exporter.js"
import {wordsFor} from "./words.js"

/** Quotes as the BBC's Citron writes them, one article a line. Citron wants a cue and a source: quotes without them have null and an empty list. */
export const citronExporter: Exporter = {
  name: "citron",
  summary: "quotes as Citron writes them, one article a line",
  mediaType: "application/x-ndjson",
  ending: ".citron.jsonl",
  holds: ["articles", "quotes"],
  async *write(book, options) {
    for await (const {reading} of eachReading(book, options)) {
      const words = wordsFor(reading)
      const placed = (span: Span) => ({start: span.start, end: span.end, text: words.of(span)})
      const quotes = reading.quotes.map(quote => {
        const mentions = reading.actors.find(actor => actor.id === quote.speaker)?.mentions ?? []
        return {
          id: quote.id,
          cue: quote.cue && placed(quote.cue),
          sources: quote.source ? [placed(quote.source)] : [],
          contents: quote.content.map(placed),
          coreferences: mentions.filter(mention => mention.form !== "pronoun").map(placed),
          confidence: quote.confidence,
        }
      })
      yield `${JSON.stringify({id: reading.document.id, text: reading.document.text, quotes})}\n`
    }
  },
}
