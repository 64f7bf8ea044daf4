import type {Words} from "../../document/words.js"
import {auxiliariesOf, childBy, childrenBy, isNegated} from "../../language/clause.js"
import type {EventStatus, TraceStep} from "../../record/all.js"
import {type Effect, effectOf, eventTables, type OperatorKind} from "./tables.js"

/** What the words around an act say about whether it happened. */
export interface Standing {
  readonly status: EventStatus
  /** A verb or noun above that turns the act into another: "promised to send". */
  readonly operator: {readonly row: number; readonly kind: OperatorKind; readonly effect: Effect} | null
  /** Said with "will" and nothing else: an announced act. */
  readonly announced: boolean
  readonly decided: boolean
  readonly trace: readonly TraceStep[]
}

const unreal = new Set(["would", "could", "might", "may", "should", "can", "must", "ought", "'d", "’d"])
const coming = new Set(["will", "shall", "'ll", "’ll", "wo", "sha"])
const conditional = new Set(["if", "unless", "whether", "lest", "should", "provided", "supposing"])

/** Reads the status of an act named at `row` by its own auxiliaries and negation, then by everything it hangs on. */
export function readStanding(words: Words, row: number, act: {readonly type: string; readonly light: number}): Standing {
  const verb = act.light >= 0 ? act.light : row
  const own = words.upos[verb] === "VERB" ? ownStanding(words, verb) : ownOfNoun(words, row)
  if (own && own.status !== "future") return own
  return climb(words, verb, act.type) ?? own ?? stand("actual", false, null)
}

function stand(status: EventStatus, decided: boolean, step: TraceStep | null, announced = false): Standing {
  return {status, operator: null, announced, decided, trace: step ? [step] : []}
}

function stepAt(words: Words, row: number, rule: string, gave: string): TraceStep {
  return {rule: `status: ${rule}`, span: {start: words.start[row]!, end: words.end[row]!}, gave}
}

function ownStanding(words: Words, verb: number): Standing | null {
  const nobody = emptySubject(words, verb)
  if (nobody >= 0) return stand("negated", true, stepAt(words, nobody, "nobody did it", "negated"))
  const auxiliaries = withShared(words, verb)
  if (isNegated(words, verb)) {
    const announced = auxiliaries.some(form => coming.has(form)) || (auxiliaries.includes("would") && isReportedFuture(words, verb))
    return stand("negated", true, stepAt(words, verb, "negated in its own clause", "negated"), announced)
  }
  const modal = auxiliaries.find(form => unreal.has(form))
  const condition = conditionOf(words, verb)
  if (modal === "would" && condition < 0 && isReportedFuture(words, verb))
    return stand("future", true, stepAt(words, verb, "“would” after a report in the past", "future"), true)
  if (modal && !isPastHad(auxiliaries, modal)) return stand("hypothetical", true, stepAt(words, verb, `after “${modal}”`, "hypothetical"))
  if (!auxiliaries.some(form => coming.has(form))) return headlineInfinitive(words, verb)
  if (condition >= 0)
    return stand("hypothetical", true, stepAt(words, condition, `under the condition of “${words.form(condition)}”`, "hypothetical"), true)
  return stand("future", true, stepAt(words, verb, "after “will”", "future"), true)
}

/** "Minister to visit Oslo". */
function headlineInfinitive(words: Words, verb: number): Standing | null {
  if (childBy(words, verb, "mark") >= 0 && words.xpos[verb] === "VB" && words.deprel[verb] === "root")
    return stand("future", true, stepAt(words, verb, "headline infinitive", "future"), true)
  return null
}

/** The "if" or "unless" of a clause that the act depends on; −1 when there is none. */
function conditionOf(words: Words, verb: number): number {
  for (const clause of childrenBy(words, verb, "advcl")) {
    const mark = childBy(words, clause, "mark")
    if (mark >= 0 && /^(?:if|unless)$/i.test(words.form(mark))) return mark
  }
  return -1
}

/** "said it would prosecute": the future of the past. */
function isReportedFuture(words: Words, verb: number): boolean {
  const report = words.deprel[verb] === "ccomp" ? words.head[verb]! : childBy(words, verb, "parataxis")
  return (
    report >= 0 &&
    (words.xpos[report] === "VBD" || words.xpos[report] === "VBN") &&
    eventTables().operators.get(words.lemma[report]!.toLowerCase()) === "say"
  )
}

