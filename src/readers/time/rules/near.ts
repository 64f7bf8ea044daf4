import {addMonths, fromDay, isoOf, pad, weekdayOf, weekOf} from "../calendar.js"
import type {Days} from "../interval.js"
import type {Rule, Sense, Setting} from "../sense.js"
import {startOf} from "../story.js"

/** A weekday: bare (0, side by tense), last (-1), next (1), this. */
export const weekday: Rule = (captures, setting, [which]) => {
  const number = captures.number("WEEKDAY")!
  const day = setting.narrative && which === "0" ? storyWeekday(setting, number) : dayOfWeekday(setting, number, which!)
  return {type: "DATE", value: day === null ? `XXXX-WXX-${number}` : isoOf(day)}
}

/** The day of a weekday by its side of today. */
export function dayOfWeekday(setting: Setting, number: number, which: string): number | null {
  const {today, tense} = setting
  if (today === null) return null
  const back = (weekdayOf(today) - number + 7) % 7
  const on = (number - weekdayOf(today) + 7) % 7
  if (which === "-1" || which === "last") return today - (back || 7)
  if (which === "-2") return today - (back || 7) - 7
  if (which === "1") return today + (on || 7)
  if (which === "this") return tense === "past" ? today - back : today + on
  return tense === "future" ? today + on : today - back
}

/** "the day before last Tuesday", "the day after Friday". */
export const dayBeside: Rule = (captures, setting, [side]) => {
  const number = captures.number("WEEKDAY")!
  const which = / last /.test(captures.words) ? "-1" : / next /.test(captures.words) ? "1" : "0"
  const shift = side === "before" ? -1 : 1
  const day = setting.narrative ? storyWeekday(setting, number) : dayOfWeekday(setting, number, which)
  return {type: "DATE", value: day === null ? `XXXX-WXX-${((number + shift + 6) % 7) + 1}` : isoOf(day + shift)}
}

/** In a history a weekday lies after the last day named. */
function storyWeekday({story, today}: Setting, number: number): number | null {
  const from = story.day ?? today
  return from === null ? null : from + ((number - weekdayOf(from) + 7) % 7)
}

/** "Tuesday of last week". */
export const weekdayOfWeek: Rule = (captures, {today}, [which]) => {
  const number = captures.number("WEEKDAY")!
  return {type: "DATE", value: today === null ? `XXXX-WXX-${number}` : isoOf(today - weekdayOf(today) + number + 7 * Number(which))}
}

/** "today", "yesterday", "tomorrow". */
export const offset: Rule = (captures, {today}) => {
  const value = today === null ? "XXXX-XX-XX" : isoOf(today + captures.number("OFFSET")!)
  const word = /^(?:late|later|earlier|early) /.exec(captures.words)?.[0].trim()
  return {type: "DATE", value, mod: word === undefined ? null : word.startsWith("late") ? "END" : "START"}
}

const modes: Readonly<Record<string, number>> = {story: 0, storyback: -1, storyon: 1, near: 0, inside: 0}

/** A calendar unit around now ("this week", "last year") or around the story ("that year", "the next day"). */
export const unit: Rule = (captures, setting, [which, fixed]) => {
  const code = fixed ?? captures.get("UNIT")!
  if (code.startsWith("T") || code === "L")
    return code.startsWith("T") && which === "-1" ? {type: "DURATION", value: `PT1${code[1]}`} : null
  const told = which! in modes && which !== "near" && which !== "inside"
  const base = told ? (startOf(setting.story) ?? setting.today) : which === "inside" && code === "D" ? dayTold(setting) : setting.today
  const shift =
    which === "nearest" ? (setting.tense === "future" ? 0 : weekdayOf(base ?? 3) >= 6 ? 0 : -1) : (modes[which!] ?? Number(which))
  const mod = which === "inside" ? edgeOf(captures.words) : null
  return {type: "DATE", value: base === null ? unknownUnit(code) : unitValue(base, code, shift), mod}
}

/** "later in the day": the day named last, if it lies in the week before; else today. */
const dayTold = ({story, today}: Setting): number | null =>
  story.day !== null && today !== null && story.day <= today && story.day > today - 7 ? story.day : today

/** "earlier in the year", "the end of the month". */
const edgeOf = (words: string): string =>
  /^(?:the )?(?:earl|beginning|start)/.test(words) ? "START" : /^(?:the )?middle/.test(words) ? "MID" : "END"

