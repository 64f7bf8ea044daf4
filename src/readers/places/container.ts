import type {Span} from "../../document/span.js"
import {SpanIndex} from "../../document/span-index.js"
import type {Sentence} from "../../document/words.js"
import type {Candidate} from "../../lexicon/places/candidate.js"
import type {TraceStep} from "../../record/all.js"
import type {Resolved} from "./resolve.js"

/** A known place around one that the gazetteer lacks, and why. */
export interface Container {
  readonly place: Candidate
  readonly around: Resolved
  readonly trace: TraceStep
}

const exact = new Set(["point", "town", "district", "region"])

/** How well a place must fit (see Resolved.score) to hold another one. */
const sure = 4

/** What containers are looked for among. */
export interface Around {
  readonly text: string
  readonly known: SpanIndex<At>
  readonly sentences: SpanIndex<Sentence>
  /** The town that the article writes from or names most. */
  readonly home: Resolved | null
}

interface At extends Span {
  readonly resolved: Resolved
}

/** Puts the places of a text in order for `containerOf`. */
export function surroundings(text: string, resolved: readonly Resolved[], sentences: readonly Sentence[]): Around {
  const all = withoutStates(resolved)
  const known = new SpanIndex(all.map(each => ({start: each.mention.start, end: each.mention.end, resolved: each})))
  return {text, known, sentences: new SpanIndex(sentences), home: homeOf(all)}
}

/** How far off a container may stand, in characters: said behind the place, or named before it. */
const reach = {behind: 100, before: 400}

/** Without the state of "Memphis, Tenn.": what lies there lies in the town rather than anywhere in the state. */
function withoutStates(all: readonly Resolved[]): readonly Resolved[] {
  const states = new Set(all.flatMap(({place, within}) => (place?.precision === "town" && within ? [within] : [])))
  return all.filter(({mention, place}) => place?.precision !== "region" || !states.has(mention))
}

/**
 * The known place that a place without coordinates most likely lies in: the one it is said to be "in"; for a building or street the dateline's or the town
 * the article names most; else the nearest of the sentence or just before; else again the article's. Null when there is none.
 */
export function containerOf(lost: Resolved, around: Around): Container | null {
  const {text, home} = around
  const {start, end} = lost.mention
  const said = within(around, end, end + reach.behind).find(
    other => holds(other) && other.mention.start > end && isSaidIn(text.slice(end, other.mention.start)),
  )
  if (said) return contain(said, "not in the gazetteer; said to be there")
  if (home && lost.mention.label === "FAC") return contain(home, "not in the gazetteer; the article's place")
  const near = nearestOf(lost, around)
  if (near) return contain(near, "not in the gazetteer; nearest known place of the sentence")
  const before = within(around, start - reach.before, start).findLast(other => holds(other) && other.mention.end <= start)
  if (before) return contain(before, "not in the gazetteer; place named before")
  return home && contain(home, "not in the gazetteer; the article's place")
}

function isSaidIn(between: string): boolean {
  return /^(?:, | \(| (?:[a-z-]{1,20} ){0,3}(?:in|near|at|outside|of) (?:the )?)$/.test(between)
}

/** The places that reach into these characters, in reading order. */
function within({known}: Around, start: number, end: number): Resolved[] {
  return known
    .overlapping({start: Math.max(0, start), end})
    .sort((a, b) => a.start - b.start)
    .map(({resolved}) => resolved)
}

function nearestOf(lost: Resolved, around: Around): Resolved | null {
  const sentence = around.sentences.overlapping(lost.mention)[0]
  if (!sentence) return null
  const inside = within(around, sentence.start, sentence.end).filter(
    other => other.mention.start >= sentence.start && other.mention.end <= sentence.end,
  )
  const distance = (other: Resolved): number =>
    Math.max(lost.mention.start - other.mention.end, other.mention.start - lost.mention.end) + (holds(other) ? 0 : 1000)
  return inside.filter(other => holds(other) || other.place?.precision === "country").sort((a, b) => distance(a) - distance(b))[0] ?? null
}

/** Can it hold a smaller place: is it exact, sure and meant as a place? */
function holds({place, mention, score}: Resolved): boolean {
  return place !== null && exact.has(place.precision) && score >= sure && mention.use !== "part-of-name" && mention.use !== "demonym"
}

function homeOf(all: readonly Resolved[]): Resolved | null {
  return all.find(other => other.mention.use === "dateline" && other.place) ?? mostNamed(all)
}

function mostNamed(all: readonly Resolved[]): Resolved | null {
  const counts = new Map<Candidate, {first: Resolved; count: number}>()
  for (const other of all) {
    if (!holds(other)) continue
    const known = counts.get(other.place!)
    if (known) known.count++
    else counts.set(other.place!, {first: other, count: 1})
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0]?.first ?? null
}

function contain(around: Resolved, rule: string): Container {
  return {
    place: around.place!,
    around,
    trace: {rule, span: {start: around.mention.start, end: around.mention.end}, gave: around.place!.name},
  }
}
