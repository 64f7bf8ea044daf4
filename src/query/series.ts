import type {Book} from "../store/book.js"
import {actConditions} from "./events.js"
import type {AnswerRow, Conditions, Filter} from "./filter.js"

/** How long the steps of a series are. */
export type Step = "day" | "week" | "month"

/** What a series counts. */
export interface SeriesFilter extends Filter {
  readonly by?: Step | undefined
  /** Count copies of one text once. */
  readonly independent?: boolean | undefined
}

const periods: Record<Step, string> = {day: "acts.day", week: "date(acts.day, '-6 days', 'weekday 1')", month: "acts.month"}
const articlePeriods: Record<Step, string> = {
  day: "published_from",
  week: "date(published_from, '-6 days', 'weekday 1')",
  month: "substr(published_from, 1, 7)",
}

interface Counted {
  readonly period: string
  readonly events: number
  readonly score: number | null
}

/**
 * Events and their mean score for each day, week (named by its Monday) or month; steps without events are there with 0.
 * `per_hundred` counts events for a hundred articles published in the step; null where the book has none.
 */
export function querySeries(book: Book, filter: SeriesFilter): AnswerRow[] {
  const step = filter.by ?? "month"
  const conditions = actConditions(book, filter)
  if (!conditions) return []
  const counted = countEvents(book, conditions.add(`${periods[step]} IS NOT NULL`), {...filter, by: step})
  if (counted.length === 0) return []
  const articles = countArticles(book, step)
  const found = new Map(counted.map(row => [row.period, row]))
  const all = stepsBetween(counted[0]!.period, counted.at(-1)!.period, step)
  return all.map(period => {
    const events = found.get(period)?.events ?? 0
    const published = articles.get(period) ?? 0
    return {
      period,
      events,
      mean_score: roundTo(found.get(period)?.score ?? null),
      articles: published,
      per_hundred: published === 0 ? null : roundTo((100 * events) / published),
    }
  })
}

function countEvents({database}: Book, conditions: Conditions, filter: SeriesFilter & {by: Step}): Counted[] {
  const isWhole = !filter.actor && !filter.source && !filter.target && !filter.independent
  const count = filter.independent
    ? "count(DISTINCT a.cluster)"
    : isWhole
      ? "sum(acts.first)"
      : "count(DISTINCT acts.reading * 100000 + acts.event)"
  const join = filter.independent ? "JOIN articles a ON a.number = acts.article" : ""
  const sql = `SELECT ${periods[filter.by]} AS period, ${count} AS events, avg(acts.score) AS score FROM acts ${join} ${conditions.where} GROUP BY period ORDER BY period`
  return database.all<Counted>(sql, conditions.cells)
}

function countArticles({database}: Book, step: Step): Map<string, number> {
  const rows = database.all<{period: string; n: number}>(
    `SELECT ${articlePeriods[step]} AS period, count(*) AS n FROM articles WHERE published_from IS NOT NULL GROUP BY period`,
  )
  return new Map(rows.map(row => [row.period, row.n]))
}

/** Every step from the first to the last, at most 100,000. */
export function stepsBetween(first: string, last: string, step: Step): string[] {
  const steps: string[] = []
  for (let at = first; at <= last && steps.length < 100_000; at = nextStep(at, step)) steps.push(at)
  return steps
}

function nextStep(at: string, step: Step): string {
  const [year, month, day] = at.split("-").map(Number)
  if (step === "month") return new Date(Date.UTC(year!, month!, 1)).toISOString().slice(0, 7)
  return new Date(Date.UTC(year!, month! - 1, day! + (step === "week" ? 7 : 1))).toISOString().slice(0, 10)
}

const roundTo = (value: number | null): number | null => (value === null ? null : Math.round(value * 1000) / 1000)
