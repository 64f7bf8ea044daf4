import type {Words} from "../../document/words.js"
import {wordSets} from "../word-sets.js"

/** A stretch between quotation marks, rows [first, last) without the marks, and the row that heads the words for its speaker, −1 when unknown. */
export interface Quotation {
  readonly first: number
  readonly last: number
  readonly speaker: number
  /** Quotations of one speaker in a row share a voice. */
  readonly voice: number
}

/** Words farther than this behind an opening mark are not searched for its end. */
const longest = 400

/** Finds the quotations of a document and who speaks them, as far as a verb like "said" beside them shows. */
export function findQuotations(words: Words): Quotation[] {
  const found: Quotation[] = []
  for (const {first, last} of quotedStretches(words)) {
    const previous = found.at(-1)
    const speaker = findSpeaker(words, first, last)
    const goesOn = speaker < 0 && previous !== undefined && isNear(words, previous, first)
    const same =
      speaker >= 0 && previous !== undefined && words.lemma[previous.speaker] === words.lemma[speaker] && isNear(words, previous, first)
    const voice = (goesOn || same) && previous ? previous.voice : found.length + 1
    found.push({first, last, speaker: goesOn && previous ? previous.speaker : speaker, voice})
  }
  return found
}

/** For every row the voice that speaks it: 0 outside quotation marks. */
export function voicesOf(words: Words, quotations: readonly Quotation[]): Int32Array {
  const voices = new Int32Array(words.length)
  for (const quotation of quotations) voices.fill(quotation.voice, quotation.first, quotation.last)
  return voices
}

function* quotedStretches(words: Words): Generator<{first: number; last: number}> {
  let open = -1
  let mark = ""
  for (let row = 0; row < words.length; row++) {
    const form = words.form(row)
    if (open >= 0 && row - open > longest) open = -1
    if (open < 0 && (form === "“" || form === '"' || form === "``" || form === "«" || form === "''")) {
      open = row + 1
      mark = form
    } else if (open >= 0 && closes(form, mark)) {
      if (row > open) yield {first: open, last: row}
      open = -1
    }
  }
}

const closes = (form: string, mark: string): boolean =>
  mark === "“" ? form === "”" : mark === "«" ? form === "»" : form === '"' || form === "''"

/** Within two sentences: a quotation goes on, interrupted or not. */
function isNear(words: Words, previous: Quotation, first: number): boolean {
  return words.sentence[first]! - words.sentence[previous.last - 1]! <= 2
}

/** The subject of the verb of speech beside the quotation: in its sentence, outside the marks; else before a colon. */
function findSpeaker(words: Words, first: number, last: number): number {
  const before = verbBetween(words, sentenceStart(words, first), first)
  const after = verbBetween(words, last, sentenceEnd(words, last))
  const verb = after >= 0 ? after : before
  if (verb >= 0) return subjectOf(words, verb)
  const colon = first >= 2 && (words.form(first - 2) === ":" || words.form(first - 2) === ",")
  if (!colon) return -1
  const led = verbBetween(words, sentenceStart(words, first - 2), first - 1)
  return led >= 0 ? subjectOf(words, led) : -1
}

function verbBetween(words: Words, first: number, last: number): number {
  for (let row = first; row < last; row++) {
    if (words.upos[row] === "VERB" && wordSets().speech.has(words.lemma[row]!) && subjectOf(words, row) >= 0) return row
  }
  return -1
}

function subjectOf(words: Words, verb: number): number {
  for (const child of words.childrenOf(verb)) if (words.deprel[child] === "nsubj") return child
  const head = words.head[verb]!
  if (words.deprel[verb] === "conj" && head >= 0)
    for (const child of words.childrenOf(head)) if (words.deprel[child] === "nsubj") return child
  return -1
}

function sentenceStart(words: Words, row: number): number {
  let at = row
  while (at > 0 && words.sentence[at - 1] === words.sentence[row]) at--
  return at
}

function sentenceEnd(words: Words, row: number): number {
  let at = row
  while (at < words.length && words.sentence[at] === words.sentence[row]) at++
  return at
}
