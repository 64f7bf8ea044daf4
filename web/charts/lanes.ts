import type {EventRow, FigureRow, QuoteRow} from "../answers.js"

/** One thing on the timeline: its days, what it is, and where its words stand. */
export interface Spot {
  readonly kind: "event" | "quote" | "figure"
  readonly from: Date
  readonly to: Date
  readonly label: string
  readonly article: string
  readonly record: string
  /** 1 to 4 for events; 0 otherwise. */
  readonly quad: number
  readonly status: string
  /** How many of the same sign stand on the same days. */
  readonly count: number
}

/** A line of the timeline: one actor, or one pair of them. */
export interface Lane {
  readonly name: string
  readonly spots: readonly Spot[]
}

interface Shown {
  readonly events: readonly EventRow[]
  readonly quotes: readonly QuoteRow[]
  readonly figures: readonly FigureRow[]
}

const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`)

/** The busiest lanes (all, where `most` is not given), and how many more there are. An event stands in the lane of each side that it names; figures in a lane of their own. */
export function lanesOf(
  shown: Shown,
  {by, most = Number.POSITIVE_INFINITY}: {by: "actor" | "dyad"; most?: number},
): {lanes: Lane[]; more: number} {
  const lanes = new Map<string, Spot[]>()
  const put = (name: string, spot: Spot): void => {
    lanes.set(name, [...(lanes.get(name) ?? []), spot])
  }
  for (const event of shown.events) {
    const spot = spotOfEvent(event)
    if (spot) for (const name of lanesOfEvent(event, by)) put(name, spot)
  }
  for (const quote of shown.quotes) {
    if (quote.day && quote.speaker && by === "actor")
      put(quote.speaker, spotOf(quote, {kind: "quote", label: `${quote.speaker}: ${quote.words}`, record: quote.quote}))
  }
  const figures = shown.figures.filter(({day}) => day !== null)
  const sorted = [...lanes]
    .map(([name, spots]) => ({name, spots}))
    .sort((a, b) => b.spots.length - a.spots.length || a.name.localeCompare(b.name))
  const kept = sorted.slice(0, most)
  if (figures.length > 0)
    kept.push({
      name: "Figures",
      spots: figures.map(figure =>
        spotOf(figure, {kind: "figure", label: `${figure.kind}: ${figure.words} ${figure.counted ?? ""}`, record: figure.figure}),
      ),
    })
  return {lanes: kept, more: Math.max(0, sorted.length - most)}
}

function lanesOfEvent({source, target}: EventRow, by: "actor" | "dyad"): string[] {
  const [sources, targets] = [source, target].map(names => names?.split("; ") ?? [])
  if (by === "actor") return [...new Set([...sources!, ...targets!])]
  if (targets!.length === 0 && sources!.length > 1) return [sources!.slice(0, 2).sort().join(" – ")]
  return [...new Set(sources!.flatMap(one => targets!.map(other => [one, other].sort().join(" – "))))]
}

function spotOfEvent(event: EventRow): Spot | null {
  const from = event.when_from ?? event.when_to ?? event.day
  const to = event.when_to ?? event.when_from ?? event.day
  if (!from || !to) return null
  const label = `${event.source ?? "somebody"} ${event.type.toLowerCase()} ${event.target ?? ""}: ${event.evidence.slice(0, 160)}`
  return {
    kind: "event",
    from: dateOf(from),
    to: dateOf(to),
    label,
    article: event.article,
    record: event.event,
    quad: event.quad,
    status: event.status,
    count: 1,
  }
}

function spotOf(
  {day, article}: {day: string | null; article: string},
  {kind, label, record}: {kind: "quote" | "figure"; label: string; record: string},
): Spot {
  return {kind, from: dateOf(day!), to: dateOf(day!), label: label.slice(0, 200), article, record, quad: 0, status: "actual", count: 1}
}

/** A spot with its place on the page: x, width and the row of its lane where it touches no other. */
export interface PlacedSpot {
  readonly spot: Spot
  readonly x: number
  readonly width: number
  readonly row: number
}

/** Spots of one sign on the same days become one with a number. */
function mergeSpots(spots: readonly Spot[]): Spot[] {
  const groups = Map.groupBy(spots, ({kind, from, to, quad, status}) => [kind, from.getTime(), to.getTime(), quad, status].join())
  return [...groups.values()].map(group => ({
    ...group[0]!,
    count: group.length,
    label: group
      .map(({label}) => label)
      .slice(0, 6)
      .join("\n"),
  }))
}

/** Puts spots into as few rows as keep them apart. */
export function placeSpots(spots: readonly Spot[], x: (date: Date) => number, room = 13): {placed: PlacedSpot[]; rows: number} {
  const ends: number[] = []
  const placed = mergeSpots(spots)
    .sort((a, b) => a.from.getTime() - b.from.getTime() || a.to.getTime() - b.to.getTime())
    .map(spot => {
      const left = x(spot.from)
      const width = Math.max(0, x(spot.to) - left)
      let row = ends.findIndex(end => end <= left)
      if (row === -1) row = ends.length
      ends[row] = left + Math.max(width, 0) + room
      return {spot, x: left, width, row}
    })
  return {placed, rows: Math.max(1, ends.length)}
}
