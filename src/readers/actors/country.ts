import type {Span} from "../../document/span.js"
import type {Words} from "../../document/words.js"
import {caseOf} from "../../language/clause.js"
import {headRow} from "../../language/noun-phrase.js"
import {type KnownName, namesIn} from "./known-names.js"
import {loadRoles} from "./roles.js"

/** What the names inside a phrase say about whom it refers to. */
export interface Belonging {
  readonly country: string | null
  readonly sectors: readonly string[]
  readonly from: KnownName | null
}

const nowhere: Belonging = {country: null, sectors: [], from: null}

/**
 * The country, and failing a role of its own the sectors, that a phrase gets from the names inside it: "the Syrian opposition", "Yemen's government",
 * "Houthi fighters". A name followed by a hyphen ("Russian-backed") does not count.
 */
export function belongingOf(words: Words, names: readonly KnownName[], phrase: Span): Belonging {
  const inside = namesIn(names, phrase).filter(
    name =>
      name.start >= phrase.start &&
      name.end <= phrase.end &&
      !isHyphenated(words.text, name) &&
      !isPortfolio(words.text, name) &&
      !isBeat(words.text, name, phrase),
  )
  const best =
    inside.find(({entry}) => entry.kind === "state" || entry.kind === "place" || isInternational(entry)) ??
    inside.find(name => name.entry.country !== null)
  const group = inside.find(name => name.entry.kind === "organization")
  if (!best) return nowhere
  return {country: best.entry.country, sectors: group?.entry.sectors ?? [], from: group ?? best}
}

/** The same for the name of a body, which may have its country beside it: "Israel's Supreme Court", "the Elections Oversight Body in Jakarta". */
export function belongingOfName(words: Words, names: readonly KnownName[], span: Span): Belonging {
  const own = belongingOf(words, names, span)
  if (own.country !== null) return own
  for (const row of words.childrenOf(headRow(words, span))) {
    const relation = words.deprel[row]!
    const isOwner = /^(?:nmod:poss|amod|compound)$/.test(relation) || (relation === "nmod" && /^(?:of|in|for)$/.test(caseOf(words, row)))
    const name = isOwner ? namesIn(names, {start: words.start[row]!, end: words.end[row]!})[0] : undefined
    if (name && name.entry.country !== null && name.entry.kind !== "person") return {...own, country: name.entry.country, from: name}
  }
  return own
}

/** "U.N. envoy for Syria" is the UN's, "Syria's envoy to the UN" is Syria's: whoever is named first. */
const isInternational = ({kind, country}: KnownName["entry"]): boolean => kind === "organization" && /^(?:IGO|UNO|EUR)$/.test(country ?? "")

/** "Labour Minister" is of no party, "Minister of Foreign Affairs" of no journal. */
function isPortfolio(text: string, {entry, start, end}: KnownName): boolean {
  if (
    entry.kind === "organization" &&
    /\b(?:Minister|Secretary|Commissioner) (?:of|for) (?:the )?$/.test(text.slice(Math.max(0, start - 24), start))
  )
    return true
  return entry.sort === "party" && /^ (?:Minister|Ministry|Secretary|Department|Commissioner|Office)\b/.test(text.slice(end, end + 14))
}

/** "Brightwater's Mexico director", "a China expert": the state that somebody looks after is not whose they are; "a U.S. expert" is American. */
function isBeat(text: string, {entry, sense, start, end}: KnownName, phrase: Span): boolean {
  if (entry.kind !== "state" || sense !== "name") return false
  if (/\w['’]s $/.test(text.slice(Math.max(phrase.start, start - 4), start))) return true
  const after = /^ (\p{Ll}{4,14})\b/u.exec(text.slice(end, end + 18))?.[1] ?? ""
  return loadRoles().get(after)?.beat === true && !/^[\p{Lu}.]+$/u.test(text.slice(start, end))
}

function isHyphenated(text: string, name: Span): boolean {
  return text[name.end] === "-" && /[a-z]/.test(text[name.end + 1] ?? "")
}
