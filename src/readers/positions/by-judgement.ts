import {holds, type Span} from "../../document/span.js"
import type {Words} from "../../document/words.js"
import {agentOf, auxiliariesOf, caseOf, childBy, childrenBy, isNegated, isPassive, patientOf} from "../../language/clause.js"
import type {Quote} from "../../record/all.js"
import {type Aim, aimOf} from "./aim.js"
import type {Context} from "./context.js"
import {byAdjective, judged, judgedNoun} from "./judged.js"
import {type Draft, makeDraft} from "./stance.js"
import {type Leaning, positionTables} from "./tables.js"

/** What speakers say of others: "X is a liar", "his disastrous policy", "the bill would devastate farmers". */
export function judgements(quote: Quote, context: Context): Draft[] {
  if (!quote.speaker || quote.kind === "act" || isDenied(quote, context)) return []
  const {words} = context
  return quote.content.flatMap(content => {
    const {first, last} = words.rowsIn(content)
    const drafts: Draft[] = []
    for (let row = first; row < last; row++)
      if (!isOthers(row, quote, context))
        drafts.push(...predicate(row, quote, context), ...attribute(row, quote, context), ...deed(row, quote, context))
    return drafts
  })
}

/** "denied that Lee had lied": not what the speaker holds. */
function isDenied({cue}: Quote, {words}: Context): boolean {
  if (!cue) return false
  const row = words.indexAt(cue.start)
  return isNegated(words, row) || positionTables().denials.has(words.lemma[row]!.toLowerCase())
}

/** In a report within the report ("Kerry said Lavrov had called X a liar") the judgement is the inner speaker's. */
function isOthers(row: number, quote: Quote, context: Context): boolean {
  const at = context.quotesAt.overlapping(wordSpan(row, context)).filter(part => !part.isCue && part.quote !== quote)
  return at.some(
    part => part.quote.cue !== null && part.quote.speaker !== null && quote.content.some(content => holds(content, part.quote.cue!)),
  )
}

/** "X is a liar", "the plan is not fair": the subject is an actor or a thing that the text names. */
function predicate(row: number, quote: Quote, context: Context): Draft[] {
  const {words} = context
  const found = childBy(words, row, "cop") < 0 || isOpen(row, context) ? null : judged(row, context)
  if (!found || (found.entry.polarity === "for" && isRelative(row, context))) return []
  const {entry, word} = found
  const negated = isNegated(words, row) || words.childrenOf(row).some(child => words.form(child).toLowerCase() === "no")
  if (negated && entry.polarity === "against") return []
  const aim = aimOfSubject(childBy(words, row, "nsubj"), quote, context)
  const leaning: Leaning = negated ? {polarity: "against", strength: "moderate"} : entry
  return aim ? draft(quote, context, {aim, leaning, table: "evaluations", cue: wordSpan(row, context), word}) : []
}

/** "is important for the firm": good for somebody, which the speaker need not be for. */
const isRelative = (row: number, {words}: Context): boolean =>
  words.upos[row] === "ADJ" && childrenBy(words, row, "obl", "nmod").some(child => /^(?:for|to)$/.test(caseOf(words, child)))

/** "his disastrous policy", "crooked Lee": of an actor or of what an actor has. */
function attribute(row: number, quote: Quote, context: Context): Draft[] {
  const {words} = context
  if (words.deprel[row] !== "amod" || words.xpos[row] === "JJS") return []
  const entry = positionTables().evaluations.get(words.lemma[row]!.toLowerCase())
  const noun = words.head[row]!
  if (!entry?.attribute || noun < 0 || isOneOf(noun, context) || isNegated(words, noun) || isOpen(noun, context)) return []
  if (entry.polarity === "for" && words.upos[noun] === "PROPN" && /^\p{Lu}/u.test(words.form(row))) return []
  const aim = aimOf(noun, context)
  const isThing = positionTables().measures.has(words.lemma[noun]!.toLowerCase()) && isDefinite(noun, context)
  if (!(aim.target && isParticular(noun, context)) && !isThing) return []
  return draft(quote, context, {aim, leaning: entry, table: "evaluations", cue: wordSpan(row, context), word: words.lemma[row]!})
}

/** "one of the wiser voices": the group is not judged, its member is. */
const isOneOf = (noun: number, {words}: Context): boolean =>
  words.deprel[noun] === "nmod" && caseOf(words, noun) === "of" && /^(?:one|some|part)$/i.test(words.form(words.head[noun]!))

/** "X lied", "X betrayed the veterans", "X made a terrible choice", "X does not care": the speaker judges the doer. */
function deed(row: number, quote: Quote, context: Context): Draft[] {
  const {words} = context
  if (words.upos[row] !== "VERB" || isOpen(row, context)) return []
  const done = deedAt(row, context) ?? performance(row, context)
  const found = done && isNegated(words, row) ? lacked(done) : done
  if (!found) return []
  const doer = agentOf(words, row)
  if (found.table === "deeds" && isUnnamed(doer, context)) return []
  const aim = isPassive(words, row) && doer < 0 ? null : aimOfSubject(doer, quote, context)
  return aim ? draft(quote, context, {aim, leaning: found.leaning, table: found.table, cue: wordSpan(row, context), word: found.word}) : []
}

/** "does not care about the poor": a good deed not done is a reproach; a bad one not done is nothing. */
const lacked = (done: Deed): Deed | null =>
  done.table === "deeds" && done.leaning.polarity === "for" ? {...done, leaning: {polarity: "against", strength: "moderate"}} : null

