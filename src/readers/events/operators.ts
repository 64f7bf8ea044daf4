import type {Words} from "../../document/words.js"
import {auxiliariesOf, childBy, childrenBy, isStatement, withConjuncts} from "../../language/clause.js"
import type {EventStatus} from "../../record/all.js"
import {denialOf} from "./own-clause.js"
import {type Standing, stand, stepAt} from "./standing.js"
import {type Effect, effectOf, eventTables, type OperatorKind} from "./tables.js"

/** Where an act stands below a word. */
interface Below {
  readonly at: number
  readonly head: number
  readonly type: string
}

/** "called for talks", "plans to visit", "denied the attack": the verb, noun or adjective above decides. `standingOf` reads what is said of that word itself. */
export function byOperator(words: Words, {at, head, type}: Below, standingOf: (row: number) => Standing | null): Standing | null {
  const kind = kindOver(words, at, operatorAt(words, head))
  if (!kind || !governs(words, {at, head, kind})) return null
  const effect = effectOf(kind, type)
  const isFrom = kind === "halt" && childBy(words, at, "mark") >= 0
  const unreal = kind === "prevent" || kind === "halt" || kind === "fail" || kind === "deny" ? (standingOf(head)?.status ?? null) : null
  const negated = unreal === "negated" || denialOf(words, head) >= 0
  const lapsed = isLapsed(words, head, kind)
  const status = statusUnder(effect, {kind: isFrom ? "prevent" : kind, negated, unreal, lapsed, any: isAny(words, at)})
  return {
    status,
    operator: {row: head, kind, effect},
    announced: false,
    decided: status !== "actual",
    fact: status === "actual" && kind !== "keep" && kind !== "say",
    trace: [stepAt(words, head, `data/events/operators.tsv: ${words.lemma[head]} (${kind})${negated ? ", negated" : ""}`, status)],
  }
}

/** "demanded that they be freed" asks, "insisted that they were" says; "decided against closing" is no plan. */
function kindOver(words: Words, at: number, found: OperatorKind | undefined): OperatorKind | undefined {
  if (found === "request" && words.deprel[at] === "ccomp" && isStatement(words, at)) return "say"
  return found === "plan" && isAgainst(words, at) ? "prevent" : found
}

interface Circumstances {
  readonly kind: OperatorKind
  readonly negated: boolean
  /** What is said of a verb that prevents, ends, fails or denies. */
  readonly unreal: EventStatus | null
  readonly lapsed: boolean
  /** "any violence": none in particular. */
  readonly any: boolean
}

/** What an act is below an operator. "did not prevent" and "failed to stop" say that it was; "wants to stop" that it is, "wants to prevent" that it may be. */
function statusUnder(effect: Effect, {kind, negated, unreal, lapsed, any}: Circumstances): EventStatus {
  if (kind === "factive") return "actual"
  if (kind === "prevent" || kind === "halt" || kind === "fail" || kind === "deny") {
    if (negated) return "actual"
    if (kind === "halt" && (unreal === "hypothetical" || unreal === "future")) return any ? "hypothetical" : "actual"
    return kind === "prevent" && (unreal === "hypothetical" || unreal === "future") ? "hypothetical" : "negated"
  }
  if (negated) return kind === "say" ? "hypothetical" : "negated"
  if (lapsed) return "negated"
  return effect.inner === "keep" ? "actual" : effect.inner === "drop" ? "hypothetical" : effect.inner
}

function isAny(words: Words, at: number): boolean {
  return withConjuncts(words, at).some(noun => childrenBy(words, noun, "det").some(det => /^any$/i.test(words.form(det))))
}

/** "decided against closing", "voted against sanctions". */
function isAgainst(words: Words, at: number): boolean {
  const preposition = childBy(words, at, "mark", "case", "advmod")
  return preposition >= 0 && /^against$/i.test(words.form(preposition))
}

/** "had planned to march", "were due to meet, but …": a plan told in the past of the past, or one that a "but" follows, came to nothing. */
export function isLapsed(words: Words, head: number, kind: OperatorKind): boolean {
  if (kind !== "plan") return false
  const auxiliaries = [...auxiliariesOf(words, head), ...childrenBy(words, head, "cop").map(cop => words.form(cop).toLowerCase())]
  if (auxiliaries.includes("had")) return true
  const isPast = words.xpos[head] === "VBD" || auxiliaries.some(form => form === "was" || form === "were")
  return isPast && childrenBy(words, head, "conj").some(other => childrenBy(words, other, "cc").some(but => /^but$/i.test(words.form(but))))
}

