import {overlaps, type Span} from "../../document/span.js"
import type {Words} from "../../document/words.js"
import {caseOf} from "../../language/clause.js"
import type {NounPhrase} from "../../language/layers.js"
import {nounPhraseSpan} from "../../language/noun-phrase.js"
import {foldName} from "../../lexicon/fold.js"
import {readTable} from "../../lexicon/table.js"
import {type Belonging, belongingOf} from "./country.js"
import {type KnownName, namesIn} from "./known-names.js"
import {makeReference, type Reference} from "./mention.js"
import {isFromAbroad, isPastWord} from "./modifiers.js"
import {sectorsOf} from "./nominal-sectors.js"
import {isOfUnknownBody, isOwnedBy, isWhereabouts, unknownBodies} from "./owners-of-offices.js"
import {sectorsAfter} from "./past-offices.js"
import {roleAt} from "./role-of-noun.js"
import type {Role, RoleBook} from "./roles.js"
import {stateWords} from "./state-words.js"
import {wordKey} from "./titles.js"

const refersToSomebody = new Set(["person", "organization"])

/** References by description: "opposition leaders", "two soldiers", "the ministry". Words inside a name or a title before a name are left out. */
export function referByDescription(
  words: Words,
  phrases: readonly NounPhrase[],
  context: {known: readonly KnownName[]; named: readonly Reference[]; roles: RoleBook},
): Reference[] {
  const bodies = unknownBodies(context.named)
  const typed = new Map(phrases.map(phrase => [phrase.head, phrase.type]))
  const taken = context.named.flatMap(reference => (reference.form === "demonym" ? [] : [reference])).sort((a, b) => a.start - b.start)
  const titles = context.named.flatMap(reference => reference.title ?? []).sort((a, b) => a.start - b.start)
  const found: Reference[] = []
  for (let row = 0; row < words.length; row++) {
    if (words.upos[row] !== "NOUN" && words.upos[row] !== "PROPN" && words.deprel[row] !== "compound") continue
    const word = {start: words.start[row]!, end: words.end[row]!}
    if (namesIn(taken, word).some(span => overlaps(span, word))) continue
    const role = roleAt(words, row, context.roles)
    if (namesIn(titles, word).length > 0 && !isBodyInTitle(words, row, role)) continue
    if (isModifier(words, row) && !(role && ownsAThing(words, row, context.roles)) && !isBodyInTitle(words, row, role)) continue
    const type = words.upos[row] === "NOUN" ? (typed.get(row) ?? "") : ""
    if (role && isThing(role, type)) continue
    if (
      stateNoun(words, row) === null
        ? role
          ? !isBareForce(words, row)
          : refersToSomebody.has(type) && !notActors().has(wordKey(words, row))
        : isDefinite(words, row) && caseOfOwned(words, row) === ""
    )
      found.push(describe(words, row, {role, known: context.known, roles: context.roles, bodies}))
  }
  return found
}

function isModifier(words: Words, row: number): boolean {
  return (
    words.deprel[row] === "compound" || words.deprel[row] === "flat" || words.deprel[row] === "goeswith" || words.deprel[row] === "amod"
  )
}

/** "his head", "a chair", "an advertising campaign": what the network sees is no person or body, whatever the noun can mean elsewhere. */
function isThing({weak}: Role, type: string): boolean {
  return weak && /^(?:object|abstract|event)$/.test(type)
}

/** "by force": nobody's. */
function isBareForce(words: Words, row: number): boolean {
  return words.form(row) === "force" && words.childrenOf(row).every(child => words.deprel[child] === "case")
}

let loaded: ReadonlySet<string> | null = null

/** Nouns that look like somebody to the network and are nobody: "conflict", "bloodshed"; from data/actors/no-actors.tsv. */
function notActors(): ReadonlySet<string> {
  loaded ??= new Set(readTable("actors/no-actors.tsv").map(row => row.noun!))
  return loaded
}

/** "of" in "the state of emergency", where the noun means no state spoken of before; "" without. */
function caseOfOwned(words: Words, row: number): string {
  const owned = words.childrenOf(row).find(child => words.deprel[child] === "nmod")
  return owned === undefined ? "" : caseOf(words, owned)
}

/** "foreign ministry" in "a foreign ministry spokesman": a body that its official belongs to. */
function isBodyInTitle(words: Words, row: number, role: Role | null): boolean {
  return (
    role?.number === "institution" &&
    words.deprel[row] === "compound" &&
    words.head[row]! > row &&
    /^(?:NOUN|PROPN)$/.test(words.upos[words.head[row]!]!)
  )
}

/** "country", "island nation": a common noun for a state, with the words before it where the table has them together. */
function stateNoun(words: Words, row: number): string | null {
  if (words.upos[row] !== "NOUN") return null
  const key = wordKey(words, row)
  const before = row > 0 && words.head[row - 1] === row ? `${wordKey(words, row - 1)} ${key}` : ""
  const nouns = stateWords()
  if (nouns.has(before)) return before
  const form = words.form(row).toLowerCase()
  if (nouns.has(form)) return form
  return nouns.has(key) && !isPlural(words, row) ? key : null
}

