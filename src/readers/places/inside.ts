import type {Span} from "../../document/span.js"
import type {Candidate} from "../../lexicon/places/candidate.js"
import {placeKey} from "../../lexicon/places/key.js"
import {isCommonWord} from "./common-words.js"
import type {Mention} from "./mention.js"
import type {Sight} from "./mentions.js"

/**
 * How well known (see Candidate.prior) a place must be to be seen inside another name: anywhere; as its first word; where the article also
 * names it by itself; as a name of several words.
 */
const least = {anywhere: 4.4, first: 2.6, elsewhere: 1, several: 3.4}

/** The places named inside another name: "University of Damascus", "Syrian Observatory", "Dubai World Cup". Longest first, from the left. */
export function namesInside(sight: Sight, name: Span): Mention[] {
  const {words} = sight
  const {first, last} = words.rowsIn(name)
  const found: Mention[] = []
  for (let row = first; row < last; ) {
    const mention = /^\p{Lu}/u.test(words.form(row)) ? longestAt(sight, row, {first, last}) : null
    if (mention) found.push(mention)
    row = mention ? words.indexAt(mention.end) : row + 1
  }
  return found
}

function longestAt(sight: Sight, row: number, {first, last}: {first: number; last: number}): Mention | null {
  const {words} = sight
  for (let end = Math.min(last, row + 4); end > row; end--) {
    const span = {start: words.start[row]!, end: words.end[end - 1]!}
    const written = words.text.slice(span.start, span.end)
    const candidates = candidatesInside(sight, written, {isFirst: row === first && end < last, isSingle: end - row === 1})
    if (candidates.length > 0)
      return {...span, written, use: "part-of-name", why: "part of another name", label: "", candidates, reading: ""}
  }
  return null
}

function candidatesInside(
  {gazetteer, alone}: Sight,
  written: string,
  {isFirst, isSingle}: {isFirst: boolean; isSingle: boolean},
): readonly Candidate[] {
  const adjectives = gazetteer.findAdjective(written)
  if (adjectives.length > 0) return adjectives
  const key = placeKey(written)
  if (isSingle && (written.length < 2 || isCommonWord(key))) return []
  const {candidates, reading} = gazetteer.find(written)
  const best = candidates[0]
  if (!best || (reading !== "" && !reading.includes(", a "))) return []
  if (isSingle && written.length < 5 && written === written.toUpperCase())
    return candidates.filter(place => place.kind === "country" || place.kind === "union")
  if (isSingle && best.source.startsWith("data/places")) return candidates
  const needed = alone.has(key) ? least.elsewhere : !isSingle ? least.several : isFirst ? least.first : least.anywhere
  return best.prior >= needed ? candidates : []
}
