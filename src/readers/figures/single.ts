import {readTable} from "../../lexicon/table.js"
import {gaps, type Tokens, tokenKinds} from "../../lexicon/tokens.js"
import {type Rows, stops} from "./noun.js"
import type {Quantity} from "./quantity.js"
import {type Cue, wording} from "./wording.js"

let persons: ReadonlySet<string> | null = null

/** Is it a word for one person, "woman", "officer"? */
export const isPerson = (word: string): boolean => {
  persons ??= new Set(readTable("figures/persons.tsv").map(row => row.word!))
  return persons.has(word)
}

/** What the quantity of one person is told by, among its rules. */
export const singleRule = "one person"

/** "A 24-year-old man was shot dead", "killing a teenager", "another is in critical condition": one dead or injured person; null for anything else. */
export function singlePerson(tokens: Tokens, row: number): Quantity | null {
  const noun = personAt(tokens, row)
  if (!noun) return null
  const cue = fateAfter(tokens, noun[1]) ?? (noun[1] > noun[0] ? verbBefore(tokens, row) : null)
  if (!cue || (cue.kind !== "killed" && cue.kind !== "injured")) return null
  const last = Math.max(noun[0], row + 1)
  return {
    first: row,
    last,
    number: [row, last],
    value: 1,
    low: 1,
    high: 1,
    bound: "exact",
    kind: cue.kind,
    unit: "people",
    rules: [singleRule, `kinds.tsv: ${cue.words}`],
  }
}

const longest = 8

/** The rows of the word for the person after an article; none of their own for a bare "another". */
function personAt(tokens: Tokens, row: number): Rows | null {
  const article = tokens.lower(row)
  if (!/^(?:a|an|another|his|her|their)$/.test(article)) return null
  let found: Rows | null = null
  for (let at = row + 1; at < row + longest && tokens.gap(at) < gaps.paragraph; at++) {
    const word = tokens.lower(at)
    if (stops.test(word) || (tokens.kind(at) === tokenKinds.mark && !/^[-–.]$/.test(tokens.form(at)))) break
    if (isPerson(word)) found = [at, at + 1]
    else if (found) break
  }
  return found ?? (article === "another" && helper.test(tokens.lower(row + 1)) ? [row + 1, row + 1] : null)
}

const helper = /^(?:was|is|remains|remained|has|had|who|being)$/
const between =
  /^(?:been|being|also|who|later|reportedly|listed|still|fatally|critically|seriously|badly|severely|then|and|-|was|is|has|had)$/
const intransitive = /^(?:died|dies|dead|perished|hospitalized|hospitalised)$/

/** "was shot and killed", "died", "remains in critical condition" behind the person, over an age between commas or the comma of an apposition. */
function fateAfter(tokens: Tokens, from: number): Cue | null {
  let at = from
  if (tokens.form(at) === "," && tokens.kind(at + 1) === tokenKinds.digits && tokens.form(at + 2) === ",") at += 3
  else if (tokens.form(at) === "," && helper.test(tokens.lower(at + 1))) at++
  let helped = false
  for (const end = at + 6; at < end && tokens.gap(at) < gaps.paragraph; at++) {
    const cue = wording().after.from(tokens, at)
    if (cue && (helped || intransitive.test(tokens.lower(at)))) return worst(tokens, cue.value, cue.last)
    if (helper.test(tokens.lower(at))) helped = true
    else if (!between.test(tokens.lower(at))) return null
  }
  return null
}

/** "was shot and later died": the death that follows beats the wound. */
function worst(tokens: Tokens, cue: Cue, row: number): Cue {
  if (tokens.lower(row) !== "and") return cue
  const next = wording().after.from(tokens, row + 1) ?? wording().after.from(tokens, row + 2)
  return next?.value.kind === "killed" ? next.value : cue
}

/** A verb that has the person as its object: "killing a teenager". */
function verbBefore(tokens: Tokens, row: number): Cue | null {
  const verb = tokens.gap(row) < gaps.paragraph ? wording().before.before(tokens, row) : null
  if (!verb || verb.value.needs) return null
  return /^(?:was|were|been|be|is|are|being)$/.test(tokens.lower(verb.first - 1)) ? null : verb.value
}
