import type {Words} from "../document/words.js"
import type {Lemmas} from "./lemmas.js"

/** Classes that a word with a subject and an object cannot have. */
const impossible = new Set(["PRON", "ADV", "PROPN", "NOUN", "X", "INTJ", "DET", "PART", "NUM"])
const clausal = new Set(["root", "advcl", "ccomp", "xcomp", "acl:relcl", "conj", "parataxis", "csubj"])

/**
 * The tree outvotes the word class where the two cannot both be right: a word that heads a clause and has an object beside a subject or auxiliary is a verb.
 * Changes class, tag and lemma of rows [first, last), one sentence.
 */
export function settleVerbs(words: Words, {first, last, lemmas}: {first: number; last: number; lemmas: Lemmas}): void {
  for (let row = first; row < last; row++) {
    if (!impossible.has(words.upos[row]!) || !clausal.has(words.deprel[row]!)) continue
    // Not by childrenOf(): the sentences after this one have no heads yet.
    const child = (relation: string) => childIn(words, row, {first, last, relation})
    const auxiliary = child("aux")
    const hasSubject = child("nsubj") >= 0 || auxiliary >= 0
    if (!hasSubject || child("cop") >= 0 || (child("obj") < 0 && !takesObject(words, row, child("compound")))) continue
    words.upos[row] = "VERB"
    words.xpos[row] = tagOf(words.form(row).toLowerCase(), auxiliary >= 0 && words.xpos[auxiliary] === "MD")
    words.lemma[row] = lemmas.of(words.form(row), words.xpos[row]!)
  }
}

/** "France expelled the ambassador" with the ambassador as a part of the name "expelled": a noun after a form in -ed is its object. Makes it so. */
function takesObject(words: Words, row: number, part: number): boolean {
  if (part < row || !/[a-z]ed$/.test(words.form(row)) || plainInEd.test(words.form(row)) || /^\p{Lu}/u.test(words.form(row))) return false
  words.deprel[part] = "obj"
  return true
}

/** Verbs whose plain form ends in -ed. */
const plainInEd = /^(?:\w*eed|wed|shed|shred|(?:em)?bed|sled)$/i

/**
 * "Kenya and Uganda signed a treaty", "Oslo refused to go", "has not vetoed it": a form in -ed is no present tense nor infinitive, and with a subject or
 * complement no adverb, whatever class the network gave it.
 */
export function settlePast(words: Words, {first, last, lemmas}: {first: number; last: number; lemmas: Lemmas}): void {
  const child = (row: number, relation: string) => childIn(words, row, {first, last, relation})
  const governs = (row: number) => ["nsubj", "xcomp", "ccomp"].some(relation => child(row, relation) >= 0)
  for (let row = first; row < last; row++) {
    if (!/^(?:VB[PGZ]?|RB)$/.test(words.xpos[row]!) || !/ed$/i.test(words.form(row)) || plainInEd.test(words.form(row))) continue
    if (words.xpos[row] === "RB" && !governs(row)) continue
    const auxiliary = Math.max(child(row, "aux"), child(row, "aux:pass"))
    const isParticiple = auxiliary >= 0 && /^(?:have|be)$/.test(words.lemma[auxiliary]!)
    words.upos[row] = "VERB"
    words.xpos[row] = isParticiple ? "VBN" : "VBD"
    words.feats[row] = isParticiple ? "Tense=Past|VerbForm=Part" : "Mood=Ind|Tense=Past|VerbForm=Fin"
    words.lemma[row] = lemmas.of(words.form(row), words.xpos[row]!)
  }
}

