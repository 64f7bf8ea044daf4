import {gaps, type Tokens, tokenKinds} from "../../lexicon/tokens.js"
import type {Guard, Match} from "./match.js"

const prepositions = new Set(
  "in of since by until till through from to during before after between and or for on around about early late mid last next this each every than beyond - – ( , the year as".split(
    " ",
  ),
)
const firstNames = new Set(["april", "june", "august", "may", "jan"])
const titles = new Set(["mr", "mrs", "ms", "dr", "miss", "sir", "theresa", "minister", "secretary"])
const verbLike = new Set(["may", "march", "second", "fall", "spring", "sat", "sun", "mar", "dec"])

/** Tells words of time from other uses of the same letters: the verb "may", a march, the second of two, Mr. August, a sum of 1,990. */
export function guardFor(tokens: Tokens): Guard {
  const caseless = isCaseless(tokens)
  return match => mayStandForTime(match, tokens, caseless)
}

/** Is the text written without capitals, or in capitals throughout? Judged by its first thousand tokens. */
function isCaseless(tokens: Tokens): boolean {
  let small = 0
  let large = 0
  for (let row = 0; row < Math.min(tokens.length, 1000); row++) {
    if (tokens.kind(row) !== tokenKinds.word) continue
    if (!tokens.isCapital(row)) small++
    else if (tokens.end[row]! - tokens.start[row]! === 1 || tokens.form(row) === tokens.form(row).toUpperCase()) large++
    else return false
  }
  return small * 20 < large || large * 40 < small
}

function mayStandForTime(match: Match, tokens: Tokens, caseless: boolean): boolean {
  if (!endsCleanly(match, tokens)) return false
  const source = match.pattern.source
  const month = match.symbols.find(symbol => symbol.name === "MONTH" || symbol.name === "MONTHABBR")
  if (month && !monthFits(match, tokens, {row: month.first, caseless})) return false
  if ((source === "YEAR" || source === "the year YEAR") && !yearFits(match, tokens)) return false
  if (
    match.symbols.some(symbol => symbol.name === "UNIT" && tokens.lower(symbol.first) === "second") &&
    !match.symbols.some(symbol => symbol.name === "NUM" && tokens.lower(symbol.first) !== "a")
  )
    return false
  if (match.symbols.some(symbol => symbol.name === "SEASON") && !seasonFits(match, tokens)) return false
  const feast = match.symbols.find(symbol => symbol.name === "FEAST")
  if (feast && !feastFits(tokens, feast.first, caseless)) return false
  if (match.pattern.type === "DURATION" && !durationFits(match, tokens)) return false
  if (match.pattern.rule === "rate" && !isRate(match, tokens)) return false
  if ((source === "CLOCK" || source === "SLASHDATE") && !clockFits(match, tokens)) return false
  return true
}

