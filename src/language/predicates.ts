import type {Words} from "../document/words.js"

/** Verbs that give somebody or something a name or an office. */
const naming = new Set(
  "call name elect appoint declare proclaim dub label entitle deem consider crown brand rename nickname designate".split(" "),
)
/** Verbs that link their subject with what it is. */
const linking = new Set(["become", "remain", "seem"])

/**
 * "was named chairman", "became president", "called the vote a farce" with the noun as an object: it says what the subject, or the object before it, is
 * called or becomes, and in Universal Dependencies is the verb's open complement. Changes rows [first, last), one sentence.
 */
export function settlePredicates(words: Words, first: number, last: number): void {
  for (let verb = first; verb < last; verb++) {
    const lemma = words.lemma[verb]!
    if (words.upos[verb] !== "VERB" || !(naming.has(lemma) || linking.has(lemma))) continue
    const noun = lastObject(words, verb, last)
    if (noun < 0) continue
    if (linking.has(lemma) || isPassive(words, verb, {first, last}) || hasObjectBefore(words, verb, noun)) words.deprel[noun] = "xcomp"
  }
}

function lastObject(words: Words, verb: number, last: number): number {
  for (let row = last - 1; row > verb; row--)
    if (words.head[row] === verb && words.deprel[row] === "obj") return /^(?:NOUN|PROPN)$/.test(words.upos[row]!) ? row : -1
  return -1
}

function hasObjectBefore(words: Words, verb: number, noun: number): boolean {
  for (let row = verb + 1; row < noun; row++) if (words.head[row] === verb && words.deprel[row] === "obj") return true
  return false
}

/** A participle without a subject of its own that acts, and not after "have". */
function isPassive(words: Words, verb: number, {first, last}: {first: number; last: number}): boolean {
  if (words.xpos[verb] !== "VBN") return false
  for (let row = first; row < last; row++) {
    if (words.head[row] !== verb) continue
    if (
      words.deprel[row] === "nsubj" ||
      (words.deprel[row] === "aux" && words.lemma[row] === "have" && !passiveAuxiliary(words, verb, row))
    )
      return false
  }
  return true
}

/** "has been named": "have" before a passive auxiliary. */
function passiveAuxiliary(words: Words, verb: number, have: number): boolean {
  for (let row = have + 1; row < verb; row++) if (words.head[row] === verb && words.deprel[row] === "aux:pass") return true
  return false
}
