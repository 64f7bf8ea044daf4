import {type Candidate, distanceBetween} from "../../lexicon/places/candidate.js"
import {placeKey} from "../../lexicon/places/key.js"
import type {Mention} from "./mention.js"

/** A larger place named beside a smaller one. `firm`: the text says so ("Paris, Texas"); otherwise it only makes it likelier ("a town in northern Syria"). */
export interface Beside {
  readonly larger: Mention
  readonly firm: boolean
  /** No place of the smaller one's name is known there: it is a place that the gazetteer lacks, not a namesake elsewhere. */
  readonly lacking?: boolean
}

const larger = new Set(["country", "region", "district", "area", "island", "capital", "city"])
const firmly = /^(?:, ?(?:in |in the |near )?| \(|, (?:the )?(?:capital|town|city|village|district|suburb) (?:of|in) )$/i
const loosely = /^[^.;:!?\n]{0,40}\b(?:in|of|province|near|within)\b[^.;:!?\n]{0,25}$/i
const possessive = /^['’]s? (?:[a-z-]{1,20} ){0,2}$/

/** For each mention, the larger place that the words beside it name; mentions in reading order. */
export function pairBeside(text: string, mentions: readonly Mention[]): Map<Mention, Beside> {
  const pairs = new Map<Mention, Beside>()
  mentions.forEach((mention, at) => {
    const next = mentions[at + 1]
    const previous = mentions[at - 1]
    if (next && firmly.test(text.slice(mention.end, next.start)) && fits(mention, next)) pairs.set(mention, {larger: next, firm: true})
    else if (previous && possessive.test(text.slice(previous.end, mention.start)) && fits(mention, previous))
      pairs.set(mention, {larger: previous, firm: true})
    else if (next && next.start - mention.end < 70 && loosely.test(text.slice(mention.end, next.start)) && fits(mention, next))
      pairs.set(mention, {larger: next, firm: false})
    else if (next && next.start - mention.end < 3 && text.slice(mention.end, next.start) === ", " && isTownOfState(mention, next))
      pairs.set(mention, {larger: next, firm: true, lacking: true})
  })
  return pairs
}

/** Countries whose towns are written with their state or province: "Bell, Fla.", "Salmo, British Columbia". */
const statesWritten = new Set(["USA", "CAN"])

function isTownOfState({candidates: [town], use}: Mention, {candidates: [state]}: Mention): boolean {
  return (
    (use === "literal" || use === "dateline") &&
    town !== undefined &&
    town.kind !== "region" &&
    town.kind !== "country" &&
    state?.kind === "region" &&
    statesWritten.has(state.country ?? "")
  )
}

function fits(mention: Mention, other: Mention): boolean {
  return other.use !== "part-of-name" && mention.candidates.some(inner => other.candidates.some(outer => liesIn(inner, outer)))
}

/** Does the first place lie in the second, as far as the gazetteer tells? */
export function liesIn(inner: Candidate, outer: Candidate): boolean {
  if (inner === outer || !larger.has(outer.kind) || inner.kind === "country" || inner.kind === "continent") return false
  if (outer.kind === "country") return inner.country === outer.country
  if (inner.country !== outer.country || inner.kind === "region") return false
  if (outer.kind === "region")
    return (
      inner.admin1 !== null && (placeKey(inner.admin1) === placeKey(outer.name) || placeKey(inner.admin1) === placeKey(outer.admin1 ?? ""))
    )
  if (outer.precision === "town" && inner.precision === "town" && inner.kind !== "quarter") return false
  return distanceBetween(inner, outer) < (outer.kind === "area" ? 250 : 60)
}
