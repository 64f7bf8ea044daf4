import type {Span} from "../../document/span.js"
import type {Sentence, Words} from "../../document/words.js"
import {caseOf, childBy, childrenBy, isPassive} from "../../language/clause.js"
import {headRow} from "../../language/noun-phrase.js"
import {nextCue, settleEnd} from "./boundary.js"
import {type CueClass, cueAt, cueClass, type Frame} from "./cues.js"
import type {Candidate} from "./draft.js"
import {floating} from "./floating.js"
import type {QuoteNetwork} from "./network.js"
import {type Rows, rowsOf, spanOf, trimmedRows} from "./rows.js"
import {mediumAt, sourceSpan, speakerAt} from "./source.js"

/** What reading reports in the reporter's words needs. */
export interface IndirectContext {
  readonly words: Words
  readonly sentences: readonly Sentence[]
  readonly network: QuoteNetwork
  /** The kind of thing that the phrase headed by a row names: "person", "event"; "" for none. */
  kindOf(row: number): string
}

/** A cue in a construction with the rows of its content. */
export interface Construction {
  readonly frame: Candidate["frame"]
  readonly known: CueClass | null
  readonly content: readonly Rows[]
  /** The words of the cue when they are more than its main word. */
  readonly cue?: Span
  /** Row of the speaker's head, where the construction says so itself. */
  readonly speaker?: number
}

/** All that a verb reports: "said that", ", officials said", "urged X to", "condemned the decision", "called it a farce", "put the toll at", "complained about". */
export function verbCandidates(row: number, context: IndirectContext): Candidate[] {
  const found =
    floating(row, context) ??
    clausal(row, context) ??
    parenthetical(row, context) ??
    toll(row, context) ??
    predicative(row, context) ??
    infinitive(row, context) ??
    gerund(row, context) ??
    objective(row, context) ??
    prepositional(row, context)
  return found ? [toCandidate(row, found, context)] : []
}

/** A construction as a candidate: with source, medium and what the network says. */
export function toCandidate(row: number, found: Construction, {words, network}: Pick<IndirectContext, "words" | "network">): Candidate {
  const named = found.speaker ?? speakerAt(words, row)
  const speakerRow = named >= 0 ? named : seenSpeaker(row, found, {words, network})
  const source = speakerRow < 0 ? null : sourceSpan(words, speakerRow)
  const span = {start: words.start[row]!, end: words.end[row]!}
  const rule =
    found.frame === "network"
      ? "the network reads these words as reported"
      : found.known
        ? `data/quotes/cues.tsv, frame “${found.frame}”`
        : "the network reads the word as a cue"
  return {
    frame: found.frame,
    known: found.known,
    cueRow: row,
    cue: found.cue ?? span,
    content: found.content.map(rows => spanOf(words, rows)),
    speakerRow,
    source,
    medium: mediumAt(words, row),
    network: {
      cue: network.at(row, "cue"),
      content: network.mean(found.content, "content"),
      source: source ? network.mean([words.rowsIn(source)], "source") : 0,
    },
    rule,
  }
}

/** Where the tree names nobody: the source that the network sees right before or behind the cue, outside the content. */
function seenSpeaker(row: number, found: Construction, {words, network}: Pick<IndirectContext, "words" | "network">): number {
  const run = network
    .runsIn(words.sentence[row]!)
    .find(
      other =>
        other.part === "source" &&
        other.first - row < 3 &&
        row - other.last < 6 &&
        !found.content.some(rows => rows.first < other.last && other.first < rows.last),
    )
  return run ? headRow(words, spanOf(words, run)) : -1
}

/** "said that the army left", "believes it": a clause as complement. */
function clausal(row: number, context: IndirectContext): Construction | null {
  const {words} = context
  const clause = childrenBy(words, row, "ccomp").find(child => child > row) ?? strayClause(row, context)
  if (clause === undefined || isRelative(row, clause, words)) return null
  const content = clauseAfter(row, clause, context)
  return {frame: "that", known: cueClass(words.lemma[row]!, "that"), content: withLostSubject(row, content, words)}
}

