import {type Numeral, numberWord, numeralAt} from "../../lexicon/numerals.js"
import {gaps, type Tokens, tokenKinds} from "../../lexicon/tokens.js"
import type {VagueConvention} from "../../lexicon/user-tables.js"
import {overDash, withMoney} from "./money.js"
import {boundaries, type Quantity} from "./quantity.js"
import {singlePerson} from "./single.js"
import {wording} from "./wording.js"

/** Every number and vague count of a text with its currency, unit and bound; nothing is refused yet. */
export function findQuantities(tokens: Tokens, convention: VagueConvention): Quantity[] {
  const found: Quantity[] = []
  for (let row = 0; row < tokens.length; ) {
    const quantity = mayBegin(tokens, row) ? quantityAt(tokens, row, convention) : null
    if (quantity) found.push(quantity)
    row = quantity ? Math.max(quantity.last, row + 1) : row + 1
  }
  return found
}

function mayBegin(tokens: Tokens, row: number): boolean {
  const kind = tokens.kind(row)
  if (kind === tokenKinds.digits) return true
  if (kind === tokenKinds.mark) return "½¼¾⅓⅔".includes(tokens.form(row))
  const word = tokens.lower(row)
  return (
    word === "a" ||
    word === "an" ||
    word === "another" ||
    /^(?:his|her|their)$/.test(word) ||
    numberWord(word) !== undefined ||
    vagueStarts.has(word)
  )
}

const vagueStarts = new Set("tens dozens scores hundreds thousands millions billions several few handful".split(" "))

function quantityAt(tokens: Tokens, row: number, convention: VagueConvention): Quantity | null {
  const vague = wording().vague.from(tokens, row)
  if (vague)
    return completed(tokens, {
      ...plain(row, vague.last),
      low: vague.value[convention],
      bound: "about",
      rules: [`vague.tsv (${convention})`],
    })
  const number = numeralAt(tokens, row)
  if (!number) return singlePerson(tokens, row)
  const second = rangeEnd(tokens, number)
  if (second) return completed(tokens, {...plain(row, second.last), ...rangeOf(number, second), bound: "range", rules: ["range"]})
  const exact: Quantity = {...plain(row, number.last), value: number.value, low: number.value, high: number.value, rules: []}
  return completed(tokens, number.fraction && number.value <= 1 ? asShare(tokens, exact, number) : exact)
}

const plain = (first: number, last: number): Quantity => ({
  first,
  last,
  number: [first, last],
  value: null,
  low: null,
  high: null,
  bound: "exact",
  kind: null,
  unit: null,
  rules: [],
})

/** "half of its prisoners" is 50 percent; "a quarter of an hour" and "1/4 mile" stay parts of a unit. */
function asShare(tokens: Tokens, quantity: Quantity, number: Numeral): Quantity {
  if (wording().units.from(tokens, overDash(tokens, quantity.last)) || wording().moneyAfter.from(tokens, quantity.last)) return quantity
  const value = Math.round(number.value * 1e6) / 1e4
  return {...quantity, value, low: value, high: value, kind: "percent", unit: "percent", rules: ["fraction → percent"]}
}

/** The second number of "500 to 600", "10-15", "between 500 and 600". */
function rangeEnd(tokens: Tokens, number: Numeral): Numeral | null {
  const joint = tokens.lower(number.last)
  const before = tokens.lower(number.first - 1)
  const between = before === "between" && joint === "and"
  const dashed = /^[-–—]$/.test(joint) && tokens.touches(number.last) && tokens.touches(number.last + 1)
  const to = (joint === "to" || joint === "or") && before !== "from"
  if (!between && !dashed && !to) return null
  const start = dashed && tokens.lower(number.last + 1) === "to" && tokens.form(number.last + 2) === "-" ? number.last + 3 : number.last + 1
  const at = moneySign(tokens, start)
  const second = numeralAt(tokens, at)
  if (!second || tokens.gap(at) === gaps.paragraph || (second.fraction && !number.fraction)) return null
  if (joint === "or" && second.value > number.value * 2) return null
  return upscale(number, second) < second.value ? second : null
}

const moneySign = (tokens: Tokens, row: number): number => {
  const sign = wording().moneyBefore.from(tokens, row)
  return sign ? sign.last : row
}

