import {holds, type Span} from "../../document/span.js"
import {SpanIndex} from "../../document/span-index.js"
import type {Words} from "../../document/words.js"
import {type Candidate, type Contents, contentsOf, type Draft} from "./draft.js"
import {type IndirectContext, toCandidate, verbCandidates} from "./indirect.js"
import type {Quoted} from "./marks.js"
import type {PartRun} from "./network.js"
import {nominalCandidates} from "./nominal.js"
import {type Rows, spanOf} from "./rows.js"
import {toDraft, weigh} from "./weigh.js"

/** A report this likely is put out. */
const floor = 0.4

/** All reports in the reporter's words: what tree and table find, and what only the network sees. Words inside a direct quotation are the speaker's and report nothing here. */
export function readReports(context: IndirectContext, quoted: readonly Quoted[], direct: readonly Draft[]): Draft[] {
  const {words} = context
  const spoken = contentsOf(direct)
  const marked = new SpanIndex(quoted)
  const candidates: Candidate[] = []
  for (let row = 0; row < words.length; row++) {
    if (words.upos[row] === "VERB") candidates.push(...verbCandidates(row, context))
    candidates.push(...nominalCandidates(row, context))
  }
  const weighed = candidates
    .filter(({cue}) => spoken.overlapping(cue).length === 0 && !isQuoted(cue, marked))
    .map(candidate => ({candidate, confidence: weigh(candidate, context)}))
    .filter(({confidence}) => confidence >= floor)
  const reported = new SpanIndex(weighed.flatMap(({candidate}) => candidate.content.map(({start, end}) => ({start, end, candidate}))))
  const kept = weighed.filter(({candidate}) => !isNestedThought(candidate, reported))
  const drafts = kept.map(({candidate, confidence}) => outside(toDraft(candidate, confidence), spoken))
  return [...drafts, ...networkReports(context, marked, [...drafts, ...direct])]
}

/** `“I think so,” Putin said, referring to Syria`: a source inside a quotation gives way to whoever is quoted. */
function outside(draft: Draft, spoken: Contents): Draft {
  const around = draft.source ? spoken.overlapping(draft.source)[0] : undefined
  return around ? {...draft, source: around.draft.source} : draft
}

const isQuoted = (cue: Span, marked: SpanIndex<Quoted>): boolean =>
  marked.overlapping(cue).some(piece => piece.open <= cue.start && cue.end <= piece.close)

function hasVerb(words: Words, {first, last}: Rows): boolean {
  for (let row = first; row < last; row++) if (/^(?:VB[DPZ]|MD)$/.test(words.xpos[row]!)) return true
  return false
}

const isPronoun = (words: Words, {first, last}: Rows): boolean => last - first === 1 && words.upos[first] === "PRON"

/** What somebody is said to think or want belongs to what is said: only reports with a clause of their own keep both layers. */
function isNestedThought(candidate: Candidate, reported: SpanIndex<Span & {readonly candidate: Candidate}>): boolean {
  if (candidate.known === "speech" || (candidate.frame === "that" && candidate.known === "act")) return false
  return reported
    .overlapping(candidate.cue)
    .some(content => content.candidate !== candidate && content.candidate.known !== null && holds(content, candidate.cue))
}

/** Contents that only the network sees, with the cue and source it sees in the same sentence; beside a cue whose report is read already, only clauses. */
function networkReports(context: IndirectContext, marked: SpanIndex<Quoted>, drafts: readonly Draft[]): Draft[] {
  const {words, network} = context
  const taken = new SpanIndex(drafts.flatMap(draft => [...draft.content, ...(draft.cue ? [draft.cue] : [])]))
  const cues = new SpanIndex(drafts.flatMap(draft => draft.cue ?? []))
  return network.runs
    .filter(run => run.part === "content")
    .flatMap(run => {
      const span = spanOf(words, run)
      if (taken.overlapping(span).length > 0) return []
      const cue = nearest(context, run, "cue")
      const source = nearest(context, run, "source")
      if (!cue || !source || isQuoted(spanOf(words, cue), marked) || isPronoun(words, run)) return []
      if (cues.overlapping(spanOf(words, cue)).length > 0 && !hasVerb(words, run)) return []
      const found = toCandidate(
        cue.first,
        {frame: "network", known: null, content: [run], cue: spanOf(words, cue), speaker: source.first},
        context,
      )
      const candidate = {...found, source: spanOf(words, source)}
      const confidence = weigh(candidate, context)
      return confidence >= floor ? [toDraft(candidate, confidence)] : []
    })
}

/** The nearest run of a part in the same sentence. */
export function nearest(
  {words, network}: IndirectContext,
  run: {readonly first: number; readonly last: number},
  part: PartRun["part"],
): PartRun | null {
  const away = (other: PartRun) => Math.max(run.first - other.last, other.first - run.last)
  const beside = network.runsIn(words.sentence[run.first]!).filter(other => other.part === part)
  return beside.reduce<PartRun | null>((best, other) => (best && away(best) <= away(other) ? best : other), null)
}