/** "said of Ann Lee, who is a golfer": a clause behind a comma that begins with a relative word is a noun's, whatever the tree makes of it. */
function isRelative(row: number, clause: number, words: Words): boolean {
  const first = rowsOf(words, clause, {from: row + 1})[0]?.first ?? clause
  const isBehindNoun = words.form(first - 1) === "," && /^(?:NOUN|PROPN|PRON)$/.test(words.upos[first - 2]!)
  return isBehindNoun && /^(?:who|whose|which|whom|where)$/i.test(words.form(first))
}

/** "said for the first time that …": a "that" close behind a cue of speech whose clause the tree hangs elsewhere. */
function strayClause(row: number, {words}: IndirectContext): number | undefined {
  if (cueClass(words.lemma[row]!, "that") !== "speech") return undefined
  for (let at = row + 1; at < Math.min(words.length, row + 9) && words.sentence[at] === words.sentence[row]; at++) {
    if (words.upos[at] === "VERB" || /^[.;:!?]$/.test(words.form(at))) return undefined
    if (words.form(at).toLowerCase() === "that" && words.upos[at] === "SCONJ" && words.head[at]! > at) return words.head[at]!
  }
  return undefined
}

/** "says meeting participants outlined …": only verbs of telling have an object beside their clause; another's object is the clause's subject. */
function withLostSubject(row: number, content: Rows[], words: Words): Rows[] {
  const object = childBy(words, row, "obj", "iobj")
  const [clause] = content
  if (!clause || object < row || object >= clause.first || cueClass(words.lemma[row]!, "addressee")) return content
  const first = rowsOf(words, object, {from: row + 1})[0]?.first ?? clause.first
  return [{first: Math.min(first, clause.first), last: clause.last}]
}

/** The rows of a clause behind its cue, ended where tree and network agree best, with the "that" or "why" before it. */
export function clauseAfter(row: number, clause: number, {words, sentences, network}: IndirectContext): Rows[] {
  const sentence = sentences[words.sentence[row]!]!
  return rowsOf(words, clause, {from: row + 1}).map(rows => {
    const limit = nextCue(words, {first: rows.first, last: sentence.last}, network)
    const inside = trimmedRows(words, {first: rows.first, last: Math.min(rows.last, limit)})[0] ?? rows
    const {first, last} = settleEnd(words, inside, {network, sentence: {...sentence, last: limit < sentence.last ? limit + 1 : limit}})
    return {
      first: first - 1 > row && /^(?:that|whether|if|why|how|what|when|where|who)$/i.test(words.form(first - 1)) ? first - 1 : first,
      last,
    }
  })
}

/** ", officials said": the sentence around the cue is the content. */
function parenthetical(row: number, {words}: IndirectContext): Construction | null {
  const known = cueClass(words.lemma[row]!, "quote")
  const before = childrenBy(words, row, "ccomp").find(child => child < row) ?? -1
  const main = words.deprel[row] === "parataxis" ? words.head[row]! : before
  if (!known || main < 0 || childBy(words, row, "nsubj") < 0) return null
  const content = main === before ? rowsOf(words, main) : rowsOf(words, main, {without: row})
  return content.length === 0 ? null : {frame: "quote", known, content}
}

/** "refused to negotiate", "urged both delegations to stay", "wants Assad to go": whoever is urged stays outside, whoever is wanted to act inside. */
function infinitive(row: number, context: IndirectContext): Construction | null {
  const {words} = context
  const clause = childrenBy(words, row, "xcomp", "ccomp", "advcl").find(
    child => child > row && childrenBy(words, child, "mark").some(mark => words.form(mark).toLowerCase() === "to"),
  )
  if (clause === undefined) return null
  const known = cueAt(words, row, "to")
  if (words.deprel[clause] === "advcl" && (known !== "act" || (childBy(words, row, "obj", "iobj") < 0 && childBy(words, row, "obl") < 0)))
    return null
  const [rows] = clauseAfter(row, clause, context)
  if (!rows) return null
  const wanted = known === "thought" ? childBy(words, row, "obj", "iobj") : -1
  const first = wanted > row ? (rowsOf(words, wanted, {from: row + 1})[0]?.first ?? rows.first) : rows.first
  return {frame: "to", known, content: [{first: Math.min(first, rows.first), last: rows.last}]}
}

/** "denied breaching the truce". */
function gerund(row: number, context: IndirectContext): Construction | null {
  const {words} = context
  const known = cueAt(words, row, "gerund")
  const clause = known
    ? childrenBy(words, row, "xcomp", "ccomp", "obj", "advcl").find(
        child => child > row && words.xpos[child] === "VBG" && words.upos[child] === "VERB",
      )
    : undefined
  return clause === undefined ? null : {frame: "gerund", known, content: clauseAfter(row, clause, context)}
}

