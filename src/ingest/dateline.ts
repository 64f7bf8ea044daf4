import type {Published} from "../document/document.js"
import {fromWords} from "./published.js"

/** A dateline stands among the first lines that hold anything, under the headline and the byline. */
const lines = 6
/** Characters of the text in which it is looked for, and characters of its line that are looked at. */
const head = 1200
const width = 160

const fullDate =
  /\b(?:[A-Z][A-Za-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)? [A-Z][A-Za-z]{2,8}\.?),? (?:\d{4}\b|\d{2}(?= --))/
const weekday = /(?:^|[ ,(])(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?$/i
const label = /^(?:first )?(?:published|posted|issued|released|date|dated)(?: on| at)?$/i
const small = /^(?:de|del|della|da|do|dos|la|las|le|les|el|al|of|the|and|on|upon|sur)$/
/** What parts a dateline from its sentence: dashes, a colon, a bar, brackets, an agency between strokes. */
const closing = /^(?: ?\([^()]{1,40}\)| ?\/[^/]{1,30}\/|\.? [A-Z]{2,15})? {0,2}(?:--|[-–—:|)./]|$)/

/**
 * The day of a dateline with its year: "GENEVA, March 1, 2013 (Reuters) -", "ISTANBUL, 13 July 2023 —", a date alone on its line, or one
 * after "Published:". It stands at the head of the text or below its headline; null when there is none.
 */
export function publishedInDateline(text: string): Published | null {
  const opening = text.slice(0, head).split("\n")
  const whole = text.length > head ? opening.slice(0, Math.max(1, opening.length - 1)) : opening
  const filled = whole.map(line => line.trim()).filter(line => line !== "")
  for (const line of filled.slice(0, lines)) {
    const days = dayOfLine(line.slice(0, width))
    if (days) return {...days, basis: "dateline"}
  }
  return null
}

function dayOfLine(line: string) {
  const found = fullDate.exec(line)
  if (!found) return null
  const before = withoutWeekday(line.slice(0, found.index))
  const after = line.slice(found.index + found[0].length)
  return opensDateline(before, after) ? fromWords(withCentury(found[0])) : null
}

function opensDateline(before: string, after: string): boolean {
  if (before === "") return after === "" || /^ ?(?:--|[—–|])/.test(after) || /^, [A-Z][A-Za-z ]{1,30}[.:]/.test(after)
  if (label.test(before.replace(/ ?:$/, ""))) return after.length < 40
  return /[,(|—–.:-]$/.test(before) && isPlace(before.replaceAll(/[,(|—–.:/-]/g, " ")) && closing.test(after)
}

/** Up to six words with capitals, small ones between them, as names of towns are written. */
function isPlace(words: string): boolean {
  const names = words.split(" ").filter(word => word !== "")
  return (
    names.length > 0 && names.length <= 6 && /^\p{Lu}/u.test(names[0]!) && names.every(name => /^\p{Lu}/u.test(name) || small.test(name))
  )
}

const withoutWeekday = (before: string): string => before.trim().replace(weekday, "").trim()

/** "3 JAN 90" is a date of 1990; years below thirty are of this century. */
function withCentury(date: string): string {
  const short = /(?<!\d)\d{2}$/.exec(date)
  return short ? `${date.slice(0, -2)}${Number(short[0]) < 30 ? 20 : 19}${short[0]}` : date
}
