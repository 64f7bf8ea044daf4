import type {Words} from "../../document/words.js"
import * as clause from "../../language/clause.js"
import {eventTables} from "./tables.js"

/** Is the verb passive, also as headlines write it: "Curfew lifted in Oslo", "Minister sentenced to ten years"? */
export function isPassive(words: Words, row: number): boolean {
  return clause.isPassive(words, row) || isHeadlinePassive(words, row)
}

/** The row of who does it; −1 when nobody is named. */
export function agentOf(words: Words, row: number): number {
  if (!isHeadlinePassive(words, row)) return clause.agentOf(words, row)
  return clause.childrenBy(words, row, "obl", "obl:agent").find(child => clause.caseOf(words, child) === "by") ?? -1
}

/** The row of who undergoes it; −1 when nobody is named. */
export function patientOf(words: Words, row: number): number {
  if (!isHeadlinePassive(words, row)) {
    const object = clause.patientOf(words, row)
    return object >= 0 ? object : (namesBelow(words, row)[0] ?? -1)
  }
  return words.deprel[row] === "acl" ? words.head[row]! : clause.childBy(words, row, "nsubj")
}

/** "called the king a liar": what somebody is called, other than the one who is. */
export function epithetOf(words: Words, row: number): number {
  const patient = patientOf(words, row)
  return clause.childrenBy(words, row, "xcomp").find(child => child !== patient && isNominal(words, child)) ?? -1
}

/** Nouns that the tree takes for what somebody is called, below a verb that may have an epithet beside its object, or an object alone. */
function namesBelow(words: Words, row: number): number[] {
  const senses = eventTables().verbs.get(words.lemma[row]!.toLowerCase()) ?? []
  if (!senses.some(sense => sense.conditions.some(condition => condition.slot === "-xcomp"))) return []
  return clause.childrenBy(words, row, "xcomp").filter(child => isNominal(words, child))
}

function isNominal(words: Words, row: number): boolean {
  return /^(?:NOUN|PROPN|PRON|ADJ)$/.test(words.upos[row]!) && clause.childBy(words, row, "mark") < 0
}

/** In a line without a full stop: a participle without auxiliary and object, of a verb that data/events/verbs.tsv knows with an object alone. */
function isHeadlinePassive(words: Words, row: number): boolean {
  if (!/^VB[DN]$/.test(words.xpos[row]!) || !isTransitive(words.lemma[row]!.toLowerCase())) return false
  if (clause.childBy(words, row, "obj", "iobj", "xcomp", "ccomp", "aux", "aux:pass") >= 0) return false
  return (words.deprel[row] === "acl" || clause.childBy(words, row, "nsubj") >= 0) && !endsWithStop(words, row)
}

function isTransitive(lemma: string): boolean {
  const senses = eventTables().verbs.get(lemma)
  return senses?.every(sense => sense.conditions.some(condition => condition.slot === "obj")) === true
}

function endsWithStop(words: Words, row: number): boolean {
  let last = row
  while (last + 1 < words.length && words.sentence[last + 1] === words.sentence[row]) last++
  return /^[.!?…]/.test(words.form(last)) || /["”’]/.test(words.form(last))
}
