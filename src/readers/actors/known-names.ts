import type {Span} from "../../document/span.js"
import {meaningsOn} from "./on-date.js"
import type {Entry, Meaning, Register, Sense} from "./register.js"

/** A name of the register found in the text, with what it most likely means on the article's day. */
export interface KnownName extends Span {
  readonly entry: Entry
  readonly sense: Sense
  /** Other entries of the same name, the likeliest first. */
  readonly rivals: readonly Entry[]
}

/** Names of the register in a text, in reading order and without overlaps. `day` is the day the article looks at the world, null when unknown. */
export function findKnownNames(text: string, register: Register, day: string | null): KnownName[] {
  const found: KnownName[] = []
  for (const hit of register.phrases.find(text)) {
    if (text[hit.end] === "$") continue
    const end = isAbbreviated(text, hit) ? hit.end + 1 : hit.end
    const written = text.slice(hit.start, hit.end)
    const meanings = meaningsOn(
      hit.values.filter(meaning => isWrittenAlike(written, meaning)),
      day,
    )
    const best = meanings[0]
    if (best)
      found.push({
        start: hit.start,
        end,
        entry: best.entry,
        sense: best.sense,
        rivals: unique(
          meanings.slice(1).map(meaning => meaning.entry),
          best.entry,
        ),
      })
  }
  return found
}

/** The last stop of "U.S." belongs to the name. */
function isAbbreviated(text: string, hit: Span): boolean {
  return text[hit.end] === "." && text[hit.end - 2] === "."
}

/** Names that share characters with a span, of a list in reading order. */
export function namesIn<T extends Span>(names: readonly T[], span: Span): T[] {
  let low = 0
  let high = names.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (names[middle]!.end <= span.start) low = middle + 1
    else high = middle
  }
  let last = low
  while (last < names.length && names[last]!.start < span.end) last++
  return names.slice(low, last)
}

/** "US" is not "us" and "Turkey" is not "turkey": names need their capitals; short acronyms need all of them. */
function isWrittenAlike(written: string, meaning: Meaning): boolean {
  const first = meaning.written[0]!
  if (isLower(first)) return true
  if (isLower(written[0]!)) return isLongBody(written, meaning)
  const isAcronym = meaning.written.length <= 5 && meaning.written === meaning.written.toUpperCase()
  return !isAcronym || written === written.toUpperCase()
}

/** "the international criminal court": three words and more of a body of no country need no capitals. */
function isLongBody(written: string, {entry}: Meaning): boolean {
  return entry.kind === "organization" && /^(?:IGO|UNO|EUR)$/.test(entry.country ?? "") && (written.match(/ /g)?.length ?? 0) >= 2
}

function isLower(letter: string): boolean {
  return letter !== letter.toUpperCase()
}

function unique(entries: readonly Entry[], best: Entry): Entry[] {
  return [...new Set(entries)].filter(entry => entry !== best)
}
