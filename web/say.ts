import codes from "i18n-iso-countries/codes.json"

const locale = navigator.languages.find(language => language.startsWith("en")) ?? "en"
const days = new Intl.DateTimeFormat(locale, {day: "numeric", month: "long", year: "numeric", timeZone: "UTC"})
const shortDays = new Intl.DateTimeFormat(locale, {day: "numeric", month: "short", year: "numeric", timeZone: "UTC"})
const months = new Intl.DateTimeFormat(locale, {month: "long", year: "numeric", timeZone: "UTC"})
const numbers = new Intl.NumberFormat(locale)
const compactNumbers = new Intl.NumberFormat(locale, {notation: "compact", maximumFractionDigits: 1})
const plurals = new Intl.PluralRules(locale)
const regions = new Intl.DisplayNames([locale], {type: "region", fallback: "none"})
const alpha2 = new Map((codes as readonly string[][]).map(([two, three]) => [three!, two!]))
const numeric = new Map((codes as readonly string[][]).map(([, three, number]) => [three!, number!]))
const groups: Readonly<Record<string, string>> = {
  IGO: "intergovernmental",
  UNO: "United Nations",
  EUR: "European Union",
  NGO: "non-governmental",
  ISM: "international movement",
  IMG: "international militants",
  MNC: "multinational company",
}

const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`)
const isDay = (day: string | null | undefined): day is string => /^\d{4}-\d\d-\d\d$/.test(day ?? "")

/** "14 October 2021"; "no date" where there is none. */
export const sayDay = (day: string | null | undefined): string => (isDay(day) ? days.format(dateOf(day)) : day || "no date")

/** "14 Oct 2021". */
export const sayShortDay = (day: string | null | undefined): string => (isDay(day) ? shortDays.format(dateOf(day)) : day || "no date")

/** An interval of days in words: a day, a whole month, a whole year, or from–to. */
export function sayDays(from: string | null | undefined, to: string | null | undefined): string {
  if (!isDay(from) && !isDay(to)) return "at a time not said"
  if (!isDay(from)) return `until ${sayDay(to)}`
  if (!isDay(to)) return `from ${sayDay(from)}`
  if (from === to) return sayDay(from)
  if (from.endsWith("-01-01") && to === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4)
  if (from.slice(0, 7) === to.slice(0, 7) && from.endsWith("-01") && lastOfMonth(to)) return months.format(dateOf(from))
  return days.formatRange(dateOf(from), dateOf(to))
}

const lastOfMonth = (day: string): boolean => new Date(dateOf(day).getTime() + 86_400_000).getUTCDate() === 1

/** A number with its separators. */
export const sayNumber = (value: number): string => numbers.format(value)

/** "5.2M". */
export const sayShortNumber = (value: number): string => compactNumbers.format(value)

/** "1 article", "2 articles". */
export function sayCount(count: number, one: string, many = `${one}s`): string {
  return `${sayNumber(count)} ${plurals.select(count) === "one" ? one : many}`
}

/** A country's or a group's name for its code; the code where there is no name. */
export function sayCountry(code: string | null | undefined): string {
  if (!code) return ""
  const two = alpha2.get(code)
  return (two && regions.of(two)) || groups[code] || code
}

/** ISO 3166 number of an alpha-3 code, as the map's shapes carry it. */
export const numberOfCountry = (code: string): string | undefined => numeric.get(code)

/** A score with its sign. */
export const sayScore = (score: number): string => `${score > 0 ? "+" : score < 0 ? "−" : "±"}${Math.abs(score).toFixed(1)}`

/** The number a figure gives, with its bound and unit, in words. */
export function sayAmount(
  figure: {
    value: number | null
    low: number | null
    high: number | null
    bound: string
    unit: string | null
    change: string | null
  },
  words = "a number not said",
): string {
  if (figure.value === null && figure.bound !== "range") return words
  const money = figure.unit && /^[A-Z]{3}$/.test(figure.unit) ? figure.unit : null
  const say = (value: number): string => (money ? sayMoney(value, money) : sayNumber(value))
  const {low, high} = figure
  const core =
    figure.bound === "range" && low !== null && high !== null
      ? `${say(low)}–${say(high)}`
      : figure.value === null
        ? "an unsaid number"
        : say(figure.value)
  const bound = boundWords[figure.bound] ?? ""
  const unit = !money && figure.unit && figure.unit !== "people" ? ` ${figure.unit === "percent" ? "%" : figure.unit}` : ""
  const change = figure.change === "up" ? " more than before" : figure.change === "down" ? " fewer than before" : ""
  return `${bound}${core}${unit}${change}`
}

const boundWords: Readonly<Record<string, string>> = {
  about: "about ",
  over: "over ",
  "at-least": "at least ",
  under: "under ",
  "at-most": "at most ",
}

function sayMoney(value: number, currency: string): string {
  try {
    return new Intl.NumberFormat(locale, {style: "currency", currency, maximumFractionDigits: value < 1_000 ? 2 : 0}).format(value)
  } catch (error) {
    if (error instanceof RangeError) return `${currency} ${sayNumber(value)}`
    throw error
  }
}

/** What to call an article: its title, the first line when that is short, or where it came from. */
export function sayTitle({title, opening, origin}: {title: string | null; opening?: string; origin: string | null}): string {
  if (title) return title
  const line = (opening ?? "").trimStart().split("\n", 1)[0]!.trim()
  if (line.length > 0 && line.length <= 160) return line
  return origin?.split(/[\\/]/).at(-1) || (line ? `${line.slice(0, 120)}…` : "Untitled")
}

/** A word of a code in everyday letters: "ACCUSE" → "Accuse". */
export const sayCode = (code: string): string =>
  code[0]!.toUpperCase() + code.slice(1).toLowerCase().replaceAll("_", " ").replaceAll("-", " ")

/** The short name under which an article stands in addresses. */
export const shortHash = (hash: string): string => hash.slice(0, 16)

/** How the words of a quote are reported. */
export const quoteKinds: Readonly<Record<string, string>> = {
  direct: "direct quote",
  mixed: "partly direct quote",
  indirect: "reported speech",
  act: "speech act",
}
