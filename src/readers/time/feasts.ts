import {readTable} from "../../lexicon/table.js"
import {daysInMonth, fromDay, isoOf, pad, parseDay, toDay, weekdayOf, weekOf} from "./calendar.js"
import type {Rule, Setting} from "./sense.js"

interface Feast {
  readonly rule: string
  readonly value: string
  readonly days: number
}

let loaded: {readonly feasts: ReadonlyMap<string, Feast>; readonly days: ReadonlyMap<string, readonly number[]>} | null = null

function feastTables() {
  if (loaded) return loaded
  const days = new Map<string, number[]>()
  for (const row of readTable("time/feast-days.tsv")) days.set(row.name!, [...(days.get(row.name!) ?? []), parseDay(row.day!)])
  const feasts = new Map(readTable("time/feasts.tsv").map(row => [row.name!, {rule: row.rule!, value: row.value!, days: Number(row.days)}]))
  loaded = {feasts, days}
  return loaded
}

/** The first days of a feast that begin in a year (Islamic feasts can begin twice in one); empty when the table does not reach so far. */
export function feastDays(name: string, year: number): number[] {
  const {feasts, days} = feastTables()
  const feast = feasts.get(name)
  if (!feast) return []
  if (feast.rule === "table") return (days.get(name) ?? []).filter(day => fromDay(day).year === year)
  if (feast.rule === "fixed") return [parseDay(`${pad(year, 4)}-${feast.value}`)]
  if (feast.rule === "nth") return [nthWeekday(year, feast.value.split(" ").map(Number))]
  return [(feast.rule === "easter" ? easter(year) : orthodoxEaster(year)) + Number(feast.value)]
}

/** [month, weekday, number, days after]: "11 4 4" is the fourth Thursday of November, number −1 the last. */
function nthWeekday(year: number, [month, weekday, number, after = 0]: readonly number[]): number {
  if (number! < 0) {
    const last = toDay(year, month!, daysInMonth(year, month!))
    return last - ((weekdayOf(last) - weekday! + 7) % 7)
  }
  const first = toDay(year, month!, 1)
  return first + ((weekday! - weekdayOf(first) + 7) % 7) + (number! - 1) * 7 + after
}

/** Western Easter Sunday by the anonymous Gregorian method. */
export function easter(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3)
  const h = (19 * a + d + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  return toDay(year, Math.floor(sum / 31), (sum % 31) + 1)
}

/** Eastern Easter Sunday in the Gregorian calendar, for 1900–2099. */
export function orthodoxEaster(year: number): number {
  const d = (19 * (year % 19) + 15) % 30
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
  const sum = d + e + 114
  return toDay(year, Math.floor(sum / 31), (sum % 31) + 1) + 13
}

/** A feast by name: the one nearest to now on the side that the tense asks for. The value is its first day. */
export const feast: Rule = (captures, setting, [extra]) => {
  const name = captures.get("FEAST")!
  const year = captures.number("YEAR") ?? (setting.narrative || setting.today === null ? setting.story.year : null)
  const shift = / last year$|^last /.test(captures.words) ? -1 : / next year$|^next /.test(captures.words) ? 1 : 0
  const day = year !== null ? feastDays(name, year)[0] : nearestFeast(name, setting, {shift, slack: extra === "week" ? 7 : 0})
  if (day === undefined) return {type: "DATE", value: unknownFeast(name)}
  if (extra === "week") return {type: "DATE", value: weekOf(day)}
  if (extra === "weekend") return {type: "DATE", value: `${weekOf(day)}-WE`}
  const first = extra === "eve" ? day - 1 : day
  return {type: "DATE", value: isoOf(first), days: [first, first + (extra ? 0 : feastTables().feasts.get(name)!.days - 1)]}
}

/** Days that a feast on the wrong side of the tense counts as further away. */
const wrongSide = 400

/** The feast on the side that the words ask for (shift −1, 1) or the tense; `slack` days ahead its week may have begun. */
function nearestFeast(name: string, setting: Setting, {shift, slack}: {shift: number; slack: number}): number | undefined {
  const today = setting.today
  if (today === null) return undefined
  const {year} = fromDay(today)
  const all = [year - 1, year, year + 1].flatMap(near => feastDays(name, near))
  if (shift < 0) return all.filter(day => day < today).at(-1)
  if (shift > 0) return all.find(day => day > today)
  const cost = (day: number) =>
    Math.abs(day - today) +
    (setting.tense === "past" && day > today + slack ? wrongSide : 0) +
    (setting.tense === "future" && day < today ? wrongSide : 0)
  return all.length === 0 ? undefined : all.reduce((best, day) => (cost(day) < cost(best) ? day : best))
}

function unknownFeast(name: string): string {
  const feast = feastTables().feasts.get(name)
  return feast?.rule === "fixed" ? `XXXX-${feast.value}` : "XXXX-XX-XX"
}
