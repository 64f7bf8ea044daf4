import type {Span} from "../../document/span.js"
import type {Words} from "../../document/words.js"
import {agentOf, caseOf, childBy, childrenBy, isPassive} from "../../language/clause.js"
import {nounPhraseSpan, subtreeRows} from "../../language/noun-phrase.js"
import {readTable} from "../../lexicon/table.js"

let media: ReadonlySet<string> | null = null

/** The row of who speaks at this cue; −1 when nobody is named. In a relative clause it is "who" itself. */
export function speakerAt(words: Words, cueRow: number): number {
  const subject = isPassive(words, cueRow) ? -1 : childBy(words, cueRow, "nsubj")
  if (subject >= 0 && /^(?:who|which)$/i.test(words.form(subject))) return subject
  const speaker = agentOf(words, beyondInfinitive(words, cueRow))
  return speaker < 0 || /^(?:there|what|this|that)$/i.test(words.form(speaker)) || !isSpeakable(words, speaker) ? -1 : speaker
}

/** Speakers are named by nouns and pronouns: no clause ("when planning to visit"), and no "it" of the weather. */
function isSpeakable(words: Words, row: number): boolean {
  return words.deprel[row] !== "expl" && !/^VB/.test(words.xpos[row]!)
}

/** In "urges them to leave and calls on others" the tree hangs "calls" on "leave": a finite verb shares the subject of the verb above the infinitive. */
function beyondInfinitive(words: Words, row: number): number {
  if (words.deprel[row] !== "conj" || !/^VB[DZP]$/.test(words.xpos[row]!) || childBy(words, row, "nsubj") >= 0) return row
  const head = words.head[row]!
  return words.xpos[head] === "VB" && words.deprel[head] === "xcomp" && words.head[head]! >= 0 ? words.head[head]! : row
}

/** The words that name a speaker: the noun phrase with the apposition that follows it ("Ann Lee, mayor of Elm,"), without relative clauses. */
export function sourceSpan(words: Words, speaker: number): Span {
  const core = nounPhraseSpan(words, speaker)
  const aside = childrenBy(words, speaker, "appos").find(row => row > speaker)
  if (aside === undefined) return core
  const {end} = nounPhraseSpan(words, aside)
  return end > core.end && end - core.end < 160 ? {start: core.start, end} : core
}

/** Does a noun name a medium or a document: "statement", "letter", "resolution"? */
export function isDocument(lemma: string): boolean {
  media ??= new Set(readTable("quotes/media.tsv").map(row => row.noun!))
  return media.has(lemma.toLowerCase())
}

/** "in a statement posted on the ministry website": where or by which medium it was said. */
export function mediumAt(words: Words, cueRow: number): Span | null {
  for (const row of childrenBy(words, cueRow, "obl", "obl:unmarked", "nmod")) {
    if (row < cueRow || !/^(?:in|on|via|through|during|at|by)$/.test(caseOf(words, row)) || !isDocument(words.lemma[row]!)) continue
    const rows = subtreeRows(words, row).filter(below => below > cueRow)
    return {start: words.start[rows[0]!]!, end: words.end[rows[rows.length - 1]!]!}
  }
  return null
}

/**
 * The speaker of a direct quotation: never inside it. Where the tree looks for the speaker there, the words between quotation and cue, or those
 * right behind the cue, name the speaker.
 */
export function sourceBeside(words: Words, cueRow: number, quotation: Span): Span | null {
  const speaker = speakerAt(words, cueRow)
  const found = speaker < 0 ? null : sourceSpan(words, speaker)
  if (found && (found.end <= quotation.start || found.start >= quotation.end)) return found
  return phraseBefore(words, cueRow, quotation.end) ?? (isFollowed(words, cueRow) ? phraseAfter(words, cueRow) : null)
}

const isNominal = (words: Words, row: number): boolean => /^(?:NOUN|PROPN|PRON|NUM)$/.test(words.upos[row]!)

function phraseBefore(words: Words, cueRow: number, from: number): Span | null {
  let first = cueRow
  while (first > 0 && words.start[first - 1]! >= from && cueRow - first < 30) first--
  while (first < cueRow && words.upos[first] === "PUNCT") first++
  let last = cueRow
  while (last > first && !isNominal(words, last - 1)) last--
  return last > first ? {start: words.start[first]!, end: words.end[last - 1]!} : null
}

const isFollowed = (words: Words, cueRow: number): boolean =>
  cueRow + 1 < words.length && words.sentence[cueRow + 1] === words.sentence[cueRow]

function phraseAfter(words: Words, cueRow: number): Span | null {
  let last = cueRow + 1
  while (
    last < words.length &&
    last - cueRow < 12 &&
    words.sentence[last] === words.sentence[cueRow] &&
    /^(?:NOUN|PROPN|PRON|NUM|DET|ADJ|PART)$/.test(words.upos[last]!)
  )
    last++
  while (last > cueRow + 1 && !isNominal(words, last - 1)) last--
  return last > cueRow + 1 ? {start: words.start[cueRow + 1]!, end: words.end[last - 1]!} : null
}
