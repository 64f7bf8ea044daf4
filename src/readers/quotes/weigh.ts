import type {Words} from "../../document/words.js"
import {caseOf, childBy, childrenBy} from "../../language/clause.js"
import type {Candidate, Draft} from "./draft.js"
import {isDocument} from "./source.js"

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
  "thing act": 0.55,
  "obj thought": 0.4,
  "at speech": 0.8,
  "by speech": 0.85,
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

/** What weighing needs: the words, and the kind of thing that the phrase headed by a row names ("person", "event"). */
export interface WeighContext {
  readonly words: Words
  kindOf(row: number): string
}

/** What makes a report less likely: a thing as its speaker. */
const mutePenalty = 0.3
/** Kinds of things that say nothing, as the network tells them apart. */
const mute = /^(?:event|object|substance|plant|time|abstract|animal)$/

/** How likely a candidate is a report with this speaker; 0 where nobody is named, where the reader is addressed, or in an infinitive or order of nobody's. */
export function weigh(candidate: Candidate, {words, kindOf}: WeighContext): number {
  const {network, known, frame, cueRow} = candidate
  if (candidate.content.length === 0 || !candidate.source || isReader(candidate, words)) return 0
  if (candidate.content.some(content => content.start <= candidate.source!.start && candidate.source!.end <= content.end)) return 0
  if (frame === "network") return network.content * 0.7
  if (!known) return network.cue < unknownCue ? 0 : 0.2 + 0.5 * network.cue
  const start = base[`${frame} ${known}`] ?? usual
  const lessened = isMute(candidate, {words, kindOf}) ? mutePenalty : 0
  const isAsked = words.xpos[cueRow] === "VB" && words.deprel[cueRow] !== "root" && network.cue < 0.2 ? 0.1 : 0
  return round(Math.min(0.97, Math.max(0.05, start + (network.cue - 0.5) * 0.2 - isAsked - lessened)))
}

/** A common noun for a thing that is no document: "aftershocks threatened", "the call required"; not "a number of members". Where the network is sure of a report the noun stands for people. */
function isMute({speakerRow, network, known}: Candidate, {words, kindOf}: WeighContext): boolean {
  if (speakerRow < 0 || !/^(?:NOUN|NUM|SYM)$/.test(words.upos[speakerRow]!) || isDocument(words.lemma[speakerRow]!)) return false
  if (known === "speech" && network.cue > 0.5) return false
  const members = childrenBy(words, speakerRow, "nmod").find(child => caseOf(words, child) === "of")
  return mute.test(kindOf(speakerRow)) && !(members !== undefined && /^(?:person|organization)$/.test(kindOf(members)))
}

const round = (value: number): number => Math.round(value * 1000) / 1000

/** The reader, nobody, or an "it" that the network does not see speak: "it seems that", "it takes". */
function isReader({speakerRow, cueRow, network}: Candidate, words: Words): boolean {
  if (speakerRow < 0) return false
  const word = words.form(speakerRow).toLowerCase()
  const isSaying = network.cue >= 0.5 && network.source >= 0.5 && childBy(words, cueRow, "nsubj:pass", "aux:pass", "cop") < 0
  return word === "it" ? !isSaying : /^(?:you|one|there|what|nobody)$/.test(word)
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
