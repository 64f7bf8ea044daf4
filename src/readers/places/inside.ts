import type {Span} from "../../document/span.js"
import type {Candidate} from "./candidate.js"
import type {Mention} from "./mention.js"
import type {Sight} from "./mentions.js"

/** A place inside another name must be at least this well known (see Candidate.prior). */
const least = 2.2

/** The places named inside another name: "University of Damascus", "Syrian Observatory", "Dubai World Cup". Longest first, from the left. */
export function namesInside({words, gazetteer}: Sight, name: Span): Mention[] {
  const {first, last} = words.rowsIn(name)
  const found: Mention[] = []
  for (let row = first; row < last; ) {
    const mention = longestAt(row)
    if (mention) found.push(mention)
    row = mention ? words.indexAt(mention.end) : row + 1
  }
  return found

  function longestAt(row: number): Mention | null {
    if (!/^\p{Lu}/u.test(words.form(row))) return null
    for (let end = Math.min(last, row + 4); end > row; end--) {
      const span = {start: words.start[row]!, end: words.end[end - 1]!}
      const written = words.text.slice(span.start, span.end)
      const candidates = candidatesInside(written, end - row === 1)
      if (candidates.length > 0) return {...span, written, use: "part-of-name", why: "part of another name", candidates, reading: ""}
    }
    return null
  }

  function candidatesInside(written: string, single: boolean): readonly Candidate[] {
    if (written.length < 3 && written !== written.toUpperCase()) return []
    const adjectives = gazetteer.findAdjective(written)
    if (adjectives.length > 0) return adjectives
    const {candidates, reading} = gazetteer.find(written)
    if (reading !== "" && !/, a /.test(reading)) return []
    return (candidates[0]?.prior ?? 0) >= (single ? least : least - 0.4) ? candidates : []
  }
}
