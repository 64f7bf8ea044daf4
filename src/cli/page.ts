import {styleText} from "node:util"
import type {Span} from "../document/span.js"
import type {Actor} from "../record/actor.js"
import type {Event} from "../record/event.js"
import type {Figure} from "../record/figure.js"
import type {Position} from "../record/position.js"
import type {Quote} from "../record/quote.js"
import type {Reading} from "../record/reading.js"

export interface PageStyle {
  readonly colours: boolean
  /** Width of the terminal in characters. */
  readonly columns: number
}

type Style = Parameters<typeof styleText>[0]
type Paint = (style: Style, words: string) => string

/** What the parts of a page need to print themselves. */
interface Brush {
  readonly reading: Reading
  readonly paint: Paint
  readonly columns: number
  /** The characters of the text by code point, so that spans can be cut out. */
  readonly characters: readonly string[]
}

/** A reading as a page for people: what happened, who said what, how many, who stands where, when and where, each with the words it was read from. */
export function paintPage(reading: Reading, style: PageStyle): string {
  const paint: Paint = style.colours ? (format, words) => styleText(format, words, {validateStream: false}) : (_, words) => words
  const brush: Brush = {
    reading,
    paint,
    columns: Math.max(50, Math.min(style.columns, 110)),
    characters: Array.from(reading.document.text ?? ""),
  }
  const parts = [paintHeading(brush), ...recordRows(brush).map(([name, rows]) => paintPart(brush, name, rows))]
  return `${parts.filter(part => part !== "").join("\n")}\n`
}

function recordRows(brush: Brush): [string, string[]][] {
  const {reading} = brush
  return [
    ["Events", reading.events.map(event => paintEvent(event, brush))],
    ["Quotes", reading.quotes.map(quote => paintQuote(quote, brush))],
    ["Figures", reading.figures.map(figure => paintFigure(figure, brush))],
    ["Positions", reading.positions.map(position => paintPosition(position, brush))],
    ["Times", reading.times.map(time => paintRow(brush, words(brush, time), interval(time.from, time.to) || time.value))],
    ["Places", placeRows(brush)],
    ["Actors", reading.actors.filter(isWorthNaming).map(actor => paintRow(brush, actor.name, actorDetails(actor)))],
    ["Notes", [...reading.notes, ...(reading.document.published.reasons ?? [])].map(note => `  ${note.about}`)],
  ]
}

function paintHeading({reading, paint}: Brush): string {
  const {title, id, published, publisher, author, origin} = reading.document
  const days = interval(published.from, published.to)
  const when = days === "" ? "publication date unknown" : `${days} (${published.basis})`
  const by = [author, publisher, origin].filter(item => item).join(" · ")
  return [
    paint("bold", title ?? origin ?? id),
    paint("dim", [by === (title ?? origin) ? "" : by, when].filter(item => item).join(" · ")),
    "",
  ].join("\n")
}

function paintPart({paint}: Brush, name: string, rows: readonly string[]): string {
  if (rows.length === 0) return ""
  return `${paint(["bold", "cyan"], name)} ${paint("dim", String(rows.length))}\n${rows.join("\n")}\n`
}

function paintEvent(event: Event, brush: Brush): string {
  const {paint} = brush
  const quad = event.quad <= 2 ? "green" : "red"
  const kind = paint([quad, "bold"], event.mode ? `${event.type}/${event.mode}` : event.type)
  const status = event.status === "actual" ? "" : ` ${paint("yellow", event.status)}`
  const who = paint("bold", nameAll(event.source, brush) || "—")
  const whom = event.target.length > 0 ? ` → ${paint("bold", nameAll(event.target, brush))}` : event.reciprocal ? " (with each other)" : ""
  const facts = [interval(event.when.from, event.when.to), placeName(event.where, brush), saidBy(event.attribution, brush)].filter(
    fact => fact,
  )
  const details = [`CAMEO ${event.cameo}`, signed(event.score), percent(event.confidence), ...facts].join(" · ")
  return [
    `  ${kind}${status}  ${who}${whom}`,
    quoted(brush, event.evidence[0] ?? event.trigger, event.trigger),
    `    ${paint("dim", details)}`,
  ].join("\n")
}

function paintQuote(quote: Quote, brush: Brush): string {
  const {paint} = brush
  const said = quote.content.map(span => words(brush, span)).join(" … ")
  const behalf = quote.onBehalfOf ? ` for ${nameOf(quote.onBehalfOf, brush)}` : ""
  const to = quote.addressee ? ` to ${nameOf(quote.addressee, brush)}` : ""
  const who = quote.speaker ? nameOf(quote.speaker, brush) : quote.source ? words(brush, quote.source) : "speaker not named"
  const marks = quote.kind === "direct" ? `“${said}”` : said
  return `  ${paint("bold", who)}${behalf}${to} ${paint("dim", `${quote.kind}, ${quote.utterance}`)}\n${wrapped(marks, brush.columns, "    ")}`
}

