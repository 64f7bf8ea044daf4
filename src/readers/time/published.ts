import type {Document} from "../../document/document.js"
import type {Span} from "../../document/span.js"
import type {Stage} from "../../document/stage.js"
import type {Row} from "../../lexicon/table.js"
import {scanTokens, type Tokens} from "../../lexicon/tokens.js"
import {type Publication, publication} from "../../record/layers.js"
import {addMonths, fromDay, isoOf, toDay, weekdayOf} from "./calendar.js"
import {type Evidence, firstDay, weigh, yearsOf} from "./evidence.js"
import {guardFor} from "./guards.js"
import {daysOfValue} from "./interval.js"
import {type Match, matchPatterns} from "./match.js"
import {datedEvents} from "./named-days.js"
import {moveDay} from "./rules/near.js"
import {tenseAround} from "./tense.js"
import {evidenceOfOffices} from "./tenure.js"

/**
 * When an article without a date can have been published: an interval with its reasons (full dates, offices held, named events,
 * "two-year conflict" since a dated start, months and weekdays without a year). A known date is passed on without reasons.
 */
export const inferPublished: Stage<Publication> = {
  name: "publication",
  version: 1,
  needs: [],
  gives: publication,
  run: doc => {
    const {from, to, basis} = doc.published
    return basis === "unknown" || (from === null && to === null) ? inferredFrom(doc) : {from, to, reasons: []}
  },
}

function inferredFrom(doc: Document): Publication {
  const tokens = scanTokens(doc.text)
  const matches = matchPatterns(tokens, guardFor(tokens))
  const named = namedEvents(doc.text)
  const dates = datedPast(tokens, matches)
  const strong = [...evidenceOfOffices(doc.text), ...named.map(event => event.evidence), ...latest(dates)]
  const aged = evidenceOfAge(tokens, matches, [...dates, ...named.map(event => event.start)])
  const first = weigh([...strong, ...aged])
  const cyclic = [...evidenceOfMonths(tokens, matches, first), ...evidenceOfWeekdays(tokens, matches, first)]
  const {from, to, kept} = weigh([...first.kept, ...cyclic])
  return {from: from === null ? null : isoOf(from), to: to === null ? null : isoOf(to), reasons: kept.map(asReason)}
}

function asReason({span, about, from, to}: Evidence): Publication["reasons"][number] {
  return {span, about, from: from === null ? null : isoOf(from), to: to === null ? null : isoOf(to)}
}

interface Start {
  readonly span: Span
  readonly day: number
  readonly about: string
  /** Named to the day. */
  readonly exact: boolean
}

/** Events of data/time/dated-events.tsv that the text names. */
function namedEvents(text: string): {evidence: Evidence; start: Start}[] {
  const seen = new Set<Row>()
  return datedEvents()
    .find(text)
    .flatMap(({start, end, values}) => {
      const from = firstDay(values[0]!.from)
      if (from === null || seen.has(values[0]!)) return []
      seen.add(values[0]!)
      const about = `${values[0]!.name} began on ${values[0]!.from}.`
      return [{evidence: {span: {start, end}, about, from, to: null}, start: {span: {start, end}, day: from, about, exact: false}}]
    })
}

/** Dates with a year that do not lie ahead. */
function datedPast(tokens: Tokens, matches: readonly Match[]): Start[] {
  return matches.flatMap(match => {
    if (match.pattern.rule !== "date" || !match.symbols.some(symbol => /^(?:YEAR|ISODATE|SLASHDATE|SHORTYEAR)$/.test(symbol.name)))
      return []
    const value = plainDate(match)
    const days = value === null ? null : daysOfValue(value)
    if (!days || liesAhead(tokens, match)) return []
    const span = tokens.spanOf(match.first, match.last)
    return [{span, day: days[0], about: `${tokens.text.slice(span.start, span.end)} is past.`, exact: days[0] === days[1]}]
  })
}

const ahead = /^(?:due|until|till|by|through|to|maturing|for|before|expires|expire|effective|ending)$/

/** A term or deadline ("due 2004", "until May 1990") or a clause in the future. */
const liesAhead = (tokens: Tokens, match: Match): boolean =>
  ahead.test(tokens.lower(match.first - 1)) ||
  (tokens.lower(match.first - 1) === "in" && ahead.test(tokens.lower(match.first - 2))) ||
  tenseAround(tokens, match, null) === "future"

function plainDate(match: Match): string | null {
  const get = (...names: string[]) => match.symbols.find(symbol => names.includes(symbol.name))?.value
  const whole = get("ISODATE", "SLASHDATE")
  if (whole) return whole
  const parts = [get("YEAR", "SHORTYEAR"), get("MONTH", "MONTHABBR"), get("DAY", "ORD")?.padStart(2, "0")].filter(
    part => part !== undefined,
  )
  return parts[0] === undefined ? null : parts.join("-")
}

