import type {Sentence, Words} from "../../document/words.js"
import {childBy, childrenBy} from "../../language/clause.js"
import {nounPhraseSpan} from "../../language/noun-phrase.js"
import {cueClass} from "./cues.js"
import type {Construction, IndirectContext} from "./indirect.js"
import {type Rows, trimmedRows} from "./rows.js"

/** "The army left, officials said.", "Riyadh, an official said, would pay.": cue and speaker between commas, whatever the tree makes of them. */
export function floating(row: number, {words, sentences}: IndirectContext): Construction | null {
  const known = cueClass(words.lemma[row]!, "quote")
  const subject = known ? subjectBeside(words, row) : -1
  if (!known || subject < 0) return null
  const sentence = sentences[words.sentence[row]!]!
  const aside = {first: Math.min(row, firstOf(words, subject)), last: Math.max(row, subject) + 1}
  if (words.form(aside.first - 1) !== "," || aside.first - 1 <= sentence.first) return null
  const clause = childrenBy(words, row, "ccomp").find(child => child > row)
  if (clause !== undefined && !isCutOff(words, row)) return null
  const first = startOfContent(words, sentence, aside.first)
  const before = trimmedRows(words, {first, last: aside.first - 1})
  if (!before[0]) return null
  const comma = endOfAside(words, aside.last, sentence)
  const goesOn = comma > 0 && (!isClause(words, before[0]) || isSubordinate(words, before[0]))
  if (!goesOn && !isClause(words, before[0])) return null
  const after = goesOn ? trimmedRows(words, {first: comma + 1, last: sentence.last}) : []
  if (goesOn && !after.some(rows => isClause(words, rows))) return null
  return {frame: "quote", known, content: [...before, ...after], speaker: subject}
}

/** The subject of the cue, or the head of the phrase right behind it: ", said Michael Kofman". */
function subjectBeside(words: Words, row: number): number {
  const subject = childBy(words, row, "nsubj")
  if (subject >= 0 || words.form(row - 1) !== "," || words.sentence[row + 1] !== words.sentence[row]) return subject
  for (let at = row + 1; at < Math.min(words.length, row + 8) && /^(?:DET|ADJ|NOUN|PROPN|PRON|NUM)$/.test(words.upos[at]!); at++) {
    const head = words.head[at]!
    if (/^(?:NOUN|PROPN|PRON)$/.test(words.upos[at]!) && (head < at || head > row + 8)) return at
  }
  return -1
}

const firstOf = (words: Words, subject: number): number => words.indexAt(nounPhraseSpan(words, subject).start)

/** A comma or semicolon right behind the cue parts it from the clause that the tree gives it. */
const isCutOff = (words: Words, row: number): boolean => /^[,;]$/.test(words.form(row + 1))

/** After a semicolon a new statement begins. */
function startOfContent(words: Words, sentence: Sentence, end: number): number {
  for (let row = end - 2; row > sentence.first; row--) if (words.form(row) === ";") return row + 1
  return sentence.first
}

/** The comma that closes the aside, at most a short phrase after the cue; −1 when the sentence ends there. */
function endOfAside(words: Words, from: number, sentence: Sentence): number {
  for (let row = from; row < Math.min(sentence.last, from + 8); row++) {
    if (words.form(row) === ",") return row
    if (/^(?:VERB|AUX)$/.test(words.upos[row]!) || /^[.;:!?]$/.test(words.form(row))) return -1
  }
  return -1
}

function isClause(words: Words, {first, last}: Rows): boolean {
  for (let row = first; row < last; row++)
    if (words.upos[row] === "AUX" || (words.upos[row] === "VERB" && /^VB[DZP]$|^MD$/.test(words.xpos[row]!))) return true
  return false
}

/** "If the truce collapses", "Had the army been sent in": the main clause is still to come. */
function isSubordinate(words: Words, {first}: Rows): boolean {
  return /^(?:if|when|while|although|though|because|since|unless|until|as|after|before|once|had|were|should|whenever|even)$/i.test(
    words.form(first),
  )
}
