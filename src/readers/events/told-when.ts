import type {Words} from "../../document/words.js"
import {auxiliariesOf, caseOf} from "../../language/clause.js"
import {headRow} from "../../language/noun-phrase.js"
import type {Event, Place, Time} from "../../record/all.js"
import type {Act} from "./acts.js"
import {anchorsOf, nearestBelow} from "./attach.js"
import {statusWord} from "./status-words.js"
import type {Surroundings} from "./surroundings.js"

/** The dates that may be an act's: none by which another noun is named, as in "under a 2017 accord" or "over the shelling of 1991". */
export function datesOf(words: Words, act: Act, {times, places}: Surroundings): Time[] {
  const anchors = anchorsOf(words, act)
  return times.filter(time => {
    if (time.type === "DURATION" || time.type === "SET" || isOfDateline(time, places)) return false
    const row = headRow(words, time)
    const noun = row < words.length ? words.head[row]! : -1
    return (
      noun < 0 ||
      anchors.has(noun) ||
      opensSentence(words, time) ||
      words.upos[noun] !== "NOUN" ||
      !namesNoun(words, row) ||
      datesVerb(words, noun)
    )
  })
}

/** The day of writing, behind the place of writing: "LIMA, 3 May 1990 (AFP) —" says when it was told, not when it happened. */
function isOfDateline(time: Time, places: readonly Place[]): boolean {
  return places.some(place => place.use === "dateline" && time.start >= place.end && time.start - place.end <= longestGap)
}

/** Characters between a place of writing and its day: a comma, a closing bracket, a space. */
const longestGap = 3

/** "Two hours later officers …": a time of several words at the head of a sentence is the sentence's, whatever noun the tree hangs it on. */
function opensSentence(words: Words, {start, end}: Time): boolean {
  const first = words.indexAt(start)
  return words.end[first]! < end && (first === 0 || words.sentence[first - 1] !== words.sentence[first])
}

/** A time without a preposition or after "of" or "from". */
function namesNoun(words: Words, row: number): boolean {
  return /^(?:of|from|)$/.test(caseOf(words, row))
}

/** "in the war of 1991": the noun dates its verb. */
function datesVerb(words: Words, noun: number): boolean {
  return words.deprel[noun]!.startsWith("obl") && /^(?:in|during|on|at|amid|throughout|since|after|before|)$/.test(caseOf(words, noun))
}

/** More than about a year before publication. */
export function isLongAgo(when: Event["when"], {published}: Surroundings): boolean {
  if (!when.to || !published.from) return false
  return Date.parse(published.from) - Date.parse(when.to) > 370 * 86_400_000
}

/** Types that already mean what is to come: a promise about tomorrow is made today. */
const speaksOfLater = new Set(["AGREE", "CONCEDE", "THREATEN", "REQUEST", "REJECT"])

/**
 * Told in the present tense with a day to come: "the court sentences them tomorrow", "the curfew begins on Friday". A weekday is one to come where the verb
 * says that something begins, or tells what is being done.
 */
export function isStillToCome(words: Words, act: Act, around: Surroundings): boolean {
  if (act.status !== "actual" || speaksOfLater.has(act.type)) return false
  const time = nearestBelow(words, act, datesOf(words, act, around))
  if (!time) return false
  const verb = verbOf(words, act)
  const isOfNoun = words.upos[act.row] === "NOUN" && words.head[headRow(words, time)] === act.row
  if (verb >= 0 && !isPresentTense(words, verb) && !isOfNoun) return false
  if (time.from && around.published.to && time.from > around.published.to) return true
  return isWeekday(words, time) && verb >= 0 && (words.xpos[verb] === "VBG" || statusWord("occurrence", words.lemma[verb]!) !== undefined)
}

/** A weekday, other than the last one. */
function isWeekday(words: Words, time: Time): boolean {
  const last = words.form(words.indexAt(time.end - 1))
  return statusWord("weekday", last) !== undefined && !/\blast\b/i.test(words.text.slice(time.start, time.end))
}

/** The verb that tells of the act: the act itself, its light verb or the verb whose subject or object it is; −1 when there is none. */
function verbOf(words: Words, act: Act): number {
  if (act.light >= 0) return act.light
  if (words.upos[act.row] === "VERB") return act.row
  const head = words.head[act.row]!
  return head >= 0 && words.upos[head] === "VERB" && /^(?:nsubj|obj)/.test(words.deprel[act.row]!) ? head : -1
}

/** "begins", "is expelling". */
function isPresentTense(words: Words, verb: number): boolean {
  if (words.xpos[verb] === "VBG") return auxiliariesOf(words, verb).some(form => /^(?:is|are|'s|’s|'re|’re)$/.test(form))
  return words.xpos[verb] === "VBZ" || words.xpos[verb] === "VBP"
}