/** "said it would invade": the word of the one who is to do it. */
export function isOwnWord(words: Words, verb: number): boolean {
  const subject = childBy(words, verb, "nsubj")
  const report = words.head[verb]!
  return (
    words.deprel[verb] === "ccomp" &&
    subject >= 0 &&
    words.upos[subject] === "PRON" &&
    eventTables().operators.get(words.lemma[report]!.toLowerCase()) === "say"
  )
}

/** "nobody", "no army" as the one who does it; −1 when there is no such subject. */
function emptySubject(words: Words, verb: number): number {
  const subject = childBy(words, verb, "nsubj", "nsubj:pass")
  if (subject < 0) return -1
  if (/^(?:nobody|none|neither|nothing)$/i.test(words.form(subject))) return subject
  return words.childrenOf(subject).some(child => words.deprel[child] === "det" && /^(?:no|neither)$/i.test(words.form(child)))
    ? subject
    : -1
}

/** "'d" before a participle is "had". */
function isPastHad(auxiliaries: readonly string[], modal: string): boolean {
  return /['’]d/.test(modal) && auxiliaries.includes("been")
}

/** Auxiliaries of the verb, or those it shares with the verb it is joined to: "will meet and sign". */
function withShared(words: Words, verb: number): string[] {
  const own = auxiliariesOf(words, verb)
  if (own.length > 0 || words.deprel[verb] !== "conj" || childBy(words, verb, "nsubj", "nsubj:pass") >= 0) return own
  const first = words.head[verb]!
  return first >= 0 && words.xpos[first] === words.xpos[verb] ? auxiliariesOf(words, first) : []
}

function ownOfNoun(words: Words, row: number): Standing | null {
  const no = words.childrenOf(row).find(child => words.deprel[child] === "det" && /^(?:no|neither)$/i.test(words.form(child)))
  if (no !== undefined) return stand("negated", true, stepAt(words, no, "“no” before the noun", "negated"))
  const modifier = childrenBy(words, row, "amod").find(child =>
    /^(?:possible|potential|proposed|hypothetical|threatened|feared|alleged|planned|further|future|imminent|upcoming)$/i.test(
      words.form(child),
    ),
  )
  if (modifier === undefined) return null
  const isPlanned = /^(?:planned|upcoming|imminent|future)$/i.test(words.form(modifier))
  return stand(
    isPlanned ? "future" : "hypothetical",
    true,
    stepAt(words, modifier, `“${words.form(modifier)}” before the noun`, isPlanned ? "future" : "hypothetical"),
  )
}

/** Climbs from the act to the root; the first thing that decides, decides. */
function climb(words: Words, from: number, type: string): Standing | null {
  let at = from
  for (let steps = 0; steps < 8; steps++) {
    const head = words.head[at]!
    if (head < 0) return null
    const found = bySubordination(words, at) ?? byOperator(words, {at, head, type}) ?? (at === from ? null : byGoverningClause(words, at))
    if (found) return found.operator?.kind === "keep" || found.operator?.kind === "say" ? (climb(words, head, type) ?? null) : found
    if (isBarrier(words.deprel[at]!)) return null
    at = head
    const above = words.upos[at] === "VERB" || words.upos[at] === "AUX" ? ownStanding(words, at) : null
    if (above && above.status !== "future") return above
  }
  return null
}

/** Relations through which the standing of what is above does not come down. */
function isBarrier(relation: string): boolean {
  return (
    relation === "acl:relcl" ||
    relation === "parataxis" ||
    relation === "appos" ||
    relation === "advcl:relcl" ||
    relation.startsWith("nsubj") ||
    relation === "nmod:poss"
  )
}

function bySubordination(words: Words, at: number): Standing | null {
  if (words.deprel[at] !== "advcl" && words.deprel[at] !== "acl" && words.deprel[at] !== "advcl:relcl" && words.deprel[at] !== "obl")
    return null
  const mark = childBy(words, at, "mark", "case")
  const word = mark >= 0 ? words.form(mark).toLowerCase() : ""
  if (conditional.has(word)) return stand("hypothetical", true, stepAt(words, mark, `clause of “${word}”`, "hypothetical"))
  if (word === "without") return stand("negated", true, stepAt(words, mark, "after “without”", "negated"))
  if (word === "to" && words.deprel[at] === "advcl")
    return stand("hypothetical", true, stepAt(words, mark, "purpose clause", "hypothetical"))
  if ((word === "until" || word === "before") && words.xpos[at] !== "VBD")
    return stand("hypothetical", true, stepAt(words, mark, `clause of “${word}”`, "hypothetical"))
  return null
}

const governed = new Set(["xcomp", "ccomp", "acl", "obj", "obl", "nmod", "advcl", "nsubj:pass", "csubj", "nsubj"])

/** "called for talks", "plans to visit", "denied the attack": the verb, noun or adjective above decides. */
function byOperator(words: Words, {at, head, type}: {at: number; head: number; type: string}): Standing | null {
  const relation = words.deprel[at]!
  if (!governed.has(relation)) return null
  const kind = operatorAt(words, head)
  if (!kind || !governs(words, {at, head, kind})) return relation === "xcomp" ? unknownComplement(words, at, head) : null
  const effect = effectOf(kind, type)
  const negated = isNegated(words, head)
  const status = statusUnder(effect, {kind, negated})
  return {
    status,
    operator: {row: head, kind, effect},
    announced: false,
    decided: kind !== "keep" && kind !== "say",
    trace: [stepAt(words, head, `data/events/operators.tsv: ${words.lemma[head]} (${kind})${negated ? ", negated" : ""}`, status)],
  }
}

/** The kind of operator a word is, with its particle or preposition ("call off", "call for") before the bare word. */
function operatorAt(words: Words, row: number): OperatorKind | undefined {
  const {operators} = eventTables()
  const lemma = words.lemma[row]!.toLowerCase()
  const particle = childBy(words, row, "compound:prt")
  const withParticle = particle >= 0 ? operators.get(`${lemma} ${words.form(particle).toLowerCase()}`) : undefined
  return withParticle ?? operators.get(lemma)
}

function statusUnder(effect: Effect, {kind, negated}: {kind: OperatorKind; negated: boolean}): EventStatus {
  if (negated && (kind === "fail" || kind === "prevent" || kind === "deny")) return "actual"
  if (negated) return "negated"
  return effect.inner === "keep" ? "actual" : effect.inner === "drop" ? "hypothetical" : effect.inner
}

/** Saying, wanting and the like govern clauses; only some operators govern plain objects. */
function governs(words: Words, {at, head, kind}: {at: number; head: number; kind: OperatorKind}): boolean {
  const relation = words.deprel[at]!
  const isClause =
    relation === "xcomp" ||
    relation === "ccomp" ||
    relation === "csubj" ||
    ((relation === "acl" || relation === "advcl") && words.xpos[at] !== "VBN" && words.xpos[at] !== "VBD")
  if (isClause) return relation !== "advcl" || words.upos[head] === "ADJ"
  if (relation.startsWith("nsubj")) return relation === "nsubj:pass" && (kind === "prevent" || kind === "plan")
  if (kind === "keep" || kind === "say" || kind === "accuse") return false
  if (relation === "obj" && eventTables().light.has(words.lemma[head]!.toLowerCase())) return false
  const preposition = childBy(words, at, "case")
  const word = preposition >= 0 ? words.form(preposition).toLowerCase() : ""
  return relation === "obj" || ((relation === "obl" || relation === "nmod") && ["for", "of", "to", "against", "on", "from"].includes(word))
}

/** An infinitive below a verb the table does not know is not asserted. */
function unknownComplement(words: Words, at: number, head: number): Standing | null {
  const mark = childBy(words, at, "mark")
  if (mark < 0 || words.xpos[at] !== "VB" || words.upos[head] !== "VERB") return null
  return stand("hypothetical", false, stepAt(words, head, `infinitive below “${words.lemma[head]}”`, "hypothetical"))
}

function byGoverningClause(words: Words, at: number): Standing | null {
  const own = words.upos[at] === "VERB" ? ownStanding(words, at) : null
  return own && own.status !== "future" ? own : null
}
