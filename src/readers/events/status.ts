import type {Words} from "../../document/words.js"
import {auxiliariesOf, childBy, childrenBy} from "../../language/clause.js"
import {byOperator, operatorAt, unknownComplement} from "./operators.js"
import {invertedOf, ownStanding} from "./own-clause.js"
import {type Standing, stand, stepAt} from "./standing.js"
import {markOf, occurrenceOf, statusWord} from "./status-words.js"
import {eventTables} from "./tables.js"

/** Reads the status of an act named at `row` by its own auxiliaries and negation, then by everything it hangs on. */
export function readStanding(words: Words, row: number, act: {readonly type: string; readonly light: number}): Standing {
  const verb = act.light >= 0 ? act.light : row
  const own = (verb === row ? null : ownOfObject(words, row)) ?? ownStanding(words, verb)
  const isNoun = words.upos[verb] !== "VERB"
  if (own && own.status !== "future" && !(isNoun && own.status === "hypothetical")) return own
  const above = climb(words, verb, act.type)
  if (own && isNoun && above?.status !== "negated" && !above?.operator?.effect.outer) return own
  return above ?? own ?? rememberedStanding(words, verb) ?? stopped
}

/** Nothing decides; the network may. */
const stopped: Standing = stand("actual", null)
/** Told as done. */
const told: Standing = {...stopped, fact: true}

/** "held no meeting", "staged a planned strike": what the noun says goes before what its light verb says. */
function ownOfObject(words: Words, row: number): Standing | null {
  const own = words.upos[row] === "VERB" ? null : ownStanding(words, row)
  return own?.status === "future" ? null : own
}

/** Climbs from the act to the root; the first thing that decides, decides. Null where nothing does. */
function climb(words: Words, from: number, type: string): Standing | null {
  let at = from
  for (let steps = 0; steps < 8; steps++) {
    const head = words.head[at]!
    if (head < 0) return null
    const found = byOccurrence(words, at, type) ?? byMark(words, at) ?? byVerbAbove(words, {at, head, type})
    if (found) return found
    const above = inherits(words, at, head) ? ownStanding(words, head) : null
    if (isTakenForGranted(words, at, head)) return grantedStanding(words, at, above)
    if (isBarrier(words, at)) return null
    if (above && above.status !== "future") return above
    at = head
  }
  return null
}

/** The standing of what the verb at `row` says, by its own words or by those above it. */
function standingOf(words: Words, row: number, type: string): Standing | null {
  const own = ownStanding(words, row)
  return own && own.status !== "future" ? own : (climb(words, row, type) ?? own)
}

/** "The march did not take place", "there will be talks". */
function byOccurrence(words: Words, at: number, type: string): Standing | null {
  const verb = occurrenceOf(words, at)
  if (verb >= 0) return standingOf(words, verb, type)
  return null
}

/** Conjunctions and prepositions: "if", "without", "because", "to". */
function byMark(words: Words, at: number): Standing | null {
  const relation = words.deprel[at]!
  if (relation === "xcomp" || relation === "ccomp" || relation === "csubj") return byWhether(words, at)
  if (relation === "conj") return byAlternative(words, at)
  if (!/^(?:advcl|acl|obl|nmod)/.test(relation)) return null
  if (invertedOf(words, at) >= 0) return stand("hypothetical", stepAt(words, invertedOf(words, at), "inverted condition", "hypothetical"))
  const mark = markOf(words, at)
  const isNoun = relation === "obl" || relation === "nmod"
  if (!mark) return isNoun ? null : byPurpose(words, at)
  if (mark.gives === "hypothetical" || mark.gives === "negated")
    return stand(mark.gives, stepAt(words, mark.row, `after “${mark.word}”`, mark.gives))
  if (mark.gives === "ahead") return stand("future", stepAt(words, mark.row, `after “${mark.word}”`, "future"))
  if (mark.gives === "pending") return pendingStanding(words, at, mark)
  return isNoun || isPast(words, at) ? told : stopped
}

/** "waited rather than bomb the port": joined to what was done in its stead. */
function byAlternative(words: Words, at: number): Standing | null {
  const mark = markOf(words, at)
  return mark?.gives === "negated" ? stand("negated", stepAt(words, mark.row, `after “${mark.word}”`, "negated")) : null
}

/** "until they leave", "before the army can": not yet; "before the army burned it": told. */
function pendingStanding(words: Words, at: number, mark: {row: number; word: string}): Standing | null {
  if (words.upos[at] !== "VERB" && childBy(words, at, "nsubj", "nsubj:pass") < 0)
    return mark.word === "until" ? stand("hypothetical", stepAt(words, mark.row, "after “until”", "hypothetical")) : stopped
  if (isPast(words, at)) return told
  const head = words.head[at]!
  if (words.xpos[at] === "VBG") return /^VB[DN]$/.test(words.xpos[head]!) ? stopped : null
  return stand("hypothetical", stepAt(words, mark.row, `clause of “${mark.word}”`, "hypothetical"))
}

/** Told in the past or the perfect: what was done cannot lie ahead. */
export function isPast(words: Words, verb: number): boolean {
  const auxiliaries = auxiliariesOf(words, verb)
  if (words.xpos[verb]!.startsWith("NN")) return /ed$/.test(words.form(verb))
  if (auxiliaries.length > 0) return auxiliaries.every(form => /^(?:had|was|were|did|been|being|has|have)$/.test(form))
  return words.xpos[verb] === "VBD" || words.xpos[verb] === "VBN"
}