/** The kind of operator a word is, with its particle or preposition ("call off", "call for") before the bare word. */
export function operatorAt(words: Words, row: number): OperatorKind | undefined {
  const {operators} = eventTables()
  const lemma = words.lemma[row]!.toLowerCase()
  const particle = particleOf(words, row)
  const withParticle = particle >= 0 ? operators.get(`${lemma} ${words.form(particle).toLowerCase()}`) : undefined
  return withParticle ?? operators.get(words.form(row).toLowerCase()) ?? operators.get(lemma)
}

/** The particle after a verb, "off" in "called off", which the tree may take for an adverb; −1 when there is none. */
function particleOf(words: Words, row: number): number {
  const isKnown = (child: number) =>
    /^(?:RP|IN)$/.test(words.xpos[child]!) || eventTables().operators.has(`${words.lemma[row]!} ${words.form(child)}`.toLowerCase())
  const adverb = childrenBy(words, row, "advmod").find(child => child === row + 1 && isKnown(child))
  return Math.max(childBy(words, row, "compound:prt"), adverb ?? -1)
}

const governed = new Set(["xcomp", "ccomp", "acl", "obj", "obl", "nmod", "advcl", "nsubj:pass", "csubj", "nsubj"])

/** Saying, wanting and the like govern clauses; only some operators govern plain objects. */
function governs(words: Words, {at, head, kind}: {at: number; head: number; kind: OperatorKind}): boolean {
  const relation = words.deprel[at]!
  if (!governed.has(relation)) return false
  if (isClause(words, at)) return relation !== "advcl" || words.upos[head] === "ADJ" || isMisplaced(words, at, kind)
  if (eventTables().clausal.has(words.lemma[head]!.toLowerCase())) return false
  if (relation.startsWith("nsubj"))
    return relation === "nsubj:pass" && (kind === "prevent" || kind === "halt" || kind === "plan" || kind === "consider")
  if (kind === "keep" || kind === "say" || kind === "accuse") return false
  if (relation === "obj" && eventTables().light.has(words.lemma[head]!.toLowerCase())) return false
  const preposition = childBy(words, at, "case")
  const word = preposition >= 0 ? words.form(preposition).toLowerCase() : ""
  const isParticle = preposition < 0 && particleOf(words, head) >= 0
  return (
    relation === "obj" ||
    ((relation === "obl" || relation === "nmod") && (isParticle || ["for", "of", "to", "against", "on", "from"].includes(word)))
  )
}

function isClause(words: Words, at: number): boolean {
  const relation = words.deprel[at]!
  return (
    relation === "xcomp" ||
    relation === "ccomp" ||
    relation === "csubj" ||
    (relation === "acl" && (words.xpos[at] !== "VBN" || childBy(words, at, "mark", "aux", "aux:pass") >= 0) && words.xpos[at] !== "VBD") ||
    (relation === "acl" && childBy(words, at, "mark") >= 0) ||
    (relation === "advcl" && ((words.xpos[at] !== "VBN" && words.xpos[at] !== "VBD") || childBy(words, at, "aux", "aux:pass") >= 0))
  )
}

/** "will vote on Friday to expel", "prevented them from marching": a complement that the tree hangs as a clause of circumstance. */
function isMisplaced(words: Words, at: number, kind: OperatorKind): boolean {
  if (kind === "prevent" && isAgainst(words, at)) return true
  const marks = kind === "plan" || kind === "promise" ? ["to"] : kind === "prevent" || kind === "halt" ? ["from", "of"] : ["that"]
  return childrenBy(words, at, "mark").some(row => marks.includes(words.form(row).toLowerCase()))
}

/** An infinitive below a verb the table does not know is not asserted. */
export function unknownComplement(words: Words, at: number, head: number): Standing | null {
  const mark = childBy(words, at, "mark")
  if (mark < 0 || words.xpos[at] !== "VB" || words.upos[head] !== "VERB") return null
  return {...stand("hypothetical", stepAt(words, head, `infinitive below “${words.lemma[head]}”`, "hypothetical")), decided: false}
}
