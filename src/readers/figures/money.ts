import {numberWord, numeralAt} from "../../lexicon/numerals.js"
import type {Phrase} from "../../lexicon/token-phrases.js"
import {gaps, type Tokens, tokenKinds} from "../../lexicon/tokens.js"
import type {Quantity} from "./quantity.js"
import {wording} from "./wording.js"

/** A number with its currency: "$60 million", "thirteen dollars and forty-five cents", "75 USD million", "48 MEUR". */
export function withMoney(tokens: Tokens, quantity: Quantity): Quantity {
  if (quantity.kind) return quantity
  const before = signBefore(tokens, quantity.first)
  if (before) {
    const again = wording().moneyAfter.from(tokens, quantity.last)
    return asMoney(quantity, [before.first, again && !isSign(tokens, again.first) ? again.last : quantity.last], before.value)
  }
  const scaled = scaledCode(tokens, quantity)
  if (scaled) return scaled
  const at = overDash(tokens, quantity.last)
  const after = wording().moneyAfter.from(tokens, at)
  if (!after || (isSign(tokens, after.first) && tokens.kind(after.last) === tokenKinds.digits)) return quantity
  const code = codeNear(tokens, after) ?? codeFor(quantity, after.value)
  if (!code) return quantity
  const sum = asMoney(quantity, [quantity.first, after.last], code)
  return isSign(tokens, after.first) ? sum : withHundredths(tokens, withScale(tokens, sum))
}

const codeScales: Readonly<Record<string, number>> = {K: 1e3, M: 1e6, MN: 1e6, B: 1e9, BN: 1e9, T: 1e12}

/** "30 MUSD", "120 MEUR": a scale written into the code, as reports of firms have it. */
function scaledCode(tokens: Tokens, quantity: Quantity): Quantity | null {
  const parts = /^(K|MN?|BN?|T)([A-Z]{3})$/.exec(tokens.form(quantity.last))
  if (!parts || tokens.kind(quantity.last) !== tokenKinds.word) return null
  const code = wording().moneyCodes.has(parts[2]!) ? parts[2]! : null
  return code ? times(asMoney(quantity, [quantity.first, quantity.last + 1], code), codeScales[parts[1]!]!) : null
}

/** "75 USD million": the scale behind the currency. */
function withScale(tokens: Tokens, sum: Quantity): Quantity {
  const word = tokens.gap(sum.last) < gaps.line ? numberWord(tokens.lower(sum.last)) : undefined
  return word?.class === "scale" ? {...times(sum, word.value), last: sum.last + 1} : sum
}

function times(sum: Quantity, factor: number): Quantity {
  const by = (value: number | null) => (value === null ? null : Math.round(value * factor * 1e6) / 1e6)
  return {...sum, value: by(sum.value), low: by(sum.low), high: by(sum.high)}
}

/** "thirteen dollars and forty-five cents", "15 dollars 50": hundredths named behind the currency belong to the sum. */
function withHundredths(tokens: Tokens, sum: Quantity): Quantity {
  if (sum.value === null || !Number.isInteger(sum.value) || sum.bound === "range" || tokens.gap(sum.last) >= gaps.line) return sum
  const joined = tokens.lower(sum.last) === "and"
  const part = numeralAt(tokens, joined ? sum.last + 1 : sum.last)
  if (!part || part.fraction || !Number.isInteger(part.value) || part.value < 1 || part.value > 99) return sum
  const minor = wording().moneyAfter.from(tokens, part.last)
  const isNamed = minor !== null && /^(?:cent|penny)$/.test(minor.value)
  const isBare = part.value >= 5 && /^[.,;!?)]$|^$/.test(tokens.form(part.last)) && tokens.lower(sum.first - 1) !== "between"
  if (!isNamed && !isBare) return sum
  const value = sum.value + part.value / 100
  return {...sum, value, low: value, high: value, last: isNamed ? minor.last : part.last, number: [sum.number[0], part.last]}
}

const isSign = (tokens: Tokens, row: number): boolean => tokens.kind(row) === tokenKinds.mark

const nearby = 40

/** "Pakistan has paid 100,000 rupees": the country named last before a currency that several share. */
function codeNear(tokens: Tokens, name: Phrase<string>): string | null {
  if (name.last - name.first > 1) return null
  const word = tokens.lower(name.first)
  const singular = word === "liras" || word.endsWith("s") ? word.slice(0, -1) : word
  const currency = singular === "rouble" ? "ruble" : singular === "kroner" ? "krone" : singular
  for (let at = name.first - 1; at > Math.max(-1, name.first - nearby) && tokens.gap(at + 1) < gaps.paragraph; at--) {
    const code = tokens.isCapital(at) ? wording().sharedCurrencies.get(`${currency} ${tokens.lower(at)}`) : undefined
    if (code) return code
  }
  return null
}

/** "DEM>1000": the code, if the number is large enough for the word to mean money. */
function codeFor(quantity: Quantity, cell: string): string | null {
  const [code, least] = cell.split(">")
  const amount = quantity.value ?? quantity.high ?? quantity.low ?? 0
  return least === undefined || amount >= Number(least) || !Number.isInteger(amount) ? code! : null
}

const asMoney = (quantity: Quantity, [first, last]: readonly [number, number], unit: string): Quantity => ({
  ...quantity,
  first,
  last,
  kind: "money",
  unit,
  rules: [...quantity.rules, "currencies.tsv"],
})

/** The currency sign or code before a number. The letters of "US$" and "Rs" must not be the tail of a word, and "a $5 fee" is no Australian sum. */
function signBefore(tokens: Tokens, row: number): Phrase<string> | null {
  const found = wording().moneyBefore.before(tokens, row)
  if (!found) return null
  const word = tokens.lower(found.first)
  const loose = word.length === 1 && /[abd-z]/.test(word) && found.last - found.first > 1 && !tokens.touches(found.first + 1)
  const tail =
    tokens.kind(found.first) === tokenKinds.word && tokens.touches(found.first) && tokens.kind(found.first - 1) !== tokenKinds.mark
  if (!loose && !tail) return found
  const sign = wording().moneyBefore.from(tokens, row - 1)
  return sign && sign.last === row ? sign : null
}

/** Steps over the hyphen of "two-year", also where a converter has set it apart. */
export function overDash(tokens: Tokens, row: number): number {
  if (!/^[-–]$/.test(tokens.form(row)) || tokens.touches(row) !== tokens.touches(row + 1)) return row
  return tokens.touches(row) || wording().units.from(tokens, row + 1) ? row + 1 : row
}
