import {overlaps, type Span} from "../../document/span.js"
import {placeKey} from "../../lexicon/places/key.js"
import {readTable} from "../../lexicon/table.js"
import {isCommonWord} from "./common-words.js"
import type {Mention} from "./mention.js"
import type {Sight} from "./mentions.js"

let prepositions: ReadonlySet<string> | null = null

/** How well known a place must be to be taken from the gazetteer alone: after a preposition of place, and elsewhere for names of two words or more. */
const least = {afterPreposition: 2, alone: 3.4}

/** Names of the gazetteer that the network gave no class: after a preposition of place, or several words long and well known. */
export function missedNames(sight: Sight, found: readonly Mention[]): Mention[] {
  const {words} = sight
  const taken = [...sight.names, ...found].sort((a, b) => a.start - b.start)
  const missed: Mention[] = []
  let next = 0
  for (let row = 0; row < words.length; ) {
    while (next < taken.length && taken[next]!.end <= words.start[row]!) next++
    const mention = nameAt(sight, row, taken[next] ?? null) ?? adjectiveAt(sight, row, taken[next] ?? null)
    if (mention) missed.push(mention)
    row = mention ? words.indexAt(mention.end) : row + 1
  }
  return missed
}

function isCapital({words}: Sight, row: number): boolean {
  return words.upos[row] === "PROPN" && /^\p{Lu}\p{L}/u.test(words.form(row))
}

function nameAt(sight: Sight, row: number, blocker: Span | null): Mention | null {
  const {words, gazetteer} = sight
  if (!isCapital(sight, row)) return null
  if (blocker && overlaps(blocker, {start: words.start[row]!, end: words.end[row]!})) return null
  if (row > 0 && isCapital(sight, row - 1)) return null
  let end = row + 1
  while (
    end < words.length &&
    end < row + 5 &&
    isCapital(sight, end) &&
    words.start[end]! - words.end[end - 1]! <= 1 &&
    !(blocker && words.end[end]! > blocker.start)
  )
    end++
  const span = {start: words.start[row]!, end: words.end[end - 1]!}
  const written = words.text.slice(span.start, span.end)
  if (isCommonWord(placeKey(written))) return null
  const {candidates, reading} = gazetteer.find(written)
  const known = candidates[0]?.prior ?? 0
  const isAfter = row > 0 && isPreposition(words.form(row - 1))
  if (known < (isAfter ? least.afterPreposition : end - row > 1 ? least.alone : 99)) return null
  return {
    ...span,
    written,
    use: "literal",
    label: "",
    why: isAfter ? `in the gazetteer, after “${words.form(row - 1)}”` : "in the gazetteer",
    candidates,
    reading,
  }
}

/** "European countries", "Latin American history", "anti-Russian": adjectives of places that are no names of their own to the network. */
function adjectiveAt({words, gazetteer}: Sight, row: number, blocker: Span | null): Mention | null {
  if (!/^\p{Lu}\p{Ll}/u.test(words.form(row))) return null
  for (let end = Math.min(words.length, row + 2); end > row; end--) {
    const span = {start: words.start[row]!, end: words.end[end - 1]!}
    if (blocker && overlaps(blocker, span)) continue
    const written = words.text.slice(span.start, span.end)
    const candidates = written.length > 2 ? gazetteer.findAdjective(written) : []
    if (candidates.length > 0)
      return {...span, written, use: "demonym", why: "people or adjective of a place", label: "", candidates, reading: ""}
  }
  return null
}

function isPreposition(form: string): boolean {
  prepositions ??= new Set(readTable("places/prepositions.tsv").map(row => row.word!))
  return prepositions.has(form.toLowerCase())
}
