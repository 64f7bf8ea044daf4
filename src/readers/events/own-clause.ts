import type {Words} from "../../document/words.js"
import {auxiliariesOf, childBy, childrenBy, isNegated} from "../../language/clause.js"
import type {EventStatus} from "../../record/all.js"
import {type Standing, stand, stepAt} from "./standing.js"
import {statusWord} from "./status-words.js"
import {eventTables} from "./tables.js"

/** What an act's own words say of it: auxiliaries, negation and adverbs of a verb, determiner and adjectives of a noun. Null when they say nothing. */
export function ownStanding(words: Words, row: number): Standing | null {
  if (words.upos[row] === "VERB" || childBy(words, row, "cop", "aux") >= 0) return ownOfVerb(words, row) ?? ownOfNoun(words, row)
  return ownOfNoun(words, row)
}

function ownOfVerb(words: Words, verb: number): Standing | null {
  const nobody = emptySubject(words, verb)
  if (nobody >= 0) return stand("negated", stepAt(words, nobody, "nobody did it", "negated"))
  const yet = yetTo(words, verb)
  if (yet >= 0) return stand("negated", stepAt(words, yet, "“yet to”", "negated"))
  const auxiliaries = withShared(words, verb)
  const denied = denialOf(words, verb)
  if (denied >= 0) return deniedStanding(words, verb, {auxiliaries, denied})
  const only = childrenBy(words, verb, "advmod").find(child => /^not$/i.test(words.form(child)) && isOnly(words, child))
  if (only !== undefined && auxiliaries.length === 0) return told(words, only, "“not only”: and more")
  const adverb = childrenBy(words, verb, "advmod").find(child => statusWord("adverb", words.form(child)) === "hypothetical")
  if (adverb !== undefined) return stand("hypothetical", stepAt(words, adverb, `beside “${words.form(adverb)}”`, "hypothetical"))
  return modalStanding(words, verb, auxiliaries) ?? bareInfinitive(words, verb, auxiliaries) ?? commandStanding(words, verb)
}

/** The "yet" of "has yet to ratify", "is yet to answer"; −1 when there is none. */
function yetTo(words: Words, verb: number): number {
  const to = childrenBy(words, verb, "mark").find(mark => /^to$/i.test(words.form(mark)))
  const yet = to === undefined ? -1 : to - 1
  return yet > 0 && /^yet$/i.test(words.form(yet)) && /^(?:have|be)$/.test(words.lemma[yet - 1]!) ? yet : -1
}

/** "Lock up the bankers!": asked for. */
function commandStanding(words: Words, verb: number): Standing | null {
  if (words.xpos[verb] !== "VB" || !/^(?:root|parataxis)$/.test(words.deprel[verb]!)) return null
  if (childBy(words, verb, "nsubj", "nsubj:pass", "aux", "mark", "expl") >= 0) return null
  return stand("hypothetical", stepAt(words, verb, "a command", "hypothetical"))
}

/** Told as done; it may be history. */
function told(words: Words, row: number, rule: string): Standing {
  return {...stand("actual", stepAt(words, row, rule, "actual")), decided: false, fact: true}
}

/** "did not", "will not", "must not": what is not to be is wished away, not told as not done. "Had they not …" says that they did. */
function deniedStanding(
  words: Words,
  verb: number,
  {auxiliaries, denied}: {auxiliaries: readonly string[]; denied: number},
): Standing | null {
  if (auxiliaries.some(form => /^(?:must|should|ought)$/.test(form)))
    return stand("hypothetical", stepAt(words, denied, "said that it should not be", "hypothetical"))
  if (isUnrealPast(words, verb)) return told(words, denied, "“had it not been”: it was")
  const announced = auxiliaries.some(form => isComing(form)) || (auxiliaries.includes("would") && isReportedFuture(words, verb))
  return stand("negated", stepAt(words, denied, "negated in its own clause", "negated"), announced)
}

function modalStanding(words: Words, verb: number, auxiliaries: readonly string[]): Standing | null {
  const modal = auxiliaries.find(form => statusWord("auxiliary", form) === "hypothetical" && !isPastHad(auxiliaries, form))
  const condition = conditionOf(words, verb)
  if (modal === "would" && condition < 0 && !auxiliaries.includes("have") && !isImagined(words, verb) && isReportedFuture(words, verb))
    return stand("future", stepAt(words, verb, "“would” after a report in the past", "future"), true)
  if (modal) return stand("hypothetical", stepAt(words, verb, `after “${modal}”`, "hypothetical"))
  if (!auxiliaries.some(form => isComing(form))) return null
  if (condition >= 0)
    return stand("hypothetical", stepAt(words, condition, `under the condition of “${words.form(condition)}”`, "hypothetical"), true)
  if (isAsked(words, verb)) return stand("hypothetical", stepAt(words, verb, "asked whether it will be", "hypothetical"))
  const fear = childrenBy(words, verb, "parataxis").find(row => eventTables().operators.get(words.lemma[row]!.toLowerCase()) === "fear")
  if (fear !== undefined) return stand("hypothetical", stepAt(words, fear, "feared", "hypothetical"))
  return stand("future", stepAt(words, verb, "after “will”", "future"), true)
}

