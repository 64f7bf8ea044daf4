import type {Span} from "../../document/span.js"
import {holds, overlaps} from "../../document/span.js"
import type {Words} from "../../document/words.js"
import type {Name} from "../../language/layers.js"
import {headRow} from "../../language/noun-phrase.js"
import {foldName} from "../../lexicon/fold.js"
import {noState} from "./ambiguous-names.js"
import {belongingOf, belongingOfName} from "./country.js"
import {famousBearer} from "./famous-surnames.js"
import {type KnownName, namesIn} from "./known-names.js"
import {makeReference, type Reference} from "./mention.js"
import {decideUse} from "./metonyms.js"
import {
  bearersOf,
  countryOfBearers,
  hasJob,
  isFamous,
  isSurname,
  isTitleOnly,
  type NameContext,
  onlyInOffice,
  withoutPossessive,
  withoutTitle,
} from "./personal-names.js"
import {type Role, type RoleBook, roleOf} from "./roles.js"
import {sectorsOfTitle} from "./title-sectors.js"
import {roleBeforeOf, type Title, titleBefore, wordKey} from "./titles.js"

const personal = new Set(["PER"])
const collective = new Set(["ORG", "GPE", "NORP", "LOC", "MISC"])

/** References by name: people, states, organisations, demonyms, capitals that stand for governments. */
export function referToNames(context: NameContext, names: readonly Name[]): Reference[] {
  const {known} = context
  const found: Reference[] = []
  for (const name of names) {
    const isPerson = personal.has(name.label) ? !isBodyName(context, name) : [isSurname, hasJob, isFamous].some(is => is(context, name))
    if (isPerson) found.push(...personReference(context, name))
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
  const {words, known, register} = context
  const inside = namesIn(known, name).find(
    other =>
      other.entry.kind === "person" &&
      (holds(other, name) || holds(name, other)) &&
      !/\p{L}/u.test(words.text.slice(other.end, name.end).replace(/^['’]s/, "")),
  )
  if (!inside && isTitleOnly(context, name)) return statesIn(context, name)
  const span = inside
    ? {start: inside.start, end: withoutPossessive(words, name).end}
    : withoutTitle(context, withoutPossessive(words, name))
  const written = words.text.slice(span.start, span.end)
  const {first} = words.rowsIn(span)
  const title = titleBefore(words, first, context.roles)
  const belonging = title ? belongingOf(words, known, title) : null
  const candidates = inside ? [inside.entry, ...inside.rivals] : bearersOf(register, written)
  const fitting = candidates.filter(
    entry =>
      entry.kind === "person" &&
      (!belonging?.country || entry.country === belonging.country || entry.tenures.some(tenure => tenure.country === belonging.country)),
  )
  const isFull = inside !== undefined || (written.includes(" ") && register.withSurname(written).length === 0)
  const entry = isFull ? (fitting[0] ?? null) : surnameBearer(context, written, {fitting, title})
  const country = belonging?.country ?? (entry || isFull ? null : countryOfBearers(fitting, title))
  return [
    makeReference({
      ...span,
      head: headRow(words, span),
      form: "name",
      kind: "person",
      key: foldName(written),
      entry,
      surnameOnly: !isFull && entry !== null,
      role: title?.role ?? null,
      title: title && {start: title.start, end: title.end},
      country,
      owner: belonging?.from?.entry ?? null,
      sectors: sectorsOfTitle(title, belonging, context),
      trace: title ? [tellTitle(title, country)] : [],
    }),
  ]
}

/** Whom a surname alone means: the one bearer in office, else the famous one where nobody else of the text is called so. */
function surnameBearer(
  {register, day, countries, surnames}: NameContext,
  written: string,
  {fitting, title}: {fitting: readonly KnownName["entry"][]; title: Title | null},
): KnownName["entry"] | null {
  const serving = onlyInOffice(fitting, {day, title, countries})
  if (serving || surnames.has(foldName(written))) return serving
  const famous = famousBearer(register, written, day)
  return famous && fitting.includes(famous) ? famous : null
}

/** The step of the trace for a title before a name. */
function tellTitle(title: Title, country: string | null): Reference["trace"][number] {
  return {
    rule: `title before the name: data/actors/roles.tsv “${title.role?.phrase}”`,
    span: {start: title.start, end: title.end},
    gave: [country, ...(title.role?.sectors ?? [])].filter(Boolean).join(" "),
  }
}

function statesIn(context: NameContext, name: Span): Reference[] {
  return namesIn(context.known, name)
    .filter(other => other.entry.kind === "state" && other.sense !== "seat")
    .flatMap(other => knownReference(context, other, other))
}

/** "Western partners", "Rebel forces" at the start of a sentence: a modifier with a capital that names nobody. */
function isModifierOnly({words, roles}: NameContext, span: Span): boolean {
  const row = headRow(words, span)
  if (words.rowsIn(span).last - words.rowsIn(span).first > 1) return false
  if (words.xpos[row] === "NNPS" && roleOf([wordKey(words, row).replace(/s$/, "")], roles)?.number === "person") return true
  if (!/^(?:amod|compound)/.test(words.deprel[row]!)) return false
  return words.upos[row] === "ADJ" || roleOf([words.form(row).toLowerCase()], roles) !== null
}

function collectiveReference(context: NameContext, name: Name): Reference[] {
  const span = withoutArticle(context.words, withoutPossessive(context.words, name))
  const inside = namesIn(context.known, span)
  const exact = inside.find(other => other.start <= span.start && other.end >= span.end)
  if (exact?.entry.kind === "place" && name.label === "ORG" && !isCompound(context.words, span)) return [unknownOrganisation(context, span)]
  if (exact) return knownReference(context, exact, name.label === "ORG" ? span : exact)
  if (inside.length === 0 && isModifierOnly(context, span)) return []
  const titled = inside.find(other => other.entry.sort === "igo" && / [—–-] |^\d/.test(context.words.text.slice(span.start, span.end)))
  if (titled) return knownReference(context, titled, titled)
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

/** "the Gujarat government": part of another name or noun. */
function isCompound(words: Words, span: Span): boolean {
  return words.deprel[headRow(words, span)] === "compound"
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
  if (entry.kind === "place") return placeReference(context, name)
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

/** "Catalans" are people of their country; a province itself is nobody. */
function placeReference(context: NameContext, name: KnownName): Reference[] {
  const isPeople = name.sense === "adjective" && context.words.upos[headRow(context.words, name)] !== "ADJ"
  return isPeople && /s$/.test(name.entry.name) ? [people(context, name)] : []
}

/** "the Syrians": citizens, not the state. */
function people(context: NameContext, name: KnownName): Reference {
  const {words} = context
  const written = words.text.slice(name.start, name.end)
  const head = headRow(words, name)
  const number = words.childrenOf(head).find(child => words.deprel[child] === "nummod" && child < head)
  return makeReference({
    start: number === undefined ? name.start : words.start[number]!,
    end: name.end,
    head,
    count: number === undefined ? "" : words.form(number).toLowerCase(),
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
  const belonging = belongingOfName(words, known, span)
  const {first, last} = words.rowsIn(span)
  const forms = Array.from({length: last - first}, (_, index) => words.form(first + index).toLowerCase())
  const role = roleOfBody(forms, context.roles)
  const written = words.text.slice(span.start, span.end)
  return makeReference({
    ...span,
    head: headRow(words, span),
    form: "name",
    kind: role?.needsCountry && role.number === "institution" && belonging.country ? "government" : "organization",
    role,
    country: belonging.country,
    owner: belonging.from?.entry ?? null,
    sectors: role?.sectors ?? belonging.sectors,
    key: foldName(written),
    trace: [{rule: "organisation by its own name", span, gave: [belonging.country, ...(role?.sectors ?? [])].filter(Boolean).join(" ")}],
  })
}

/** What the words of a body's name say: "Foreign Ministry", "Bank of Ghana", "U.S. Marines". */
function roleOfBody(forms: readonly string[], roles: RoleBook): Role | null {
  const single = [...forms.slice(0, -1), forms.at(-1)!.replace(/s$/, "")]
  return roleOf(forms, roles) ?? roleBeforeOf(forms, roles, "institution") ?? roleOf(single, roles)
}

function group(context: NameContext, span: Span): Reference {
  const written = context.words.text.slice(span.start, span.end)
  return makeReference({...span, head: headRow(context.words, span), form: "name", kind: "group", key: foldName(written)})
}

function withoutArticle(words: Words, span: Span): Span {
  const found = /^(?:the|The|THE|a|an) /.exec(words.text.slice(span.start, span.start + 4))
  return found && span.start + found[0].length < span.end ? {start: span.start + found[0].length, end: span.end} : span
}
