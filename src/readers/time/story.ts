import type {Tokens} from "../../lexicon/tokens.js"
import {addMonths, fromDay, toDay} from "./calendar.js"
import type {Match} from "./match.js"
import {emptyStory, type Sense, type Story} from "./sense.js"

/** The month in which a season begins. */
const seasonMonth: Readonly<Record<string, number>> = {SP: 3, SU: 6, FA: 9, WI: 12}

/** The story after one more expression. Days beat months beat years; vague words and lengths change nothing. */
export function tellOn(story: Story, sense: Sense, rule: string): Story {
  const value = sense.value.split("/")[0]!
  if (sense.type === "DURATION" || sense.type === "SET") return story
  const day = /^(\d{4})-(\d\d)-(\d\d)/.exec(value)
  if (day) {
    const [year, month] = [Number(day[1]), Number(day[2])]
    const named = toDay(year, month, Number(day[3]))
    return {...emptyStory, day: named, lastDay: named, month: year * 12 + month - 1, year, last: value.slice(0, 10)}
  }
  const month = /^(\d{4})-(\d\d)$/.exec(value)
  if (month)
    return {...emptyStory, lastDay: story.lastDay, month: Number(month[1]) * 12 + Number(month[2]) - 1, year: Number(month[1]), last: value}
  const season = /^(\d{4})-(SP|SU|FA|WI)$/.exec(value)
  if (season) {
    const begins = Number(season[1]) * 12 + seasonMonth[season[2]!]! - 1
    return {...emptyStory, lastDay: story.lastDay, month: begins, year: Number(season[1]), last: value}
  }
  const quarter = /^(\d{4})-Q([1-4])$/.exec(value)
  if (quarter) return rule === "ago" ? story : {...story, quarter: Number(quarter[1]) * 4 + Number(quarter[2]) - 1, last: value}
  const year = /^(\d{4})(?:-|$)/.exec(value)
  if (year)
    return {
      ...emptyStory,
      lastDay: story.lastDay,
      year: Number(year[1]),
      month: Number(year[1]) === story.year ? story.month : null,
      quarter: story.quarter,
      last: value,
    }
  return story
}

/**
 * Does a date point away from where the story goes on: the end of a span ("from 1911 to 1916"), a term ("until the 1930s"), a background
 * ("since 1958") or an aside in brackets? Only a date of another year can.
 */
export function looksAway(tokens: Tokens, {first, sense}: {first: number; sense: Sense}, story: Story): boolean {
  const year = /^\d{4}/.exec(sense.value)
  if (story.year === null || !year || Number(year[0]) === story.year) return false
  const [before, earlier] = [tokens.lower(first - 1), tokens.lower(first - 2)]
  if (before === "until" || before === "till" || before === "since" || before === "(") return true
  return (
    (before === "to" || before === "and") && (/^\d{4}$/.test(earlier) || /^\d{4}$/.test(tokens.lower(first - 3))) && story.last !== null
  )
}

const reports = /^(?:said|says|told|added|reported|announced|confirmed)$/

/** Is it the day of a report, "officials said on Thursday", and not of what is told? */
export const tellsReport = (tokens: Tokens, {first}: {first: number}): boolean =>
  reports.test(tokens.lower(first - 1)) ||
  (/^(?:on|late|early|earlier)$/.test(tokens.lower(first - 1)) && reports.test(tokens.lower(first - 2)))

/** The first day the story stands at: of its last day, month or year; null before it has begun. */
export function startOf(story: Story): number | null {
  if (story.day !== null) return story.day
  if (story.month !== null) return addMonths(0, story.month - 1970 * 12)
  return story.year === null ? null : addMonths(0, (story.year - 1970) * 12)
}

/** Rules whose expressions count from the day of writing. */
const deictic = new Set(["offset", "weekday", "weekdayOf", "dayBeside", "part"])
const fromWriting: Readonly<Record<string, ReadonlySet<string>>> = {
  unit: new Set(["-1", "0", "1"]),
  month: new Set(["-1", "0", "1"]),
  season: new Set(["-1", "0", "1"]),
  ago: new Set(["-1", "1"]),
  spell: new Set(["-1"]),
}

/** Does an expression speak from the day of writing: "yesterday", "Thursday", "last week", "ten days ago"? */
const isDeictic = ({pattern, symbols}: Match): boolean =>
  (deictic.has(pattern.rule) &&
    !symbols.some(symbol => /^MONTH/.test(symbol.name)) &&
    !pattern.args.some(arg => arg.startsWith("story"))) ||
  (fromWriting[pattern.rule]?.has(pattern.args[0] ?? "") === true && !/^the\??\s/.test(pattern.source))

/** Is "on 3 May", "in June" said without its year? */
const lacksYear = ({pattern, symbols}: Match): boolean =>
  pattern.rule === "date" && symbols.some(symbol => /^MONTH/.test(symbol.name)) && !symbols.some(symbol => /YEAR/.test(symbol.name))

const dated = new Set(["date", "season", "part", "half", "quarter", "span", "range"])
const hasYear = ({pattern, symbols}: Match): boolean => dated.has(pattern.rule) && symbols.some(symbol => symbol.name === "YEAR")

/** News opens with a day and no year ("KYIV, February 26"); in a history a year stands before the first month without one. */
const opensWithYear = (matches: readonly Match[]): boolean => {
  const first = matches.find(match => lacksYear(match) || hasYear(match))
  return first !== undefined && hasYear(first)
}

/**
 * Does the text tell history? Its dates with years lie mostly well away from the publication date (or none is given), and it hardly ever
 * speaks from the day of writing. Where it never does, one year named in the past is enough to hang months and days on.
 */
export function tellsHistory(matches: readonly Match[], given: number | null): boolean {
  const years = matches.filter(hasYear).map(match => Number(match.symbols.find(symbol => symbol.name === "YEAR")!.value))
  const near = matches.filter(isDeictic).length
  const hanging = matches.filter(lacksYear).length
  const opens = opensWithYear(matches)
  if (years.length === 0) return false
  if (given === null) return near === 0 || ((years.length >= 3 || opens) && near * 3 <= years.length + hanging)
  const now = fromDay(given).year
  const far = years.filter(year => Math.abs(year - now) >= 2).length / years.length
  if (near === 0 && hanging > 0 && opens) return years.filter(year => year < now).length / years.length > 0.5
  const enough = years.length >= 5 || (opens && far === 1) || (near === 0 && years.length >= 3)
  return enough && far >= 0.75 && near * 4 <= far * years.length + hanging
}
