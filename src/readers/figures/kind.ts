import {gaps, type Tokens} from "../../lexicon/tokens.js"
import type {Figure} from "../../record/figure.js"
import {endsBefore, isNumber, sentenceEnd, sentenceStart} from "./clause.js"
import {type Rows, stops} from "./noun.js"
import type {Quantity} from "./quantity.js"
import {type Cue, wording} from "./wording.js"

export interface KindFound {
  readonly kind: Figure["kind"]
  readonly rule: string
  /** First row of the figure; set once it is put out. */
  readonly at?: number
  /** Rows of the counted noun phrase, if one follows. */
  readonly noun: readonly [number, number] | null
}

const be = /^(?:was|were|been|be|being|is|are|am|got|get|s|re)$/
const breaks =
  /^(?:which|who|that|while|when|where|after|before|because|but|although|whereas|meanwhile|said|says|told|reported|as|since|if)$/

/** What a plain count counts: by the noun it stands at, by a participle after it, by a verb or toll before it, by the figure it is part of. */
export function kindOf(tokens: Tokens, quantity: Quantity, {noun, last}: {noun: Rows; last: KindFound | null}): KindFound {
  if (tokens.lower(quantity.number[1]) === "times") return {kind: "other", rule: "how often", noun: null}
  if (tokens.lower(quantity.number[1]) === "strong") return {kind: "people", rule: "so many strong", noun: null}
  const own = ownNoun(tokens, noun)
  const strong = own && own.kind !== "people" && own.kind !== "other" && own.kind !== "weapons" && own.kind !== "votes"
  const after = participleAfter(tokens, noun[1], quantity.number[1])
  const before = verbBefore(tokens, quantity)
  const partOf = last && isPart(tokens, quantity.first) ? last.kind : null
  const cue = strong && own.kind !== "detained" ? own : after && (!before || !isActive(before, after)) ? after : (before ?? after ?? own)
  if (partOf && (!cue || cue.kind === "people")) return {kind: partOf, rule: "part of the figure before", noun}
  if (last?.kind === "votes" && /^(?:to|against)$/.test(tokens.lower(quantity.first - 1)) && noun[1] === noun[0])
    return {kind: "votes", rule: "the other side of a vote", noun: null}
  const named = noun[1] > noun[0] ? noun : null
  return cue ? {kind: cue.kind, rule: `kinds.tsv: ${cue.words}`, noun: named} : byContext(tokens, quantity, {noun: named, last})
}

const peopleKinds = new Set(["killed", "injured", "missing", "displaced", "detained", "hostages", "people"])

/** A bare number takes up the figure before it in the paragraph, or the people just named; crowds need no noun. */
function byContext(tokens: Tokens, quantity: Quantity, {noun, last}: {noun: KindFound["noun"]; last: KindFound | null}): KindFound {
  if (noun && isPeopleName(tokens, noun[1] - 1)) return {kind: "people", rule: "name of a people", noun}
  if (noun && !isVerbLike(tokens, noun[0])) return {kind: "other", rule: "no kind", noun}
  const crowd = quantity.value === null && quantity.low !== null && quantity.low >= 20 && quantity.bound !== "range"
  if (crowd && noun) return {kind: "people", rule: "a crowd that acts", noun: null}
  const near = last?.at !== undefined && quantity.first - last.at < 60 && sameParagraph(tokens, last.at, quantity.first)
  if (near && peopleKinds.has(last.kind)) return {kind: last.kind, rule: "as the figure before", noun: null}
  if (crowd) return {kind: "people", rule: "a crowd", noun: null}
  const start = sentenceStart(tokens, quantity.first, 8)
  for (let at = quantity.first - 1; at >= start; at--)
    if (wording().nouns.from(tokens, at)?.value.kind === "people")
      return {kind: "people", rule: "the people named before", noun: [at, at + 1]}
  return {kind: "other", rule: "no kind", noun}
}

