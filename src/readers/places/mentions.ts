import {plainSpan, type Span} from "../../document/span.js"
import {SpanIndex} from "../../document/span-index.js"
import type {Words} from "../../document/words.js"
import type {Name} from "../../language/layers.js"
import type {Gazetteer} from "../../lexicon/places/gazetteer.js"
import {placeKey} from "../../lexicon/places/key.js"
import {readTable} from "../../lexicon/table.js"
import {namesInside} from "./inside.js"
import type {Mention} from "./mention.js"
import {missedNames} from "./missed.js"
import {asRegion} from "./region-word.js"

/** What the names of places are looked for in. */
export interface Sight {
  readonly words: Words
  readonly names: readonly Name[]
  readonly gazetteer: Gazetteer
  readonly datelines: readonly Span[]
  /** Keys of the names that stand by themselves for places in this text. */
  readonly alone: ReadonlySet<string>
}

/** How well known (see Candidate.prior) a place must be to be seen behind a word that does not belong to its name. */
const wellKnown = 5
const spatial = new Set(["GPE", "LOC", "FAC"])

/** Keys of the names of class GPE and LOC. */
export function keysAlone(text: string, names: readonly Name[]): Set<string> {
  return new Set(
    names
      .filter(name => name.label === "GPE" || name.label === "LOC")
      .map(name => placeKey(text.slice(name.start, name.end).replace(/['’]s?$/, ""))),
  )
}

/** Every name of a place: names of that class, adjectives of countries, places inside longer names, and names of the gazetteer that the network passed over. */
export function findMentions(sight: Sight): Mention[] {
  const found: Mention[] = sight.datelines.map(span => lookUp(sight, span, {use: "dateline", why: "dateline", label: "GPE"}))
  const taken = new SpanIndex<Span>(found)
  const add = (mentions: readonly Mention[]): void => {
    for (const mention of mentions) {
      if (taken.overlapping(mention).length > 0) continue
      found.push(mention)
      taken.add(mention)
    }
  }
  for (const name of sight.names) add(mentionsOf(sight, name).filter(mention => !isHeadline(mention)))
  add(missedNames(sight, found))
  return found.sort((a, b) => a.start - b.start)
}

/** Several words in capitals that the gazetteer lacks are a piece of a headline. */
function isHeadline({written, candidates}: Mention): boolean {
  return candidates.length === 0 && written.includes(" ") && written === written.toUpperCase()
}

function mentionsOf(sight: Sight, name: Name): Mention[] {
  if (spatial.has(name.label))
    return splitAtComma(sight.words.text, name).map(span =>
      lookUp(sight, span, {use: "literal", why: `name of class ${name.label}`, label: name.label}),
    )
  if (name.label === "NORP") return adjective(sight, name)
  if (name.label === "PER") return []
  return namesInside(sight, name)
}

/** "Paris, Texas" as one name is two places. */
function splitAtComma(text: string, name: Span): Span[] {
  const written = text.slice(name.start, name.end)
  const comma = written.indexOf(", ")
  if (comma <= 0) return [tidy(text, name)]
  return [tidy(text, {start: name.start, end: name.start + comma}), ...splitAtComma(text, {start: name.start + comma + 2, end: name.end})]
}

/** The span without the article and the possessive. */
function tidy(text: string, span: Span): Span {
  const written = text.slice(span.start, span.end)
  const article = /^the /i.exec(written)?.[0].length ?? 0
  const possessive = /['’]s?$/.exec(written)?.[0].length ?? 0
  return span.end - possessive - article - span.start < 2
    ? {start: span.start, end: span.end}
    : {start: span.start + article, end: span.end - possessive}
}

function adjective(sight: Sight, name: Span): Mention[] {
  const span = withDirection(sight, tidy(sight.words.text, name))
  const written = sight.words.text.slice(span.start, span.end)
  const candidates = sight.gazetteer.findAdjective(written)
  if (candidates.length === 0) return namesInside(sight, name)
  return [{...span, written, use: "demonym", why: "people or adjective of a place", label: "", candidates, reading: ""}]
}

/** "Central American" where the network saw "American" alone. */
function withDirection({words, gazetteer}: Sight, span: Span): Span {
  const row = words.indexAt(span.start) - 1
  if (row < 0 || !/^\p{Lu}/u.test(words.form(row)) || words.sentence[row] !== words.sentence[row + 1]) return span
  const longer = {start: words.start[row]!, end: span.end}
  return gazetteer.findAdjective(words.text.slice(longer.start, longer.end)).length > 0 ? longer : span
}

function lookUp(sight: Sight, span: Span, {use, why, label}: Pick<Mention, "use" | "why" | "label">): Mention {
  const {words, gazetteer} = sight
  const written = words.text.slice(span.start, span.end)
  const found = gazetteer.find(written)
  if (isRoad(written) && !found.candidates[0]?.source.startsWith("data/places"))
    return {...plainSpan(span), written, use, why, label: "FAC", candidates: [], reading: ""}
  if (found.candidates.length > 0) return asRegion(words, gazetteer, {...plainSpan(span), written, use, why, label, ...found})
  const candidates = gazetteer.findAdjective(written)
  if (candidates.length > 0)
    return {...plainSpan(span), written, use: "demonym", why: "people or adjective of a place", label: "", candidates, reading: ""}
  const shorter = label === "FAC" ? null : withoutFirstWord(sight, span)
  return shorter ? lookUp(sight, shorter, {use, why, label}) : {...plainSpan(span), written, use, why, label, candidates: [], reading: ""}
}

let roads: ReadonlySet<string> | null = null

/** "West Fifth Street": a road, and not the town that has the same name without a word or with all of them. */
function isRoad(written: string): boolean {
  roads ??= new Set(readTable("places/roads.tsv").map(row => row.word!))
  const words = written.toLowerCase().split(" ")
  return words.length > 1 && roads.has(words.at(-1)!.replace(/\.$/, ""))
}

/** "First Seychelles" at the head of a headline is Seychelles. */
function withoutFirstWord({words, gazetteer}: Sight, span: Span): Span | null {
  const {first, last} = words.rowsIn(span)
  if (last - first < 2) return null
  const shorter = {start: words.start[first + 1]!, end: span.end}
  return (gazetteer.find(words.text.slice(shorter.start, shorter.end)).candidates[0]?.prior ?? 0) >= wellKnown ? shorter : null
}
