import type {Span} from "../../document/span.js"
import {auxiliariesOf, childBy, childrenBy, isNegated} from "../../language/clause.js"
import {subtreeRows} from "../../language/noun-phrase.js"
import type {Quote} from "../../record/all.js"
import {aimOf, aimOfClause} from "./aim.js"
import type {Context} from "./context.js"
import {type Draft, makeDraft} from "./stance.js"
import {positionTables} from "./tables.js"

/** What speakers say is to be done, and what would do harm: "we must talk", "the war would lead to ruin". */
export function fromSpeech(quote: Quote, context: Context): Draft[] {
  if (!quote.speaker) return []
  const {words} = context
  return quote.content.flatMap(content => {
    const {first, last} = words.rowsIn(content)
    const drafts: Draft[] = []
    for (let row = first; row < last; row++)
      drafts.push(
        ...demand(row, quote, context),
        ...harm(row, quote, context),
        ...task(row, quote, context),
        ...ruledOut(row, quote, context),
      )
    return drafts
  })
}

/** "we must listen to our partners", "they should leave": what the speaker says is to be done, weakly where only in part. */
function demand(row: number, quote: Quote, context: Context): Draft[] {
  const {words} = context
  if (words.upos[row] !== "VERB" || !auxiliariesOf(words, row).some(form => /^(?:must|should)$/.test(form))) return []
  const subject = subjectOfDemand(row, context)
  if (
    subject < 0 ||
    childrenBy(words, row, "aux").some(aux => aux < subject) ||
    childBy(words, row, "mark") >= 0 ||
    !(/^we$/i.test(words.form(subject)) || context.actorAt(subject))
  )
    return []
  const aim = aimOfClause(row, context)
  const strength = /\b(?:some|partly|certain aspects)\b/i.test(words.text.slice(aim.topic.start, aim.topic.end)) ? "weak" : "moderate"
  return makeDraft(
    {
      holder: quote.speaker,
      aim,
      leaning: {polarity: isNegated(words, row) ? "against" : "for", strength},
      rule: "what a speaker says must or should be done",
      cue: {start: words.start[row]!, end: words.end[row]!},
      confidence: 0.6,
    },
    context,
  )
}

/** The subject, or the "we" right before the modal that the tree hangs elsewhere. */
function subjectOfDemand(row: number, {words}: Context): number {
  const subject = childBy(words, row, "nsubj", "nsubj:pass")
  const modal = childBy(words, row, "aux")
  return subject < 0 && modal > 0 && /^we$/i.test(words.form(modal - 1)) ? modal - 1 : subject
}

/** "there will be no talks", "there will be little compromise": the speaker rules it out. */
function ruledOut(row: number, quote: Quote, context: Context): Draft[] {
  const {words} = context
  const subject = words.lemma[row] === "be" && childBy(words, row, "expl") >= 0 ? childBy(words, row, "nsubj") : -1
  const none =
    subject < 0 ? undefined : childrenBy(words, subject, "det", "amod").find(child => /^(?:no|little|few)$/i.test(words.form(child)))
  if (
    none === undefined ||
    !auxiliariesOf(words, row).some(form => /^(?:will|shall|can)$/.test(form)) ||
    words.childrenOf(row).some(child => words.form(child) === "?")
  )
    return []
  const aim = aimOf(subject, context)
  return makeDraft(
    {
      holder: quote.speaker,
      aim: {...aim, topic: {start: Math.max(aim.topic.start, words.start[none + 1]!), end: aim.topic.end}},
      leaning: {polarity: "against", strength: "moderate"},
      rule: "what a speaker says there will not be",
      cue: {start: words.start[row]!, end: words.end[row]!},
      confidence: 0.6,
    },
    context,
  )
}

/** "the military path would lead to destruction": the speaker is against what does that. */
function harm(row: number, quote: Quote, context: Context): Draft[] {
  const {words} = context
  const table = positionTables().harm
  if (words.upos[row] !== "VERB" || table.get(words.lemma[row]!) !== "verb" || isNegated(words, row)) return []
  const outcome = childrenBy(words, row, "obj", "obl").find(child => table.get(words.lemma[child]!) === "outcome")
  const subject = childBy(words, row, "nsubj", "csubj")
  if (outcome === undefined || subject < 0 || words.upos[subject] === "PRON") return []
  const named = words.upos[subject] === "VERB" ? aimOfClause(subject, context) : aimOf(subject, context)
  const aim = {...named, topic: wholeSubject(named.topic, subject, row, context)}
  return makeDraft(
    {
      holder: quote.speaker,
      aim,
      leaning: {polarity: "against", strength: "moderate"},
      rule: `data/positions/harm.tsv: ${words.lemma[row]}`,
      cue: {start: words.start[row]!, end: words.end[row]!},
      confidence: 0.6,
    },
    context,
  )
}

/** The subject with the participle that narrows it ("the decisions taken in Rome"), and with an object that the tree gives to the verb ("continuing the military path"). */
function wholeSubject(topic: Span, subject: number, verb: number, {words}: Context): Span {
  const participle = childrenBy(words, subject, "acl").find(child => child > subject && child < verb)
  const stray =
    words.upos[subject] === "VERB" ? childrenBy(words, verb, "nsubj", "obj").find(child => child > subject && child < verb) : undefined
  const rows = participle !== undefined ? subtreeRows(words, participle) : stray !== undefined ? subtreeRows(words, stray) : []
  const last = rows.filter(row => row < verb && words.upos[row] !== "PUNCT").at(-1)
  return last === undefined ? topic : {start: topic.start, end: Math.max(topic.end, words.end[last]!)}
}

/** "the urgent task is to halt the bloodshed": the speaker is for it. */
function task(row: number, quote: Quote, context: Context): Draft[] {
  const {words} = context
  if (
    !/^(?:task|priority|goal|aim|objective|duty|solution|answer)$/.test(words.lemma[row]!) ||
    !/^nsubj(?::outer)?$/.test(words.deprel[row]!)
  )
    return []
  const clause = words.head[row]!
  if (words.upos[clause] !== "VERB" && childBy(words, clause, "cop") >= 0) return []
  const doing =
    words.upos[clause] === "VERB" ? clause : (childrenBy(words, clause, "xcomp", "ccomp", "advcl").find(child => child > row) ?? -1)
  if (doing < 0 || childBy(words, doing, "mark") < 0 || isNegated(words, clause)) return []
  return makeDraft(
    {
      holder: quote.speaker,
      aim: aimOfClause(doing, context),
      leaning: {polarity: "for", strength: "moderate"},
      rule: "what a speaker calls the task",
      cue: {start: words.start[row]!, end: words.end[row]!},
      confidence: 0.6,
    },
    context,
  )
}