/** "The rebels plan to release them": what has a subject and an infinitive of its own is no modal verb. */
export function settleModals(words: Words, {first, last, lemmas}: {first: number; last: number; lemmas: Lemmas}): void {
  for (let row = first; row < last; row++) {
    if (words.xpos[row] !== "MD") continue
    const isFull = ["nsubj", "xcomp"].every(relation => childIn(words, row, {first, last, relation}) >= 0)
    if (!isFull) continue
    words.upos[row] = "VERB"
    words.xpos[row] = tagOf(words.form(row).toLowerCase(), false)
    words.lemma[row] = lemmas.of(words.form(row), words.xpos[row]!)
  }
}

/** What has a subject of its own is no auxiliary: "The junta is planning to go, officials said". */
export function settleAuxiliaries(words: Words, {first, last}: {first: number; last: number}): void {
  for (let row = first; row < last; row++) {
    if (words.deprel[row] !== "aux" || !/^VB/.test(words.xpos[row]!) || childIn(words, row, {first, last, relation: "nsubj"}) < 0) continue
    words.upos[row] = "VERB"
    words.deprel[row] = "ccomp"
  }
}

/** "Two men were arrested": what has a passive subject and a passive auxiliary is a participle, not an adjective. */
export function settleParticiples(words: Words, {first, last, lemmas}: {first: number; last: number; lemmas: Lemmas}): void {
  for (let row = first; row < last; row++) {
    const verb = words.head[row]!
    if (words.deprel[row] !== "aux:pass" || verb < 0 || words.upos[verb] !== "ADJ" || !/(?:ed|en)$/i.test(words.form(verb))) continue
    if (childIn(words, verb, {first, last, relation: "nsubj:pass"}) < 0) continue
    words.upos[verb] = "VERB"
    words.xpos[verb] = "VBN"
    words.lemma[verb] = lemmas.of(words.form(verb), "VBN")
  }
}

/** "He's gone": the short form of an active auxiliary before a participle is "has"; before a form in -ing it is "is". */
export function settleHave(words: Words, {first, last}: {first: number; last: number}): void {
  for (let row = first; row < last; row++) {
    if (words.xpos[row] !== "VBZ" || words.deprel[row] !== "aux" || !/^['’]s$/i.test(words.form(row))) continue
    if (words.xpos[words.head[row]!] === "VBN") words.lemma[row] = "have"
  }
}

const ofTheNoun = new Set([
  "det",
  "amod",
  "nummod",
  "compound",
  "nmod",
  "nmod:poss",
  "flat",
  "case",
  "acl",
  "acl:relcl",
  "appos",
  "conj",
  "fixed",
])

/**
 * "received a visit" with the verb as the noun's copula: in Universal Dependencies only "be" is one. The verb takes the place of the noun and its clause's
 * dependents, the noun becomes its object. Changes rows [first, last), one sentence.
 */
export function liftVerbs(words: Words, {first, last}: {first: number; last: number}): void {
  for (let verb = first; verb < last; verb++) {
    const noun = words.head[verb]!
    if (words.deprel[verb] !== "cop" || words.lemma[verb] === "be" || noun <= verb || !words.xpos[verb]!.startsWith("VB")) continue
    if (words.upos[noun] !== "NOUN" && words.upos[noun] !== "PROPN") continue
    for (let row = first; row < last; row++)
      if (words.head[row] === noun && row !== verb && (row < verb || !ofTheNoun.has(words.deprel[row]!))) words.head[row] = verb
    words.upos[verb] = "VERB"
    words.head[verb] = words.head[noun]!
    words.deprel[verb] = words.deprel[noun]!
    words.head[noun] = verb
    words.deprel[noun] = "obj"
  }
}

function childIn(words: Words, head: number, {first, last, relation}: {first: number; last: number; relation: string}): number {
  for (let row = first; row < last; row++) if (words.head[row] === head && words.deprel[row] === relation) return row
  return -1
}

function tagOf(form: string, afterModal: boolean): string {
  if (afterModal) return "VB"
  if (form.endsWith("ing")) return "VBG"
  if (form.endsWith("ed")) return "VBD"
  return form.endsWith("s") ? "VBZ" : "VBP"
}
