import type {Words} from "../document/words.js"

/** Verbs whose addressee the treebanks call an indirect object. */
const indirect = new Set(["ask", "tell", "allow", "urge", "permit", "teach", "promise", "enable", "advise"])
const argument = new Set(["nsubj", "obj", "iobj"])

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