/** Characters that count as the head of a text. */
const head = 240

/** The latest date bounds the publication from below; where it stands in the head of the text, from above as well. */
function latest(dates: readonly Start[]): Evidence[] {
  const last = dates.reduce<Start | null>((best, next) => (best === null || next.day > best.day ? next : best), null)
  if (!last) return []
  const bound: Evidence = {span: last.span, about: last.about, from: last.day, to: null}
  return last.span.end > head || !last.exact
    ? [bound]
    : [
        bound,
        {
          span: last.span,
          about: "The latest full date stands in the head of the text: published within a week.",
          from: last.day,
          to: last.day + 7,
        },
      ]
}

const ongoing =
  /^(?:conflict|war|uprising|revolt|rebellion|insurgency|fighting|crisis|siege|blockade|campaign|offensive|occupation|struggle|violence|bloodshed)$/

const unitNames: Readonly<Record<string, string>> = {D: "day", W: "week", M: "month", Y: "year", E: "decade"}

/** "two-year conflict" beside a dated start: published about two years after it, half a year more or less for years. */
function evidenceOfAge(tokens: Tokens, matches: readonly Match[], starts: readonly Start[]): Evidence[] {
  return matches.flatMap(match => {
    if (match.pattern.source !== "NUM - UNIT" && match.pattern.source !== "NUM - UNIT - old") return []
    const noun = [0, 1, 2].map(step => tokens.lower(match.last + step)).find(word => ongoing.test(word))
    const count = Number(match.symbols.find(symbol => symbol.name === "NUM")!.value)
    const code = match.symbols.find(symbol => symbol.name === "UNIT")!.value
    const start = starts.find(candidate => nearWord(tokens, candidate.span, noun)) ?? null
    if (!noun || !start || !Number.isFinite(count) || !/^[DWMYE]$/.test(code)) return []
    const slack = code === "Y" || code === "E" ? 5 : 1
    const middle = moveDay(start.day, code, count)
    return [
      {
        span: tokens.spanOf(match.first, match.last),
        about: `A ${count}-${unitNames[code]} ${noun} whose start is dated: ${start.about}`,
        from: addMonths(middle, -slack),
        to: addMonths(middle, slack + 1),
      },
    ]
  })
}

/** Does the sentence around a date speak of the same kind of thing, or of a civil war and the like? */
function nearWord(tokens: Tokens, span: Span, noun: string | undefined): boolean {
  const row = tokens.rowAt(span.start)
  for (let at = Math.max(0, row - 14); at < Math.min(tokens.length, row + 10); at++) {
    const word = tokens.lower(at)
    if (word === noun || (ongoing.test(word) && word !== "campaign")) return true
  }
  return false
}

/** A month without a year in a past clause lies within the ten months before the publication. */
function evidenceOfMonths(tokens: Tokens, matches: readonly Match[], known: {from: number | null; to: number | null}): Evidence[] {
  return matches.flatMap(match => {
    if (match.pattern.source !== "MONTH" || tenseAround(tokens, match, null) !== "past") return []
    const month = Number(match.symbols[0]!.value)
    const spans = yearsOf(known.from, known.to)
      .flatMap(year => [year - 1, year])
      .map(year => [toDay(year, month, 1), addMonths(toDay(year, month, 1), 10)] as const)
    const fitting = [...new Map(spans.map(span => [span[0], span])).values()].filter(
      ([from, to]) => known.from !== null && known.to !== null && to >= known.from && from <= known.to,
    )
    if (fitting.length === 0) return []
    const span = tokens.spanOf(match.first, match.last)
    const [from, to] = [Math.min(...fitting.map(each => each[0])), Math.max(...fitting.map(each => each[1]))]
    return [{span, about: "A past month without its year lies within the ten months before publication.", from, to}]
  })
}

/** "Thursday, 28 February": only years in which that day is a Thursday. */
function evidenceOfWeekdays(tokens: Tokens, matches: readonly Match[], known: {from: number | null; to: number | null}): Evidence[] {
  return matches.flatMap(match => {
    const get = (...names: string[]) => match.symbols.find(symbol => names.includes(symbol.name))?.value
    const [weekday, month, day] = [get("WEEKDAY", "WEEKDAYABBR"), get("MONTH", "MONTHABBR"), get("DAY")]
    if (match.pattern.rule !== "date" || !weekday || !month || !day || get("YEAR")) return []
    const days = yearsOf(known.from, known.to)
      .map(year => toDay(year, Number(month), Number(day)))
      .filter(candidate => weekdayOf(candidate) === Number(weekday))
    if (days.length === 0) return []
    const years = days.map(each => fromDay(each).year)
    return [
      {
        span: tokens.spanOf(match.first, match.last),
        about: `That day falls on this weekday in ${years.join(", ")}.`,
        from: addMonths(days[0]!, -1),
        to: addMonths(days.at(-1)!, 6),
      },
    ]
  })
}