/** "burglars stole a computer": what police tell of people nobody names is no judgement. */
function isUnnamed(row: number, context: Context): boolean {
  const actor = row >= 0 && context.words.upos[row] === "NOUN" ? context.actorAt(row) : null
  return actor !== null && context.unnamed.has(actor)
}

type Deed = Pick<Judged, "leaning" | "table" | "word">

/** The row of deeds.tsv: with the object noun ("plays politics"), an infinitive ("failed to act"), a preposition ("caved to"), else the verb alone. */
function deedAt(row: number, {words}: Context): Deed | null {
  const {deeds} = positionTables()
  const lemma = words.lemma[row]!.toLowerCase()
  const particle = childBy(words, row, "compound:prt")
  const word = particle < 0 ? lemma : `${lemma} ${words.form(particle).toLowerCase()}`
  const object = patientOf(words, row)
  const noun = object < 0 ? undefined : deeds.get(`${word} ${words.lemma[object]!.toLowerCase()} obj`)
  const {silence, moments} = positionTables()
  const isInfinitive = childrenBy(words, row, "xcomp").some(
    clause => words.lemma[childBy(words, clause, "mark")] === "to" && !silence.has(words.lemma[clause]!),
  )
  const led = childrenBy(words, row, "obl", "obl:arg")
    .filter(child => !moments.has(words.lemma[child]!))
    .map(child => deeds.get(`${word} with ${caseOf(words, child)}`))
  const leaning =
    noun ??
    (isInfinitive ? deeds.get(`${word} to`) : undefined) ??
    led.find(Boolean) ??
    deeds.get(`${word} none`) ??
    (object >= 0 ? deeds.get(`${word} obj`) : undefined)
  return leaning ? {leaning, table: "deeds", word} : null
}

/** "is doing a great job", "has a terrible record", "made a blunder". */
function performance(row: number, context: Context): Deed | null {
  const {words} = context
  const object =
    /^(?:do|have|make|show|give|run|lead|commit)$/.test(words.lemma[row]!) && !isPassive(words, row) ? childBy(words, row, "obj") : -1
  if (object < 0) return null
  const isJudged = positionTables().performance.has(words.lemma[object]!.toLowerCase())
  const found = isJudged ? byAdjective(object, context) : /^(?:make|commit)$/.test(words.lemma[row]!) ? judgedNoun(object, context) : null
  return found ? {leaning: found.entry, table: "evaluations", word: found.word} : null
}

/** Who is judged: in “He is a liar,” Lee said of Diaz, a pronoun means whom it is said of. */
function aimOfSubject(row: number, quote: Quote, context: Context): Aim | null {
  const {words} = context
  const aim = named(row, context)
  if (row < 0 || !quote.cue || !/^(?:he|she|it|they)$/i.test(words.form(row))) return aim
  const about = childrenBy(words, words.indexAt(quote.cue.start), "obl", "nmod").find(child => caseOf(words, child) === "of")
  const target = context.actorAt(about ?? -1)
  return target ? {target, topic: wordSpan(row, context), flips: false, head: row} : aim
}

/** The actor or the definite thing that a row names; null for pronouns of nobody and things in general. */
function named(row: number, context: Context): Aim | null {
  const {words} = context
  if (row < 0 || (words.upos[row] !== "NOUN" && words.upos[row] !== "PROPN" && words.upos[row] !== "PRON")) return null
  const aim = aimOf(row, context)
  if (aim.target) return aim
  return words.upos[row] === "NOUN" && isDefinite(row, context) && positionTables().measures.has(words.lemma[row]!.toLowerCase())
    ? aim
    : null
}

/** A name, or a noun with "the", "this" or an owner. */
function isParticular(row: number, context: Context): boolean {
  return context.words.upos[row] === "PROPN" || isDefinite(row, context)
}

function isDefinite(row: number, {words}: Context): boolean {
  return (
    childBy(words, row, "nmod:poss") >= 0 ||
    childrenBy(words, row, "det").some(det => /^(?:the|this|that|these|those)$/i.test(words.form(det)))
  )
}

/** A possibility, a condition, a question or another's view is not what the speaker holds. */
function isOpen(row: number, {words}: Context): boolean {
  if (auxiliariesOf(words, row).some(aux => /^(?:could|might|may|should|must|can|ca)$/.test(aux))) return true
  for (let at = row, steps = 0; at >= 0 && steps < 6; at = words.head[at]!, steps++) {
    if (childrenBy(words, at, "mark").some(mark => /^(?:if|whether|unless|lest|than)$/i.test(words.form(mark)))) return true
    if (childrenBy(words, at, "mark").some(mark => /^to$/i.test(words.form(mark))) && !isStriven(at, words)) return true
    if (words.childrenOf(at).some(child => words.form(child) === "?")) return true
    if (at !== row && words.upos[at] === "VERB" && isNegated(words, at)) return true
  }
  return false
}

/** "are trying to destroy": what is tried is no mere possibility. */
const isStriven = (row: number, words: Words): boolean =>
  words.deprel[row] === "xcomp" && positionTables().striving.has(words.lemma[words.head[row]!] ?? "")

const wordSpan = (row: number, {words}: Context): Span => ({start: words.start[row]!, end: words.end[row]!})

interface Judged {
  readonly aim: Aim
  readonly leaning: Leaning
  readonly table: "evaluations" | "deeds"
  readonly cue: Span
  readonly word: string
}

function draft(quote: Quote, context: Context, {aim, leaning, table, cue, word}: Judged): Draft[] {
  return makeDraft({holder: quote.speaker, aim, leaning, rule: `data/positions/${table}.tsv: ${word}`, cue, confidence: 0.65}, context)
}
