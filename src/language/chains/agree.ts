import type {Words} from "../../document/words.js"
import {wordSets} from "../word-sets.js"
import type {Mention} from "./mention.js"

/** Can the two mean the same thing, as far as grammar shows? `later` comes after `earlier` in the text. */
export function canAgree(words: Words, earlier: Mention, later: Mention): boolean {
  return (
    !isNested(earlier, later) &&
    personsAgree(earlier, later) &&
    numbersAgree(earlier, later) &&
    gendersAgree(earlier, later) &&
    !isBarred(words, earlier, later)
  )
}

/**
 * Is it a phrase that OntoNotes never puts into a chain: predicate of a copula, apposition to another mention, common noun inside a
 * compound, date, empty "it"? `rows` are the heads of all mentions.
 */
export function standsOutside(words: Words, mention: Mention, rows: ReadonlySet<number>): boolean {
  const row = mention.head.row
  const relation = words.deprel[row]!
  if (mention.form === "date") return true
  if (relation === "appos" && rows.has(words.head[row]!)) return true
  if (relation === "expl" || relation === "fixed") return true
  if (relation === "compound" && mention.form === "nominal") return true
  if (mention.form === "nominal" && words.upos[row] === "NUM" && relation !== "nsubj") return true
  return mention.form === "nominal" && words.childrenOf(row).some(child => words.deprel[child] === "cop")
}

const isNested = (a: Mention, b: Mention): boolean => a.first < b.last && b.first < a.last

function personsAgree(earlier: Mention, later: Mention): boolean {
  return earlier.person === later.person
}

function numbersAgree(earlier: Mention, later: Mention): boolean {
  if (earlier.number === null || later.number === null || earlier.number === later.number) return true
  if (later.person !== 3) return false
  return isCollective(earlier) || isCollective(later)
}

/** One word for several people, or a body: "they" can mean it. */
function isCollective(mention: Mention): boolean {
  if (mention.form === "pronoun") return false
  return mention.label === "ORG" || mention.label === "GPE" || mention.head.type === "organization" || wordSets().group.has(mention.lemma)
}

function gendersAgree(earlier: Mention, later: Mention): boolean {
  if (earlier.gender !== null && later.gender !== null && earlier.gender !== later.gender) return false
  if (earlier.animate === null || later.animate === null || earlier.animate === later.animate) return true
  if (earlier.form !== "pronoun" && later.form !== "pronoun") return true
  return earlier.head.type === "animal" || later.head.type === "animal"
}

/** Two arguments of one verb mean different things unless the later is reflexive; so do two conjuncts, and a noun and what describes it. */
function isBarred(words: Words, earlier: Mention, later: Mention): boolean {
  if (earlier.sentence !== later.sentence) return false
  const [a, b] = [earlier.head.row, later.head.row]
  if (words.head[b] === a || words.head[a] === b)
    return (
      !(words.deprel[b] === "acl:relcl" || words.deprel[a] === "nmod:poss" || words.deprel[b] === "nmod:poss") || later.form !== "pronoun"
    )
  if (later.reflexive || words.deprel[b] === "nmod:poss") return false
  if (later.form !== "pronoun" && earlier.key === later.key) return false
  return words.head[a] === words.head[b] && words.head[a]! >= 0 && isArgument(words, a) && isArgument(words, b)
}

const isArgument = (words: Words, row: number): boolean => /^(?:nsubj|obj|iobj|obl)/.test(words.deprel[row]!)
