import type {Sentence, Words} from "../../document/words.js"
import {caseOf, childBy, childrenBy} from "../../language/clause.js"
import {cueClass} from "./cues.js"
import type {Candidate} from "./draft.js"
import {type Construction, clauseAfter, type IndirectContext, toCandidate} from "./indirect.js"
import {rowsOf} from "./rows.js"
import {sourceSpan} from "./source.js"

/** Reports without a reporting verb: "according to X", "X's claim that", "is confident that", "by X's account". */
export function nominalCandidates(row: number, context: IndirectContext): Candidate[] {
  const {words} = context
  const upos = words.upos[row]
  if (words.form(row).toLowerCase() === "according") return one(row, byAccording(row, context), context)
  if (upos === "NOUN") return one(row, byNoun(row, context) ?? byCount(row, context), context)
  if (upos === "ADJ" || upos === "VERB") return one(row, byAdjective(row, context), context)
  return []
}

function one(row: number, found: Construction | null, context: IndirectContext): Candidate[] {
  return found ? [toCandidate(row, found, context)] : []
}

/** "according to X": the sentence around it, from a semicolon on. */
function byAccording(row: number, {words, sentences}: IndirectContext): Construction | null {
  const to = row + 1
  if (words.form(to).toLowerCase() !== "to") return null
  const sentence = sentences[words.sentence[row]!]!
  const source = sourceOfAccording(words, row)
  if (source < 0) return null
  const end = endOfSource(words, source, sentence)
  const content = minus(withinSemicolons(words, row, sentence), {first: row, last: end}, words)
  return content.length === 0
    ? null
    : {frame: "preposition", known: "speech", content, cue: {start: words.start[row]!, end: words.end[to]!}, speaker: source}
}

/** The source with its apposition and relative clause, up to the comma that parts it from what it says. */
function endOfSource(words: Words, source: number, sentence: Sentence): number {
  const own = words.indexAt(sourceSpan(words, source).end - 1) + 1
  const clause = childrenBy(words, source, "acl:relcl", "acl").find(child => child > source)
  const last = clause === undefined ? own : Math.max(own, rowsOf(words, clause).at(-1)!.last)
  return Math.min(last, sentence.last)
}

function withinSemicolons(words: Words, row: number, {first, last}: Sentence): {first: number; last: number} {
  let start = row
  let end = row
  while (start > first && words.form(start - 1) !== ";") start--
  while (end < last && words.form(end) !== ";") end++
  return {first: start, last: end}
}

/** What is left of rows after taking some out of them, without the marks at the ends. */
function minus(rows: {first: number; last: number}, out: {first: number; last: number}, words: Words): {first: number; last: number}[] {
  const sides = [
    {first: rows.first, last: Math.min(rows.last, out.first)},
    {first: Math.max(rows.first, out.last), last: rows.last},
  ]
  return sides.flatMap(side => {
    let {first, last} = side
    while (first < last && words.upos[first] === "PUNCT" && !/^["“‘(]/.test(words.form(first))) first++
    while (last > first && words.upos[last - 1] === "PUNCT" && !/["”’)]$/.test(words.form(last - 1))) last--
    return first < last ? [{first, last}] : []
  })
}

function sourceOfAccording(words: Words, row: number): number {
  const head = words.head[row]!
  if (head > row && caseOf(words, head).startsWith("according")) return head
  const child = words.childrenOf(row).find(at => at > row + 1 && /^(?:NOUN|PROPN|PRON)$/.test(words.upos[at]!))
  return child ?? (head > row + 1 ? head : -1)
}

/** "Iran's claim that the ship drifted", "a promise by the minister to resign". */
function byNoun(row: number, context: IndirectContext): Construction | null {
  const {words} = context
  for (const clause of childrenBy(words, row, "acl", "ccomp", "acl:relcl")) {
    if (clause < row) continue
    const mark = childBy(words, clause, "mark")
    const form = mark < 0 ? "" : words.form(mark).toLowerCase()
    const frame = form === "to" ? "noun-to" : form === "that" || form === "whether" ? "noun-that" : null
    const known = frame ? cueClass(words.lemma[row]!, frame) : null
    if (!frame || !known) continue
    return {frame, known, content: clauseAfter(row, clause, context), speaker: ownerOf(words, row)}
  }
  return null
}

/** "by the ministry's count", "by his own account": the sentence around it. */
function byCount(row: number, {words, sentences}: IndirectContext): Construction | null {
  const known = cueClass(words.lemma[row]!, "by")
  const owner = known && /^by$/i.test(caseOf(words, row)) ? childBy(words, row, "nmod:poss") : -1
  if (owner < 0) return null
  const below = rowsOf(words, row)
  const content = minus(
    withinSemicolons(words, row, sentences[words.sentence[row]!]!),
    {first: below[0]!.first, last: below.at(-1)!.last},
    words,
  )
  return content.length === 0 ? null : {frame: "by", known, content, speaker: owner}
}

/** Whose claim it is: "Iran's", "by" and "from" phrases, or the subject of "made", "issued", "is". −1 when nobody is named. */
function ownerOf(words: Words, row: number): number {
  const owner = childBy(words, row, "nmod:poss")
  if (owner >= 0) return owner
  const by = childrenBy(words, row, "nmod", "obl").find(child => /^(?:by|from|of)$/.test(caseOf(words, child)))
  if (by !== undefined) return by
  const verb = words.head[row]!
  return verb >= 0 && /^(?:obj|obl)$/.test(words.deprel[row]!) && words.upos[verb] === "VERB" ? childBy(words, verb, "nsubj") : -1
}

/** "is confident that", "was sure", "made it clear that". */
function byAdjective(row: number, context: IndirectContext): Construction | null {
  const {words} = context
  const known = cueClass(words.lemma[row]!, "adjective-that")
  const clause = known
    ? childrenBy(words, row, "ccomp", "xcomp", "advcl", "csubj").find(
        child => child > row && /^(?:that|whether)?$/i.test(markOf(words, child)),
      )
    : undefined
  if (clause === undefined) return null
  const verb = words.head[row]!
  const speaker = words.deprel[row] === "xcomp" && verb >= 0 ? childBy(words, verb, "nsubj") : childBy(words, row, "nsubj")
  return {frame: "adjective-that", known, content: clauseAfter(row, clause, context), speaker}
}

function markOf(words: Words, row: number): string {
  const mark = childBy(words, row, "mark")
  return mark < 0 ? "" : words.form(mark)
}
