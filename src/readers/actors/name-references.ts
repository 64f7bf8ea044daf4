import type {Span} from "../../document/span.js"
import {holds, overlaps} from "../../document/span.js"
import type {Words} from "../../document/words.js"
import type {Name} from "../../language/layers.js"
import {headRow} from "../../language/noun-phrase.js"
import {foldName} from "../../lexicon/fold.js"
import {belongingOf} from "./country.js"
import {type KnownName, namesIn} from "./known-names.js"
import {makeReference, type Reference} from "./mention.js"
import {decideUse} from "./metonyms.js"
import {tenureOn} from "./on-date.js"
import type {Register} from "./register.js"
import {type RoleBook, roleOf} from "./roles.js"
import {titleBefore} from "./titles.js"

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
}

const personal = new Set(["PER"])
const collective = new Set(["ORG", "GPE", "NORP", "LOC", "MISC"])

/** References by name: people, states, organisations, demonyms, capitals that stand for governments. */
export function referToNames(context: NameContext, names: readonly Name[]): Reference[] {
  const {known} = context
  const found: Reference[] = []
  for (const name of names) {
    if (personal.has(name.label) && !isBodyName(context, name)) found.push(...personReference(context, name))
    else if (collective.has(name.label) || personal.has(name.label)) found.push(...collectiveReference(context, name))
  }
  for (const name of known) {
    if (names.some(other => overlaps(other, name)) || !isNameInTree(context.words, name)) continue
    found.push(...knownReference(context, name, name))
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** The network took a state's or organisation's whole name for a person's. */
function isBodyName(context: NameContext, name: Span): boolean {
  return namesIn(context.known, name).some(
    other => other.entry.kind !== "person" && other.sense !== "seat" && other.start <= name.start && other.end >= name.end,
  )
}

function isNameInTree(words: Words, name: Span): boolean {
  const {first, last} = words.rowsIn(name)
  for (let row = first; row < last; row++)
    if (words.upos[row] === "PROPN" || (words.upos[row] === "ADJ" && /^\p{Lu}/u.test(words.form(row)))) return true
  return false
}

function personReference(context: NameContext, name: Span): Reference[] {
  const {words, known, register, day} = context
  const inside = namesIn(known, name).find(other => other.entry.kind === "person" && holds(name, other))
  const span = inside ? {start: inside.start, end: name.end} : withoutTitle(context, withoutPossessive(words, name))
  const written = words.text.slice(span.start, span.end)
  const {first} = words.rowsIn(span)
  const title = titleBefore(words, first, context.roles)
  const belonging = title ? belongingOf(words, known, title) : null
  const candidates = inside ? [inside.entry, ...inside.rivals] : written.includes(" ") ? [] : register.withSurname(written)
  const fitting = candidates.filter(
    entry =>
      entry.kind === "person" &&
      (!belonging?.country || entry.country === belonging.country || entry.tenures.some(tenure => tenure.country === belonging.country)),
  )
  const entry = inside ? (fitting[0] ?? null) : (onlyInOffice(fitting, day) ?? null)
  return [
    makeReference({
      ...span,
      head: headRow(words, span),
      form: "name",
      kind: "person",
      key: foldName(written),
      entry,
      role: title?.role ?? null,
      title: title && {start: title.start, end: title.end},
      country: belonging?.country ?? null,
      owner: belonging?.from?.entry ?? null,
      sectors: title?.role && title.role.sectors.length > 0 && !title.role.weak ? title.role.sectors : (belonging?.sectors ?? []),
      trace: title
        ? [
            {
              rule: `title before the name: data/actors/roles.tsv “${title.role?.phrase}”`,
              span: {start: title.start, end: title.end},
              gave: [belonging?.country, ...(title.role?.sectors ?? [])].filter(Boolean).join(" "),
            },
          ]
        : [],
    }),
  ]
}

/** "President Vladimir Putin" taken as one name: the title is none of it. */
function withoutTitle({words, roles}: NameContext, span: Span): Span {
  const {first, last} = words.rowsIn(span)
  for (let row = last - 1; row > first; row--) {
    const before = Array.from({length: row - first}, (_, index) => words.form(first + index).toLowerCase())
    if (roleOf(before, roles)) return {start: words.start[row]!, end: span.end}
  }
  return span
}

/** A surname alone is linked only when one bearer was in office that day. */
function onlyInOffice(entries: readonly KnownName["entry"][], day: string | null): KnownName["entry"] | null {
  if (day === null) return null
  const serving = entries.filter(entry => tenureOn(entry, day)?.former === false)
  return serving.length === 1 ? serving[0]! : null
}

function collectiveReference(context: NameContext, name: Name): Reference[] {
  const span = withoutArticle(context.words, withoutPossessive(context.words, name))
  const inside = namesIn(context.known, span)
  const exact = inside.find(other => other.start <= span.start && other.end >= span.end)
  if (exact) return knownReference(context, exact, name.label === "ORG" ? span : exact)
  if (name.label === "ORG")
    return [
      ...inside
        .filter(other => other.sense === "adjective" || other.sense === "name")
        .flatMap(other => (other.entry.kind === "state" ? adjectiveOnly(context, other) : [])),
      unknownOrganisation(context, span),
    ]
  if (name.label === "NORP")
    return inside.length > 0 ? inside.flatMap(other => knownReference(context, other, other)) : [group(context, span)]
  return inside.flatMap(other => knownReference(context, other, other))
}

/** Codes of bodies that belong to no country: "African Union" is never somebody else's union. */
const noState = /^(?:IGO|UNO|EUR|NGO|ISM|IMG|MNC)$/

/** "the Supreme Court" in an article about another country is not the one of the register. */
function isElsewhere({words, home, known, roles}: NameContext, name: KnownName): boolean {
  const {entry} = name
  if (entry.kind !== "organization" || entry.country === null || entry.country === home || noState.test(entry.country)) return false
  const {first, last} = words.rowsIn(name)
  const isGeneric =
    roleOf(
      Array.from({length: last - first}, (_, index) => words.form(first + index).toLowerCase()),
      roles,
    ) !== null
  return isGeneric && !known.some(other => other.entry.kind === "state" && other.entry.country === entry.country)
}

/** A state named by its adjective inside an organisation's name is mentioned there, but the organisation acts. */
function adjectiveOnly(context: NameContext, name: KnownName): Reference[] {
  return name.sense === "adjective" ? knownReference(context, name, name) : []
}

function knownReference(context: NameContext, name: KnownName, span: Span): Reference[] {
  const {words} = context
  const head = headRow(words, span)
  const {entry} = name
  const base = {
    start: span.start,
    end: span.end,
    head,
    entry,
    rivals: name.rivals,
    country: entry.country,
    sectors: entry.sectors,
    key: foldName(entry.name),
  }
  const trace = [
    {
      rule: `data/actors: ${entry.id}`,
      span: {start: span.start, end: span.end},
      gave: [entry.name, entry.country, ...entry.sectors].filter(Boolean).join(" "),
    },
  ]
  if (entry.kind === "person") return personReference(context, span)
  if (isElsewhere(context, name)) return [unknownOrganisation(context, span)]
  if (name.sense === "seat") {
    const decided = decideUse(words, head)
    if (decided.use === "place") return []
    return [
      makeReference({
        ...base,
        form: "metonym",
        kind: "state",
        trace: [...trace, {rule: `metonym: ${decided.why}`, span: {start: span.start, end: span.end}, gave: "government"}],
      }),
    ]
  }
  if (
    name.sense === "demonym" &&
    words.upos[head] !== "ADJ" &&
    !words.deprel[head]!.startsWith("amod") &&
    words.deprel[head] !== "compound"
  )
    return [people(context, name)]
  if (name.sense === "demonym" || name.sense === "adjective") return [makeReference({...base, form: "demonym", kind: "state", trace})]
  return [makeReference({...base, form: "name", kind: entry.kind === "state" ? "state" : "organization", trace})]
}

/** "the Syrians": citizens, not the state. */
function people(context: NameContext, name: KnownName): Reference {
  const written = context.words.text.slice(name.start, name.end)
  return makeReference({
    start: name.start,
    end: name.end,
    head: headRow(context.words, name),
    form: "nominal",
    kind: "group",
    country: name.entry.country,
    sectors: ["CVL"],
    plural: true,
    key: foldName(written),
    trace: [
      {rule: `demonym as a noun: ${name.entry.id}`, span: {start: name.start, end: name.end}, gave: `people of ${name.entry.country}`},
    ],
  })
}

function unknownOrganisation(context: NameContext, span: Span): Reference {
  const {words, known} = context
  const belonging = belongingOf(words, known, span)
  const {first, last} = words.rowsIn(span)
  const role = roleOf(
    Array.from({length: last - first}, (_, index) => words.form(first + index).toLowerCase()),
    context.roles,
  )
  const written = words.text.slice(span.start, span.end)
  return makeReference({
    ...span,
    head: headRow(words, span),
    form: "name",
    kind: "organization",
    role,
    country: belonging.country,
    owner: belonging.from?.entry ?? null,
    sectors: role?.sectors ?? belonging.sectors,
    key: foldName(written),
    trace: [{rule: "organisation by its own name", span, gave: [belonging.country, ...(role?.sectors ?? [])].filter(Boolean).join(" ")}],
  })
}

function group(context: NameContext, span: Span): Reference {
  const written = context.words.text.slice(span.start, span.end)
  return makeReference({...span, head: headRow(context.words, span), form: "name", kind: "group", key: foldName(written)})
}

function withoutArticle(words: Words, span: Span): Span {
  const found = /^(?:the|The|THE|a|an) /.exec(words.text.slice(span.start, span.start + 4))
  return found ? {start: span.start + found[0].length, end: span.end} : span
}

function withoutPossessive(words: Words, span: Span): Span {
  const written = words.text.slice(span.start, span.end)
  const found = /(?:['’]s?)$/.exec(written)
  return found ? {start: span.start, end: span.end - found[0].length} : {start: span.start, end: span.end}
}
