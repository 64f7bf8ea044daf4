import {overlaps, type Span} from "../../document/span.js"
import type {Words} from "../../document/words.js"
import {caseOf} from "../../language/clause.js"
import type {NounPhrase} from "../../language/layers.js"
import {nounPhraseSpan} from "../../language/noun-phrase.js"
import {foldName} from "../../lexicon/fold.js"
import {belongingOf} from "./country.js"
import {type KnownName, namesIn} from "./known-names.js"
import {makeReference, type Reference} from "./mention.js"
import {type Role, type RoleBook, roleOf} from "./roles.js"
import {wordKey} from "./titles.js"

const refersToSomebody = new Set(["person", "organization"])

/** References by description: "opposition leaders", "two soldiers", "the ministry". Words inside a name or a title before a name are left out. */
export function referByDescription(
  words: Words,
  phrases: readonly NounPhrase[],
  context: {known: readonly KnownName[]; named: readonly Reference[]; roles: RoleBook},
): Reference[] {
  const typed = new Map(phrases.map(phrase => [phrase.head, phrase.type]))
  const taken = context.named
    .flatMap(reference => (reference.form === "demonym" ? [] : [reference, ...(reference.title ? [reference.title] : [])]))
    .sort((a, b) => a.start - b.start)
  const found: Reference[] = []
  for (let row = 0; row < words.length; row++) {
    if (words.upos[row] !== "NOUN" && words.upos[row] !== "PROPN" && words.deprel[row] !== "compound") continue
    const word = {start: words.start[row]!, end: words.end[row]!}
    if (namesIn(taken, word).some(span => overlaps(span, word))) continue
    const role = roleAt(words, row, context.roles)
    if (isModifier(words, row) && !(role && ownsAThing(words, row, context.roles))) continue
    if (role || (words.upos[row] === "NOUN" && refersToSomebody.has(typed.get(row) ?? "")))
      found.push(describe(words, row, {role, known: context.known, roles: context.roles}))
  }
  return found
}

function isModifier(words: Words, row: number): boolean {
  return (
    words.deprel[row] === "compound" || words.deprel[row] === "flat" || words.deprel[row] === "goeswith" || words.deprel[row] === "amod"
  )
}

/** "rebel positions", "army base": a capacity before a noun that has none of its own. */
function ownsAThing(words: Words, row: number, roles: RoleBook): boolean {
  const head = words.head[row]!
  return words.deprel[row] === "compound" && head > row && words.upos[head] === "NOUN" && roleAt(words, head, roles) === null
}

/** Lower-cased lemmas of the words that stand right before a noun and modify it. */
function modifierKeys(words: Words, head: number): string[] {
  const keys: string[] = []
  for (
    let row = head - 1;
    row >= 0 && head - row <= 3 && words.head[row]! === head && ["compound", "amod", "flat"].includes(words.deprel[row]!);
    row--
  )
    keys.unshift(wordKey(words, row))
  return keys
}

/** The role a noun names with the words before it: by lemma, in the user's dictionary also by the words as they stand. */
function roleAt(words: Words, row: number, roles: RoleBook): Role | null {
  const keys = modifierKeys(words, row)
  return roleOf([...keys, words.form(row).toLowerCase()], roles) ?? roleOf([...keys, wordKey(words, row)], roles)
}

function describe(
  words: Words,
  row: number,
  {role, known, roles}: {role: Role | null; known: readonly KnownName[]; roles: RoleBook},
): Reference {
  const span = nounPhraseSpan(words, row)
  const belonging = belongingOf(words, known, span)
  const plural = words.xpos[row] === "NNS" || words.xpos[row] === "NNPS" || `|${words.feats[row]}|`.includes("|Number=Plur|")
  const sectors = sectorsOf(words, row, {role, inherited: belonging.sectors, roles})
  const inner = properNouns(words, row, span)
  const gave = [belonging.country, ...sectors].filter(Boolean).join(" ")
  return makeReference({
    ...span,
    head: row,
    form: isOffice(role, plural) ? "title" : "nominal",
    kind: kindOf(role, {plural, country: belonging.country}),
    role,
    country: belonging.country,
    owner: belonging.from?.entry ?? null,
    sectors,
    plural,
    definite: isDefinite(words, row),
    named: belonging.country === null && inner.length > 0,
    inner,
    key: wordKey(words, row),
    trace: role
      ? [{rule: `data/actors/roles.tsv “${role.phrase}”${belonging.from ? ` with ${belonging.from.entry.id}` : ""}`, span, gave}]
      : [],
  })
}

/** A weak role ("leader") takes its sector from its modifiers ("opposition") or from the body it belongs to ("Houthi"). */
function sectorsOf(
  words: Words,
  row: number,
  {role, inherited, roles}: {role: Role | null; inherited: readonly string[]; roles: RoleBook},
): readonly string[] {
  if (role && !role.weak && role.sectors.length > 0) return role.sectors
  for (const child of words.childrenOf(row)) {
    if (!["compound", "amod", "nmod", "nmod:poss"].includes(words.deprel[child]!)) continue
    const modifier = roleAt(words, child, roles)
    if (modifier && !modifier.weak && modifier.sectors.length > 0) return modifier.sectors
  }
  return inherited.length > 0 ? inherited : (role?.sectors ?? [])
}

function kindOf(role: Role | null, {plural, country}: {plural: boolean; country: string | null}): Reference["kind"] {
  if (!role || role.number === "person") return plural ? "group" : "person"
  if (role.number === "group") return "group"
  return role.needsCountry && country ? "government" : "organization"
}

/** "the president", "the envoy": an office held by one person. */
function isOffice(role: Role | null, plural: boolean): boolean {
  return (
    role !== null &&
    role.number === "person" &&
    !plural &&
    !role.weak &&
    role.sectors.some(sector => sector === "GOV" || sector === "LEG" || sector === "JUD")
  )
}

/** Folded proper nouns of a phrase other than its head. */
function properNouns(words: Words, head: number, span: Span): string[] {
  const {first, last} = words.rowsIn(span)
  const found: string[] = []
  for (let row = first; row < last; row++) {
    const isProper = words.upos[row] === "PROPN" || (words.upos[row] === "ADJ" && row > first)
    if (row !== head && isProper && !isWhereabouts(words, row) && /^\p{Lu}/u.test(words.form(row))) found.push(foldName(words.form(row)))
  }
  return found
}

/** "a teacher in Balakot": where somebody is, not whose they are. */
function isWhereabouts(words: Words, row: number): boolean {
  return /^(?:in|at|near|outside|from)$/.test(caseOf(words, row))
}

function isDefinite(words: Words, row: number): boolean {
  return words
    .childrenOf(row)
    .some(
      child =>
        (words.deprel[child] === "det" && /^(?:the|this|these|that|those|both|each)$/i.test(words.form(child))) ||
        words.deprel[child] === "nmod:poss",
    )
}
