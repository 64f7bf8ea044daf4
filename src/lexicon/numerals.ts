import {readTable} from "./table.js"
import {gaps, type Tokens, tokenKinds} from "./tokens.js"

/** A number said in a text: its value and the token rows [first, last) that say it. */
export interface Numeral {
  readonly value: number
  readonly first: number
  readonly last: number
  /** Written in digits, all or in part. */
  readonly digits: boolean
  /** A part of one ("half", "two thirds", "1/4") rather than a count. */
  readonly fraction: boolean
  /** Begins with "a" or "an", as in "a hundred". */
  readonly article: boolean
}

interface NumberWord {
  readonly class: string
  readonly value: number
}

let loaded: ReadonlyMap<string, NumberWord> | null = null

/** The class and value of a number word in lower case; undefined when it is none. */
export function numberWord(word: string): NumberWord | undefined {
  loaded ??= new Map(readTable("figures/numbers.tsv").map(row => [row.word!, {class: row.class!, value: Number(row.value)}]))
  return loaded.get(word)
}

/** The longest number that begins at this row: "1.2 million", "one point two million", "half a million", "two-and-a-half", "a dozen"; null when none does. */
export function numeralAt(tokens: Tokens, row: number): Numeral | null {
  if (tokens.kind(row) === tokenKinds.digits) return digitsAt(tokens, row)
  const glyph = glyphs[tokens.form(row)]
  if (glyph !== undefined) return scaled(tokens, {value: glyph, first: row, last: row + 1, digits: true, fraction: true, article: false})
  if (tokens.kind(row) !== tokenKinds.word) return null
  const word = tokens.lower(row)
  if (word === "a" || word === "an") return articleAt(tokens, row)
  if (word === "half" || (word === "quarter" && numberWord(tokens.lower(row + 1))?.class === "scale")) return halfAt(tokens, row)
  const spelled = spelledAt(tokens, row)
  return spelled && withFraction(tokens, withPoint(tokens, spelled))
}

const glyphs: Readonly<Record<string, number>> = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
const plainNumber = /^\d{1,3}(?:,\d{2,3}){0,7}(?:\.\d{1,12})?$|^\d{1,15}(?:\.\d{1,12})?$/

function digitsAt(tokens: Tokens, row: number): Numeral | null {
  const form = tokens.form(row)
  if (!plainNumber.test(form)) return null
  const plain: Numeral = {value: Number(form.replaceAll(",", "")), first: row, last: row + 1, digits: true, fraction: false, article: false}
  return scaled(tokens, withFraction(tokens, withSlash(tokens, withDetachedGroups(tokens, plain))))
}

/** "10, 000": a comma that a careless converter set apart. */
function withDetachedGroups(tokens: Tokens, number: Numeral): Numeral {
  const at = number.last
  const group = tokens.form(at + 1)
  if (tokens.form(at) !== "," || !tokens.touches(at) || tokens.touches(at + 1) || number.value > 999 || !/^[0]\d\d$/.test(group))
    return number
  return {...number, value: number.value * 1000 + Number(group), last: at + 2}
}

/** "1/4", "10 1/2", "10½". */
function withSlash(tokens: Tokens, number: Numeral): Numeral {
  const at = number.last
  const glyph = glyphs[tokens.form(at)]
  if (glyph !== undefined) return {...number, value: number.value + glyph, last: at + 1}
  if (
    isSlash(tokens, at) &&
    tokens.touches(at + 1) &&
    isSmall(tokens, at + 1) &&
    number.value < Number(tokens.form(at + 1)) &&
    !isSlash(tokens, at + 2)
  )
    return {...number, value: number.value / Number(tokens.form(at + 1)), last: at + 2, fraction: true}
  if (isSmall(tokens, at) && isSlash(tokens, at + 1) && isSmall(tokens, at + 2) && Number(tokens.form(at)) < Number(tokens.form(at + 2)))
    return {...number, value: number.value + Number(tokens.form(at)) / Number(tokens.form(at + 2)), last: at + 3}
  return number
}

const isSlash = (tokens: Tokens, row: number): boolean => (tokens.form(row) === "/" || tokens.form(row) === "⁄") && tokens.touches(row)
const isSmall = (tokens: Tokens, row: number): boolean => /^[1-9]\d?$/.test(tokens.form(row))

/** Scales after a number: "60 million", "5bn", "25 lakh", "two dozen", "3 hundred thousand". */
function scaled(tokens: Tokens, number: Numeral): Numeral {
  let {value, last} = number
  let scales = 0
  for (; scales < 3; scales++) {
    const at = tokens.form(last) === "-" && tokens.touches(last) && tokens.touches(last + 1) ? last + 1 : last
    const word = numberWord(tokens.lower(at))
    if (!word || !isScale(tokens, at, word)) break
    value *= word.value
    last = at + 1
  }
  return scales === 0 ? number : {...number, value: Math.round(value * 1e6) / 1e6, last, fraction: false}
}

function isScale(tokens: Tokens, row: number, word: NumberWord): boolean {
  if (word.class === "short") return tokens.touches(row) && isShortScale(tokens, row)
  return word.class === "scale" || word.class === "group" || word.class === "hundred"
}

/** "1.8m tall" is a length, "1.8M dollars" and "$1.8m" are sums: a lone letter counts only next to a currency or when it is a capital. */
function isShortScale(tokens: Tokens, row: number): boolean {
  const form = tokens.form(row)
  return form.length > 1 || "kKM".includes(form) || moneyBefore(tokens, row - 1) || countsMany(tokens, row + 1)
}