/** "Tuvaluans", "Iraqis": a capitalised plural of a people. */
const isPeopleName = (tokens: Tokens, row: number): boolean =>
  tokens.isCapital(row) && /(?:ans|is|ese|ians|nians|men|ites|ers|eks|hs)$/.test(tokens.form(row))

/** A word after a bare number that begins the predicate: "packed", "took". */
const isVerbLike = (tokens: Tokens, row: number): boolean =>
  /^(?:[a-z]{3,20}ed|took|went|came|fled|left|held|met|ran|sat|stood|gave|made|marched)$/.test(tokens.lower(row))

function sameParagraph(tokens: Tokens, from: number, to: number): boolean {
  for (let at = from + 1; at <= to; at++) if (tokens.gap(at) === gaps.paragraph) return false
  return true
}

/** A verb directly before the number beats a participle that stands far off. */
const isActive = (before: Located, after: Located): boolean => before.distance <= after.distance

interface Located extends Cue {
  /** Rows between the number and the cue. */
  readonly distance: number
}

/** The kind of the noun phrase itself: its last known noun; attributes such as "displaced" in "40 displaced people" count. */
function ownNoun(tokens: Tokens, [first, last]: readonly [number, number]): Located | null {
  let found: Located | null = null
  for (let at = first; at < last; at++) {
    const noun = wording().nouns.from(tokens, at)
    const attribute = at < last - 1 ? wording().after.from(tokens, at) : null
    if (noun) found = found && found.kind !== "people" && noun.value.kind === "people" ? found : {...noun.value, distance: at - first}
    else if (attribute) found = {...attribute.value, distance: at - first}
  }
  if (!found) {
    const dead = wording().nouns.from(tokens, last)
    if (dead && dead.value.kind !== "people" && tokens.gap(last) < gaps.paragraph && last === first) return {...dead.value, distance: 0}
  }
  return found
}

