import {gaps, type Tokens, tokenKinds} from "../../lexicon/tokens.js"
import type {Time} from "../../record/time.js"
import type {Quantity} from "./quantity.js"
import {isPerson} from "./single.js"
import {wording} from "./wording.js"

/** Why a number counts nothing (an age, a score, a year, a name); null when it is a figure. */
export function reasonAgainst(tokens: Tokens, quantity: Quantity, times: TimesAt): string | null {
  if (isGlued(tokens, quantity)) return "part of a name or code"
  if (times.isDate(tokens, quantity)) return "part of a date"
  if (isLabelled(tokens, quantity)) return "labels.tsv"
  if (isAge(tokens, quantity) || isYearUnit(tokens, quantity)) return "age or year"
  if (isAddress(tokens, quantity)) return "address"
  if (quantity.kind === "money" || quantity.kind === "percent") return isHalfNoun(tokens, quantity) ? "half of a game or year" : null
  if (isScoreOrPhone(tokens, quantity)) return "score or telephone number"
  if (isListNumber(tokens, quantity)) return "number of an item"
  if (isName(tokens, quantity)) return "part of a name"
  if (quantity.kind) return null
  if (isHour(tokens, quantity)) return "clock time"
  if (quantity.value === null && isManner(tokens, quantity.first) && !countsNoun(tokens, quantity.last)) return "a manner of speaking"
  return isOne(tokens, quantity) ? "one as a word" : isLoose(tokens, quantity) ? "nothing counted" : null
}

/** Looks up times by place; built once for a document. */
export class TimesAt {
  private at = 0
  constructor(private readonly times: readonly Time[]) {}

  /** Does the number lie in a date or clock time? Lengths and shifts ("three weeks ago") count their units and are figures. */
  isDate(tokens: Tokens, quantity: Quantity): boolean {
    const start = tokens.start[quantity.number[0]]!
    const end = tokens.end[quantity.number[1] - 1]!
    while (this.at < this.times.length && this.times[this.at]!.end <= start) this.at++
    const time = this.times[this.at]
    if (!time || time.start >= end) return false
    return (
      (time.type === "DATE" || time.type === "TIME" || time.type === "SET") && quantity.kind !== "duration" && quantity.kind !== "money"
    )
  }
}

