import {addMonths, fromDay, isoOf, pad} from "../calendar.js"
import type {Captures, Rule, Sense, Setting} from "../sense.js"
import {daysOfSpell, halfOf, length, moveDay, quarterValue, unitValue} from "./near.js"

/** "three weeks ago" (-1), "a year earlier" (story), "two days later" (later), "a month from now" (1). */
export const ago: Rule = (captures, setting, [how, part]) => {
  const half = part === "half" ? halfOf(captures.get("UNIT")!) : null
  if (half)
    return anchorOf(setting, how!, half.code) === null
      ? {type: "DATE", value: unknownShift(half.code)}
      : {type: "DATE", value: shifted(setting.today!, half.code, -half.count)}
  const code = captures.get("UNIT", "UNITS")!
  const said = captures.get("NUM", "QUANT") ?? (captures.has("UNITS") ? "X" : "1")
  const count = /and a half/.test(captures.words) ? String((said === "X" ? 1 : Number(said)) + 0.5) : said
  const side = how === "1" || how === "later" ? 1 : -1
  const anchor = anchorOf(setting, how!, code)
  if (code === "Y" && count === "1" && side < 0) {
    const quarter = setting.story.quarter
    if (quarter !== null && setting.story.last?.includes("-Q")) return {type: "DATE", value: quarterValue(quarter - 4)}
  }
  if (code.startsWith("T")) return clockShift(setting, how!, setting.story.lastDay ?? anchor)
  if (count === "X") return vagueShift(captures, setting, {code, side, how: how!})
  if (anchor === null) return {type: "DATE", value: unknownShift(code), ...(captures.has("NUM") ? {} : {})}
  return {type: "DATE", value: shifted(anchor, code, side * Number(count))}
}

function anchorOf({today, story, narrative}: Setting, how: string, code: string): number | null {
  if (how === "-1" || how === "1") return today
  if (story.day !== null && (code === "D" || code === "W" || code.startsWith("T") || story.last?.length === 10)) return story.day
  const dayed = code === "D" || code === "W" || code.startsWith("T")
  if (dayed && !narrative && story.lastDay !== null && today !== null && Math.abs(today - story.lastDay) < 60) return story.lastDay
  if (how === "story" && !narrative) return story.month !== null && code !== "Y" ? addMonths(0, story.month - 1970 * 12) : today
  if (story.month !== null) return addMonths(0, story.month - 1970 * 12)
  return story.year !== null ? addMonths(0, (story.year - 1970) * 12) : narrative ? null : today
}

/** The value at the precision of the unit: days and weeks give a day, months a month, years a year. */
function shifted(anchor: number, code: string, count: number): string {
  const day = moveDay(anchor, code, count)
  if (code === "D" || code === "W" || code === "2W" || code === "WE") return isoOf(day)
  if (code === "M" || !Number.isInteger(count)) return isoOf(day).slice(0, 7)
  return code === "Q"
    ? unitValue(day, "Q", 0)
    : code === "Y" || code === "E"
      ? pad(fromDay(day).year, 4)
      : pad(Math.floor(fromDay(day).year / 100))
}

const unknownShift = (code: string): string =>
  code === "D" || code === "W" || code === "2W" ? "XXXX-XX-XX" : code === "M" ? "XXXX-XX" : "XXXX"

function clockShift(setting: Setting, how: string, anchor: number | null): Sense {
  if (how === "-1") return {type: "DATE", value: "PAST_REF", days: setting.today === null ? null : [setting.today - 1, setting.today]}
  return {type: "TIME", value: `${anchor === null ? "XXXX-XX-XX" : isoOf(anchor)}TXX`}
}

function vagueShift(captures: Captures, setting: Setting, shift: {code: string; side: number; how: string}): Sense {
  const {code, side, how} = shift
  if (how === "later") return {type: "DATE", value: side > 0 ? "FUTURE_REF" : "PAST_REF"}
  const far = daysOfSpell(setting, code, /decades|centuries|years/.test(captures.words) && !captures.has("QUANT") ? "8" : "X", side)
  const near = daysOfSpell(setting, code, captures.has("QUANT") ? "2" : "1", side)
  const days = far && near ? (side < 0 ? ([far[0], near[0]] as const) : ([near[1], far[1]] as const)) : null
  return {type: "DATE", value: side < 0 ? "PAST_REF" : "FUTURE_REF", days}
}

/** "three days", "two-year", "10 to 12 weeks", "an hour and a half". */
export const duration: Rule = (captures, _setting, [extra]) => {
  const code = captures.get("UNIT", "UNITS", "UNITABBR")!
  const said = captures.get("NUM", "QUANT") ?? (captures.has("UNITS") ? "X" : "1")
  if (
    captures.has("UNIT") &&
    captures.has("NUM") &&
    Number(said) !== 1 &&
    !captures.match.symbols.some(symbol => symbol.name === "-") &&
    !isCompound(captures)
  )
    return null
  if (/\bor two$/.test(captures.words)) return length(code, "2")
  const count = extra === "half" ? Number(said === "X" ? 1 : said) + 0.5 : extra === "halfof" ? 0.5 : said
  return length(code, String(count))
}

/** "a five year low": a number and a unit in the singular before a noun. */
const isCompound = (captures: Captures): boolean => captures.match.pattern.source === "NUM UNIT"

/** A duration whose length the words leave open. */
export const vague: Rule = (captures, setting, args) => {
  if (args[0]) return {type: "DURATION", value: args[0]}
  const value = captures.get("PAST", "NOW", "LATER")!
  return {type: "DATE", value, days: value === "PRESENT_REF" && setting.today !== null ? [setting.today, setting.today] : null}
}
