import {caseOf, childBy, childrenBy, isNegated} from "../../language/clause.js"
import {nounPhraseSpan} from "../../language/noun-phrase.js"
import {type Aim, aimOf, aimOfClause, aimOfWish} from "./aim.js"
import type {Context} from "./context.js"
import {type Draft, isFact, makeDraft} from "./stance.js"
import {positionTables, type StanceNoun} from "./tables.js"

/** "Kerry's commitment to …", "voiced concern at …", "Russia is an ally of Syria", "Lee, a critic of the government". */
export function fromNoun(row: number, context: Context): Draft[] {
  const {words} = context
  const aid = fromAid(row, context)
  if (aid.length > 0) return aid
  const noun = words.upos[row] === "NOUN" ? positionTables().nouns.get(words.lemma[row]!.toLowerCase()) : undefined
  if (!noun) return []
  return noun.use === "stance" ? fromStance(row, noun, context) : fromRole(row, noun, context)
}

function fromStance(row: number, noun: StanceNoun, context: Context): Draft[] {
  const aim = aimBehind(row, noun, context)
  const holder = aim ? holderOfStance(row, context) : null
  return aim
    ? makeDraft(
        {
          holder,
          aim,
          leaning: noun,
          rule: `data/positions/nouns.tsv: ${context.words.lemma[row]}`,
          cue: nounSpan(row, context),
          confidence: 0.65,
        },
        context,
      )
    : []
}

const nounSpan = (row: number, {words}: Context) => ({start: words.start[row]!, end: words.end[row]!})

function aimBehind(row: number, noun: StanceNoun, context: Context): Aim | null {
  const {words} = context
  const verb = words.head[row]!
  const isWish = positionTables().wishes.has(words.lemma[row]!.toLowerCase())
  const behind = [
    ...childrenBy(words, row, "nmod", "acl", "ccomp", "advcl"),
    ...(verb >= 0 && words.deprel[row] === "obj" ? childrenBy(words, verb, "obl") : []),
  ]
  for (const child of behind) {
    const mark = childBy(words, child, "mark")
    const marker = caseOf(words, child) || (mark < 0 ? "" : words.form(mark).toLowerCase())
    if (child > row && noun.prepositions.includes(marker))
      return words.upos[child] === "VERB" ? aimOfClause(child, context) : isWish ? aimOfWish(child, context) : aimOf(child, context)
  }
  return null
}

/** Whose stance it is: its owner, "by X", or the subject of the verb that voices it. */
function holderOfStance(row: number, context: Context): string | null {
  const {words} = context
  const owner =
    context.actorAt(childBy(words, row, "nmod:poss")) ??
    ownerAside(row, context) ??
    context.actorAt(childrenBy(words, row, "nmod").find(child => /^(?:by|from)$/.test(caseOf(words, child))) ?? -1)
  if (owner) return owner
  const verb = words.head[row]!
  const voices = verb >= 0 && words.deprel[row] === "obj" && positionTables().voicing.has(words.lemma[verb]!)
  return voices && isFact(words, verb) ? context.actorAt(childBy(words, verb, "nsubj")) : null
}

/** "Secretary of State John Kerry's commitment": an owner whose long title the tree takes apart, found by going up from the word before the mark. */
function ownerAside(row: number, context: Context): string | null {
  const {words} = context
  const owned = childrenBy(words, row, "compound", "nmod").find(child =>
    childrenBy(words, child, "case").some(mark => /^['’]s?$/.test(words.form(mark))),
  )
  if (owned === undefined) return null
  const mark = childrenBy(words, owned, "case").find(child => /^['’]s?$/.test(words.form(child)))!
  for (let at = mark - 1, steps = 0; at >= 0 && at !== row && steps < 8; at = words.head[at]!, steps++) {
    const actor = context.actorAt(at)
    if (actor) return actor
  }
  return null
}

/** "came to Lee's defence", "rushed to the aid of the rebels": the subject is for whom it helps. */
function fromAid(row: number, context: Context): Draft[] {
  const {words} = context
  const {aid} = positionTables()
  const verb = words.head[row]!
  if (aid.get(words.lemma[row]!.toLowerCase()) !== "noun" || words.deprel[row] !== "obl" || caseOf(words, row) !== "to") return []
  if (verb < 0 || aid.get(words.lemma[verb]!.toLowerCase()) !== "verb" || !isFact(words, verb)) return []
  const owner = childBy(words, row, "nmod:poss")
  const about = owner >= 0 ? owner : (childrenBy(words, row, "nmod").find(child => caseOf(words, child) === "of") ?? -1)
  if (about < 0 || !context.actorAt(about)) return []
  return makeDraft(
    {
      holder: context.actorAt(childBy(words, verb, "nsubj")),
      aim: aimOf(about, context),
      leaning: {polarity: "for", strength: "moderate"},
      rule: `data/positions/aid.tsv: ${words.lemma[verb]} to somebody’s ${words.lemma[row]}`,
      cue: nounSpan(row, context),
      confidence: 0.7,
    },
    context,
  )
}

/** "X is an ally of Y", "X, an ally of Y": X stands for or against Y. */
function fromRole(row: number, noun: StanceNoun, context: Context): Draft[] {
  const {words} = context
  const owner = childrenBy(words, row, "nmod:poss", "compound").find(child => context.actorAt(child) !== null) ?? -1
  const of = childrenBy(words, row, "nmod").find(child => noun.prepositions.includes(caseOf(words, child)))
  const about = owner >= 0 ? owner : (of ?? -1)
  if (
    about < 0 ||
    isNegated(words, row) ||
    /^(?:former|ex|one-time|onetime|erstwhile|potential)$/i.test(
      words.form(childBy(words, row, "amod") < 0 ? row : childBy(words, row, "amod")),
    )
  )
    return []
  const aim = aimOf(about, context)
  if (!aim.target) return []
  return makeDraft(
    {
      holder: holderOfRole(row, context),
      aim: {...aim, topic: nounPhraseSpan(words, about)},
      leaning: noun,
      rule: `data/positions/nouns.tsv: ${words.lemma[row]}`,
      cue: nounSpan(row, context),
      confidence: 0.65,
    },
    context,
  )
}

function holderOfRole(row: number, context: Context): string | null {
  const {words} = context
  if (childBy(words, row, "cop") >= 0) return context.actorAt(childBy(words, row, "nsubj"))
  if (words.deprel[row] === "appos") return context.actorAt(words.head[row]!)
  const aside = context.actorAt(childBy(words, row, "appos", "flat"))
  if (aside) return aside
  if (/^(?:root|obl)$/.test(words.deprel[row]!) && caseOf(words, row) === "among") return context.actorAt(childBy(words, row, "nsubj"))
  const member = words.deprel[row] === "nmod" && /^(?:of|among)$/.test(caseOf(words, row)) ? words.head[row]! : row
  const verb = words.head[member] ?? -1
  return verb >= 0 && words.deprel[member] === "xcomp" && /^(?:remain|be|become|stay)$/.test(words.lemma[verb]!)
    ? context.actorAt(childBy(words, verb, "nsubj"))
    : null
}