function isComing(form: string): boolean {
  return statusWord("auxiliary", form) === "future"
}

/** "'d" before a participle is "had". */
function isPastHad(auxiliaries: readonly string[], modal: string): boolean {
  return /['’]d/.test(modal) && auxiliaries.includes("been")
}

/** An infinitive that governs its sentence: "Minister to visit Oslo", "Oslo is to host", "has yet to ratify", and "failed to arrest" where the tree makes "failed" an auxiliary. */
function bareInfinitive(words: Words, verb: number, auxiliaries: readonly string[]): Standing | null {
  const to = childBy(words, verb, "mark")
  if (to < 0 || !/^to$/i.test(words.form(to)) || (words.deprel[verb] !== "root" && auxiliaries.length === 0)) return null
  if (auxiliaries.includes("have")) return null
  const above = auxiliaryOperator(words, verb, auxiliaries)
  if (above) return above
  return (
    goalStanding(words, verb) ??
    stand("future", stepAt(words, verb, auxiliaries.length > 0 ? "“is to”" : "headline infinitive", "future"), true)
  )
}

/** "failed to arrest", "had planned to march", "were to meet, but …", where the tree makes an auxiliary of the verb above. */
function auxiliaryOperator(words: Words, verb: number, auxiliaries: readonly string[]): Standing | null {
  const {operators} = eventTables()
  const row = childrenBy(words, verb, "aux").find(child => operators.has(words.lemma[child]!.toLowerCase()))
  const kind = row === undefined ? "plan" : operators.get(words.lemma[row]!.toLowerCase())!
  if (row !== undefined && kind === "fail") return stand("negated", stepAt(words, row, "“failed to”", "negated"))
  const isPast = auxiliaries.some(form => form === "was" || form === "were")
  const but = isPast
    ? childrenBy(words, verb, "conj").find(other => childrenBy(words, other, "cc").some(cc => /^but$/i.test(words.form(cc))))
    : undefined
  if (kind === "plan" && (auxiliaries.includes("had") || but !== undefined))
    return stand("negated", stepAt(words, row ?? verb, "a plan that came to nothing", "negated"))
  if (row === undefined || kind === "plan" || kind === "keep" || kind === "say") return null
  return stand("hypothetical", stepAt(words, row, `below “${words.form(row)}”`, "hypothetical"))
}

/** "The plan was to storm the palace", "Her mandate is to protect them": what the noun says of its content. */
function goalStanding(words: Words, verb: number): Standing | null {
  const subject = childBy(words, verb, "nsubj", "nsubj:pass")
  const gives = subject < 0 ? undefined : statusWord("goal", words.lemma[subject]!)
  return gives ? stand(gives as EventStatus, stepAt(words, subject, `content of “${words.form(subject)}”`, gives)) : null
}

/** The "if" or "unless" of a clause that the act depends on, or the verb of one that begins with "should" or "had"; −1 when there is none. */
function conditionOf(words: Words, verb: number): number {
  for (const clause of childrenBy(words, verb, "advcl")) {
    const mark = childBy(words, clause, "mark")
    if (mark >= 0 && /^(?:if|unless)$/i.test(words.form(mark))) return mark
    if (invertedOf(words, clause) >= 0) return invertedOf(words, clause)
  }
  return -1
}

/** "should the talks fail", "had they fired", "were he to resign": the auxiliary before the subject makes a condition; −1 when the order is plain. */
export function invertedOf(words: Words, verb: number): number {
  const subject = childBy(words, verb, "nsubj", "nsubj:pass", "expl")
  const first = childBy(words, verb, "aux", "cop")
  const isBefore = subject > first && first >= 0 && childBy(words, verb, "mark", "advmod") !== first
  return isBefore && /^(?:should|had|were)$/i.test(words.form(first)) && !endsAsking(words, verb) ? first : -1
}

/** "Had the rebels not cut the road", "if he had not shot": the past that was. */
function isUnrealPast(words: Words, verb: number): boolean {
  if (words.deprel[verb] !== "advcl" || !auxiliariesOf(words, verb).includes("had")) return false
  return invertedOf(words, verb) >= 0 || childrenBy(words, verb, "mark").some(mark => /^if$/i.test(words.form(mark)))
}

/** "Will Warsaw send soldiers?" */
function isAsked(words: Words, verb: number): boolean {
  const subject = childBy(words, verb, "nsubj", "nsubj:pass")
  const first = childBy(words, verb, "aux", "aux:pass")
  return first >= 0 && subject > first && endsAsking(words, verb)
}

function endsAsking(words: Words, row: number): boolean {
  for (let at = row; at < words.length && words.sentence[at] === words.sentence[row]; at++) if (words.form(at) === "?") return true
  return false
}

/** "without the patrols they would kill us", "would rather strike": no future, a thought. */
function isImagined(words: Words, verb: number): boolean {
  return (
    childrenBy(words, verb, "advmod").some(child => /^(?:rather|sooner|otherwise)$/i.test(words.form(child))) ||
    childrenBy(words, verb, "obl").some(child => childrenBy(words, child, "case").some(word => /^without$/i.test(words.form(word))))
  )
}

/** "said it would prosecute": the future of the past. */
function isReportedFuture(words: Words, verb: number): boolean {
  const first = words.deprel[verb] === "conj" ? words.head[verb]! : verb
  const report = words.deprel[first] === "ccomp" ? words.head[first]! : childBy(words, verb, "parataxis")
  return (
    report >= 0 &&
    (words.xpos[report] === "VBD" || words.xpos[report] === "VBN") &&
    eventTables().operators.get(words.lemma[report]!.toLowerCase()) === "say"
  )
}

/** "nobody", "no army", "not a single deputy" as the one who does it; −1 when there is no such subject. */
function emptySubject(words: Words, verb: number): number {
  const subject = childBy(words, verb, "nsubj", "nsubj:pass")
  return subject >= 0 && (statusWord("subject", words.form(subject)) || noneOf(words, subject) >= 0) ? subject : -1
}

/** The "no", "neither" or "hardly" that makes a noun name nothing; −1 when there is none. */
function noneOf(words: Words, noun: number): number {
  return (
    words
      .childrenOf(noun)
      .find(
        child =>
          child < noun &&
          ((words.deprel[child] === "det" && /^(?:no|neither)$/i.test(words.form(child)) && words.text[words.end[child]!] !== "-") ||
            (words.deprel[child] === "advmod" && /^(?:not|hardly|scarcely)$/i.test(words.form(child)) && !isOnly(words, child))),
      ) ?? -1
  )
}

/** "not only", "not just" deny nothing. */
function isOnly(words: Words, not: number): boolean {
  return not + 1 < words.length && /^(?:only|just|merely|simply|content)$/i.test(words.form(not + 1))
}

/** What denies a verb in its own clause: "not", "never", "no longer", "not once", "nowhere", "at no time"; −1 when nothing does. */
export function denialOf(words: Words, row: number): number {
  for (const child of words.childrenOf(row)) {
    const relation = words.deprel[child]!
    const form = words.form(child)
    if (relation === "advmod" && statusWord("adverb", form) === "negated") return child
    if (relation === "advmod" && /^(?:longer|once|yet|more)$/i.test(form) && isNegated(words, child)) return child
    if (relation === "obl" && noneOf(words, child) >= 0 && statusWord("occasion", words.lemma[child]!)) return child
  }
  if (!isNegated(words, row)) return -1
  const not = words.childrenOf(row).find(child => /^(?:not|n['’]t|never|no|neither|nor|hardly|barely)$/i.test(words.form(child)))!
  return isOnly(words, not) || isHardlyWhen(words, row, not) ? -1 : not
}

/** "Hardly had the ink dried when …" */
function isHardlyWhen(words: Words, row: number, not: number): boolean {
  return /^(?:hardly|barely)$/i.test(words.form(not)) && childBy(words, row, "advcl") > row
}

/** Auxiliaries of the verb, or those it shares with the verb it is joined to: "will meet and sign". */
function withShared(words: Words, verb: number): string[] {
  const own = auxiliariesOf(words, verb)
  if (own.length > 0 || words.deprel[verb] !== "conj" || childBy(words, verb, "nsubj", "nsubj:pass") >= 0) return own
  const first = words.head[verb]!
  return first >= 0 && words.xpos[first] === words.xpos[verb] ? auxiliariesOf(words, first) : []
}

function ownOfNoun(words: Words, row: number): Standing | null {
  const none = noneOf(words, row)
  if (none >= 0) return stand("negated", stepAt(words, none, `“${words.form(none)}” before the noun`, "negated"))
  for (const child of childrenBy(words, row, "amod", "acl", "nmod:poss", "nmod:unmarked")) {
    const gives = modifierGives(words, child)
    if (gives) return stand(gives, stepAt(words, child, `“${words.form(child)}” beside the noun`, gives))
  }
  return null
}

function modifierGives(words: Words, child: number): EventStatus | undefined {
  const gives = statusWord("modifier", words.form(child)) as EventStatus | undefined
  return gives ?? (words.deprel[child] === "acl" ? participleGives(words, child) : dayGives(words, child))
}

/** "a strike planned for Monday", "the troops asked for". */
function participleGives(words: Words, child: number): EventStatus | undefined {
  if (words.xpos[child] !== "VBN") return undefined
  const kind = eventTables().operators.get(words.lemma[child]!.toLowerCase())
  return kind === "plan" ? "future" : kind === "prevent" ? "negated" : kind === "fear" || kind === "request" ? "hypothetical" : undefined
}

/** "tomorrow's rally", "next week's embargo". */
function dayGives(words: Words, child: number): EventStatus | undefined {
  if (words.deprel[child] === "amod") return undefined
  const isComing = [child, ...words.childrenOf(child)].some(row => statusWord("day", words.form(row)))
  return isComing ? "future" : undefined
}
