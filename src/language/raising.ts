import type {Words} from "../document/words.js"

/** Verbs whose addressee the treebanks call an indirect object. */
const indirect = new Set(["ask", "tell", "allow", "urge", "permit", "teach", "promise", "enable", "advise"])
const argument = new Set(["nsubj", "obj", "iobj"])

/** Adjectives with an infinitive, which the network may take for adverbs of it. */
const withInfinitive = /^(?:(?:un)?(?:able|willing|likely|ready|prepared)|powerless|reluctant|eager|keen|due|free)$/i

/**
 * "failed to release them", "was unable to go" with "failed" and "unable" as adverbs or auxiliaries of the infinitive: in Universal Dependencies the word
 * before "to" governs it. It takes the place of the infinitive and what stands before it. Changes rows [first, last), one sentence.
 */
export function raiseGovernors(words: Words, first: number, last: number): void {
  for (let mark = first + 1; mark < last; mark++) {
    const infinitive = words.head[mark]!
    if (words.deprel[mark] !== "mark" || words.lemma[mark] !== "to" || infinitive < mark) continue
    const governor = mark - 1
    if (words.deprel[infinitive] === "cop" && words.head[infinitive] === governor) words.deprel[infinitive] = "xcomp"
    if (words.head[governor] !== infinitive || !/^(?:advmod|aux)$/.test(words.deprel[governor]!) || !canGovern(words, governor)) continue
    for (let row = first; row < mark; row++) if (words.head[row] === infinitive && row !== governor) words.head[row] = governor
    words.head[governor] = words.head[infinitive]!
    words.deprel[governor] = words.deprel[infinitive]!
    words.head[infinitive] = governor
    words.deprel[infinitive] = "xcomp"
  }
}

/** A verb, or an adjective after "be", whose own class follows from that. */
function canGovern(words: Words, row: number): boolean {
  if (/^VB[DNGZP]?$/.test(words.xpos[row]!) && !/^(?:be|have|do|get)$/.test(words.lemma[row]!)) {
    words.upos[row] = "VERB"
    return true
  }
  if (!withInfinitive.test(words.form(row))) return false
  words.upos[row] = "ADJ"
  words.xpos[row] = "JJ"
  return true
}

/**
 * Puts the object of "urged both delegations to stay" under the verb that governs the infinitive, as Universal Dependencies has it, where the network put
 * it under the infinitive. Changes rows [first, last), one sentence.
 */
export function raiseObjects(words: Words, first: number, last: number): void {
  for (let mark = first; mark < last; mark++) {
    if (words.deprel[mark] !== "mark" || words.lemma[mark] !== "to") continue
    const infinitive = words.head[mark]!
    const verb = infinitive < 0 ? -1 : words.head[infinitive]!
    if (verb < 0 || verb >= mark || words.deprel[infinitive] !== "xcomp" || words.upos[verb] !== "VERB") continue
    for (let row = verb + 1; row < mark; row++) {
      if (words.head[row] !== infinitive || !argument.has(words.deprel[row]!)) continue
      words.head[row] = verb
      words.deprel[row] = indirect.has(words.lemma[verb]!) ? "iobj" : "obj"
    }
  }
}
