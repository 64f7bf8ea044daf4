import type {Sentence, Words} from "../../document/words.js"
import {childBy, childrenBy} from "../../language/clause.js"
import {nounPhraseSpan, subtreeRows} from "../../language/noun-phrase.js"
import {cueClass} from "./cues.js"
import type {Construction, IndirectContext} from "./indirect.js"
import {type Rows, trimmedRows} from "./rows.js"

/** "The army left, officials said.", "Riyadh, an official said, would pay.": cue and speaker between commas, whatever the tree makes of them. */
export function floating(row: number, {words, sentences}: IndirectContext): Construction | null {
  const known = standsAlone(words, row) ? cueClass(words.lemma[row]!, "quote") : null
  const subject = known ? subjectBeside(words, row) : -1
  if (!known || subject < 0) return null
  const sentence = sentences[words.sentence[row]!]!
  const aside = {first: Math.min(row, firstOf(words, subject)), last: Math.max(row, subject) + 1}
  const opening = aside.first - 1
  if (words.form(opening) !== "," || opening <= sentence.first) return null
  const comma = endOfAside(words, aside.last, sentence)
  const clause = childrenBy(words, row, "ccomp").find(child => child > row)
  const cutOff = comma > 0 && !subtreeRows(words, clause ?? row).some(at => at > aside.last && at < comma)
  if (clause !== undefined && !(cutOff && comma < clause)) return null
  const content = contentAround(words, sentence, {first: opening, last: comma})
  return content ? {frame: "quote", known, content, speaker: subject} : null
}

/** What stands around an aside, given its two commas: the second is −1 where the sentence ends with the aside. */
function contentAround(words: Words, sentence: Sentence, {first: opening, last: closing}: Rows): Rows[] | null {
  const whole = {first: startOfContent(words, sentence, opening), last: opening}
  const cut = closing > 0 ? afterConjunction(words, whole) : whole.first
  const before = trimmedRows(words, {first: cut, last: opening})
  const isWhole = before[0] !== undefined && isClause(words, before[0])
  const goesOn = closing > 0 && (cut > whole.first || !isWhole || isSubordinate(words, before[0]!))
  if (!goesOn) return isWhole ? before : null
  const after = trimmedRows(words, {first: closing + 1, last: sentence.last})
  return after.some(rows => isClause(words, rows) && words.xpos[rows.first] !== "VBG") ? [...before, ...after] : null
}

/** Where a second clause begins that has no verb yet: "It came back, and nobody, staff insist, …"; else the first row. */
function afterConjunction(words: Words, {first, last}: Rows): number {
  for (let row = last - 1; row > first; row--) {
    if (isClause(words, {first: row, last: row + 1})) return first
    if (words.deprel[row] === "cc") return isClause(words, {first, last: row}) ? row + 1 : first
  }
  return first
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

/** An aside has a finite verb of its own: ", which holds caucuses", ", asking them" and ", a plan announced earlier" are none. */
function standsAlone(words: Words, row: number): boolean {
  const subject = childBy(words, row, "nsubj", "nsubj:pass")
  if (subject >= 0 && /^(?:who|which|that|whom|whose)$/i.test(words.form(subject))) return false
  if (words.xpos[row] === "VBG") return childBy(words, row, "aux") >= 0
  return words.deprel[row] !== "acl" || subject >= 0
}

const firstOf = (words: Words, subject: number): number => words.indexAt(nounPhraseSpan(words, subject).start)

/** After a semicolon, or a dash that is not closed, a new statement begins. */
function startOfContent(words: Words, sentence: Sentence, end: number): number {
  let start = sentence.first
  let dash = -1
  for (let row = sentence.first; row < end; row++) {
    if (/^(?:[—–]|--)$/.test(words.form(row))) dash = dash < 0 ? row : -1
    if (words.form(row) !== ";") continue
    start = row + 1
    dash = -1
  }
  return dash < 0 ? start : dash + 1
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
