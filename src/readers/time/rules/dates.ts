import {fromDay, isoOf, pad, toDay, weekdayOf, weekOf} from "../calendar.js"
import type {Captures, Rule, Sense, Setting} from "../sense.js"

const asDate = (value: string): Sense => ({type: "DATE", value})

/** A date with month, day, year or weekday in any combination; "the week of" one (week) is the week that holds it. */
export const date: Rule = (captures, setting, [extra]) => {
  const whole = captures.get("ISODATE", "SLASHDATE")
  if (whole) return asDate(whole)
  const year = captures.number("YEAR", "YEAR2", "SHORTYEAR") ?? yearByWord(captures, setting)
  const month = captures.number("MONTH", "MONTHABBR")
  const day = captures.number("DAY", "ORD")
  if (month === null) return day === null ? asDate(pad(year!, 4)) : dayOfWeekday(captures, setting, day)
  if (day !== null && day > 31) return null
  const known = year ?? pickYear(sided(captures, setting), {month, day, weekday: captures.number("WEEKDAY", "WEEKDAYABBR")})
  const head = known === null ? "XXXX" : pad(known, 4)
  if (extra === "week") return asDate(known === null ? "XXXX-WXX" : weekOf(toDay(known, month, day!)))
  return asDate(day === null ? `${head}-${pad(month)}` : `${head}-${pad(month)}-${pad(day)}`)
}

/** "last October 23" lies behind and "next 5 May" ahead, whatever the tense. */
function sided(captures: Captures, setting: Setting): Setting {
  if (captures.words.startsWith("last ")) return {...setting, tense: "past"}
  return captures.words.startsWith("next ") ? {...setting, tense: "future"} : setting
}

/** "the third of the month": the nearest month whose day lies on the right side. */
export const dayOfMonth: Rule = (captures, setting) => {
  const day = captures.number("DAY")!
  if (!/(?:st|nd|rd|th)$/.test(captures.words) || setting.today === null) return null
  const {year, month, day: now} = fromDay(setting.today)
  const runsOn = setting.narrative || setting.tense === "future"
  const shift = runsOn && day < now ? 1 : !runsOn && day > now ? -1 : 0
  const {year: y, month: m} = fromDay(toDay(year, month + shift, 1))
  return asDate(`${pad(y, 4)}-${pad(m)}-${pad(day)}`)
}

/** "the September 11 attacks". */
export const fixed: Rule = captures => asDate(captures.get("FIXED")!)

/** "fiscal 1989". */
export const fiscal: Rule = captures => asDate(captures.get("YEAR")!)

/** "24–26 October 2005", "1989-90". */
export const span: Rule = (captures, setting) => {
  const month = captures.number("MONTH", "MONTHABBR")
  if (month === null) return spanOfYears(captures)
  const [first, last] = captures.all("DAY").map(Number) as [number, number]
  if (first >= last) return null
  const year = captures.number("YEAR") ?? pickYear(setting, {month, day: first, weekday: null})
  const head = `${year === null ? "XXXX" : pad(year, 4)}-${pad(month)}`
  return asDate(`${head}-${pad(first)}/${head}-${pad(last)}`)
}

/** "between 3 and 5 May", "January and February 2012", "18 March to 5 June": both dates, divided by a stroke; the reader makes two expressions of them. */
export const range: Rule = (captures, setting) => {
  const months = captures.match.symbols
    .filter(symbol => symbol.name === "MONTH" || symbol.name === "MONTHABBR")
    .map(symbol => Number(symbol.value))
  const days = captures.all("DAY").map(Number)
  const said = captures.number("YEAR")
  const wraps = months.length > 1 && months[1]! < months[0]!
  const first = said === null ? pickYear(setting, {month: months[0]!, day: days[0] ?? null, weekday: null}) : wraps ? said - 1 : said
  const years = [first, first === null ? null : wraps ? first + 1 : first]
  if (months.length === 1 && days[0]! >= days[1]!) return null
  const parts = years.map((year, at) => {
    const month = pad(months[at] ?? months[0]!)
    return `${year === null ? "XXXX" : pad(year, 4)}-${month}${days.length > 0 ? `-${pad(days[at]!)}` : ""}`
  })
  return asDate(parts.join("/"))
}

function spanOfYears(captures: Captures): Sense | null {
  const [first, tail] = [captures.get("YEAR")!, captures.get("YEARTAIL")!]
  const last = first.slice(0, 4 - tail.length) + tail
  return Number(last) > Number(first) && Number(last) - Number(first) < 300 ? asDate(`${first}/${last}`) : null
}

function yearByWord(captures: Captures, setting: Setting): number | null {
  const word = / (?:of (?:the )?)?(this|that|last|next|same|following|previous|preceding) year$/.exec(captures.words)
  if (!word) return null
  const told = / of the /.test(word[0]) || word[1] === "that"
  const now = setting.today === null ? null : fromDay(setting.today).year
  const base = told ? (setting.story.year ?? now) : now
  return base === null ? null : base + (/last|prev|prec/.test(word[1]!) ? -1 : /next|foll/.test(word[1]!) ? 1 : 0)
}

/** "Wednesday the 5th": the nearest such day. */
function dayOfWeekday(captures: Captures, setting: Setting, day: number): Sense | null {
  const weekday = captures.number("WEEKDAY")
  if (weekday === null || setting.today === null) return null
  for (let distance = 0; distance < 800; distance++)
    for (const candidate of [setting.today - distance, setting.today + distance])
      if (weekdayOf(candidate) === weekday && fromDay(candidate).day === day) return asDate(isoOf(candidate))
  return null
}

interface Partial {
  readonly month: number
  readonly day: number | null
  readonly weekday: number | null
}

/** The year of a month or day that names none: by the story in histories, else by tense and nearness to the publication date. */
export function pickYear(setting: Setting, partial: Partial): number | null {
  if (setting.narrative || setting.today === null) return yearOfStory(setting, partial)
  const today = setting.today
  const {year} = fromDay(today)
  const candidates = [year - 1, year, year + 1].map(candidate => ({
    year: candidate,
    day: toDay(candidate, partial.month, partial.day ?? 15),
  }))
  const fitting = partial.weekday === null ? [] : candidates.filter(candidate => weekdayOf(candidate.day) === partial.weekday)
  const open = fitting.length > 0 ? fitting : candidates
  return open.reduce((best, next) =>
    costOf(next.day - today, setting, partial) < costOf(best.day - today, setting, partial) ? next : best,
  ).year
}

/** How far a candidate is, in days; the wrong side of the publication date counts as further away. */
function costOf(distance: number, setting: Setting, partial: Partial): number {
  const slack = partial.day === null ? 16 : 0
  const wrong = (setting.tense === "past" && distance > slack) || (setting.tense === "future" && distance < -slack)
  return Math.abs(distance) + (wrong ? (partial.day === null ? 300 : 150) : 0) + (setting.tense === null && distance > slack ? 40 : 0)
}

/** In a history, the year runs on: after December comes January of the next year. */
function yearOfStory({story}: Setting, {month}: Partial): number | null {
  if (story.year === null) return null
  if (story.month === null || Math.floor(story.month / 12) !== story.year) return story.year
  const told = (story.month % 12) + 1
  return told >= 8 && (month - told + 12) % 12 <= 5 && month < told ? story.year + 1 : story.year
}
