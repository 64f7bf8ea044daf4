import type {Span} from "../../document/span.js"
import type {Words} from "../../document/words.js"
import {type KnownName, namesIn} from "./known-names.js"

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
    name => name.start >= phrase.start && name.end <= phrase.end && !isHyphenated(words.text, name) && !isPortfolio(words.text, name),
  )
  const best = inside.find(name => name.entry.kind === "state") ?? inside.find(name => name.entry.country !== null)
  const group = inside.find(name => name.entry.kind === "organization")
  if (!best) return nowhere
  return {country: best.entry.country, sectors: group?.entry.sectors ?? [], from: group ?? best}
}

/** "Labour Minister" is of no party. */
function isPortfolio(text: string, {entry, end}: KnownName): boolean {
  return entry.sort === "party" && /^ (?:Minister|Ministry|Secretary|Department|Commissioner|Office)\b/.test(text.slice(end, end + 14))
}

function isHyphenated(text: string, name: Span): boolean {
  return text[name.end] === "-" && /[a-z]/.test(text[name.end + 1] ?? "")
}
