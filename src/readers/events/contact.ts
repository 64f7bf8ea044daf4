import type {Span} from "../../document/span.js"
import type {Words} from "../../document/words.js"
import {childBy, childrenBy, isNegated, withConjuncts} from "../../language/clause.js"
import {readTable, splitCell} from "../../lexicon/table.js"
import type {AskedPair} from "../../record/pair.js"
import {codesOf} from "./ontology.js"
import {isOfClass, verbSense} from "./senses.js"
import {readStanding} from "./status.js"
import {eventTables} from "./tables.js"
import {agentOf, epithetOf, isPassive, patientOf} from "./voice.js"
import type {Read} from "./weigh-pair.js"

interface Contact {
  readonly type: string
  readonly mode: string | null
  /** Classes of those in whom it is something else: troops that enter attack. */
  readonly unless: readonly string[]
}

let loaded: ReadonlyMap<string, Contact> | null = null
/** How sure an answer is that the pair's own verb gives: what is told in its clause is of others. */
const sure = 0.95

function contacts(): ReadonlyMap<string, Contact> {
  loaded ??= new Map(
    readTable("events/contact.tsv").map(row => [
      row.lemma!,
      {type: row.type!, mode: row.mode || null, unless: splitCell(row.unless ?? "")},
    ]),
  )
  return loaded
}

/** "The clerk told the jury", "The agency was contacted by the ministry": the verb that joins the two says only that they met, spoke, or came to a place. */
export function contactBetween(pair: AskedPair, words: Words): Read | null {
  const {source, target} = pair
  if (!source || !target) return null
  const {first, last} = words.rowsIn({start: Math.min(source.start, target.start), end: Math.max(source.end, target.end)})
  for (let verb = first; verb < last; verb++) {
    const contact = words.upos[verb] === "VERB" ? contacts().get(words.lemma[verb]!.toLowerCase()) : undefined
    if (contact && joins(words, verb, {source, target}) && !meansMore(words, verb, contact)) return toRead(words, verb, contact)
  }
  return null
}

function joins(words: Words, verb: number, {source, target}: {source: Span; target: Span}): boolean {
  const agents = withConjunctsOf(words, [agentOf(words, verb)])
  const others = withConjunctsOf(words, [patientOf(words, verb), ...(isPassive(words, verb) ? [] : childrenBy(words, verb, "obl", "iobj"))])
  const lies = (rows: readonly number[], span: Span) => rows.some(row => words.start[row]! >= span.start && words.end[row]! <= span.end)
  return (lies(agents, source) && lies(others, target)) || (lies(agents, target) && lies(others, source))
}

function withConjunctsOf(words: Words, rows: readonly number[]): number[] {
  return rows.filter(row => row >= 0).flatMap(row => withConjuncts(words, row))
}

/** Asking or telling somebody to do something, calling somebody something, taking something to somebody, what troops do, and what was refused or wished. */
function meansMore(words: Words, verb: number, {type, mode, unless}: Contact): boolean {
  if (mode === "visit" && unless.length > 0 && childBy(words, verb, "obj") >= 0 && childBy(words, verb, "obl") >= 0) return true
  if (readStanding(words, verb, {type, light: -1}).operator !== null || isNegated(words, verb)) return true
  const asks = eventTables().operators.get(words.lemma[verb]!.toLowerCase()) === "request"
  if (asks && childrenBy(words, verb, "xcomp").some(child => words.xpos[child] === "VB")) return true
  const agent = agentOf(words, verb)
  return epithetOf(words, verb) >= 0 || (agent >= 0 && unless.some(name => isOfClass(words, [agent], name)))
}

/** "called the king to congratulate him": what the call was for is what was done, where that is done by saying it. */
function purposeOf(words: Words, verb: number): Pick<Contact, "type" | "mode"> | null {
  const purpose = childrenBy(words, verb, "advcl", "xcomp").find(child => words.xpos[child] === "VB" && childBy(words, child, "mark") >= 0)
  const sense = purpose === undefined ? null : verbSense(words, purpose)
  return sense && codesOf(sense.type, null).quad % 2 === 1 ? sense : null
}

function toRead(words: Words, verb: number, contact: Contact): Read {
  const {type, mode} = purposeOf(words, verb) ?? contact
  const span = {start: words.start[verb]!, end: words.end[verb]!}
  const trace = [{rule: `data/events/contact.tsv: ${words.lemma[verb]}`, span, gave: mode ? `${type}/${mode}` : type}]
  return {answer: {type, mode, quad: codesOf(type, mode).quad, status: "actual", confidence: sure, trace}, row: verb, weight: 1}
}