/** Not inside a hyphenated word or a longer number: "the two-day-old", "1989-model", "3/4". */
function endsCleanly(match: Match, tokens: Tokens): boolean {
  const glued = tokens.touches(match.last)
  const next = tokens.form(match.last)
  const stamp = next === "T" && match.symbols.at(-1)!.name === "ISODATE"
  if (glued && !stamp && tokens.kind(match.last) !== tokenKinds.mark && tokens.kind(match.last - 1) !== tokenKinds.mark) return false
  return (
    !(
      tokens.touches(match.first) &&
      tokens.kind(match.first) === tokenKinds.digits &&
      /^[\p{L}#$£€.,:/]$/u.test(tokens.form(match.first - 1).slice(-1))
    ) && next !== "%"
  )
}

function monthFits(match: Match, tokens: Tokens, {row, caseless}: {row: number; caseless: boolean}): boolean {
  const word = tokens.lower(row)
  const alone = match.last - match.first === 1
  const capital = tokens.isCapital(row) && !(caseless && alone)
  if (caseless && !alone) return true
  const shortened = tokens.form(row + 1) === "." && match.symbols.some(symbol => symbol.name === "MONTHABBR")
  if (verbLike.has(word) && !capital && !shortened) return caseless && prepositions.has(tokens.lower(row - 1))
  if (match.symbols.some(symbol => symbol.name === "MONTHABBR") && !capital && tokens.form(row + 1) !== ".") return false
  if (!alone) return capital || !verbLike.has(word)
  const before = tokens.lower(row - 1)
  if (titles.has(before) || (before === "." && titles.has(tokens.lower(row - 2)))) return false
  if (prepositions.has(before) && tokens.gap(row) !== gaps.paragraph)
    return !(firstNames.has(word) && before === ",") || !followedByName(tokens, row)
  if (word === "may" || word === "march") return false
  return !firstNames.has(word) || (!followedByName(tokens, row) && (capital || caseless))
}

const followedByName = (tokens: Tokens, row: number): boolean =>
  tokens.kind(row + 1) === tokenKinds.word && tokens.isCapital(row + 1) && tokens.gap(row + 1) <= gaps.line

const unitLike = new Set(
  "people troops soldiers men women dollars euros pounds feet meters metres miles km kilometers kilometres tons tonnes barrels acres square hours others were votes members families homes points workers jobs percent rupees yen".split(
    " ",
  ),
)
const counted = new Set(
  "$ £ € ¥ # no number about some nearly over than least page room flight highway route section article resolution".split(" "),
)
const yearWords = new Set(
  "in since of by until till through from to during before after between and or year early late mid fiscal summer spring autumn fall winter the for on ( ' - – — , again elections election war its their".split(
    " ",
  ),
)

function yearFits(match: Match, tokens: Tokens): boolean {
  if (match.last - match.first > 1 && tokens.lower(match.last - 2) === "year") return true
  const year = Number(match.symbols.find(symbol => symbol.name === "YEAR")!.value)
  if (tokens.kind(match.last - 1) !== tokenKinds.digits) return year >= 1500
  const before = tokens.lower(match.first - 1)
  const after = tokens.lower(match.last)
  if (counted.has(before) || unitLike.has(after)) return false
  if (tokens.touches(match.first) && /[-–]/.test(before) && tokens.touches(match.first - 1))
    return tokens.kind(match.first - 2) === tokenKinds.digits || /^(?:mid|early|late|pre|post)$/.test(tokens.lower(match.first - 2))
  if (/^[-–]$/.test(after) && tokens.touches(match.last + 1) && tokens.kind(match.last + 1) === tokenKinds.word)
    return !/^(?:foot|meter|metre|mile|member|page|strong|seat|year|pound|ton)$/.test(tokens.lower(match.last + 1))
  const plausible = year >= 1900 && year <= 2060
  if (tokens.lower(match.first) === "the" && match.last - match.first === 2 && !plausible) return false
  return yearWords.has(before) ? year >= 1400 : plausible && !looksCounted(tokens, match.last)
}

/** A plural noun after a number: what it counts. */
const looksCounted = (tokens: Tokens, row: number): boolean =>
  tokens.kind(row) === tokenKinds.word &&
  tokens.gap(row) === gaps.space &&
  /[^su]s$/.test(tokens.form(row)) &&
  !/^(?:was|has|is|as|his)$/.test(tokens.form(row))

function seasonFits(match: Match, tokens: Tokens): boolean {
  const row = match.symbols.find(symbol => symbol.name === "SEASON")!.first
  const word = tokens.lower(row)
  const after = tokens.lower(match.last)
  if (after === "of" || after === "olympics" || after === "games" || after === "olympic") return false
  if (match.pattern.source === "the SEASON") return word !== "fall" && word !== "spring" && word !== "winter"
  if (match.symbols.length > 1) return true
  return (
    !(word === "fall" && (after === "in" || after === "from" || after === "to")) &&
    !(word === "spring" && tokens.isCapital(row) && tokens.lower(match.first) !== "last" && tokens.lower(match.first) !== "this")
  )
}

/** Feasts are written with a capital ("Lent", but not "the bank lent"); in texts without capitals the common words among them are no feasts. */
const feastFits = (tokens: Tokens, row: number, caseless: boolean): boolean =>
  caseless
    ? !/^(?:lent|advent|epiphany|ascension|assumption)$/.test(tokens.lower(row))
    : tokens.isCapital(row) || tokens.kind(row) !== tokenKinds.word

function durationFits(match: Match, tokens: Tokens): boolean {
  if (match.pattern.args[0] === "any" && !/^(?:hour|week|month|year|decade|century)$/.test(tokens.lower(match.last - 1))) return false
  if (match.pattern.args[0] === "any" && tokens.form(match.last) === "-") return false
  const after = tokens.lower(match.last)
  const old = after === "old" || (after === "-" && tokens.lower(match.last + 1) === "old")
  if (old || after === "olds") return false
  if (/ - old$/.test(match.pattern.source)) return !/year|yr/.test(tokens.lower(match.last - 3))
  return !(after === "of" && tokens.lower(match.last + 1) === "age")
}

/** A counted plural directly before "a year": "280 settlers a year". */
function isRate(match: Match, tokens: Tokens): boolean {
  if (!/[^su]s$|people|men|children/.test(tokens.lower(match.first - 1)) || tokens.gap(match.first) === gaps.paragraph) return false
  return [2, 3, 4].some(step => tokens.kind(match.first - step) === tokenKinds.digits)
}

function clockFits(match: Match, tokens: Tokens): boolean {
  const before = tokens.form(match.first - 1)
  return !(tokens.touches(match.first) && before !== "(" && before !== "[" && before !== "“" && before !== '"' && before !== "—")
}