/** "… were killed", "… dead", "… have been arrested": within the clause, over coordinated numbers, to the first participle. */
function participleAfter(tokens: Tokens, from: number, number: number): Located | null {
  const end = sentenceEnd(tokens, number, from + 14 - number)
  let helped = false
  let depth = 0
  for (let at = from; at < end; at++) {
    const word = tokens.lower(at)
    const form = tokens.form(at)
    const cue = wording().after.from(tokens, at)
    if (
      cue &&
      depth === 0 &&
      (helped || at - from <= 1 || /^(?:died|die|perished|fled|disappeared)$/.test(word) || coordinated(tokens, from, at))
    ) {
      if (!(tokens.lower(at - 1) === "not")) return {...cue.value, distance: at - number}
    }
    if (be.test(word)) helped = true
    if (
      form === "," &&
      /^(?:including|among|most|some|all|many|mostly|both|about|half|almost|nearly|roughly|ages|aged)$/.test(tokens.lower(at + 1))
    )
      depth++
    else if (form === "," && depth > 0) {
      depth--
      continue
    } else if (
      depth === 0 &&
      ((breaks.test(word) && !isRelative(tokens, at)) || wording().before.from(tokens, at)?.value.words.endsWith("ing"))
    )
      return null
    if (depth === 0 && form === "," && !isNumber(tokens, at + 1) && !listed(tokens, at + 1)) return null
    if (/^[–—:)“”"]$/.test(form)) return null
  }
  return null
}

/** "who were killed", "who died": tells of the people counted. */
const isRelative = (tokens: Tokens, row: number): boolean =>
  /^(?:who|which|that)$/.test(tokens.lower(row)) &&
  (be.test(tokens.lower(row + 1)) || /^(?:have|had|has|died)$/.test(tokens.lower(row + 1)))

/** "three soldiers and two civilians killed": only nouns, numbers and "and" between. */
function coordinated(tokens: Tokens, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (stops.test(tokens.lower(at)) && !/^(?:and|a|an|the|or)$/.test(tokens.lower(at))) return false
  return to - from <= 8
}

const listed = (tokens: Tokens, row: number): boolean =>
  isNumber(tokens, row) ||
  /^(?:and|a|an|the|his|her|their|its|at|about|some|more|nearly|over|almost|several|dozens)$/.test(tokens.lower(row))

/** "killed at least 12", "wounding 30", "the death toll rose to 43", "the murder of six". */
function verbBefore(tokens: Tokens, quantity: Quantity): Located | null {
  if (/^(?:along|together) with$|^well as$/.test(`${tokens.lower(quantity.first - 2)} ${tokens.lower(quantity.first - 1)}`))
    return sharedFate(tokens, quantity)
  const start = sentenceStart(tokens, quantity.first, 14)
  const following = wordsAfter(tokens, quantity.number[1])
  for (let at = quantity.first; at > start; at--) {
    const toll = wording().toll.before(tokens, at)
    if (toll && isCalledFor(toll.value, following)) return {...toll.value, distance: quantity.first - at + 1}
    const verb = wording().before.before(tokens, at)
    if (verb && isTransitive(tokens, verb.first, at, quantity) && isCalledFor(verb.value, following))
      return {...verb.value, distance: quantity.first - at}
    const word = tokens.lower(at - 1)
    if (endsBefore(tokens, at) || breaks.test(word) || /^(?:were|was|are|is)$/.test(word)) return tollFarther(tokens, at, start, following)
    if (/^[–—:()]$/.test(tokens.form(at - 1)) || (/^(?:and|,|or)$/.test(word) && at < quantity.first && !listed(tokens, at))) return null
  }
  return null
}

/** "was killed along with two bodyguards": the participle of the sentence holds for these too. */
function sharedFate(tokens: Tokens, quantity: Quantity): Located | null {
  const start = sentenceStart(tokens, quantity.first, 30)
  for (let at = quantity.first - 2; at >= start; at--) {
    const cue = wording().after.from(tokens, at)
    if (cue) return {...cue.value, distance: quantity.first - at}
  }
  return null
}

/** "the death toll … was put at 43": the toll noun may stand on the far side of its verb. */
function tollFarther(tokens: Tokens, from: number, start: number, following: readonly string[]): Located | null {
  if (endsBefore(tokens, from)) return null
  for (let at = from - 1; at > start; at--) {
    const toll = wording().toll.before(tokens, at)
    if (toll && !/ (?:of|to)$/.test(toll.value.words) && isCalledFor(toll.value, following)) return {...toll.value, distance: from - at + 4}
    if (endsBefore(tokens, at) || isNumber(tokens, at)) return null
  }
  return null
}

/** Does a word that the cue needs follow the number? True where it needs none. */
const isCalledFor = ({needs}: Cue, following: readonly string[]): boolean =>
  needs === null || needs.split("|").some(word => following.includes(word))

function wordsAfter(tokens: Tokens, row: number): string[] {
  return Array.from({length: 7}, (_, step) => tokens.lower(row + step))
}

/** An active verb: no form of "be" before it ("were killed"), and its object reaches to the number without another verb. */
function isTransitive(tokens: Tokens, verb: number, end: number, quantity: Quantity): boolean {
  const before = tokens.lower(verb - 1)
  const adverb = /ly$/.test(before) ? tokens.lower(verb - 2) : before
  const ing = tokens.lower(verb).endsWith("ing") || tokens.lower(verb).endsWith("s")
  if (be.test(adverb) && !ing) return false
  if (isNumber(tokens, verb - 1)) return false
  for (let at = end; at < quantity.first; at++) {
    if (
      /^(?:in|during|by|on|near|from|when|with|for|to|at)$/.test(tokens.lower(at)) &&
      !isNumber(tokens, at + 1) &&
      !/^(?:least)$/.test(tokens.lower(at + 1))
    )
      return false
    if (be.test(tokens.lower(at))) return false
  }
  return true
}

/** "including five children", "among them 12 women", "three of them". */
function isPart(tokens: Tokens, row: number): boolean {
  const before = tokens.lower(row - 1)
  if (before === "including" || before === "mostly" || before === "and") return before !== "and" ? true : tokens.lower(row - 2) === "both"
  return /^(?:them|whom)$/.test(before) && /^(?:among|of)$/.test(tokens.lower(row - 2))
}