/** "1.3m refugees": a plural behind the letter that is no measure ("long", "tall"). */
const countsMany = (tokens: Tokens, row: number): boolean =>
  tokens.gap(row) === gaps.space &&
  (/^[a-z]{3,20}[^su]s$/.test(tokens.form(row)) || /^(?:people|men|women|children)$/.test(tokens.form(row)))

const moneyBefore = (tokens: Tokens, row: number): boolean =>
  /^[$£€¥₹₽₺₦₪₩]$/.test(tokens.form(row - 1)) || /^(?:rs|us|eur|gbp|usd)$/.test(tokens.lower(row - 1))

/** Cardinal words: "twenty-four", "a hundred and fifty", "two hundred thousand". */
function spelledAt(tokens: Tokens, row: number, article = 0): Numeral | null {
  let total = 0
  let current = article
  let last = article ? row : -1
  let at = row
  let open: "any" | "unit" | "scale" = article ? "scale" : "any"
  for (let steps = 0; steps < 14; steps++) {
    const word = numberWord(tokens.lower(at))
    if (!word || !fits(word, open, current)) break
    if (word.class === "one" || word.class === "ten") current += word.value
    else if (word.class === "hundred") current *= 100
    else if (word.value >= 1000) {
      total += current * word.value
      current = 0
    } else current *= word.value
    open = word.class === "ten" ? "unit" : word.class === "one" ? "scale" : word.class === "group" ? "scale" : "any"
    last = at + 1
    at = nextNumberRow(tokens, last, word)
  }
  return last < 0 || (article > 0 && last === row)
    ? null
    : {value: total + current, first: row, last, digits: false, fraction: false, article: article > 0}
}

function fits(word: NumberWord, open: "any" | "unit" | "scale", current: number): boolean {
  if (word.class === "one") return (open === "any" && current % 100 === 0) || (open === "unit" && word.value > 0 && word.value < 10)
  if (word.class === "ten") return open === "any" && current % 100 === 0
  if (word.class === "hundred") return current > 0 && current < 100
  return (word.class === "scale" || word.class === "group") && current > 0
}

/** Steps over the hyphen of "twenty-four" and the "and" of "two hundred and six". */
function nextNumberRow(tokens: Tokens, at: number, word: NumberWord): number {
  if (tokens.form(at) === "-" && tokens.touches(at) && tokens.touches(at + 1)) return at + 1
  const joins = tokens.lower(at) === "and" && (word.class === "hundred" || word.class === "scale")
  const next = joins ? numberWord(tokens.lower(at + 1)) : undefined
  return next && (next.class === "one" || next.class === "ten") ? at + 1 : at
}

/** "a hundred", "a dozen", "a half million", "a quarter of a million", "a third". */
function articleAt(tokens: Tokens, row: number): Numeral | null {
  const word = numberWord(tokens.lower(row + 1))
  if (!word) return null
  if (word.class === "fraction") return fractionAt(tokens, row + 1, {first: row, count: 1})
  if (word.class !== "hundred" && word.class !== "scale" && word.class !== "group") return null
  const spelled = spelledAt(tokens, row + 1, 1)
  return spelled && withFraction(tokens, {...spelled, first: row})
}

/** "half a million", "half a dozen", "half the", "half", "quarter million". */
function halfAt(tokens: Tokens, row: number): Numeral {
  return fractionAt(tokens, row, {first: row, count: 1})
}

function fractionAt(tokens: Tokens, row: number, said: {first: number; count: number}): Numeral {
  const part = said.count * numberWord(tokens.lower(row))!.value
  const plain: Numeral = {value: part, first: said.first, last: row + 1, digits: false, fraction: true, article: said.first < row}
  let at = row + 1
  if (tokens.lower(at) === "of" && isArticle(tokens, at + 1)) at++
  if (isArticle(tokens, at)) at++
  const scale = numberWord(tokens.lower(at))
  return scale && ["scale", "hundred", "group"].includes(scale.class) ? scaled(tokens, {...plain, last: at}) : plain
}

const isArticle = (tokens: Tokens, row: number): boolean => tokens.lower(row) === "a" || tokens.lower(row) === "an"

/** "one point two million". */
function withPoint(tokens: Tokens, number: Numeral): Numeral {
  if (tokens.lower(number.last) !== "point") return number
  let digits = ""
  let at = number.last + 1
  for (; digits.length < 6; at++) {
    const word = numberWord(tokens.lower(at))
    if (word?.class !== "one" || word.value > 9) break
    digits += String(word.value)
  }
  return digits === "" ? number : scaled(tokens, {...number, value: number.value + Number(`0.${digits}`), last: at})
}

/** "two and a half million", "two-thirds", "one in three" is left alone. */
function withFraction(tokens: Tokens, number: Numeral): Numeral {
  const dash = (row: number) => (tokens.form(row) === "-" ? row + 1 : row)
  let at = dash(number.last)
  const part = numberWord(tokens.lower(at))
  if (!number.digits && part?.class === "fraction" && part.value !== 0.5 && number.value < 20)
    return fractionAt(tokens, at, {first: number.first, count: number.value})
  if (tokens.lower(at) !== "and") return number
  at = dash(at + 1)
  if (!isArticle(tokens, at) && numberWord(tokens.lower(at))?.value !== 3 && tokens.lower(at) !== "one") return number
  const count = numberWord(tokens.lower(at))?.value ?? 1
  const half = numberWord(tokens.lower(dash(at + 1)))
  if (half?.class !== "fraction" || half.value > 0.5) return number
  const unit = number.value >= 1000 && Number.isInteger(Math.log10(number.value)) ? number.value : 1
  return scaled(tokens, {...number, value: number.value + count * half.value * unit, last: dash(at + 1) + 1})
}