function isPlural(words: Words, row: number): boolean {
  return words.xpos[row] === "NNS" || words.xpos[row] === "NNPS" || `|${words.feats[row]}|`.includes("|Number=Plur|")
}

/** "rebel positions", "army base": a capacity before a noun that has none of its own. */
function ownsAThing(words: Words, row: number, roles: RoleBook): boolean {
  const head = words.head[row]!
  return words.deprel[row] === "compound" && head > row && words.upos[head] === "NOUN" && roleAt(words, head, roles) === null
}

function describe(
  words: Words,
  row: number,
  {role, known, roles, bodies}: {role: Role | null; known: readonly KnownName[]; roles: RoleBook; bodies: ReadonlySet<number>},
): Reference {
  const span = nounPhraseSpan(words, row)
  const {belonging, where} = ownersIn(words, known, {row, span, role})
  const plural = isPlural(words, row)
  const state = stateNoun(words, row)
  const inner = properNouns(words, row, span)
  const isOfUnknown =
    role?.ofBody === true && !plural && ((belonging.country === null && isOfUnknownBody(words, row)) || isOwnedBy(words, row, bodies))
  const isPast = words.childrenOf(row).some(child => child < row && isPastWord(words, child))
  const inOffice = sectorsOf(words, row, {role, inherited: belonging.sectors, roles})
  const given = isPast ? sectorsAfter(inOffice) : inOffice
  const sectors = state || (isOfUnknown && given === role.sectors && given[0] === "GOV") ? [] : given
  const gave = [belonging.country, ...sectors].filter(Boolean).join(" ")
  return makeReference({
    ...span,
    head: row,
    form: isOffice(role, plural) && !state ? "title" : "nominal",
    kind: state ? "state" : kindOf(role, {plural, country: belonging.country}),
    role: state ? null : role,
    country: belonging.country,
    owner: belonging.from?.entry ?? null,
    sectors,
    plural,
    definite: isDefinite(words, row) || (words.deprel[row] === "compound" && isDefinite(words, words.head[row]!)),
    where,
    count: countOf(words, row),
    ours: isOurs(words, row),
    named: belonging.country === null && (inner.length > 0 || isFromAbroad(words, row, role?.phrase ?? "")),
    inner,
    key: state ?? wordKey(words, row),
    trace: role
      ? [{rule: `data/actors/roles.tsv “${role.phrase}”${belonging.from ? ` with ${belonging.from.entry.id}` : ""}`, span, gave}]
      : [],
  })
}

/** Whose they are by the names of the phrase, and apart from that where they are: "an official in Abidjan". */
function ownersIn(
  words: Words,
  known: readonly KnownName[],
  {row, span, role}: {row: number; span: Span; role: Role | null},
): {belonging: Belonging; where: string | null} {
  const inside = namesIn(known, span)
  const [local, own] = [true, false].map(wanted => inside.filter(name => isInPlace(words, words.indexAt(name.start), row) === wanted))
  const place = role?.beat ? undefined : local!.find(({entry}) => entry.kind === "state" || entry.kind === "place")
  const theirs = own!.filter(name => {
    const at = words.indexAt(name.start)
    return !isGoal(words, at, row) && !(role?.outside && isOwner(words, at, row))
  })
  return {belonging: belongingOf(words, theirs, span), where: place?.entry.country ?? null}
}

/** "the ambassador to Peru": whom somebody is sent to, not whose they are. */
function isGoal(words: Words, row: number, head: number): boolean {
  return words.head[row] === head && caseOf(words, row) === "to"
}

/** Does a word own the noun: "Syria's allies", "allies of Syria"? */
function isOwner(words: Words, row: number, head: number): boolean {
  return words.head[row] === head && /^nmod/.test(words.deprel[row]!)
}

/** Does a word hang below "in", "at" or "near" on the way up to the head of its phrase? */
function isInPlace(words: Words, from: number, head: number): boolean {
  for (let row = from, steps = 0; row >= 0 && row !== head && steps < 6; row = words.head[row]!, steps++)
    if (isWhereabouts(words, row)) return true
  return false
}

/** "two", "eleven"; the words of the number as they stand, lower case. */
function countOf(words: Words, row: number): string {
  const number = words
    .childrenOf(row)
    .find(child => words.deprel[child] === "nummod" || /^(?:both|each|either|neither)$/i.test(words.form(child)))
  return number === undefined ? "" : words.form(number).toLowerCase()
}

/** "this agency", "our team": whoever writes. */
function isOurs(words: Words, row: number): boolean {
  return words
    .childrenOf(row)
    .some(
      child =>
        (words.deprel[child] === "det" && /^this$/i.test(words.form(child))) ||
        (words.deprel[child] === "nmod:poss" && /^our$/i.test(words.form(child))),
    )
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
    if (row !== head && isProper && !isInPlace(words, row, head) && /^\p{Lu}/u.test(words.form(row))) found.push(foldName(words.form(row)))
  }
  return found
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
