import {holds, overlaps, type Span} from "../../document/span.js"
import {SpanIndex} from "../../document/span-index.js"
import type {Stage} from "../../document/stage.js"
import type {Words} from "../../document/words.js"
import {names, paragraphs, phrases, sentences, signals, words} from "../../language/layers.js"
import type {Quote} from "../../record/all.js"
import {speech} from "../../record/layers.js"
import {readDirect} from "./direct.js"
import {type Contents, contentsOf, type Draft, startOf} from "./draft.js"
import {besideTurns, readLabelled} from "./labelled.js"
import {readLeftOver} from "./left-over.js"
import {findQuoted, type Quoted} from "./marks.js"
import {QuoteNetwork} from "./network.js"
import {readReports} from "./report.js"

/** Reads who is quoted with which words. Speakers are spans here; the stage `quotes` resolves them to actors. */
export const readSpeech: Stage<readonly Quote[]> = {
  name: "speech",
  version: 4,
  needs: [words, sentences, paragraphs, names, phrases, signals],
  gives: speech,
  run: (doc, note) => {
    const table = doc.get(words)
    const pieces = findQuoted(doc.text, doc.get(paragraphs), note)
    const network = new QuoteNetwork(doc.get(signals), doc.get(sentences))
    const kinds = new Map(doc.get(phrases).map(phrase => [phrase.head, phrase.type]))
    const kindOf = (row: number) => kinds.get(row) ?? ""
    const labelled = readLabelled({words: table, paragraphs: doc.get(paragraphs), names: doc.get(names), quoted: pieces})
    const quoted = besideTurns(pieces, labelled)
    const marked = readDirect(quoted, {words: table, paragraphs: doc.get(paragraphs), network})
    const heard = contentsOf(marked)
    const found = [...labelled.filter(draft => !repeats(draft, heard)), ...marked]
    const reports = readReports({words: table, sentences: doc.get(sentences), network, kindOf}, quoted, found)
    const embraced = embracedBy(reports, contentsOf(found), doc.text)
    const direct = found.filter(draft => !embraced.has(draft))
    const spoken = contentsOf(direct)
    const free = new SpanIndex(quoted.filter(piece => !spoken.overlapping(piece).some(content => content.start === piece.start)))
    const marks = new SpanIndex(quoted)
    const indirect = reports.filter(draft => !repeats(draft, spoken)).map(draft => markMixed(reachMarks(draft, free), marks))
    const leftOver = readLeftOver(quoted, [...direct, ...indirect], {words: table, paragraphs: doc.get(paragraphs), network})
    return toQuotes([...direct, ...indirect, ...leftOver], {words: table, text: doc.text})
  },
}

/** `Had it come, he told us, “we would have won”`: marks around the rest of a reported sentence are part of the report. */
function embracedBy(reports: readonly Draft[], spoken: Contents, text: string): ReadonlySet<Draft> {
  const around = reports.filter(report => report.content.length > 1)
  return new Set(
    around.flatMap(report =>
      report.content.flatMap(content =>
        spoken
          .overlapping(content)
          .map(({draft}) => draft)
          .filter(
            draft => draft.content.length === 1 && draft.cue?.start === report.cue?.start && /\p{Ll}/u.test(text[draft.content[0]!.start]!),
          )
          .filter(draft => report.content.some(other => !overlaps(other, draft.content[0]!))),
      ),
    ),
  )
}

/** The tree often makes a direct quotation the complement of its cue: that is the same quote. */
function repeats(draft: Draft, direct: Contents): boolean {
  return draft.content.some(content =>
    direct
      .overlapping(content)
      .some(quoted => shareOf(content, quoted) > 0.6 && !quoted.draft.content.some(other => draft.cue && holds(other, draft.cue))),
  )
}

function shareOf(a: Span, b: Span): number {
  return (Math.min(a.end, b.end) - Math.max(a.start, b.start)) / (a.end - a.start)
}

/** More characters than stand between a content and the words inside the marks beside it. */
const markWidth = 5

/** A content that enters a quotation goes to its closing mark, over sentences too; one that begins inside marks takes the opening mark in. */
function reachMarks(draft: Draft, free: SpanIndex<Quoted>): Draft {
  const content = draft.content.map(span => {
    const near = free.overlapping({start: Math.max(0, span.start - markWidth), end: span.end + markWidth})
    const entered = near.find(piece => piece.open >= span.start && piece.open <= span.end + 1 && piece.close > span.end)
    const begun = near.find(piece => piece.open < span.start && span.start - piece.open < 3 && piece.close <= span.end)
    return {start: begun ? begun.open : span.start, end: entered ? entered.close : span.end}
  })
  return {...draft, content}
}

function markMixed(draft: Draft, quoted: SpanIndex<Quoted>): Draft {
  const inside =
    draft.kind === "indirect" && draft.content.some(content => quoted.overlapping(content).some(piece => !holds(piece, content)))
  return inside ? {...draft, kind: "mixed"} : draft
}

function toQuotes(drafts: readonly Draft[], {words: table, text}: {words: Words; text: string}): Quote[] {
  const ordered = [...drafts].sort((a, b) => startOf(a) - startOf(b))
  const utterances = numberUtterances(ordered, table)
  return ordered.map((draft, index) => ({
    id: `q${index + 1}`,
    kind: draft.kind,
    content: draft.content,
    cue: draft.cue,
    source: draft.source,
    speaker: null,
    onBehalfOf: null,
    addressee: null,
    medium: draft.medium,
    utterance: utterances[index]!,
    insertions: draft.content.flatMap(span => insertionsIn(text, span)),
    confidence: draft.confidence,
    trace: draft.trace,
  }))
}

/** A piece that follows another belongs to its utterance, and so does "adding that …" in the same sentence. */
function numberUtterances(drafts: readonly Draft[], table: Words): string[] {
  let count = 0
  const ids = new Map<Draft, string>()
  let lastOfSentence = {sentence: -1, id: ""}
  return drafts.map(draft => {
    const cueRow = draft.cue ? table.indexAt(draft.cue.start) : -1
    const sentence = cueRow >= 0 ? table.sentence[cueRow]! : -1
    const adds = cueRow >= 0 && lastOfSentence.sentence === sentence && /^(?:add|continue|go)$/.test(table.lemma[cueRow]!)
    const before = draft.follows ? ids.get(draft.follows) : undefined
    const id = before ?? (adds ? lastOfSentence.id : `u${++count}`)
    ids.set(draft, id)
    lastOfSentence = {sentence, id}
    return id
  })
}

/** "[Western]" inside a quotation: words the editor put there. */
function insertionsIn(text: string, span: Span): Span[] {
  return Array.from(text.slice(span.start, span.end).matchAll(/\[[^[\]]{1,80}\]/g), match => ({
    start: span.start + match.index,
    end: span.start + match.index + match[0].length,
  }))
}
