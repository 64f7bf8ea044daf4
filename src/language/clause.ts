import type {Words} from "../document/words.js"

/** The first dependent of a row with one of these relations; −1 when there is none. */
export function childBy(words: Words, row: number, ...relations: readonly string[]): number {
  for (const child of words.childrenOf(row)) if (relations.includes(words.deprel[child]!)) return child
  return -1
}

/** All dependents of a row with one of these relations, in text order. */
export function childrenBy(words: Words, row: number, ...relations: readonly string[]): number[] {
  return words.childrenOf(row).filter(child => relations.includes(words.deprel[child]!))
}

/** A noun and those coordinated with it: "France and Germany". */
export function withConjuncts(words: Words, row: number): number[] {
  return [row, ...childrenBy(words, row, "conj")]
}

/** Is the verb passive, by its subject, its auxiliary or, in a reduced relative clause, its participle? */
export function isPassive(words: Words, row: number): boolean {
  if (childBy(words, row, "nsubj:pass", "aux:pass", "csubj:pass") >= 0) return true
  return words.deprel[row] === "acl" && words.xpos[row] === "VBN"
}

/**
 * The row of who does it: the subject, in a passive the agent after "by". A verb without its own subject takes it from what it hangs on: conjuncts, open
 * complements, participles and adverbial clauses share it; a relative or reduced clause takes its noun. −1 when nobody is named.
 */
export function agentOf(words: Words, row: number, depth = 0): number {
  if (isPassive(words, row)) return byAgent(words, row)
  const subject = childBy(words, row, "nsubj", "csubj")
  if (subject >= 0) return resolveRelative(words, subject, row)
  return depth > 5 ? -1 : inheritedSubject(words, row, depth)
}

/** The row of who undergoes it: the object, in a passive the subject. −1 when nobody is named. */
export function patientOf(words: Words, row: number): number {
  if (!isPassive(words, row)) {
    const direct = childBy(words, row, "obj")
    const object = direct >= 0 ? direct : childBy(words, row, "iobj")
    return object >= 0 ? resolveRelative(words, object, row) : -1
  }
  const subject = childBy(words, row, "nsubj:pass")
  if (subject >= 0) return resolveRelative(words, subject, row)
  if (words.deprel[row] === "acl") return words.head[row]!
  if (words.deprel[row] === "conj" && words.head[row]! >= 0) return patientOf(words, words.head[row]!)
  if (words.deprel[row] === "xcomp" && words.head[row]! >= 0) return childBy(words, words.head[row]!, "nsubj", "nsubj:pass")
  return -1
}

function byAgent(words: Words, row: number): number {
  for (const child of childrenBy(words, row, "obl", "obl:agent")) if (caseOf(words, child) === "by") return child
  return -1
}

function inheritedSubject(words: Words, row: number, depth: number): number {
  const head = words.head[row]!
  if (head < 0) return -1
  switch (words.deprel[row]) {
    case "conj":
      return agentIfVerbal(words, head, depth)
    case "xcomp":
      return controllerOf(words, head, depth)
    case "advcl":
    case "parataxis":
    case "ccomp":
      return words.xpos[row] === "VBG" || words.xpos[row] === "VB" || words.xpos[row] === "VBN" ? agentIfVerbal(words, head, depth) : -1
    case "acl":
    case "acl:relcl":
      return words.xpos[row] === "VBN" ? -1 : ofAttribute(words, {row, head, depth})
    default:
      return -1
  }
}

/** "a plan to attack": whoever has the plan; "troops crossing": the troops. */
function ofAttribute(words: Words, {row, head, depth}: {row: number; head: number; depth: number}): number {
  if (words.xpos[row] === "VBG" || words.deprel[row] === "acl:relcl") return head
  const owner = childBy(words, head, "nmod:poss")
  if (owner >= 0) return owner
  const verb = words.head[head]!
  return verb >= 0 && words.deprel[head] === "obj" ? agentIfVerbal(words, verb, depth) : -1
}

/** Subject of an open complement: the object of "urge X to", else the subject of "want to". */
function controllerOf(words: Words, verb: number, depth: number): number {
  const object = childBy(words, verb, "obj", "iobj")
  if (object >= 0) return object
  return isPassive(words, verb) ? patientOf(words, verb) : agentIfVerbal(words, verb, depth)
}

function agentIfVerbal(words: Words, head: number, depth: number): number {
  if (isPassive(words, head)) return patientOf(words, head)
  return agentOf(words, head, depth + 1)
}

/** "who" and "which" as subjects or objects mean the noun their clause hangs on. */
function resolveRelative(words: Words, row: number, verb: number): number {
  if (!/^(?:who|whom|which|that)$/i.test(words.form(row))) return row
  for (let at = verb, steps = 0; at >= 0 && steps < 4; at = words.head[at]!, steps++) {
    if (words.deprel[at] === "acl:relcl") return words.head[at]!
  }
  return row
}

/** The preposition of a row, lower case, with "fixed" parts joined ("according to"); "" when it has none. */
export function caseOf(words: Words, row: number): string {
  const preposition = childBy(words, row, "case")
  if (preposition < 0) return ""
  const parts = [preposition, ...childrenBy(words, preposition, "fixed")]
  return parts.map(part => words.form(part).toLowerCase()).join(" ")
}

/** Does the clause hold a negation of its own: "not", "never", "no longer", "n't"? */
export function isNegated(words: Words, row: number): boolean {
  return words
    .childrenOf(row)
    .some(
      child =>
        /^(?:not|n['’]t|never|no|neither|nor|hardly|barely)$/i.test(words.form(child)) &&
        ["advmod", "cc", "det", "cc:preconj"].includes(words.deprel[child]!),
    )
}

/** The auxiliaries and modals of a verb, lower case, in text order. */
export function auxiliariesOf(words: Words, row: number): string[] {
  return childrenBy(words, row, "aux", "aux:pass").map(child => words.form(child).toLowerCase())
}

/** Does a clause say what another is to do: "that Mali must withdraw", "that the court release him"? False for one's own "we must". */
export function isWish(words: Words, clause: number): boolean {
  if (clause < 0 || words.upos[clause] !== "VERB") return false
  const subject = childBy(words, clause, "nsubj", "nsubj:pass")
  return subject >= 0 && !/^(?:I|we|it|there)$/i.test(words.form(subject)) && isObligation(words, clause)
}

/** Does a clause tell something as a fact: "that the rebels killed him", and not "that they withdraw"? */
export function isStatement(words: Words, clause: number): boolean {
  return childBy(words, clause, "nsubj", "nsubj:pass") >= 0 && !isObligation(words, clause)
}

function isObligation(words: Words, clause: number): boolean {
  const auxiliaries = auxiliariesOf(words, clause)
  if (auxiliaries.some(form => /^(?:must|should|ought)$/.test(form))) return true
  const needs = words.lemma[clause] === "need" || words.lemma[clause] === "have"
  if (needs && childBy(words, clause, "xcomp") >= 0) return true
  const isBare = words.xpos[clause] === "VB" || auxiliaries.includes("be")
  return isBare && auxiliaries.every(form => form === "be" || form === "not")
}
