import type {Span} from "../../document/span.js"
import type {Words} from "../../document/words.js"
import type {Name} from "../../language/layers.js"
import {headRow} from "../../language/noun-phrase.js"
import {foldName} from "../../lexicon/fold.js"
import {famousBearer} from "./famous-surnames.js"
import {type KnownName, namesIn} from "./known-names.js"
import {tenureOn} from "./on-date.js"
import {isWhereabouts} from "./owners-of-offices.js"
import type {Register} from "./register.js"
import {type Role, type RoleBook, roleOf} from "./roles.js"

/** What naming needs to know about the article. */
export interface NameContext {
  readonly words: Words
  readonly known: readonly KnownName[]
  readonly register: Register
  readonly roles: RoleBook
  /** The day the article looks at the world; null when unknown. */
  readonly day: string | null
  /** The country the article is about; null when none stands out. */
  readonly home: string | null
  /** Countries that the text names. */
  readonly countries: ReadonlySet<string>
  /** Folded last words of the full names of people in the text. */
  readonly surnames: ReadonlySet<string>
}

/** Folded last words of the people's full names. */
export function surnamesOf(text: string, names: readonly Name[]): Set<string> {
  const found = new Set<string>()
  for (const {label, start, end} of names) {
    const written = text.slice(start, end).replace(/['’]s?$/, "")
    if (label === "PER" && written.includes(" ")) found.add(foldName(written.slice(written.lastIndexOf(" ") + 1)))
  }
  return found
}

/** One word, taken for a body or a people, that is the surname of somebody named in full; "the Rabha people" are not Rahini Rabha. */
export function isSurname({words, known, surnames}: NameContext, name: Name): boolean {
  const {start, end} = withoutPossessive(words, name)
  const row = headRow(words, name)
  if (/^(?:amod|compound)$/.test(words.deprel[row]!) && words.upos[words.head[row]!] === "NOUN") return false
  return surnames.has(foldName(words.text.slice(start, end))) && namesIn(known, {start, end}).length === 0
}

/** "Erdogan visited Cairo" with Erdogan taken for a place: a surname that needs no introduction, which nothing puts anywhere. */
export function isFamous({words, known, register, day}: NameContext, name: Name): boolean {
  if (name.label === "ORG" || name.label === "NORP" || namesIn(known, name).some(({entry}) => entry.kind !== "place")) return false
  const span = withoutPossessive(words, name)
  return famousBearer(register, words.text.slice(span.start, span.end), day) !== null && !isWhereabouts(words, headRow(words, name))
}

/** "Ani, a nurse": whoever has one person's job beside the name is a person. */
export function hasJob({words, known, roles}: NameContext, name: Name): boolean {
  if (name.label === "LOC" || namesIn(known, name).length > 0) return false
  return words
    .childrenOf(headRow(words, name))
    .some(
      child =>
        words.deprel[child] === "appos" &&
        words.upos[child] === "NOUN" &&
        words.xpos[child] !== "NNS" &&
        roleOf([words.form(child).toLowerCase()], roles)?.number === "person",
    )
}

/** "President Vladimir Putin" taken as one name: the title is none of it. */
export function withoutTitle({words, roles}: NameContext, span: Span): Span {
  const {first, last} = words.rowsIn(span)
  for (let row = last - 1; row > first; row--) {
    const before = Array.from({length: row - first}, (_, index) => words.form(first + index).toLowerCase())
    if (roleOf(before, roles)) return {start: words.start[row]!, end: span.end}
  }
  return span
}

/** "U.S. Secretary of State" taken for a person: nothing but a state and words of a title. */
export function isTitleOnly({words, known, roles}: NameContext, name: Span): boolean {
  const {first, last} = words.rowsIn(name)
  const rows = Array.from({length: last - first}, (_, index) => first + index).filter(
    row => namesIn(known, {start: words.start[row]!, end: words.end[row]!}).length === 0,
  )
  const forms = rows.map(row => words.form(row).toLowerCase())
  if (forms.length === 0 || forms[0] === "of") return true
  return (
    rows.length < last - first && (roleOf(forms, roles) !== null || /^(?:secretary|minister|president|chancellor|premier)$/.test(forms[0]!))
  )
}

/** People of the register whom a name may mean that is none of theirs as it stands: by surname, or without the middle initials. */
export function bearersOf(register: Register, written: string): readonly KnownName["entry"][] {
  const bearers = register.withSurname(written)
  if (bearers.length > 0 || !written.includes(" ")) return bearers
  const plain = written.replace(/ (?:\p{Lu}\.? ){1,3}/u, " ")
  return plain === written ? [] : register.phrases.get(plain).map(meaning => meaning.entry)
}

/** "President Bush": two of the name held that office, and in one country. */
export function countryOfBearers(entries: readonly KnownName["entry"][], title: {readonly role: Role | null} | null): string | null {
  const phrase = title?.role?.phrase ?? ""
  if (phrase === "") return null
  const countries = entries.flatMap(({tenures}) =>
    tenures.filter(held => held.title.toLowerCase().endsWith(phrase)).map(held => held.country),
  )
  return new Set(countries).size === 1 ? countries[0]! : null
}

const only = <T>(found: readonly T[]): T | null => (found.length === 1 ? found[0]! : null)
const isHead = ({tenures}: KnownName["entry"]): boolean => tenures.some(({office}) => /^(?:head-of-|monarch)/.test(office))

/**
 * A surname alone is linked only when one bearer was in office that day, in a country the text names or under that very title; where no day is known, only
 * when one bearer led a country the text names.
 */
export function onlyInOffice(
  entries: readonly KnownName["entry"][],
  {day, title, countries}: {day: string | null; title: {readonly role: Role | null} | null; countries: ReadonlySet<string>},
): KnownName["entry"] | null {
  const phrase = title?.role?.phrase ?? ""
  if (day === null) return only(entries.filter(entry => isHead(entry) && countries.has(entry.country ?? "")))
  const holding = entries.filter(entry => tenureOn(entry, day)?.former === false)
  const titled = phrase === "" ? [] : holding.filter(entry => tenureOn(entry, day)!.tenure.title.toLowerCase().endsWith(phrase))
  return (
    only(titled) ??
    only(titled.filter(isHead)) ??
    only([...new Set([...titled, ...holding.filter(entry => countries.has(tenureOn(entry, day)!.tenure.country))])])
  )
}

/** A name without the ’s or ’ at its end. */
export function withoutPossessive(words: Words, span: Span): Span {
  const written = words.text.slice(span.start, span.end)
  const found = /(?:['’]s?)$/.exec(written)
  return found ? {start: span.start, end: span.end - found[0].length} : {start: span.start, end: span.end}
}