function paintFigure(figure: Figure, brush: Brush): string {
  const facts = [
    figure.kind,
    figure.status === "reported" ? "" : figure.status,
    figure.of ? words(brush, figure.of) : "",
    placeName(figure.where, brush),
    sourceOfFigure(figure, brush),
  ]
  const when = figure.asOf ? interval(figure.asOf.from, figure.asOf.to) : ""
  return paintRow(brush, words(brush, figure), [amount(figure), ...facts, when].filter(fact => fact).join(" · "))
}

function paintPosition(position: Position, brush: Brush): string {
  const {paint} = brush
  const side = paint(position.polarity === "for" ? "green" : "red", position.polarity)
  const about = position.target ? nameOf(position.target, brush) : position.topic ? `“${words(brush, position.topic)}”` : "—"
  const head = `  ${paint("bold", nameOf(position.holder, brush))} ${side} ${about} ${paint("dim", `${position.strength} · ${percent(position.confidence)}`)}`
  return position.evidence[0] ? `${head}\n${quoted(brush, position.evidence[0])}` : head
}

function placeRows(brush: Brush): string[] {
  const seen = new Set<string>()
  const fresh = brush.reading.places.filter(place => !seen.has(place.name + place.use) && seen.add(place.name + place.use))
  return fresh.map(place => {
    const where = place.lat === null || place.lon === null ? "" : `${place.lat.toFixed(2)}, ${place.lon.toFixed(2)}`
    return paintRow(
      brush,
      place.name,
      [place.kind, place.country, where, place.use === "literal" ? "" : place.use].filter(fact => fact).join(" · "),
    )
  })
}

function actorDetails(actor: Actor): string {
  const roles = actor.roles.map(role => role.title).join(", ")
  return [actor.kind, actor.code ?? actor.country ?? "", roles, `${actor.mentions.length} mention${actor.mentions.length === 1 ? "" : "s"}`]
    .filter(fact => fact)
    .join(" · ")
}

const isWorthNaming = (actor: Actor): boolean => actor.mentions.some(mention => mention.form !== "pronoun")

function paintRow({paint}: Brush, name: string, details: string): string {
  const short = name.replace(/\s{1,50}/g, " ")
  return `  ${short.length > 34 ? short : short.padEnd(34)} ${paint("dim", details)}`
}

/** The evidence in quotation marks, the trigger standing out. */
function quoted(brush: Brush, evidence: Span, trigger?: Span): string {
  const inside = trigger && trigger.start >= evidence.start && trigger.end <= evidence.end
  const plain = inMarks(words(brush, evidence))
  const lines = wrapped(plain, brush.columns, "    ")
  if (!inside) return brush.paint("italic", lines)
  const word = words(brush, trigger)
  const at = lines.indexOf(word)
  return at < 0 ? lines : `${lines.slice(0, at)}${brush.paint("underline", word)}${lines.slice(at + word.length)}`
}

/** Quotation marks around evidence, unless it brings its own. */
const inMarks = (text: string): string => (/^[“"‘]/.test(text) ? text : `“${text}”`)

function wrapped(text: string, columns: number, indent: string): string {
  const lines: string[] = []
  let line = indent
  for (const word of text.split(/\s{1,100}/)) {
    if (line.length + word.length + 1 > columns && line !== indent) {
      lines.push(line)
      line = indent
    }
    line += line === indent ? word : ` ${word}`
  }
  return [...lines, line].join("\n")
}

const words = ({characters}: Brush, span: Span): string => characters.slice(span.start, span.end).join("")

const nameOf = (id: string, {reading}: Brush): string => reading.actors.find(actor => actor.id === id)?.name ?? id

const nameAll = (ids: readonly string[], brush: Brush): string => ids.map(id => nameOf(id, brush)).join(", ")

function placeName(id: string | null, {reading}: Brush): string {
  return id ? (reading.places.find(place => place.id === id)?.name ?? id) : ""
}

function saidBy(id: string | null, brush: Brush): string {
  if (!id) return ""
  const quote = brush.reading.quotes.find(candidate => candidate.id === id)
  return quote?.speaker ? `according to ${nameOf(quote.speaker, brush)}` : "attributed"
}

function sourceOfFigure(figure: Figure, brush: Brush): string {
  if (!figure.source) return ""
  return figure.source.startsWith("q") ? saidBy(figure.source, brush) : `according to ${nameOf(figure.source, brush)}`
}

function amount(figure: Figure): string {
  const number = (value: number | null): string => (value === null ? "" : value.toLocaleString("en"))
  const unit = figure.unit && figure.unit !== "people" ? ` ${figure.unit}` : ""
  if (figure.bound === "range") return `${number(figure.low)}–${number(figure.high)}${unit}`
  const bound = figure.bound === "exact" ? "" : `${figure.bound.replace("-", " ")} `
  return figure.value === null ? "" : `${bound}${number(figure.value)}${unit}${figure.change ? ` ${figure.change}` : ""}`
}

const signed = (score: number): string => (score > 0 ? `+${score}` : String(score))

const percent = (share: number): string => `${Math.round(share * 100)} %`

function interval(from: string | null, to: string | null): string {
  if (from === null && to === null) return ""
  return from === to ? String(from) : `${from ?? "…"} to ${to ?? "…"}`
}
