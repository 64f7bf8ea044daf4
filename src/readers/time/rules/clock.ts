import {isoOf, pad} from "../calendar.js"
import type {Captures, Rule, Setting} from "../sense.js"
import {date} from "./dates.js"
import {dayOfWeekday} from "./near.js"

/** A part of a day: "Friday night", "this morning" (0), "last night" (-1), "the same evening" (story). */
export const part: Rule = (captures, setting, [which]) => {
  const code = captures.get("DAYPART") ?? "NI"
  return {type: "TIME", value: `${dayText(captures, setting, which)}T${code}`}
}

function dayText(captures: Captures, setting: Setting, which: string | undefined): string {
  const {today, story} = setting
  if (captures.has("MONTH") || captures.has("MONTHABBR")) return date(captures, setting, [])?.value ?? "XXXX-XX-XX"
  const weekday = captures.number("WEEKDAY")
  if (weekday !== null) {
    const day = dayOfWeekday(setting, weekday, which ?? "0")
    return day === null ? `XXXX-WXX-${weekday}` : isoOf(day)
  }
  if (which === "storyon" && story.lastDay !== null) return isoOf(story.lastDay + 1)
  if (which === "story") return story.lastDay !== null ? isoOf(story.lastDay) : today === null ? "XXXX-XX-XX" : isoOf(today)
  return today === null ? "XXXX-XX-XX" : isoOf(today + Number(captures.get("OFFSET") ?? which ?? 0))
}

/** "dawn", "in the evening": the day is the one the sentence speaks of, if any. */
export const dusk: Rule = captures => {
  const word = /evening|morning|afternoon/.exec(captures.words)?.[0]
  const code = captures.get("DUSK", "DAYPART") ?? (word === "evening" ? "EV" : word === "morning" ? "MO" : "AF")
  return {
    type: "TIME",
    value: `XXXX-XX-XXT${code}`,
    mod: /^earl/.test(captures.words) ? "START" : /^late/.test(captures.words) ? "END" : null,
  }
}

/** "10 p.m.", "10:30 GMT", "noon", "0930 hours". The day is added where a date stands beside it. */
export const clock: Rule = (captures, _setting, [half]) => {
  const noon = captures.get("NOON")
  if (noon) return {type: "TIME", value: `XXXX-XX-XXT${noon === "24:00" ? "00:00" : noon}`}
  const side = half ?? captures.get("AMPM")
  const [hour, minutes, seconds] = (captures.get("CLOCK", "MILITARY") ?? `${captures.get("HOUR")}:00`).split(":")
  const shifted = side === "p" && Number(hour) < 12 ? Number(hour) + 12 : side === "a" && Number(hour) === 12 ? 0 : Number(hour)
  const zone = captures.get("TZ")
  return {
    type: "TIME",
    value: `XXXX-XX-XXT${pad(shifted)}:${minutes}${seconds ? `:${seconds}` : ""}${zone === "GMT" || zone === "UTC" ? "Z" : ""}`,
  }
}