/** "5 to 7 million": the first number takes the scale of the second. */
function upscale(first: Numeral, second: Numeral): number {
  const scaled = second.value >= 1000 && first.value < 1000 && second.last - second.first > 1
  if (!scaled) return first.value
  const scale = [1e12, 1e9, 1e6, 1e3].find(size => second.value >= size) ?? 1
  return first.value * scale <= second.value ? first.value * scale : first.value
}

const rangeOf = (first: Numeral, second: Numeral): {low: number; high: number} => ({low: upscale(first, second), high: second.value})

/** Adds what stands at the number: currency, unit, bounding words. */
function completed(tokens: Tokens, quantity: Quantity): Quantity {
  return withBound(tokens, withUnit(tokens, withMoney(tokens, quantity)))
}

function withUnit(tokens: Tokens, quantity: Quantity): Quantity {
  if (quantity.kind) return quantity
  const at = overMore(tokens, overDash(tokens, quantity.last))
  const unit = wording().units.from(tokens, at)
  if (!unit || !isUnitHere(tokens, quantity, unit.first)) return quantity
  return {...quantity, last: unit.last, kind: unit.value.kind, unit: unit.value.unit, rules: [...quantity.rules, "units.tsv"]}
}

const overMore = (tokens: Tokens, row: number): number =>
  /^(?:more|additional|extra|full|further|straight|consecutive)$/.test(tokens.lower(row)) &&
  wording().units.from(tokens, row + 1)?.value.kind === "duration"
    ? row + 1
    : row

/** Short units ("m", "mm", "°") only directly after digits; "second" is a unit only after a hyphen or the number one. */
function isUnitHere(tokens: Tokens, quantity: Quantity, row: number): boolean {
  const word = tokens.lower(row)
  if (word.length <= 2 && word !== "km" && word !== "kg" && word !== "%" && tokens.kind(row) === tokenKinds.word)
    return tokens.kind(row - 1) === tokenKinds.digits && (word !== "m" || tokens.form(row) === "m")
  if (word === "second" || word === "share") return tokens.form(row - 1) === "-" || quantity.value === 1
  return tokens.gap(row) < gaps.paragraph
}

function withBound(tokens: Tokens, quantity: Quantity): Quantity {
  const start = rangeWord(tokens, quantity)
  const before = wording().boundsBefore.before(tokens, start)
  const after = wording().boundsAfter.from(tokens, quantity.last)
  const inner = after ? null : wording().boundsAfter.from(tokens, quantity.number[1])
  if (before && isBound(tokens, before.first, before.last)) return bounded({...quantity, first: before.first}, before.value)
  if (after) return bounded({...quantity, first: start, last: after.last}, after.value)
  return inner && inner.last <= quantity.last + 2
    ? bounded({...quantity, first: start, last: Math.max(quantity.last, inner.last)}, inner.value)
    : {...quantity, first: start}
}

/** "between" belongs to its range; articles before "estimated" do too. */
function rangeWord(tokens: Tokens, quantity: Quantity): number {
  return quantity.bound === "range" && tokens.lower(quantity.first - 1) === "between" ? quantity.first - 1 : quantity.first
}

function bounded(quantity: Quantity, bound: Quantity["bound"]): Quantity {
  const rules = [...quantity.rules, `bounds.tsv: ${bound}`]
  if (quantity.bound === "range") return {...quantity, rules}
  if (quantity.value === null)
    return {...quantity, bound, ...(bound === "at-most" || bound === "under" ? {low: null, high: quantity.low} : {}), rules}
  return {...quantity, bound, ...boundaries(quantity.value, bound), rules}
}

const motion =
  /^(?:flew|flies|hung|went|moved|passed|jumped|handed|took|come|came|brought|turned|set|rises|up|down|from|sitting|sit|just|right|pulled|ran|running)$/

/** "over", "under", "above" and "some" bound a number; "passed over 12 …" hardly ever occurs, but "come under" does. */
function isBound(tokens: Tokens, first: number, last: number): boolean {
  if (last - first > 1) return true
  const word = tokens.lower(first)
  return !((word === "under" || word === "above" || word === "below") && motion.test(tokens.lower(first - 1)))
}
