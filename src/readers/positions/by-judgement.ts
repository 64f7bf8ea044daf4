import type {Span} from "../../document/span.js"
import {agentOf, auxiliariesOf, childBy, childrenBy, isNegated, isPassive, patientOf} from "../../language/clause.js"
import type {Quote} from "../../record/all.js"
import {type Aim, aimOf, type Context, type Draft, makeDraft} from "./stance.js"
import {type Leaning, positionTables} from "./tables.js"

/** What speakers say of others: "X is a liar", "his disastrous policy", "the bill would devastate farmers". */
export function judgements(quote: Quote, context: Context): Draft[] {
  if (!quote.speaker || quote.kind === "act") return []
  const {words} = context
  return quote.content.flatMap(content => {
    const {first, last} = words.rowsIn(content)
    const drafts: Draft[] = []
    for (let row = first; row < last; row++)
      drafts.push(...predicate(row, quote, context), ...attribute(row, quote, context), ...deed(row, quote, context))
    return drafts
  })
}

/** "X is a liar", "the plan is not fair": the subject is an actor or a thing that the text names. */
function predicate(row: number, quote: Quote, context: Context): Draft[] {
  const {words} = context
  const entry = positionTables().evaluations.get(words.lemma[row]!.toLowerCase())
  if (!entry || childBy(words, row, "cop") < 0 || isOpen(row, context)) return []
  const negated = isNegated(words, row) || words.childrenOf(row).some(child => words.form(child).toLowerCase() === "no")
  if (negated && entry.polarity === "against") return []
  const aim = named(childBy(words, row, "nsubj"), context)
  const leaning: Leaning = negated ? {polarity: "against", strength: "moderate"} : entry
  return aim ? draft(quote, context, {aim, leaning, table: "evaluations", cue: wordSpan(row, context), word: words.lemma[row]!}) : []
}

/** "his disastrous policy", "crooked Lee": of an actor or of what an actor has. */
function attribute(row: number, quote: Quote, context: Context): Draft[] {
  const {words} = context
  if (words.deprel[row] !== "amod") return []
  const entry = positionTables().evaluations.get(words.lemma[row]!.toLowerCase())
  const noun = words.head[row]!
  if (!entry?.attribute || noun < 0 || isNegated(words, noun) || isOpen(noun, context)) return []
  const aim = aimOf(noun, context)
  const isThing = positionTables().measures.has(words.lemma[noun]!.toLowerCase()) && isDefinite(noun, context)
  if (!(aim.target && isParticular(noun, context)) && !isThing) return []
  return draft(quote, context, {aim, leaning: entry, table: "evaluations", cue: wordSpan(row, context), word: words.lemma[row]!})
}

/** "X lied", "X betrayed the veterans": the speaker judges the doer. */
function deed(row: number, quote: Quote, context: Context): Draft[] {
  const {words} = context
  if (words.upos[row] !== "VERB") return []
  const {deeds} = positionTables()
  const lemma = words.lemma[row]!.toLowerCase()
  const entry = deeds.get(`${lemma} none`) ?? (patientOf(words, row) >= 0 ? deeds.get(`${lemma} obj`) : undefined)
  if (!entry || isNegated(words, row) || isOpen(row, context)) return []
  const doer = agentOf(words, row)
  const aim = isPassive(words, row) && doer < 0 ? null : named(doer, context)
  return aim ? draft(quote, context, {aim, leaning: entry, table: "deeds", cue: wordSpan(row, context), word: lemma}) : []
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
    if (childrenBy(words, at, "mark").some(mark => /^(?:if|whether|unless|lest|to)$/i.test(words.form(mark)))) return true
    if (words.childrenOf(at).some(child => words.form(child) === "?")) return true
    if (at !== row && words.upos[at] === "VERB" && isNegated(words, at)) return true
  }
  return false
}

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
