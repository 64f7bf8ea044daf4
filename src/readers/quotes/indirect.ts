import type {Span} from "../../document/span.js"
import {holds} from "../../document/span.js"
import type {Words} from "../../document/words.js"
import {caseOf, childBy, childrenBy} from "../../language/clause.js"
import {nounPhraseSpan} from "../../language/noun-phrase.js"
import {clauseSpans, isWithin} from "./content.js"
import {type Frame, cueClass} from "./cues.js"
import type {Draft} from "./draft.js"
import {mediumAt, sourceAt} from "./source.js"

/** Is this word a cue by the network's own reading? A probability. */
export type CueScore = (row: number) => number

/** Reports in the reporter's words: "said that", ", officials said", "urged X to", "condemned the decision", "put the toll at", "according to". */
export function readIndirect(words: Words, cueScore: CueScore): Draft[] {
  const drafts: Draft[] = []
  for (let row = 0; row < words.length; row++) {
    const draft = words.upos[row] === "VERB" ? byVerb(words, row, cueScore) : words.form(row).toLowerCase() === "according" ? byAccording(words, row) : null
    if (draft) drafts.push(draft)
  }
  return drafts
}

function byVerb(words: Words, row: number, cueScore: CueScore): Draft | null {
  const lemma = words.lemma[row]!.toLowerCase()
  return clausal(words, row, {lemma, score: cueScore(row)}) ?? parenthetical(words, row, lemma) ?? infinitive(words, row, lemma) ?? gerund(words, row, lemma) ?? toll(words, row, lemma) ?? objective(words, row, lemma)
}

/** "said that the army left", "believes it": a clause as complement. */
function clausal(words: Words, row: number, {lemma, score}: {lemma: string; score: number}): Draft | null {
  const clause = childBy(words, row, "ccomp")
  if (clause < 0 || words.start[clause]! < words.start[row]!) return null
  const known = cueClass(lemma, "that")
  if (!known && score < 0.5) return null
  return draftFrom(words, row, {kind: "indirect", content: clauseSpans(words, clause), rule: frameRule(known ? "that" : null), confidence: known === "thought" ? 0.7 : 0.85})
}

/** ", officials said": the sentence around the cue is the content. */
function parenthetical(words: Words, row: number, lemma: string): Draft | null {
  if (cueClass(lemma, "quote") !== "speech") return null
  const before = childBy(words, row, "ccomp")
  const main = words.deprel[row] === "parataxis" ? words.head[row]! : before >= 0 && words.start[before]! < words.start[row]! ? before : -1
  if (main < 0 || childBy(words, row, "nsubj") < 0) return null
  const content = clauseSpans(words, main, {without: row})
  return content.length === 0 ? null : draftFrom(words, row, {kind: "indirect", content, rule: "a cue set beside its sentence: “…, X said”", confidence: 0.8})
}

/** "refused to negotiate", "urged both delegations to stay". */
function infinitive(words: Words, row: number, lemma: string): Draft | null {
  const known = cueClass(lemma, "to")
  const clause = known ? (childrenBy(words, row, "xcomp", "ccomp").find(child => childBy(words, child, "mark") >= 0) ?? -1) : -1
  if (clause < 0 || words.xpos[clause] === "VBG" || words.start[clause]! < words.start[row]!) return null
  const content = clauseSpans(words, clause).map(span => span)
  return draftFrom(words, row, {kind: known === "thought" ? "indirect" : "act", content, rule: frameRule("to"), confidence: known === "thought" ? 0.55 : 0.75})
}

/** "denied breaching the truce". */
function gerund(words: Words, row: number, lemma: string): Draft | null {
  const clause = cueClass(lemma, "gerund") ? childrenBy(words, row, "xcomp", "ccomp", "obj").find(child => words.xpos[child] === "VBG" && words.upos[child] === "VERB") : undefined
  return clause === undefined ? null : draftFrom(words, row, {kind: "act", content: clauseSpans(words, clause), rule: frameRule("gerund"), confidence: 0.75})
}

/** "put the dead at seven". */
function toll(words: Words, row: number, lemma: string): Draft | null {
  if (!cueClass(lemma, "at")) return null
  const object = childBy(words, row, "obj")
  const at = childrenBy(words, row, "obl").find(child => caseOf(words, child) === "at")
  if (object < 0 || at === undefined) return null
  const content = {start: clauseSpans(words, object)[0]!.start, end: clauseSpans(words, at).at(-1)!.end}
  return draftFrom(words, row, {kind: "indirect", content: [content], rule: frameRule("at"), confidence: 0.8})
}

/** "condemned the commitment": the object is what the act is about. */
function objective(words: Words, row: number, lemma: string): Draft | null {
  const object = cueClass(lemma, "obj") ? childBy(words, row, "obj") : -1
  if (object < 0 || words.upos[object] === "PRON") return null
  return draftFrom(words, row, {kind: "act", content: clauseSpans(words, object), rule: frameRule("obj"), confidence: 0.6})
}

function byAccording(words: Words, row: number): Draft | null {
  const source = words.head[row]!
  if (source < 0 || caseOf(words, source) !== "according to") return null
  const main = words.head[source]!
  if (main < 0) return null
  const content = clauseSpans(words, main, {without: source})
  const cue = {start: words.start[row]!, end: words.end[childBy(words, row, "fixed")]!}
  return content.length === 0 ? null : {kind: "indirect", content, cue, source: nounPhraseSpan(words, source), medium: null, continues: false, confidence: 0.85, trace: [{rule: frameRule("preposition"), span: cue, gave: "indirect quotation"}]}
}

function draftFrom(words: Words, row: number, part: {kind: Draft["kind"]; content: Span[]; rule: string; confidence: number}): Draft | null {
  const source = sourceAt(words, row)
  const cue = {start: words.start[row]!, end: words.end[row]!}
  const isAddressed = source !== null && /^(?:you|one)$/i.test(words.text.slice(source.start, source.end))
  if (part.content.length === 0 || isAddressed || (source === null && part.confidence < 0.8) || (source && part.content.some(content => holds(content, source) && isWithin(content, cue)))) return null
  return {kind: part.kind, content: part.content, cue, source, medium: mediumAt(words, row), continues: false, confidence: part.confidence, trace: [{rule: part.rule, span: cue, gave: `${part.kind} quotation`}]}
}

function frameRule(frame: Frame | null): string {
  return frame ? `data/quotes/cues.tsv, frame “${frame}”` : "the network reads the verb as a cue"
}
