import type {Document} from "../../document/document.js"
import type {Stage} from "../../document/stage.js"
import {words} from "../../language/layers.js"
import {scanTokens, type Tokens} from "../../lexicon/tokens.js"
import {userTables, type VagueConvention} from "../../lexicon/user-tables.js"
import type {TraceStep} from "../../record/field.js"
import type {Figure} from "../../record/figure.js"
import {amounts, times} from "../../record/layers.js"
import {findQuantities} from "./find.js"
import {type KindFound, kindOf} from "./kind.js"
import {changeOf, statusOf} from "./manner.js"
import {countedNoun, nounAfter} from "./noun.js"
import type {Quantity} from "./quantity.js"
import {isDefinite, reasonAgainst, TimesAt} from "./refuse.js"
import {singleRule} from "./single.js"

/** Reads numbers that count something, with bounds, kinds and units; who says so, where and as of when are left open. */
export const readAmounts: Stage<readonly Figure[]> = {
  name: "amounts",
  version: 2,
  needs: [times, userTables],
  gives: amounts,
  run: doc => amountsIn(doc, doc.get(userTables).vague ?? "low"),
}

function amountsIn(doc: Document, convention: VagueConvention): Figure[] {
  const tokens = scanTokens(doc.text)
  const table = doc.has(words) ? doc.get(words) : null
  const dates = new TimesAt(doc.get(times))
  const figures: Figure[] = []
  let last: KindFound | null = null
  for (const quantity of findQuantities(tokens, convention)) {
    if (reasonAgainst(tokens, quantity, dates)) continue
    const found: KindFound = quantity.kind
      ? {kind: quantity.kind, rule: quantity.rules.at(-1) ?? "unit", noun: nounOfUnit(tokens, quantity)}
      : kindOf(tokens, quantity, {noun: countedNoun(tokens, quantity, table), last})
    if (isDefinite(tokens, quantity) && !toll.has(found.kind)) continue
    if (!isWorthwhile(tokens, quantity, found) || isOneOf(quantity, figures)) continue
    figures.push(asFigure(tokens, {quantity, found, last: figures.at(-1)}, figures.length + 1))
    last = {...found, at: quantity.first}
  }
  return figures
}

/** "500 barrels of oil", "half of its prisoners": what stands after "of". */
function nounOfUnit(tokens: Tokens, quantity: Quantity): readonly [number, number] | null {
  if (tokens.lower(quantity.last) !== "of") return null
  const noun = nounAfter(tokens, quantity.last)
  return noun[1] > noun[0] ? noun : null
}

const toll = new Set(["killed", "injured", "missing", "detained", "hostages", "displaced"])

/** Single things and small vague counts of nothing special are words, not figures. */
function isWorthwhile(tokens: Tokens, quantity: Quantity, found: KindFound): boolean {
  if (quantity.kind)
    return !(
      quantity.value === null &&
      quantity.bound === "about" &&
      quantity.kind !== "money" &&
      quantity.kind !== "duration" &&
      quantity.rules.length < 2
    )
  if (quantity.value === 1) return toll.has(found.kind) || found.kind === "votes" || tokens.lower(quantity.number[0]) !== "one"
  if (quantity.value === 0) return false
  if (quantity.value === null && quantity.bound === "about" && quantity.low !== null && quantity.low < 10)
    return toll.has(found.kind) || found.kind === "people"
  return true
}

/** A person singled out after the number of all the dead or injured is one of them. */
const isOneOf = (quantity: Quantity, before: readonly Figure[]): boolean =>
  quantity.rules.includes(singleRule) && before.some(figure => figure.kind === quantity.kind && figure.value !== 1)

function asFigure(tokens: Tokens, read: {quantity: Quantity; found: KindFound; last: Figure | undefined}, number: number): Figure {
  const {quantity, found, last} = read
  const {start, end} = tokens.spanOf(quantity.first, quantity.last)
  const {status, row} = statusOf(tokens, quantity, last)
  const change = changeOf(tokens, quantity)
  const span = {start, end}
  const trace: TraceStep[] = [
    ...quantity.rules.map(rule => ({rule, span, gave: String(quantity.value ?? `${quantity.low}–${quantity.high}`)})),
    {rule: found.rule, span, gave: found.kind},
    ...(row ? [{rule: "statuses.tsv", span: tokens.spanOf(row[0], row[1]), gave: status}] : []),
    ...(change ? [{rule: "changes.tsv", span, gave: change}] : []),
  ]
  const {value, low, high, bound} = quantity
  const of = found.noun && found.noun[1] > found.noun[0] ? tokens.spanOf(found.noun[0], found.noun[1]) : null
  return {
    id: `f${number}`,
    start,
    end,
    kind: found.kind,
    value,
    low,
    high,
    bound,
    change,
    unit: unitOf(tokens, quantity, found),
    of,
    status,
    source: null,
    asOf: null,
    where: null,
    trace,
  }
}

/** Money and measures bring their unit; counts of the dead or displaced are people; others go by their noun. */
function unitOf(tokens: Tokens, quantity: Quantity, found: KindFound): string | null {
  if (quantity.unit) return quantity.unit
  if (toll.has(found.kind)) return "people"
  return found.noun && found.noun[1] > found.noun[0]
    ? nameOfUnit(tokens.form(found.noun[1] - 1))
    : found.kind === "people"
      ? "people"
      : null
}

/** The noun in small letters, but abbreviations as they stand: "soldiers", "MPs". */
const nameOfUnit = (noun: string): string => (/^[A-Z]{2,6}s?$/.test(noun) && noun !== noun.toUpperCase() ? noun : noun.toLowerCase())