const unknown: Readonly<Record<string, string>> = {
  D: "XXXX-XX-XX",
  W: "XXXX-WXX",
  "2W": "XXXX-WXX",
  M: "XXXX-XX",
  Q: "XXXX-QX",
  Y: "XXXX",
  E: "XXX",
  C: "XX",
  WE: "XXXX-WXX-WE",
}
const unknownUnit = (code: string): string => unknown[code] ?? "XXXX"

/** The value of the unit that holds a day, some units on: (2013-03-01, "W", -1) → "2013-W08". */
export function unitValue(day: number, code: string, shift: number): string {
  const {year, month} = fromDay(day)
  if (code === "D") return isoOf(day + shift)
  if (code === "W" || code === "2W") return weekOf(day + shift * (code === "W" ? 7 : 14))
  if (code === "WE") return `${weekOf(day + shift * 7)}-WE`
  if (code === "M") return isoOf(addMonths(day, shift)).slice(0, 7)
  if (code === "Q") return quarterValue(year * 4 + Math.floor((month - 1) / 3) + shift)
  if (code === "Y") return pad(year + shift, 4)
  if (code === "E") return String(Math.floor(year / 10) + shift)
  return pad(Math.floor(year / 100) + shift)
}

export const quarterValue = (quarter: number): string => `${pad(Math.floor(quarter / 4), 4)}-Q${(quarter % 4) + 1}`

/** "last March", "this May"; "the following July" counts from the story. */
export const monthNear: Rule = (captures, {today, tense, story}, [which]) => {
  const month = captures.number("MONTH", "MONTHABBR")!
  if (which!.startsWith("story")) {
    const from = startOf(story) ?? today
    const told = from === null ? null : sameMonth(from, month, which!)
    return {type: "DATE", value: told === null ? `XXXX-${pad(month)}` : `${pad(told, 4)}-${pad(month)}`}
  }
  if (today === null) return {type: "DATE", value: `XXXX-${pad(month)}`}
  const {year, month: now} = fromDay(today)
  const shift = which === "-1" ? (month < now ? 0 : -1) : which === "1" ? (month > now ? 0 : 1) : tense === "past" && month > now ? -1 : 0
  return {type: "DATE", value: `${pad(year + shift, 4)}-${pad(month)}`}
}

/** The year of the first such month after a day, or of the last one before it. */
function sameMonth(day: number, month: number, which: string): number {
  const {year, month: now} = fromDay(day)
  return which === "storyon" ? (month > now ? year : year + 1) : month < now ? year : year - 1
}

const seasonStart: Readonly<Record<string, number>> = {SP: 3, SU: 6, FA: 9, WI: 12}

/** "last summer", "the spring of 2011", "in autumn". A winter bears the year in which it begins. */
export const season: Rule = (captures, setting, [which]) => {
  const code = captures.get("SEASON")!
  const year = captures.number("YEAR") ?? seasonYear(setting, code, which)
  return {type: "DATE", value: `${year === null ? "XXXX" : pad(year, 4)}-${code}`}
}

function seasonYear(setting: Setting, code: string, which: string | undefined): number | null {
  if (which?.startsWith("story")) return toldSeason(setting, code, which)
  if (which === undefined && (setting.narrative || setting.today === null)) return setting.story.year
  if (setting.today === null) return null
  const {year, month} = fromDay(setting.today)
  const index = (start: number) => year * 12 + start - 1
  const now = year * 12 + month - 1
  const starts = [index(seasonStart[code]!) - 12, index(seasonStart[code]!), index(seasonStart[code]!) + 12]
  const past = starts.filter(start => (which === "-1" ? start + 2 < now : start <= now)).at(-1)!
  const next = starts.find(start => start > now)!
  const running = starts.find(start => start <= now && now <= start + 2)
  const chosen =
    which === "0"
      ? (running ?? (next - now < 7 ? next : past))
      : which === "1"
        ? next
        : which === "-1"
          ? past
          : setting.tense === "future"
            ? (running ?? next)
            : past
  return Math.floor(chosen / 12)
}

/** "that winter": the one running or next to come where the story stands; "the following spring" begins after it, "the previous autumn" before. */
function toldSeason({story, today}: Setting, code: string, which: string): number | null {
  const from = startOf(story) ?? today
  if (from === null) return null
  const {year, month} = fromDay(from)
  const now = year * 12 + month - 1
  const starts = [year - 1, year, year + 1].map(each => each * 12 + seasonStart[code]! - 1)
  const chosen =
    which === "storyon"
      ? starts.find(start => start > now)!
      : which === "storyback"
        ? starts.filter(start => start + 2 < now).at(-1)
        : starts.find(start => start + 2 >= now)
  return chosen === undefined ? null : Math.floor(chosen / 12)
}

