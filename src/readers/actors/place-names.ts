import {holds, type Span} from "../../document/span.js"
import type {Name} from "../../language/layers.js"
import type {Candidate} from "../../lexicon/places/candidate.js"
import {loadGazetteer} from "../../lexicon/places/gazetteer.js"
import {isGeneral} from "./ambiguous-names.js"
import {type KnownName, namesIn} from "./known-names.js"
import {makeEntry, type Sense} from "./register.js"

/** How much less likely, in powers of ten of people, a place may be than the likeliest of its name where the text names its country. */
const tolerance = 1.6
/** What a place must weigh, and by how much more than its namesakes abroad, to be meant where nothing else speaks for it. */
const alone = {prior: 3.6, margin: 0.6}
/** The same for a place inside the name of a body: "Florida Legislature", "Bank of Nova Scotia". */
const insideBody = {prior: 4.4, margin: 0.6}

interface Sight {
  readonly text: string
  readonly known: readonly KnownName[]
  /** Countries that the text names otherwise. */
  readonly countries: ReadonlySet<string>
}

/**
 * The names of the register together with those of provinces, regions and towns, which say whose country somebody is of: "the Gujarat government",
 * "a court in Lyon". A state inside the name of another place is not meant: "New Mexico", "Central American".
 */
export function addPlaceNames(sight: Sight, names: readonly Name[]): KnownName[] {
  const added: KnownName[] = []
  const dropped = new Set<KnownName>()
  let after: {start: number; country: string | null} | null = null
  for (const name of [...names].sort((a, b) => b.start - a.start)) {
    const span = bareSpan(sight.text, name)
    const inside = namesIn(sight.known, span)
    const whole = inside.find(other => holds(other, span))
    const within: string | null = after && /^,? $/.test(sight.text.slice(name.end, after.start)) ? after.country : null
    const found: Found | null = whole
      ? null
      : name.label === "ORG"
        ? placeInBody(sight, span, inside)
        : placeOf(sight, span, {label: name.label, within})
    after = {start: name.start, country: whole?.entry.country ?? found?.country ?? null}
    if (!found || inside.some(other => other.entry.country === found.country && found.country !== null)) continue
    for (const other of inside) if (other.entry.kind === "state") dropped.add(other)
    if (found.country) added.push(placeName(sight.text, found, found.country))
  }
  return [...sight.known.filter(name => !dropped.has(name)), ...added].sort((a, b) => a.start - b.start)
}

interface Found extends Span {
  readonly sense: Sense
  readonly country: string | null
}

function placeOf(sight: Sight, span: Span, {label, within}: {label: string; within: string | null}): Found | null {
  const written = sight.text.slice(span.start, span.end)
  const gazetteer = loadGazetteer()
  if (label === "NORP" || label === "MISC") {
    const candidates = gazetteer.findAdjective(written)
    if (candidates.length > 0) return {...span, sense: "adjective", country: countryAmong(candidates, sight.countries, alone)}
    if (label === "MISC") return null
  }
  if (label !== "GPE" && label !== "LOC" && label !== "NORP") return null
  const {candidates} = gazetteer.find(written)
  if (candidates.length === 0) return within ? {...span, sense: "name", country: within} : null
  return {...span, sense: "name", country: within ?? countryAmong(candidates, sight.countries, alone)}
}

/** The place that is the name of an unknown body, that it begins with, or that stands after its "of" or "in". */
function placeInBody(sight: Sight, span: Span, inside: readonly KnownName[]): Found | null {
  if (inside.length > 0) return null
  for (const part of partsOf(sight.text, span)) {
    const written = sight.text.slice(part.start, part.end)
    if (!/^\p{Lu}/u.test(written) || isGeneral(written)) continue
    const {candidates} = loadGazetteer().find(written)
    const country = candidates.length > 0 ? countryAmong(candidates, sight.countries, insideBody) : null
    if (country) return {...part, sense: "name", country}
  }
  return null
}

function partsOf(text: string, {start, end}: Span): Span[] {
  const written = text.slice(start, end)
  const after = /^.{1,80}? (?:of|in) (?:the )?(?=\p{Lu})/u.exec(written)
  const words = [...written.matchAll(/ /g)].map(space => space.index).slice(0, 3)
  const starts = [end - start, ...words.reverse()].map(length => ({start, end: start + length}))
  return after ? [{start: start + after[0].length, end}, ...starts] : starts
}

/** The country of the places that a name can stand for; null when it lies in none or stays open. */
function countryAmong(
  candidates: readonly Candidate[],
  countries: ReadonlySet<string>,
  bar: {readonly prior: number; readonly margin: number},
): string | null {
  const [top] = candidates
  if (!top?.country) return null
  const here = candidates.find(({country}) => country !== null && countries.has(country))
  if (here && here.prior >= top.prior - tolerance) return here.country
  const abroad = candidates.find(({country}) => country !== top.country)
  return top.prior >= bar.prior && (!abroad || abroad.prior <= top.prior - bar.margin) ? top.country : null
}

function placeName(text: string, {start, end, sense}: Found, country: string): KnownName {
  const name = text.slice(start, end)
  return {start, end, sense, rivals: [], entry: makeEntry({id: `place:${name}`, name, kind: "place", country})}
}

/** Without the article before it and the possessive ending. */
function bareSpan(text: string, {start, end}: Span): Span {
  const written = text.slice(start, end)
  return {start: start + (/^the /i.exec(written)?.[0].length ?? 0), end: end - (/['’]s?$/.exec(written)?.[0].length ?? 0)}
}
