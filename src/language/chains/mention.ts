import type {Words} from "../../document/words.js"
import type {NounPhrase} from "../layers.js"
import {nounBefore} from "../names/head.js"
import type {NameRun} from "../names/run.js"
import type {MentionHead} from "../phrases.js"
import {genderOfName, wordSets} from "../word-sets.js"

/** `group`: several conjoined mentions together; `date`: a month, weekday, year or amount. */
export type Form = "name" | "pronoun" | "nominal" | "verb" | "group" | "date"
export type Gender = "masc" | "fem" | "neut" | null

/** A phrase with what coreference asks about it. */
export interface Mention {
  readonly index: number
  readonly head: MentionHead
  readonly phrase: NounPhrase
  /** Rows [first, last) of the phrase. */
  readonly first: number
  readonly last: number
  readonly sentence: number
  readonly form: Form
  /** 1, 2 or 3. */
  readonly person: number
  readonly number: "sing" | "plur" | null
  readonly gender: Gender
  /** What a person's given name suggests; for pronouns the same as `gender`. */
  readonly likelyGender: Gender
  readonly animate: boolean | null
  readonly reflexive: boolean
  /** "the", "this", "his" before it; or "a"; or nothing. */
  readonly article: "definite" | "demonstrative" | "possessive" | "indefinite" | "none"
  /** Lower-case lemma of the head. */
  readonly lemma: string
  /** Lower-case words of a name without article, title and possessive ending; the phrase's words for others. */
  readonly key: string
  readonly tokens: readonly string[]
  /** PER ORG GPE … when the head lies in a name. */
  readonly label: string | null
}

/** Runs that the network marks but that name nothing. */
const unnamed = new Set(["DATE", "MONEY"])

/** Describes every mention in text order. */
export function describeMentions(
  words: Words,
  heads: readonly MentionHead[],
  phrases: readonly NounPhrase[],
  names: readonly NameRun[],
): Mention[] {
  const nameAt = new Map<number, NameRun>()
  const dated = new Set<number>()
  for (const name of names) {
    if (unnamed.has(name.label)) {
      for (let row = name.first; row < name.last; row++) dated.add(row)
      continue
    }
    for (let row = name.first; row < name.last; row++) nameAt.set(row, name)
    const noun = nounBefore(words, name)
    if (noun >= 0 && !nameAt.has(noun)) nameAt.set(noun, name)
  }
  return heads.map((head, index) =>
    describe(words, {head, phrase: phrases[index]!, index, name: nameAt.get(head.row) ?? null, isDate: dated.has(head.row)}),
  )
}

interface Given {
  readonly head: MentionHead
  readonly phrase: NounPhrase
  readonly index: number
  readonly name: NameRun | null
  readonly isDate: boolean
}

function describe(words: Words, given: Given): Mention {
  const {head, phrase, name} = given
  const {first, last} = words.rowsIn(phrase)
  const form = given.isDate && (words.upos[head.row] === "PROPN" || words.upos[head.row] === "NUM") ? "date" : formOf(words, head.row, name)
  const tokens = keyTokens(words, form === "name" && name ? name : {first, last})
  const label = name?.label ?? null
  const number = numberOf(words, head.row, form)
  const gender = genderOf(words, head.row, {form, tokens, first, label})
  return {
    index: given.index,
    head,
    phrase,
    first,
    last,
    sentence: words.sentence[head.row]!,
    form,
    person: personOf(words, head.row, form),
    number,
    gender,
    likelyGender: gender ?? (form === "name" && (label === "PER" || head.type === "person") ? genderOfName(tokens[0] ?? "") : null),
    animate: animacyOf(words, head, label, form),
    reflexive: words.feats[head.row]!.includes("Reflex=Yes") || /(?:self|selves)$/.test(words.lemma[head.row]!),
    article: articleOf(words, head.row),
    lemma: words.lemma[head.row]!.toLowerCase(),
    key: tokens.join(" "),
    tokens,
    label,
  }
}

function formOf(words: Words, row: number, name: NameRun | null): Form {
  const upos = words.upos[row]!
  if (upos === "PRON" || words.xpos[row] === "PRP$") return "pronoun"
  if (upos === "VERB" || upos === "AUX") return "verb"
  if (upos === "PROPN" || name) return "name"
  return "nominal"
}

function personOf(words: Words, row: number, form: Form): number {
  if (form !== "pronoun") return 3
  const sets = wordSets()
  const lower = words.form(row).toLowerCase()
  if (sets.first.has(lower)) return 1
  return sets.second.has(lower) ? 2 : 3
}

function numberOf(words: Words, row: number, form: Form): "sing" | "plur" | null {
  const lower = words.form(row).toLowerCase()
  if (form === "pronoun") return wordSets().plural.has(lower) ? "plur" : wordSets().singular.has(lower) ? "sing" : null
  if (form === "verb") return "sing"
  if (words.childrenOf(row).some(child => words.deprel[child] === "conj" && words.upos[child] === words.upos[row])) return null
  const xpos = words.xpos[row]!
  return xpos === "NNS" || xpos === "NNPS" ? "plur" : xpos === "NN" || xpos === "NNP" ? "sing" : null
}

interface Clues {
  readonly form: Form
  readonly tokens: readonly string[]
  readonly first: number
  readonly label: string | null
}

function genderOf(words: Words, row: number, clues: Clues): Gender {
  const sets = wordSets()
  const lower = words.form(row).toLowerCase()
  if (clues.form === "pronoun")
    return sets.masculine.has(lower) ? "masc" : sets.feminine.has(lower) ? "fem" : sets.neuter.has(lower) ? "neut" : null
  for (const child of words.childrenOf(row)) {
    const title = words.lemma[child]!.toLowerCase().replace(/\.$/, "")
    if (child < row && sets.masculine.has(title)) return "masc"
    if (child < row && sets.feminine.has(title)) return "fem"
  }
  const lemma = words.lemma[row]!.toLowerCase()
  if (sets.masculine.has(lemma)) return "masc"
  return sets.feminine.has(lemma) ? "fem" : null
}

function animacyOf(words: Words, head: MentionHead, label: string | null, form: Form): boolean | null {
  const sets = wordSets()
  const lower = words.form(head.row).toLowerCase()
  if (form === "pronoun")
    return sets.masculine.has(lower) || sets.feminine.has(lower) || sets.first.has(lower) || sets.second.has(lower)
      ? true
      : sets.neuter.has(lower)
        ? false
        : null
  if (label === "PER") return true
  if (label !== null) return false
  return head.type === "person" ? true : head.type === "animal" || head.type === "" ? null : false
}

function articleOf(words: Words, row: number): Mention["article"] {
  for (const child of words.childrenOf(row)) {
    if (child > row) break
    const relation = words.deprel[child]!
    if (relation === "nmod:poss") return "possessive"
    if (relation !== "det") continue
    const lower = words.form(child).toLowerCase()
    if (lower === "the") return "definite"
    return wordSets().demonstrative.has(lower) ? "demonstrative" : "indefinite"
  }
  return "none"
}

/** Lower-case words without articles, titles, marks and possessive ending. */
function keyTokens(words: Words, run: {first: number; last: number}): string[] {
  const tokens: string[] = []
  for (let row = run.first; row < run.last && tokens.length < 12; row++) {
    const upos = words.upos[row]
    if (upos === "PUNCT" || words.xpos[row] === "POS" || upos === "DET") continue
    const lower = words.form(row).toLowerCase().replaceAll("’", "'").replace(/\.$/, "")
    if (!wordSets().titles.has(lower)) tokens.push(lower)
  }
  return tokens
}