function isGlued(tokens: Tokens, {number: [first, last], first: start}: Quantity): boolean {
  const before = tokens.form(start - 1)
  if (start === first && tokens.touches(first) && tokens.kind(first) === tokenKinds.digits) {
    if (tokens.kind(first - 1) === tokenKinds.word) return !/^(?:us|rs|usd|eur|a|c|hk)$/i.test(before)
    if (/^[-–]$/.test(before) && tokens.touches(first - 1)) return tokens.kind(first - 2) === tokenKinds.word
    if (/^[/.@#_&=:+*'’]$/.test(before) && before !== "'") return before !== ":" || tokens.kind(first - 2) === tokenKinds.digits
  }
  const next = tokens.kind(last)
  if (tokens.touches(last) && next === tokenKinds.word && tokens.kind(last - 1) === tokenKinds.digits)
    return !wording().units.from(tokens, last) && !wording().moneyAfter.from(tokens, last)
  return tokens.touches(last) && /^[/@_:*#]$/.test(tokens.form(last)) && tokens.touches(last + 1)
}

function isLabelled(tokens: Tokens, quantity: Quantity): boolean {
  const {number, first} = quantity
  const before = wording().labelsBefore.before(tokens, number[0])
  if (before && (quantity.kind === null || /^(?:age|aged)/.test(before.value)) && tokens.gap(number[0]) <= gaps.line)
    return quantity.rules.length === 0 || /^age/.test(before.value)
  if (quantity.kind !== "money" && quantity.kind !== "percent" && wording().labelsAfter.from(tokens, number[1])) return true
  for (let row = Math.max(0, first - 2); row <= number[0]; row++) {
    const phrase = wording().labelPhrases.from(tokens, row)
    if (phrase?.value === "one of" && /^(?:them|whom)$/.test(tokens.lower(phrase.last))) continue
    if (phrase && phrase.last >= number[1] && (quantity.kind === null || (quantity.kind === "other" && phrase.value.startsWith("one "))))
      return true
  }
  return false
}

/** "Ivanov, 45, …", "(45)", "at 45". */
function isAge(tokens: Tokens, {number: [first, last], kind, value}: Quantity): boolean {
  if (kind || value === null || value > 115 || value < 1) return false
  const after = tokens.form(last)
  const before = tokens.form(first - 1)
  if (/^(?:and|to|or|-)$/.test(before) && /^age[sd]$/.test(tokens.lower(first - 3))) return true
  if (isAgedUpTo(tokens, first)) return true
  const person =
    tokens.kind(first - 2) === tokenKinds.word &&
    (tokens.isCapital(first - 2) || (tokens.form(first - 3) === "-" && tokens.isCapital(first - 4)))
  if (before === "," && /^[,.;]$/.test(after) && last - first === 1) return person || isPerson(tokens.lower(first - 2))
  if (last - first === 1 && isAgeOfPair(tokens, first)) return true
  return before === "(" && after === ")"
}

/** "aged between two months and 12": the end of a span of ages. */
function isAgedUpTo(tokens: Tokens, row: number): boolean {
  if (!/^(?:and|to|or)$/.test(tokens.lower(row - 1))) return false
  for (let at = row - 2; at > row - 7; at--) if (/^age[sd]$/.test(tokens.lower(at))) return true
  return false
}

/** "two girls, 15 and 17,": two numbers between a word for persons and a mark. */
function isAgeOfPair(tokens: Tokens, row: number): boolean {
  const start = tokens.lower(row + 1) === "and" ? row : tokens.lower(row - 1) === "and" ? row - 2 : -1
  if (start < 2 || tokens.form(start - 1) !== "," || !/^[,.;)]$/.test(tokens.form(start + 3))) return false
  const word = tokens.lower(start - 2)
  const isAge = (at: number) => tokens.kind(at) === tokenKinds.digits && /^\d{1,2}$/.test(tokens.form(at))
  return isAge(start) && isAge(start + 2) && (isPerson(word) || isPerson(word.replace(/s$/, "")) || /^(?:men|women|children)$/.test(word))
}

/** "at approximately 1100,": a clock time without its colon. */
function isHour(tokens: Tokens, {number: [first, last], kind}: Quantity): boolean {
  if (kind || last - first > 1 || !/^(?:[01]\d|2[0-3])[0-5]\d$/.test(tokens.form(first))) return false
  const isAbout = /^(?:approximately|about|around)$/.test(tokens.lower(first - 1)) && tokens.lower(first - 2) === "at"
  return (
    (isAbout || tokens.lower(first - 1) === "at") &&
    (tokens.kind(last) === tokenKinds.mark || /^(?:in|on|local|hours|hrs)$/.test(tokens.lower(last)))
  )
}

/** "in the millions", "by hundreds". */
const isManner = (tokens: Tokens, row: number): boolean =>
  /^(?:in|by)$/.test(tokens.lower(row - 1)) || (tokens.lower(row - 1) === "the" && /^(?:in|into)$/.test(tokens.lower(row - 2)))

/** "2022 year-end", "thousands of years old". */
function isYearUnit(tokens: Tokens, {number: [first, last], kind, last: end, value}: Quantity): boolean {
  if (tokens.lower(last) === "of" && /^(?:years|months)$/.test(tokens.lower(last + 1)) && tokens.lower(last + 2) === "old") return true
  return kind === "duration" && last - first === 1 && value !== null && value > 1899 && value < 2100 && tokens.form(end - 1) === "year"
}

const streets = /^(?:street|st|avenue|ave|road|rd|lane|boulevard|blvd|drive|square|terrace|crescent|plaza)$/

/** "12 Harbour Street": capitals up to a word for a street. */
function isAddress(tokens: Tokens, {number: [, last], kind}: Quantity): boolean {
  if (kind) return false
  for (let at = last; at < last + 4 && tokens.kind(at) === tokenKinds.word && tokens.isCapital(at); at++)
    if (at > last && streets.test(tokens.lower(at))) return true
  return false
}

/** "the first half", "half-brother", "half" without what it is a part of. */
function isHalfNoun(tokens: Tokens, {number: [first, last], rules, value}: Quantity): boolean {
  if (!rules.includes("fraction → percent") || rules.length > 1) return false
  const after = tokens.lower(last)
  if (tokens.lower(first - 1) === "by" && tokens.lower(first) === "a") return false
  if (value === 25 && !/^(?:of|the)$/.test(after)) return true
  if (/^(?:first|second|other|later|latter|better|last|opening)$/.test(tokens.lower(first - 1))) return true
  return tokens.lower(first) === "half" || tokens.lower(first) === "a"
    ? !/^(?:of|the|its|his|her|their|our|that|those|them|were|was|are|as)$/.test(after)
    : !/^(?:of|majority|the|share|stake|interest|vote)$/.test(after)
}

/** "31–5", "2-1", "555-1234": numbers joined by dashes that count nothing named. */
function isScoreOrPhone(tokens: Tokens, {number: [first, last], bound, kind}: Quantity): boolean {
  if (kind) return false
  if (bound === "range") {
    const dashed = /^[-–—]$/.test(tokens.form(first + 1)) || /^[-–—]$/.test(tokens.form(last - 2))
    return dashed && !countsNoun(tokens, last)
  }
  const dash = /^[-–—]$/
  const joinedOn =
    dash.test(tokens.form(last)) && tokens.touches(last) && tokens.touches(last + 1) && tokens.kind(last + 1) === tokenKinds.digits
  const joinedBack = dash.test(tokens.form(first - 1)) && tokens.touches(first) && tokens.kind(first - 2) === tokenKinds.digits
  return joinedOn || joinedBack
}

/** A plural noun, with up to two words before it. */
function countsNoun(tokens: Tokens, row: number): boolean {
  for (let at = row; at < row + 3; at++) {
    if (tokens.kind(at) !== tokenKinds.word || tokens.gap(at) === gaps.paragraph) return false
    if (/[a-z]{2}[^su]s$/.test(tokens.lower(at)) || wording().nouns.from(tokens, at)) return true
  }
  return false
}

/** "1. Leaders", "(2)", "[14]" at the head of a line or in brackets. */
function isListNumber(tokens: Tokens, {number: [first, last]}: Quantity): boolean {
  if (last - first > 1 || tokens.kind(first) !== tokenKinds.digits) return false
  const [before, after] = [tokens.form(first - 1), tokens.form(last)]
  if ((before === "[" && after === "]") || (before === "(" && after === ")" && tokens.form(first).length < 4)) return true
  const heads = tokens.gap(first) >= gaps.line || before === "(" || /^[;:.]$/.test(before)
  return (
    (after === ")" && before !== "(" && !hasOpening(tokens, first)) ||
    (heads &&
      (after === ")" || (after === "." && tokens.isCapital(last + 1) && tokens.gap(first) >= gaps.line && tokens.form(first).length < 4)))
  )
}

/** Is a bracket open before this row, within a dozen tokens? */
function hasOpening(tokens: Tokens, row: number): boolean {
  for (let at = row - 1; at > Math.max(0, row - 14); at--) {
    if (tokens.form(at) === ")") return false
    if (tokens.form(at) === "(") return true
  }
  return false
}

/** "Boeing 737", "Six Nations", "Group of Seven": capitals around a number within a sentence. */
function isName(tokens: Tokens, {number: [first, last], kind, rules}: Quantity): boolean {
  if (kind || isUpper(tokens, first - 1) || rules.length > 0) return false
  const word = tokens.kind(first) === tokenKinds.word
  if (word && isUpper(tokens, first)) return false
  const capitalBefore =
    tokens.kind(first - 1) === tokenKinds.word &&
    tokens.isCapital(first - 1) &&
    tokens.gap(first) === gaps.space &&
    !isSentenceStart(tokens, first - 1)
  if (word)
    return (
      tokens.isCapital(first) &&
      !isSentenceStart(tokens, first) &&
      (capitalBefore || (tokens.isCapital(last) && tokens.kind(last) === tokenKinds.word))
    )
  return capitalBefore && !countsNoun(tokens, last)
}

const isUpper = (tokens: Tokens, row: number): boolean => tokens.form(row).length > 1 && tokens.form(row) === tokens.form(row).toUpperCase()

function isSentenceStart(tokens: Tokens, row: number): boolean {
  return tokens.gap(row) >= gaps.paragraph || /^[.?!“"‘:—–-]$/.test(tokens.form(row - 1))
}

const known = /^(?:the|these|those|both|our|their|his|her|its|your|my|which)$/

/** "the two men", "his three sons": small groups the text has named before. They are no figures unless they are killed, wounded and so on. */
export function isDefinite(tokens: Tokens, {number: [first], first: start, value, kind}: Quantity): boolean {
  if (kind || start !== first || value === null || value > 12 || !Number.isInteger(value)) return false
  const before = tokens.lower(first - 1)
  if (!known.test(before))
    return before === "'" || before === "’" ? false : before === "s" && /^['’]$/.test(tokens.form(first - 2)) && value < 5
  return true
}

/** "one" counts only with a unit or beside the dead and wounded; the kind decides later. */
function isOne(tokens: Tokens, {number: [first, last], value, rules}: Quantity): boolean {
  if (value !== 1 || last - first > 1 || tokens.kind(first) === tokenKinds.digits || rules.length > 0) return false
  const partitive = tokens.lower(last) === "of" && !/^(?:them|whom)$/.test(tokens.lower(last + 1))
  return partitive || tokens.kind(last) !== tokenKinds.word
}

/** A number in digits that names rather than counts: "007", "the 486", a year before a noun ("1988 sales"). */
function isLoose(tokens: Tokens, {number: [first, last], value, rules}: Quantity): boolean {
  const form = tokens.form(first)
  if (last - first > 1 || rules.length > 0 || value === null) return false
  if (/^0\d/.test(form) && !form.includes(".")) return true
  if (/^(?:19|20)\d\d$/.test(form)) return !nounNear(tokens, last)
  return (
    tokens.lower(first - 1) === "the" && tokens.kind(first) === tokenKinds.digits && !countsNoun(tokens, last) && !nounNear(tokens, last)
  )
}

/** A noun of kinds.tsv, or "of", within three words. */
function nounNear(tokens: Tokens, row: number): boolean {
  for (let at = row; at < row + 3; at++) if (wording().nouns.from(tokens, at) ?? wording().after.from(tokens, at)) return true
  return false
}
