import {holds, type Span} from "../../document/span.js"
import {SpanIndex} from "../../document/span-index.js"
import type {Words} from "../../document/words.js"
import {caseOf} from "../../language/clause.js"
import {headRow} from "../../language/noun-phrase.js"
import {readTable} from "../../lexicon/table.js"
import type {Actor, Place} from "../../record/all.js"
import type {Mention} from "./mention.js"

const subjects = new Set(["nsubj", "nsubj:pass", "obj", "iobj"])
const attributes = new Set(["compound", "nmod:poss", "amod"])
/** Prepositions before a state that deals with somebody. */
const partners = new Set(["by", "with", "against", "between", "among"])

let placeNouns: ReadonlySet<string> | null = null

/** How the text uses the name: as a place, or for those who govern it, or as part of something else. */
export function useOf(mention: Mention, words: Words, metonyms: SpanIndex<Span>): Place["use"] {
  if (mention.use !== "literal") return mention.use
  if (isMetonym(mention, metonyms)) return "metonym"
  const row = ownRow(words, headRow(words, mention))
  const relation = words.deprel[row] ?? ""
  if (attributes.has(relation)) return isPlaceNoun(words, words.head[row]!) ? "literal" : "modifier"
  const isState = mention.candidates[0]?.kind === "country" || mention.candidates[0]?.kind === "union"
  return isState && (subjects.has(relation) || partners.has(caseOf(words, row))) ? "metonym" : "literal"
}

/** Where actors are named by a place, for `useOf`. */
export function metonymsOf(actors: readonly Actor[]): SpanIndex<Span> {
  return new SpanIndex(actors.flatMap(actor => actor.mentions.filter(mention => mention.form === "metonym")))
}

function isMetonym(mention: Mention, metonyms: SpanIndex<Span>): boolean {
  return metonyms.overlapping(mention).some(other => holds(other, mention) || holds(mention, other))
}

/** The row whose relation counts: of coordinated names the first one's. */
function ownRow(words: Words, row: number): number {
  for (let steps = 0; steps < 6 && words.deprel[row] === "conj" && words.upos[words.head[row]!] === "PROPN"; steps++) row = words.head[row]!
  return row
}

function isPlaceNoun(words: Words, row: number): boolean {
  placeNouns ??= new Set([...readTable("places/generics.tsv"), ...readTable("places/place-nouns.tsv")].map(entry => entry.word!))
  return row >= 0 && placeNouns.has(words.form(row).toLowerCase())
}