/** "put the dead at seven". */
function toll(row: number, {words}: IndirectContext): Construction | null {
  const known = cueAt(words, row, "at")
  const object = known ? childBy(words, row, "obj") : -1
  const at =
    object < 0
      ? undefined
      : [...childrenBy(words, row, "obl"), ...childrenBy(words, object, "nmod")].find(
          child => child > row && caseOf(words, child) === "at" && isNumber(words, child),
        )
  if (at === undefined) return null
  const [first] = rowsOf(words, object, {from: row + 1})
  const [last] = rowsOf(words, at, {from: row + 1})
  return first && last ? {frame: "at", known, content: [{first: first.first, last: Math.max(first.last, last.last)}]} : null
}

const isNumber = (words: Words, row: number): boolean =>
  /^(?:NUM|SYM)$/.test(words.upos[row]!) || childBy(words, row, "nummod") >= 0 || /\d/.test(words.form(row))

/** "called it a farce", "described the vote as fair", "accused him of fraud": the object with what is said of it. */
function predicative(row: number, context: IndirectContext): Construction | null {
  const {words} = context
  const known = cueAt(words, row, "as")
  const object = known && !isPassive(words, row) ? childBy(words, row, "obj", "iobj") : -1
  if (object < row) return null
  const said = [...childrenBy(words, row, "xcomp", "obl", "advcl", "ccomp", "obj"), ...childrenBy(words, object, "nmod", "acl")].find(
    child =>
      child > row &&
      ((child > object && /^(?:[xc]comp|obj)$/.test(words.deprel[child]!) && !(known === "thought" && words.upos[child] === "VERB")) ||
        (child > object ? /^(?:as|of|for|with|on|over)$/ : /^as$/).test(markerOf(words, child))),
  )
  const [first] = rowsOf(words, said !== undefined && said < object ? said : object, {from: row + 1})
  const last = said === undefined ? first : rowsOf(words, Math.max(said, object), {from: row + 1})[0]
  if (
    !first ||
    !last ||
    (said === undefined && !((cueAt(words, row, "obj") ?? cueAt(words, row, "thing")) && words.upos[object] !== "PRON"))
  )
    return null
  return {frame: "as", known, content: [{first: first.first, last: Math.max(first.last, last.last)}]}
}

function markerOf(words: Words, row: number): string {
  const mark = childBy(words, row, "mark", "advmod")
  return caseOf(words, row) || (mark < 0 ? "" : words.form(mark).toLowerCase())
}

/** "condemned the commitment": the object is what the act is about. In a passive the subject is. */
function objective(row: number, context: IndirectContext): Construction | null {
  const {words} = context
  const object = childBy(words, row, isPassive(words, row) ? "nsubj:pass" : "obj")
  const isPerson = object >= 0 && context.kindOf(object) === "person"
  const ofThings = cueAt(words, row, "thing")
  if (ofThings && isPerson) return null
  const known = ofThings ?? cueAt(words, row, "obj")
  const isOther = known === null && childBy(words, row, "compound:prt") >= 0
  if (object < 0 || words.upos[object] === "PRON" || isOther) return null
  const content = object > row ? clauseAfter(row, object, context) : rowsOf(words, object)
  return content.length === 0 ? null : {frame: "obj", known, content}
}

/** "complained about the noise", "called for talks": the frame names the preposition. */
function prepositional(row: number, context: IndirectContext): Construction | null {
  const {words} = context
  for (const child of childrenBy(words, row, "obl", "advcl", "obl:arg")) {
    const marker = child > row ? markerOf(words, child) : ""
    const frame: Frame = `with ${marker}`
    const known = marker ? cueClass(words.lemma[row]!, frame) : null
    if (!known) continue
    const content = clauseAfter(row, child, context).flatMap(rows =>
      words.form(rows.first).toLowerCase() === marker ? [{first: rows.first + 1, last: rows.last}] : [rows],
    )
    const last = words.end[row]! < words.start[content[0]!.first]! ? words.end[content[0]!.first - 1]! : words.end[row]!
    return {frame, known, content, cue: {start: words.start[row]!, end: last}}
  }
  return null
}
