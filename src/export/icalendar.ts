import {compactDay, type Dyad, eachDyad, evidenceOf} from "./dyads.js"
import type {Exporter} from "./exporter.js"

/** Events with a day as a calendar; what is planned or expected is marked tentative. */
export const icalendarExporter: Exporter = {
  name: "icalendar",
  summary: "events as a calendar, planned ones marked tentative",
  mediaType: "text/calendar",
  ending: ".ics",
  holds: ["articles", "events"],
  async *write(book, options) {
    yield "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//rapporteur//record book//EN\r\n"
    for await (const dyad of eachDyad(book, {...options, all: true})) {
      const isHere = dyad.event.status === "actual" || dyad.event.status === "future"
      if (isHere && dyad.day !== null && dyad.id.endsWith("-1")) yield calendarEvent(dyad)
    }
    yield "END:VCALENDAR\r\n"
  },
}

function calendarEvent(dyad: Dyad): string {
  const {event, words, reading, place, id} = dyad
  const from = dyad.day!
  const last = event.when.to ?? from
  const who = words.names(event.source)
  const whom = words.names(event.target)
  const lines = [
    "BEGIN:VEVENT",
    `UID:${id}@rapporteur`,
    `DTSTAMP:${compactDay(reading.document.published.from ?? from)}T000000Z`,
    `DTSTART;VALUE=DATE:${compactDay(from)}`,
    `DTEND;VALUE=DATE:${compactDay(dayAfter(last < from ? from : last))}`,
    `SUMMARY:${escapeText([who, event.type, whom].filter(part => part).join(" "))}`,
    `DESCRIPTION:${escapeText([evidenceOf(dyad), reading.document.title].filter(part => part).join("\n"))}`,
    ...(place ? [`LOCATION:${escapeText(place.name)}`] : []),
    ...(place && place.lat !== null && place.lon !== null ? [`GEO:${place.lat};${place.lon}`] : []),
    `CATEGORIES:${event.type}`,
    `STATUS:${event.status === "future" ? "TENTATIVE" : "CONFIRMED"}`,
    "END:VEVENT",
  ]
  return lines.map(foldLine).join("")
}

/** Text as iCalendar writes it; it knows no control characters but the tab. */
const escapeText = (text: string): string =>
  text
    .replace(/[\\;,]/g, mark => `\\${mark}`)
    .replace(/\r?\n/g, "\\n")
    .replace(/[\r\t]/g, " ")
    .replace(/\p{Cc}/gu, "")

const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

const utf8 = new TextEncoder()

/** Lines hold at most 75 bytes; longer ones go on behind a line break and a blank. */
function foldLine(line: string): string {
  let folded = ""
  let length = 0
  for (const character of line) {
    const bytes = utf8.encode(character).length
    if (length + bytes > 74) {
      folded += "\r\n "
      length = 1
    }
    folded += character
    length += bytes
  }
  return `${folded}\r\n`
}
