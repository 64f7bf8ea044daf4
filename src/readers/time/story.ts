import {addMonths, fromDay, toDay} from "./calendar.js"
import type {Match} from "./match.js"
import {emptyStory, type Sense, type Story} from "./sense.js"

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

/** The first day the story stands at: of its last day, month or year; null before it has begun. */
export function startOf(story: Story): number | null {
  if (story.day !== null) return story.day
  if (story.month !== null) return addMonths(0, story.month - 1970 * 12)
  return story.year === null ? null : addMonths(0, (story.year - 1970) * 12)
}

const deictic = new Set(["offset", "weekday", "part"])

/**
 * Does the text tell history? Its dates with years lie mostly well away from the publication date (or there is none), and it speaks
 * of few days by name.
 */
export function tellsHistory(matches: readonly Match[], published: number | null): boolean {
  const years = matches
    .filter(match => match.pattern.rule === "date")
    .map(match => match.symbols.find(symbol => symbol.name === "YEAR"))
    .filter(symbol => symbol !== undefined)
  const near = matches.filter(match => deictic.has(match.pattern.rule)).length
  if (years.length < 3) return false
  if (published === null) return near * 2 <= years.length
  const now = fromDay(published).year
  const far = years.filter(symbol => Math.abs(Number(symbol.value) - now) >= 2).length
  return (years.length >= 5 || near === 0) && far / years.length >= 0.75 && near * 4 <= far
}
