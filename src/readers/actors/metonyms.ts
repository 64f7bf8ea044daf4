import type {Words} from "../../document/words.js"
import {readTable} from "../../lexicon/table.js"

/** Whether the name of a capital or seat stands for its government here, and why. */
export interface Use {
  readonly use: "government" | "place"
  readonly why: string
}

type Construction = "place-object" | "of-noun" | "place-preposition" | "place-verb"
let loaded: ReadonlyMap<string, string> | null = null

/** Decides by the clause: "Moscow condemned" is the government, "a trip to Moscow" the place, "Moscow residents" neither. */
export function decideUse(words: Words, row: number): Use {
  const relation = words.deprel[row]!
  const head = words.head[row]!
  if (head < 0) return {use: "place", why: "hangs on nothing"}
  if (relation === "conj") return decideUse(words, head)
  if (relation.startsWith("nsubj")) return ofSubject(words, row)
  if (relation === "obj" || relation === "iobj") return ofObject(words.lemma[head]!)
  if (relation === "nmod:poss") return ofNoun(words.lemma[head]!, "possessive")
  const preposition = words.childrenOf(row).find(child => words.deprel[child] === "case")
  if (preposition === undefined) return {use: "place", why: `stands as ${relation} beside “${words.form(head)}”`}
  return ofPreposition(words, preposition, head)
}

function ofSubject(words: Words, row: number): Use {
  const head = words.head[row]!
  const lemma = words.lemma[head]!
  if (words.upos[head] !== "VERB" || find("place-verb", lemma))
    return {use: "place", why: `subject of “${words.form(head)}”, which says what a place is or undergoes`}
  return {use: "government", why: `subject of “${words.form(head)}”, which only a government can do`}
}

function ofObject(lemma: string): Use {
  return find("place-object", lemma)
    ? {use: "place", why: `object of “${lemma}”`}
    : {use: "government", why: `object of “${lemma}”, which is done to governments`}
}

function ofNoun(lemma: string, how: string): Use {
  return find("of-noun", lemma) ? {use: "government", why: `${how} of “${lemma}”`} : {use: "place", why: `${how} of “${lemma}”`}
}

function ofPreposition(words: Words, preposition: number, head: number): Use {
  const word = words.form(preposition).toLowerCase()
  const use = find("place-preposition", word)
  const isNoun = words.upos[head] === "NOUN" && find("of-noun", words.lemma[head]!) !== undefined
  if (use === "government" || (isNoun && ["of", "from", "to", "for", "on"].includes(word)))
    return {use: "government", why: `“${words.form(head)} ${word}” it`}
  return {use: "place", why: `after “${word}”`}
}

function find(construction: Construction, lemma: string): string | undefined {
  loaded ??= new Map(readTable("actors/metonymy.tsv").map(row => [`${row.construction} ${row.lemma}`, row.use!]))
  return loaded.get(`${construction} ${lemma.toLowerCase()}`)
}