function byWhether(words: Words, at: number): Standing | null {
  const mark = childBy(words, at, "mark")
  if (mark < 0 || !/^(?:whether|if)$/i.test(words.form(mark))) return null
  return stand("hypothetical", stepAt(words, mark, `after “${words.form(mark)}”`, "hypothetical"))
}

/** "flew to Juba to arrest him"; not "voted to expel", where the verb above speaks of it. */
function byPurpose(words: Words, at: number): Standing | null {
  const to = childBy(words, at, "mark")
  if (to < 0 || words.deprel[at] !== "advcl" || !/^to$/i.test(words.form(to)) || words.xpos[at] === "VBG") return null
  const kind = operatorAt(words, words.head[at]!)
  if (kind && kind !== "say" && kind !== "prevent" && kind !== "halt") return null
  return stand("hypothetical", stepAt(words, to, "purpose clause", "hypothetical"))
}

/** The verb, noun or adjective above decides, unless it only carries what is said of it: "began to bomb", "said that they bombed". */
function byVerbAbove(words: Words, place: {at: number; head: number; type: string}): Standing | null {
  const {head, type} = place
  const found = byOperator(words, place, row => standingOf(words, row, type))
  if (!found) return words.deprel[place.at] === "xcomp" ? unknownComplement(words, place.at, head) : null
  const kind = found.operator?.kind
  if (kind !== "keep" && kind !== "say") return found
  if (found.status === "negated" || found.status === "hypothetical") return found
  const own = kind === "keep" ? ownStanding(words, head) : null
  return own && own.status !== "future" ? own : (climb(words, head, type) ?? byFalsehood(words, head) ?? own)
}

/** "Reports that the army had stormed it proved false": what is said of the report. */
function byFalsehood(words: Words, report: number): Standing | null {
  const verb = words.deprel[report]!.startsWith("nsubj") ? words.head[report]! : -1
  const said = verb < 0 ? childrenBy(words, report, "appos", "parataxis") : [verb, ...childrenBy(words, verb, "xcomp", "ccomp", "obj")]
  const denying = said.find(row => operatorAt(words, row) === "deny")
  return denying === undefined ? null : stand("negated", stepAt(words, denying, "the report is denied", "negated"))
}

/** Relations through which the standing of what is above does not come down. */
function isBarrier(words: Words, at: number): boolean {
  const relation = words.deprel[at]!
  if (relation === "conj") return !isSharedConjunct(words, at) && !/^(?:advcl|ccomp|xcomp|acl)$/.test(words.deprel[words.head[at]!]!)
  if (relation === "acl") return words.upos[at] === "VERB" && /^VB[GN]$/.test(words.xpos[at]!)
  if (relation.startsWith("advcl")) return markOf(words, at) !== null
  return /^(?:acl:relcl|parataxis|appos|advcl:relcl|nmod:poss)$/.test(relation) || relation.startsWith("nsubj")
}

/** Does what is said of the head hold of `at`, too? A denied verb says nothing of participles beside it, nor of verbs joined with their own subject. */
function inherits(words: Words, at: number, head: number): boolean {
  if (words.upos[at] !== "VERB") return true
  if (words.deprel[at] === "conj") return isSharedConjunct(words, at)
  if (words.deprel[at] === "acl") return false
  return !words.deprel[at]!.startsWith("advcl") || ownStanding(words, head)?.status !== "negated"
}

/** "did not meet or talk": the second shares what is said of the first when it has neither subject nor auxiliary of its own nor a "but" before it. */
function isSharedConjunct(words: Words, at: number): boolean {
  const head = words.head[at]!
  if (words.upos[at] !== "VERB") return true
  const but = childBy(words, at, "cc")
  return (
    words.xpos[at] === words.xpos[head] &&
    childBy(words, at, "nsubj", "nsubj:pass") < 0 &&
    auxiliariesOf(words, at).length === 0 &&
    !(but >= 0 && /^(?:but|yet)$/i.test(words.form(but)))
  )
}

/** What is taken for granted below a denied or imagined verb was done; as the subject only of a verb that is not imagined: "the attack would kill". */
function grantedStanding(words: Words, at: number, above: Standing | null): Standing {
  if (words.deprel[at]!.startsWith("nsubj")) return above && above.status !== "negated" ? stopped : told
  return above && above.status !== "future" ? told : stopped
}

/** "condemned the arrest", "did not see the attack": a definite noun below a verb that is about it and does not do it. */
function isTakenForGranted(words: Words, at: number, head: number): boolean {
  if (words.upos[at] === "VERB" && words.xpos[at] !== "VBG") return false
  if (!/^(?:obj|obl|nsubj)/.test(words.deprel[at]!)) return false
  const isDefinite = words
    .childrenOf(at)
    .some(
      child =>
        words.deprel[child] === "nmod:poss" ||
        (words.deprel[child] === "det" && /^(?:the|this|that|these|those)$/i.test(words.form(child))),
    )
  return isDefinite && !eventTables().light.has(words.lemma[head]!.toLowerCase())
}

/** "bombed us when I was a boy": told of another time. */
function rememberedStanding(words: Words, verb: number): Standing | null {
  const besides = words.deprel[verb] === "ccomp" ? childrenBy(words, words.head[verb]!, "ccomp", "advcl") : []
  const clause = [...childrenBy(words, verb, "advcl"), ...besides].find(
    row => statusWord("age", words.lemma[row]!) && childrenBy(words, row, "cop").some(cop => words.xpos[cop] === "VBD"),
  )
  return clause === undefined
    ? null
    : stand("historical", stepAt(words, clause, `when somebody was a ${words.lemma[clause]}`, "historical"))
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
