import type {Published, PublishedBasis} from "../document/document.js"

const months = "january february march april may june july august september october november december".split(" ")

/**
 * A publication date as metadata write it, as an interval of days; null when it is none.
 *
 *     parsePublished("2013-03-01T09:00:00Z", "metadata")  // 1 March 2013
 *     parsePublished("March 2013", "given")               // the whole month
 */
export function parsePublished(value: unknown, basis: PublishedBasis): Published | null {
  if (typeof value !== "string") return null
  const words = value.trim().slice(0, 60)
  const days = fromIso(words) ?? fromDigits(words) ?? fromWords(words)
  return days && {...days, basis}
}

/** The date in the path of an address, as /2013/03/01/ or /2013-03-01-; null when there is none. */
export function publishedInAddress(address: string | null): Published | null {
  const found = address?.match(/[/\-_](19|20)(\d\d)[/\-_]?(0[1-9]|1[0-2])[/\-_]?(0[1-9]|[12]\d|3[01])(?!\d)/)
  const days = found ? oneDay(Number(found[1]! + found[2]!), Number(found[3]), Number(found[4])) : null
  return days && {...days, basis: "address"}
}

/** First and last day, YYYY-MM-DD. */
export interface Days {
  readonly from: string
  readonly to: string
}

function fromIso(words: string): Days | null {
  const found = words.match(/^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ].{0,40})?)?)?$/)
  if (!found) return null
  const year = Number(found[1])
  if (!found[2]) return {from: isoDay(year, 1, 1), to: isoDay(year, 12, 31)}
  return found[3] ? oneDay(year, Number(found[2]), Number(found[3])) : wholeMonth(year, Number(found[2]))
}

function fromDigits(words: string): Days | null {
  const compact = words.match(/^(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}Z?)?$/)
  if (compact) return oneDay(Number(compact[1]), Number(compact[2]), Number(compact[3]))
  const slashed = words.match(/^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)/)
  if (slashed) return oneDay(Number(slashed[1]), Number(slashed[2]), Number(slashed[3]))
  const dotted = words.match(/^(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/)
  if (dotted) return oneDay(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]))
  const short = words.match(/^(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/)
  if (!short) return null
  const [first, second, year] = [Number(short[1]), Number(short[2]), Number(short[3])]
  return first > 12 ? oneDay(year, second, first) : oneDay(year, first, second)
}

/** "March 1, 2013", "1 March 2013", "March 2013" as days; null when there is none. */
export function fromWords(words: string): Days | null {
  const monthFirst = words.match(/\b([A-Za-z]{3,9})\.?,? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/)
  const dayFirst = words.match(/\b(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4})\b/)
  const monthOnly = words.match(/^([A-Za-z]{3,9})\.?,? (\d{4})$/)
  if (monthFirst && monthOf(monthFirst[1]!)) return oneDay(Number(monthFirst[3]), monthOf(monthFirst[1]!), Number(monthFirst[2]))
  if (dayFirst && monthOf(dayFirst[2]!)) return oneDay(Number(dayFirst[3]), monthOf(dayFirst[2]!), Number(dayFirst[1]))
  return monthOnly && monthOf(monthOnly[1]!) ? wholeMonth(Number(monthOnly[2]), monthOf(monthOnly[1]!)) : null
}

/** 1–12, or 0 when the word is no English month. */
function monthOf(word: string): number {
  const lower = word.toLowerCase()
  return months.findIndex(month => month === lower || month.slice(0, 3) === lower || (lower === "sept" && month === "september")) + 1
}

function oneDay(year: number, month: number, day: number): Days | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (year < 1800 || year > 2200 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return {from: isoDay(year, month, day), to: isoDay(year, month, day)}
}

function wholeMonth(year: number, month: number): Days | null {
  if (month < 1 || month > 12) return null
  return {from: isoDay(year, month, 1), to: isoDay(year, month, new Date(Date.UTC(year, month, 0)).getUTCDate())}
}

function isoDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`
}
