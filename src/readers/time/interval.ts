import {addMonths, daysInMonth, fromDay, isoOf, mondayOf, parseDay, toDay} from "./calendar.js"

/** First and last day, counted from 1970-01-01. */
export type Days = readonly [number, number]

const seasonMonths: Readonly<Record<string, readonly [number, number]>> = {SP: [3, 5], SU: [6, 8], FA: [9, 11], WI: [12, 14]}

/** The days a TIMEX3 date value covers: "2013-01" → the 1st to the 31st; null for values that name no dates of their own. */
export function daysOfValue(value: string): Days | null {
  if (value.includes("/")) return joined(value.split("/"))
  if (/^\d{4}-\d\d-\d\d/.test(value)) return [parseDay(value.slice(0, 10)), parseDay(value.slice(0, 10))]
  const week = /^(\d{4})-W(\d\d)(-WE)?$/.exec(value)
  if (week) {
    const monday = mondayOf(Number(week[1]), Number(week[2]))
    return week[3] ? [monday + 5, monday + 6] : [monday, monday + 6]
  }
  const part = /^(\d{4})-(\d\d|Q[1-4]|H[12]|SP|SU|FA|WI)$/.exec(value)
  if (part) return partOfYear(Number(part[1]), part[2]!)
  if (/^\d{4}$/.test(value)) return [toDay(Number(value), 1, 1), toDay(Number(value), 12, 31)]
  if (/^\d{3}$/.test(value)) return [toDay(Number(value) * 10, 1, 1), toDay(Number(value) * 10 + 9, 12, 31)]
  return /^\d{2}$/.test(value) ? [toDay(Number(value) * 100, 1, 1), toDay(Number(value) * 100 + 99, 12, 31)] : null
}

function joined(values: readonly string[]): Days | null {
  const parts = values.map(daysOfValue)
  return parts[0] && parts.at(-1) ? [parts[0][0], parts.at(-1)![1]] : null
}

function partOfYear(year: number, part: string): Days {
  const months =
    seasonMonths[part] ??
    (part.startsWith("Q") ? thirds(Number(part[1]), 3) : part.startsWith("H") ? thirds(Number(part[1]), 6) : [Number(part), Number(part)])
  const last = addMonths(toDay(year, 1, 1), months[1]! - 1)
  const {year: y, month: m} = fromDay(last)
  return [addMonths(toDay(year, 1, 1), months[0]! - 1), toDay(y, m, daysInMonth(y, m))]
}

const thirds = (number: number, size: number): readonly [number, number] => [(number - 1) * size + 1, number * size]

/** The days that a modifier leaves of an interval: START the first third, MID the middle, END the last ("late March" → the 21st to the 31st). */
export function narrow(days: Days, mod: string | null | undefined): Days {
  const [from, to] = days
  const third = Math.floor((to - from + 1) / 3)
  if (third === 0) return days
  if (mod === "START") return [from, from + third]
  if (mod === "MID") return [from + third, to - third]
  return mod === "END" ? [to - third, to] : days
}

export const isoDays = (days: Days | null | undefined): {from: string | null; to: string | null} =>
  days ? {from: isoOf(days[0]), to: isoOf(days[1])} : {from: null, to: null}
