import type {Words} from "../../document/words.js"
import {auxiliariesOf, caseOf, childBy, childrenBy, isNegated, isWish, withConjuncts} from "../../language/clause.js"
import {type Condition, eventTables, type NounSense, type VerbSense} from "./tables.js"
import {agentOf, epithetOf, isPassive, patientOf} from "./voice.js"

/** The sense of a verb whose conditions all hold; of several the one with most conditions, then the first. Null when the table has none. */
export function verbSense(words: Words, row: number): VerbSense | null {
  const senses = eventTables().verbs.get(words.lemma[row]!.toLowerCase()) ?? []
  let best: VerbSense | null = null
  for (const sense of senses) {
    if (
      (best === null || sense.conditions.length > best.conditions.length) &&
      sense.conditions.every(condition => holdsAt(words, row, condition))
    )
      best = sense
  }
  return best
}

/** Is the word used in a way of data/events/idioms.tsv that is no act: "seized the occasion", or part of a noun such as "heart attack"? */
export function isIdiom(words: Words, row: number): boolean {
  if (words.upos[row] !== "VERB") return nounSense(words, row)?.type === "-"
  const idioms = eventTables().idioms.get(words.lemma[row]!.toLowerCase()) ?? []
  return idioms.some(({conditions}) => conditions.every(condition => holdsAt(words, row, condition)))
}

/** The sense of a noun, compounds and "of" first ("phone call" before "call", "state of emergency"). */
export function nounSense(words: Words, row: number): NounSense | null {
  const {nouns} = eventTables()
  const lemma = words.lemma[row]!.toLowerCase()
  const after = complementsOf(words, row).map(child => nouns.get(`${lemma} of ${words.lemma[child]!.toLowerCase()}`))
  const before = childrenBy(words, row, "amod", "compound")
    .map(child => words.lemma[child]!.toLowerCase())
    .map(word => nouns.get(`${word} ${lemma}`) ?? nouns.get(`${word}-${lemma}`))
  return [...after, ...before].find(sense => sense) ?? nouns.get(lemma) ?? null
}

/** Is one of these rows' lemmas in a class of classes.tsv, or the word itself? */
export function isOfClass(words: Words, rows: readonly number[], name: string): boolean {
  const members = eventTables().classes.get(name)
  return rows.some(row => {
    const lemma = words.lemma[row]!.toLowerCase()
    return members ? [lemma, words.form(row).toLowerCase(), singular(lemma)].some(form => members.has(form)) : lemma === name
  })
}

/** Words the tagger keeps in the plural: "troops", "supplies". */
function singular(lemma: string): string {
  return lemma.endsWith("ies") ? `${lemma.slice(0, -3)}y` : lemma.replace(/s$/, "")
}

function holdsAt(words: Words, row: number, {slot, value}: Condition): boolean {
  switch (slot) {
    case "obj":
      return isFilled(words, patientOf(words, row), value)
    case "-obj":
      return patientOf(words, row) < 0
    case "subj":
      return isFilled(words, isPassive(words, row) ? -1 : agentOf(words, row), value)
    case "prep":
      return hasPreposition(words, row, value)
    case "-prep":
      return !hasPreposition(words, row, value)
    case "within":
      return holdsWithin(words, row, value)
    case "-within":
      return !holdsWithin(words, row, value)
    case "prt":
      return childrenBy(words, row, "compound:prt", "advmod").some(child => words.form(child).toLowerCase() === value)
    case "xcomp":
      return isFilled(words, childBy(words, row, "xcomp"), value)
    case "-xcomp":
      return epithetOf(words, row) < 0
    case "ccomp":
      return holdsClause(words, row, value)
    case "-ccomp":
      return !holdsClause(words, row, value)
    case "wish":
      return isWish(words, childBy(words, row, "ccomp"))
    case "-wish":
      return !isWish(words, childBy(words, row, "ccomp"))
  }
}

/** A clause by its head's class, or "own" where somebody says what will be done: "warned that it would retaliate". */
function holdsClause(words: Words, row: number, value: string): boolean {
  const clause = childBy(words, row, "ccomp")
  if (value !== "own") return isFilled(words, clause, value) && (value === "" || !isNegated(words, clause))
  const subject = clause < 0 ? -1 : childBy(words, clause, "nsubj", "nsubj:pass")
  // “We will act”, warned the king: who is quoted before the verb speaks of himself in the first person.
  return (
    subject >= 0 &&
    words.upos[subject] === "PRON" &&
    (clause > row || /^(?:i|we)$/i.test(words.form(subject))) &&
    auxiliariesOf(words, clause).some(form => /^(?:will|would|['’](?:ll|d)|shall)$/.test(form))
  )
}

function isFilled(words: Words, filler: number, value: string): boolean {
  if (filler < 0) return false
  if (value === "name") return words.upos[filler] === "PROPN"
  return (
    value === "" ||
    isOfClass(
      words,
      withConjuncts(words, filler).flatMap(row => contentRows(words, row)),
      value,
    )
  )
}

/** A noun, and what it holds where it is only the vessel: "mediation efforts", "a state of emergency", "dozens of prisoners". */
function contentRows(words: Words, row: number): number[] {
  return isOfClass(words, [row], "container") ? [row, ...childrenBy(words, row, "compound"), ...complementsOf(words, row)] : [row]
}

function complementsOf(words: Words, row: number): number[] {
  return childrenBy(words, row, "nmod").filter(child => caseOf(words, child) === "of")
}

/** Is there a dependent with this preposition, and of this class where the value names one after a slash: "on/agreement"? */
function hasPreposition(words: Words, row: number, value: string): boolean {
  const [preposition, name] = value.split("/")
  return childrenBy(words, row, "obl", "nmod", "advcl", "obl:agent").some(
    child =>
      caseOf(words, child) === preposition &&
      !isTime(words, child) &&
      (name === undefined || isOfClass(words, withConjuncts(words, child), name)),
  )
}

/** "on Tuesday", "in March", "for two weeks": when, and nobody; but "sentenced to ten years". */
export function isTime(words: Words, row: number): boolean {
  return isOfClass(words, [row], "time") && caseOf(words, row) !== "to"
}

const inPhrase = /^(?:obj|iobj|obl|nmod|compound|amod|conj|xcomp|advcl|acl|nsubj:pass|flat)$/

/** Is a word of the class in the verb's phrase, at most four steps below it, other than in its subject? */
function holdsWithin(words: Words, row: number, name: string, depth = 0): boolean {
  return words
    .childrenOf(row)
    .some(
      child =>
        inPhrase.test(words.deprel[child]!) &&
        (isOfClass(words, [child], name) || (depth < 3 && holdsWithin(words, child, name, depth + 1))),
    )
}
