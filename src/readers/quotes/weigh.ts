import type {Words} from "../../document/words.js"
import type {Candidate, Draft} from "./draft.js"

/** How often a report in a construction is one, the network unheard: counted by reading, in round figures. */
const base: Readonly<Record<string, number>> = {
  "that speech": 0.9,
  "quote speech": 0.8,
  "preposition speech": 0.85,
  "that thought": 0.65,
  "to act": 0.7,
  "to thought": 0.55,
  "as act": 0.65,
  "as thought": 0.5,
  "obj act": 0.55,
  "obj thought": 0.4,
  "at speech": 0.8,
  "gerund act": 0.75,
  "noun-that speech": 0.7,
  "noun-to speech": 0.5,
  "noun-that thought": 0.5,
  "noun-to thought": 0.45,
  "adjective-that thought": 0.5,
}
const usual = 0.6
/** What a cue of no table and a run of the network's own need from the network. */
const unknownCue = 0.4

/** How likely a candidate is a report with this speaker; 0 where nobody is named, where the reader is addressed, or in an infinitive or order of nobody's. */
export function weigh(candidate: Candidate, words: Words): number {
  const {network, known, frame, cueRow} = candidate
  if (candidate.content.length === 0 || !candidate.source || isReader(candidate, words)) return 0
  if (candidate.content.some(content => content.start <= candidate.source!.start && candidate.source!.end <= content.end)) return 0
  if (frame === "network") return network.content * 0.7
  if (!known) return network.cue < unknownCue ? 0 : 0.2 + 0.5 * network.cue
  const start = base[`${frame} ${known}`] ?? usual
  const isAsked = words.xpos[cueRow] === "VB" && words.deprel[cueRow] !== "root" && network.cue < 0.2 ? 0.1 : 0
  return round(Math.min(0.97, Math.max(0.05, start + (network.cue - 0.5) * 0.2 - isAsked)))
}

const round = (value: number): number => Math.round(value * 1000) / 1000

function isReader({speakerRow}: Candidate, words: Words): boolean {
  return speakerRow >= 0 && /^(?:you|one|it|there|what|nobody)$/i.test(words.form(speakerRow))
}

/** A candidate as a draft. */
export function toDraft(candidate: Candidate, confidence: number): Draft {
  const kind = candidate.known === "act" && candidate.frame !== "that" ? "act" : "indirect"
  return {
    kind,
    content: [...candidate.content],
    cue: candidate.cue,
    source: candidate.source,
    medium: candidate.medium,
    follows: null,
    confidence,
    trace: [{rule: candidate.rule, span: candidate.cue, gave: `${kind} quotation`}],
  }
}
