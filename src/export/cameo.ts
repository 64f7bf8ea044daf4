import {tabLine} from "./csv-line.js"
import {codeOf, compactDay, eachDyad} from "./dyads.js"
import type {Exporter} from "./exporter.js"

/** The dyad file of CAMEO coders: day, source, target, code, score. Events with two known sides and a day only. */
export const cameoExporter: Exporter = {
  name: "cameo",
  summary: "CAMEO dyads: day, source, target, code, Goldstein-style score (tabs, with a heading)",
  mediaType: "text/tab-separated-values",
  ending: ".tsv",
  holds: ["articles", "events"],
  async *write(book, options) {
    yield tabLine(["date", "source", "target", "code", "goldstein", "quad", "article", "event"])
    for await (const {event, source, target, day, reading} of eachDyad(book, options)) {
      if (source === null || target === null || day === null) continue
      yield tabLine([
        compactDay(day),
        codeOf(source),
        codeOf(target),
        event.cameo,
        event.score,
        event.quad,
        reading.document.hash.slice(0, 16),
        event.id,
      ])
    }
  },
}
