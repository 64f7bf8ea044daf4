import {type Dyad, eachDyad, evidenceOf} from "./dyads.js"
import type {Exporter} from "./exporter.js"
import {xmlText} from "./xml.js"

/** Events with a day for Knight Lab's TimelineJS. */
export const timelineExporter: Exporter = {
  name: "timelinejs",
  summary: "events for TimelineJS",
  mediaType: "application/json",
  ending: ".timeline.json",
  holds: ["articles", "events"],
  async *write(book, options) {
    yield '{"events": ['
    let isFirst = true
    for await (const dyad of eachDyad(book, options)) {
      if (dyad.day === null || !dyad.id.endsWith("-1")) continue
      yield `${isFirst ? "\n" : ",\n"}${JSON.stringify(slideOf(dyad))}`
      isFirst = false
    }
    yield "\n]}\n"
  },
}

/** TimelineJS shows headline and text as HTML, so they are escaped here. */
function slideOf(dyad: Dyad) {
  const {event, words, reading, id} = dyad
  const [year, month, day] = dyad.day!.split("-").map(Number)
  const [lastYear, lastMonth, lastDay] = (event.when.to ?? dyad.day!).split("-").map(Number)
  const headline = [words.names(event.source), event.type, words.names(event.target)].filter(part => part).join(" ")
  const isLong = event.when.to !== null && event.when.to !== dyad.day
  return {
    unique_id: id,
    start_date: {year, month, day},
    ...(isLong ? {end_date: {year: lastYear, month: lastMonth, day: lastDay}} : {}),
    text: {headline: xmlText(headline), text: `<p>${xmlText(evidenceOf(dyad))}</p>`},
    group: event.quad <= 2 ? "cooperation" : "conflict",
    ...(reading.document.origin && /^https?:/.test(reading.document.origin) ? {media: {url: reading.document.origin}} : {}),
  }
}
