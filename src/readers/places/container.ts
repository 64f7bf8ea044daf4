import type {Sentence} from "../../document/words.js"
import type {TraceStep} from "../../record/all.js"
import type {Candidate} from "./candidate.js"
import type {Resolved} from "./resolve.js"

/** A known place around one that the gazetteer lacks, and why. */
export interface Container {
  readonly place: Candidate
  readonly around: Resolved
  readonly trace: TraceStep
}

const exact = new Set(["point", "town", "district", "region"])

/**
 * The known place that a place without coordinates most likely lies in: named in the same sentence, nearest first, a town before a country; else in the
 * same paragraph's dateline; else the town that the article names most. Null when there is none.
 */
export function containerOf(lost: Resolved, all: readonly Resolved[], sentences: readonly Sentence[]): Container | null {
  const sentence = sentences.find(candidate => candidate.end > lost.mention.start)
  const near = sentence
    ? nearest(
        lost,
        all.filter(other => other.mention.start >= sentence.start && other.mention.end <= sentence.end),
      )
    : null
  if (near) return contain(near, "not in the gazetteer; nearest known place of the sentence")
  const before = [...all]
    .reverse()
    .find(other => other.mention.end <= lost.mention.start && lost.mention.start - other.mention.end < 400 && isExact(other))
  if (before) return contain(before, "not in the gazetteer; place named before")
  const dateline = all.find(other => other.mention.use === "dateline" && other.place)
  if (dateline) return contain(dateline, "not in the gazetteer; the dateline's place")
  const common = mostNamed(all)
  return common && contain(common, "not in the gazetteer; the place the article names most")
}

function nearest(lost: Resolved, others: readonly Resolved[]): Resolved | null {
  const distance = (other: Resolved): number =>
    Math.max(lost.mention.start - other.mention.end, other.mention.start - lost.mention.end) +
    (other.place!.precision === "country" ? 1000 : 0)
  const known = others.filter(
    other =>
      other !== lost &&
      other.place &&
      (isExact(other) || other.place.precision === "country") &&
      other.mention.use !== "part-of-name" &&
      other.mention.use !== "demonym",
  )
  return known.sort((a, b) => distance(a) - distance(b))[0] ?? null
}

function isExact(other: Resolved): boolean {
  return other.place !== null && exact.has(other.place.precision) && other.mention.use !== "part-of-name" && other.mention.use !== "demonym"
}

function mostNamed(all: readonly Resolved[]): Resolved | null {
  const counts = new Map<Candidate, {first: Resolved; count: number}>()
  for (const other of all) {
    if (!isExact(other)) continue
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
