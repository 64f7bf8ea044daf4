import type {EdgeRow, EventRow, MatrixCell, PlaceRow, PositionRow, QuoteRow, SeriesRow, SpeakerRow} from "./answers.js"
import {numbersIn, type Row} from "./published-filter.js"

const mean = (scores: readonly number[]): number =>
  Math.round((1_000 * scores.reduce((sum, score) => sum + score, 0)) / scores.length) / 1_000

function firstAndLast(events: readonly EventRow[]): {first_day: string | null; last_day: string | null} {
  const days = events.flatMap(({day}) => day ?? []).sort()
  return {first_day: days[0] ?? null, last_day: days.at(-1) ?? null}
}

/** Ties between actors, the busiest first: what the server sums up, from the events themselves. Actors are told apart by number: two may be called the same. */
export function tiesOf(events: readonly EventRow[], actors: readonly Row[]): EdgeRow[] {
  const known = new Map(actors.map(actor => [Number(actor.who), actor]))
  const pairs = events.flatMap(event => directionsOf(event).map(([source, target]) => ({source, target, event})))
  return [...Map.groupBy(pairs, ({source, target}) => `${source} ${target}`).values()]
    .map(group => {
      const {source, target} = group[0]!
      const [from, to] = [known.get(source), known.get(target)]
      return {
        source: String(from?.name ?? ""),
        target: String(to?.name ?? ""),
        source_who: source,
        target_who: target,
        source_key: String(from?.key ?? ""),
        target_key: String(to?.key ?? ""),
        source_kind: String(from?.kind ?? "other"),
        target_kind: String(to?.kind ?? "other"),
        events: group.length,
        mean_score: mean(group.map(({event}) => event.score)),
        ...firstAndLast(group.map(({event}) => event)),
      }
    })
    .sort((a, b) => b.events - a.events || a.source.localeCompare(b.source) || a.target.localeCompare(b.target))
}

/** Who acts on whom in an event, by number. What somebody does to their own is no tie. */
export function directionsOf({
  source_who,
  target_who,
  reciprocal,
}: Pick<EventRow, "source_who" | "target_who" | "reciprocal">): [number, number][] {
  const [sources, targets] = [numbersIn(source_who), numbersIn(target_who)]
  const others = targets.length > 0 ? targets : reciprocal ? sources : []
  return sources.flatMap(one => others.filter(other => other !== one).map((other): [number, number] => [one, other]))
}

/** Places of events, the busiest first, and how many events name none. */
export function sitesOf(events: readonly (EventRow & Row)[]): {places: PlaceRow[]; placeless: number} {
  const placed = events.filter(({place}) => place !== null)
  const places = [
    ...Map.groupBy(placed, ({place, country, lat, lon, precision}) => [place, country, lat, lon, precision].join("\t")).values(),
  ]
    .map((group): PlaceRow => {
      const {place, country, lat, lon, precision} = group[0]! as EventRow & Row & {lat: number | null; lon: number | null}
      return {
        name: place!,
        country,
        kind: String(precision),
        precision: String(precision),
        lat,
        lon,
        events: group.length,
        score: mean(group.map(({score}) => score)),
        ...firstAndLast(group),
      }
    })
    .sort((a, b) => b.events - a.events || a.name.localeCompare(b.name))
  return {places, placeless: events.length - placed.length}
}

/** Who is quoted how often, the most quoted first. */
export function speakersOf(quotes: readonly QuoteRow[], actors: readonly Row[]): SpeakerRow[] {
  const keys = new Map(actors.map(({who, key}) => [Number(who), String(key)]))
  const known = quotes.filter(({speaker}) => speaker !== null)
  return [...Map.groupBy(known, ({speaker_who}) => speaker_who).values()]
    .map(group => ({
      who: group[0]!.speaker_who!,
      speaker: group[0]!.speaker!,
      key: keys.get(group[0]!.speaker_who!) ?? group[0]!.speaker!,
      quotes: group.length,
    }))
    .sort((a, b) => b.quotes - a.quotes || a.speaker.localeCompare(b.speaker))
}

/** How often each holder stood for and against each target. */
export function matrixOf(positions: readonly PositionRow[], actors: readonly Row[]): MatrixCell[] {
  const keys = new Map(actors.map(({who, key}) => [Number(who), String(key)]))
  return [...Map.groupBy(positions, ({holder_who, target_who}) => `${holder_who} ${target_who}`).values()]
    .map(group => {
      const {holder, target, holder_who, target_who} = group[0]!
      const favourable = group.filter(({polarity}) => polarity === "for").length
      return {
        holder,
        holder_who: holder_who ?? 0,
        holder_key: keys.get(holder_who ?? 0) ?? holder,
        target,
        target_who,
        target_key: target_who === null ? null : (keys.get(target_who) ?? null),
        favourable,
        opposed: group.length - favourable,
      }
    })
    .sort((a, b) => b.favourable + b.opposed - a.favourable - a.opposed || a.holder.localeCompare(b.holder))
}

/** Events and their mean score by step; steps without events are there with none. */
export function seriesOf(events: readonly EventRow[], by: string): SeriesRow[] {
  const groups = Map.groupBy(
    events.filter(({day}) => day !== null),
    ({day}) => stepOf(new Date(`${day}T00:00:00Z`), by),
  )
  const found = [...groups.keys()].sort()
  const series: SeriesRow[] = []
  for (let at = found[0]; at !== undefined && at <= found.at(-1)! && series.length < 20_000; at = stepAfter(at, by)) {
    const group = groups.get(at) ?? []
    series.push({period: at, events: group.length, mean_score: group.length > 0 ? mean(group.map(({score}) => score)) : null})
  }
  return series
}

const isoDay = (date: Date): string => date.toISOString().slice(0, 10)

/** A month by its name, a week by its Monday, a day by itself. */
function stepOf(date: Date, by: string): string {
  if (by === "month") return isoDay(date).slice(0, 7)
  return isoDay(new Date(date.getTime() - (by === "week" ? ((date.getUTCDay() + 6) % 7) * 86_400_000 : 0)))
}

function stepAfter(at: string, by: string): string {
  const [year, month] = at.split("-").map(Number)
  if (by === "month") return new Date(Date.UTC(year!, month!, 1)).toISOString().slice(0, 7)
  return isoDay(new Date(Date.parse(`${at}T00:00:00Z`) + (by === "week" ? 7 : 1) * 86_400_000))
}
