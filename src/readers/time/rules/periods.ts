import {fromDay, pad} from "../calendar.js"
import type {Captures, Rule, Sense, Setting} from "../sense.js"
import {quarterValue} from "./near.js"

/** "the third quarter", "the year-ago quarter", "the latest quarter". */
export const quarter: Rule = (captures, setting, [which]) => {
  const number = captures.number("ORD", "QUARTERCODE")
  if (number !== null && number > 4) return null
  const index = number === null ? quarterByWord(setting, which) : quarterByNumber(captures, setting, number)
  if (index === null) return {type: "DATE", value: number === null ? "XXXX-QX" : `XXXX-Q${number}`}
  return {type: "DATE", value: quarterValue(number !== null && which === "lastyear" ? index - 4 : index)}
}

/** Quarters are counted as year × 4 + quarter − 1. */
const quarterNow = (today: number): number => fromDay(today).year * 4 + Math.floor((fromDay(today).month - 1) / 3)

function quarterByWord({today, story}: Setting, which: string | undefined): number | null {
  if (today === null) return story.quarter
  const now = quarterNow(today)
  if (which === "current") return now
  if (which === "after") return now + 1
  if (which === "before") return now - 1
  const latest = story.quarter !== null && Math.abs(story.quarter - now) <= 4 ? story.quarter : now - 1
  return which === "lastyear" ? now - 1 - 4 : latest
}

function quarterByNumber(captures: Captures, setting: Setting, number: number): number | null {
  const year = captures.number("YEAR") ?? yearWord(captures, setting)
  if (year !== null) return year * 4 + number - 1
  if (setting.today === null || setting.narrative) return setting.story.year === null ? null : setting.story.year * 4 + number - 1
  const now = quarterNow(setting.today)
  const past = now - (((now % 4) - (number - 1) + 4) % 4)
  return setting.tense === "future" && past < now - 1 ? past + 4 : past
}

/** The year that "of last year", "this year's" name. */
function yearWord(captures: Captures, {today, story}: Setting): number | null {
  const word = /\b(last|this|next|that|the) year\b(?! ?-)/.exec(captures.words)?.[1]
  if (word === undefined || today === null) return null
  const now = fromDay(today).year
  return word === "last" ? now - 1 : word === "next" ? now + 1 : word === "that" ? (story.year ?? now) : now
}

/** "the first half of 2010". */
export const half: Rule = (captures, setting) => {
  const number = captures.number("ORD", "HALFCODE")!
  const year =
    captures.number("YEAR") ??
    yearWord(captures, setting) ??
    (captures.has("HALFCODE") && setting.today !== null ? fromDay(setting.today).year : null)
  return number > 2 || year === null ? null : {type: "DATE", value: `${pad(year, 4)}-H${number}`}
}

/** "the 1990s", "the nineties". */
export const decade: Rule = (captures, _setting, [possessive]) => {
  if (possessive) {
    const year = captures.get("YEAR")!
    return year.endsWith("0") && captures.words.startsWith("the ") ? {type: "DATE", value: year.slice(0, 3)} : null
  }
  return {type: "DATE", value: captures.get("DECADENUM") ?? `19${captures.get("DECADE")}`}
}

/** "the 20th century": the hundred years that begin with 19. */
export const century: Rule = captures => {
  const number = captures.number("ORD", "CENTURYNUM")!
  return number > 30 ? null : {type: "DATE", value: pad(number - 1)}
}

export const bc: Rule = captures => ({type: "DATE", value: `BC${pad(captures.number("YEAR")!, 4)}`})

/** "year-end". */
export const yearEnd: Rule = (_captures, {today, tense}): Sense => {
  if (today === null) return {type: "DATE", value: "XXXX", mod: "END"}
  const {year, month} = fromDay(today)
  return {type: "DATE", value: pad(tense === "past" && month < 11 ? year - 1 : year, 4), mod: "END"}
}
