import {feast} from "../feasts.js"
import type {Rule} from "../sense.js"
import {clock, dusk, part} from "./clock.js"
import {date, dayOfMonth, fiscal, fixed, range, span} from "./dates.js"
import {dayBeside, monthNear, offset, recent, season, spell, unit, weekday, weekdayOfWeek} from "./near.js"
import {bc, century, decade, half, quarter, yearEnd} from "./periods.js"
import {every, everyMonth, everyPart, everySeason, everyWeekday, frequency, rate} from "./sets.js"
import {ago, duration, vague} from "./shifts.js"

/** The rules that patterns.tsv names. */
export const rules: Readonly<Record<string, Rule>> = {
  date,
  dayOfMonth,
  fiscal,
  fixed,
  span,
  range,
  weekday,
  dayBeside,
  weekdayOf: weekdayOfWeek,
  offset,
  unit,
  month: monthNear,
  season,
  spell,
  recent,
  ago,
  duration,
  vague,
  every,
  everyWeekday,
  everyMonth,
  everyPart,
  everySeason,
  frequency,
  rate,
  part,
  dusk,
  clock,
  quarter,
  half,
  decade,
  century,
  bc,
  yearEnd,
  feast,
}