/** "the past week", "the past few months", "the next three years": a length, and the days it covers. */
export const spell: Rule = (captures, setting, [side]) => {
  const code = captures.get("UNIT", "UNITS")!
  const count = captures.get("NUM", "QUANT") ?? (captures.has("UNITS") ? "X" : "1")
  if (captures.has("UNIT") && code !== "Y" && code !== "D")
    return {...length(code, count), days: daysOfSpell(setting, code, count, Number(side))}
  if (captures.has("UNIT") && code === "Y" && setting.today !== null)
    return {type: "DATE", value: pad(fromDay(setting.today).year - 1, 4), days: daysOfSpell(setting, code, count, -1)}
  if (count === "X" && !captures.has("QUANT") && side === "-1" && code === "Y")
    return {type: "DATE", value: "PAST_REF", days: daysOfSpell(setting, code, count, -1)}
  return {...length(code, count), days: daysOfSpell(setting, code, count, Number(side))}
}

/** "recent months": a length without a number; "recent years" is only the past. */
export const recent: Rule = (captures, setting) => {
  const code = captures.get("UNITS")!
  const days = daysOfSpell(setting, code, "X", -1)
  return code === "Y" || code === "E" || code === "C" ? {type: "DATE", value: "PAST_REF", days} : {...length(code, "X"), days}
}

/** The days of a number of units before (-1) or after (1) today. "X" stands for two to six or so. */
export function daysOfSpell({today}: Setting, code: string, count: string, side: number): Days | null {
  if (today === null) return null
  const many = count === "X" ? 6 : Number(count)
  const reach = moveDay(today, code, side * many)
  return side < 0 ? [reach, today] : [today, reach]
}

/** A day some units on; parts of units round. */
export function moveDay(day: number, code: string, count: number): number {
  const months: Readonly<Record<string, number>> = {M: 1, Q: 3, Y: 12, E: 120, C: 1200, L: 12000}
  if (code in months) return addMonths(day, Math.max(-120_000, Math.min(120_000, Math.round(count * months[code]!))))
  const days: Readonly<Record<string, number>> = {D: 1, W: 7, "2W": 14, WE: 7}
  return day + Math.max(-4_000_000, Math.min(4_000_000, Math.round(count * (days[code] ?? 0))))
}

const halves: Readonly<Record<string, readonly [number, string]>> = {
  Y: [12, "M"],
  TH: [60, "TM"],
  TM: [60, "TS"],
  E: [10, "Y"],
  C: [100, "Y"],
  W: [7, "D"],
  D: [24, "TH"],
  M: [30, "D"],
  Q: [3, "M"],
}

/** Half a unit in the next smaller one: half a century is 50 years; null for units that have none. */
export function halfOf(code: string): {code: string; count: number} | null {
  const smaller = halves[code]
  return smaller && !smaller[1].startsWith("T") && Number.isInteger(smaller[0] / 2) ? {code: smaller[1], count: smaller[0] / 2} : null
}

/** Units of which a part is written beside the whole: two and a half years → P2Y6M, 5 1/2 hours → PT5H30M. */
const compound = /^(?:Y|TH|TM)$/

/** A DURATION: (“W”, 2) → P2W; parts are given in the next smaller unit: half a year → P6M, a year and a half → P1Y6M. */
export function length(code: string, count: string): Sense {
  const number = Number(count)
  const smaller = halves[code]
  if (count !== "X" && !Number.isInteger(number) && smaller && Number.isInteger(number * smaller[0])) {
    const part = length(smaller[1], String((compound.test(code) ? number % 1 : number) * smaller[0]))
    const whole = Math.floor(number)
    return whole === 0 || !compound.test(code) ? part : {...part, value: length(code, String(whole)).value + part.value.replace(/^PT?/, "")}
  }
  const amount =
    code === "2W"
      ? count === "X"
        ? "X"
        : String(number * 2)
      : code === "Q" && count !== "X"
        ? String(number * 3)
        : code === "WE"
          ? count === "X"
            ? "X"
            : String(number * 2)
          : count
  const letter = code === "2W" ? "W" : code === "Q" ? "M" : code === "WE" ? "D" : code
  if (letter === "E" && count !== "X") return {type: "DURATION", value: `P${number * 10}Y`}
  if (letter === "C" && count !== "X") return {type: "DURATION", value: `P${number * 100}Y`}
  return {type: "DURATION", value: letter.startsWith("T") ? `PT${amount}${letter[1]}` : `P${amount}${letter}`}
}
