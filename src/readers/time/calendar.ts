/** Days are whole numbers: days since 1970-01-01, before it negative. Proleptic Gregorian calendar. */
export interface YearMonthDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

const dayMilliseconds = 86_400_000

export function toDay(year: number, month: number, day: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return Math.round(date.getTime() / dayMilliseconds)
}

export function fromDay(day: number): YearMonthDay {
  const date = new Date(day * dayMilliseconds)
  return {year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate()}
}

/** YYYY-MM-DD. */
export function isoOf(day: number): string {
  const {year, month, day: date} = fromDay(day)
  return `${pad(year, 4)}-${pad(month)}-${pad(date)}`
}

/** The day of a YYYY-MM-DD string. */
export function parseDay(text: string): number {
  const [year, month, day] = text.split("-").map(Number)
  return toDay(year!, month!, day!)
}

/** Monday is 1, Sunday 7. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1

export const daysInMonth = (year: number, month: number): number => fromDay(toDay(year, month + 1, 0)).day

/** ISO week: "2013-W09". */
export function weekOf(day: number): string {
  const thursday = day - weekdayOf(day) + 4
  const year = fromDay(thursday).year
  return `${pad(year, 4)}-W${pad(Math.floor((thursday - toDay(year, 1, 1)) / 7) + 1)}`
}

/** The Monday of an ISO week. */
export function mondayOf(year: number, week: number): number {
  const fourth = toDay(year, 1, 4)
  return fourth - weekdayOf(fourth) + 1 + (week - 1) * 7
}

/** The same day some months on; the last day of the month when it is shorter. */
export function addMonths(day: number, months: number): number {
  const {year, month, day: date} = fromDay(day)
  const index = year * 12 + month - 1 + months
  const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  return toDay(y, m, Math.min(date, daysInMonth(y, m)))
}

export const pad = (value: number, width = 2): string => String(value).padStart(width, "0")
