import type {Document} from "../document/document.js"
import type {Layer} from "../document/layer.js"
import type {Notice} from "../document/stage.js"
import {type Sentence, Words} from "../document/words.js"
import {linkMentions} from "./chains.js"
import {joinFixed} from "./fixed.js"
import {chains, names, paragraphs, phrases, sentences, signals, words} from "./layers.js"
import {readHeads} from "./mentions.js"
import type {Answers, Language} from "./model.js"
import {keepNamesWhole} from "./names/head.js"
import {addMissed} from "./names/missed.js"
import type {ScoredName} from "./names/run.js"
import {settleNames} from "./names/settle.js"
import {tagNames} from "./names/tags.js"
import {tidyNames} from "./names/tidy.js"
import {showNames} from "./names.js"
import {readParagraphs} from "./paragraphs.js"
import {chooseHeads, type MentionHead, phraseOf} from "./phrases.js"
import {settlePredicates} from "./predicates.js"
import {attachMarks} from "./punctuation.js"
import {raiseGovernors, raiseObjects} from "./raising.js"
import {readTree} from "./relations.js"
import {endSentences} from "./sentences.js"
import {SignalBook} from "./signals.js"
import {SpanLabels} from "./spans.js"
import {splitWords, type WordSpans} from "./split.js"
import {readTags} from "./tags.js"
import {liftVerbs, settleAuxiliaries, settleHave, settleModals, settleParticiples, settlePast, settleVerbs} from "./verbs.js"
import {type Window, Windows} from "./windows.js"

export {type Language, loadLanguage} from "./model.js"

/** The layers that `analyse` adds: what a pipeline may take as given. */
export const languageLayers: readonly Layer<unknown>[] = [paragraphs, words, sentences, names, phrases, chains, signals]

/**
 * Reads a document's paragraphs, words, sentences, names, phrases, chains and signals: gives a document that holds these layers too.
 * The result depends on the text alone, not on other documents, order or time. Never throws for what a text holds.
 *
 *     const language = await loadLanguage()
 *     const read = await analyse(new Document({id: "1", text}), language)
 *     read.get(words).at(0).lemma
 */
export async function analyse(doc: Document, language: Language, note: Notice = () => {}): Promise<Document> {
  const blocks = readParagraphs(doc.text)
  const spans = splitWords(doc.text, blocks)
  const book = new Book(tableOf(doc.text, spans), language)
  const windows = new Windows(doc.text, spans, language)
  for (let row = 0; row < spans.start.length; ) {
    const window = windows.from(row)
    row = book.take(window, await language.answer(window))
  }
  if (spans.start.length === 0) note({start: 0, end: doc.text.length, about: "The text holds no words."})
  return book.close(doc.with(paragraphs, blocks))
}

function tableOf(text: string, spans: WordSpans): Words {
  const table = new Words(text, spans.start.length)
  table.start.set(spans.start)
  table.end.set(spans.end)
  return table
}

/** What has been read of one document so far, window by window. */
class Book {
  private readonly sentences: Sentence[] = []
  private readonly names: ScoredName[] = []
  private readonly heads: MentionHead[] = []
  private readonly signals: SignalBook
  private readonly nameLabels: SpanLabels

  constructor(
    private readonly table: Words,
    private readonly language: Language,
  ) {
    this.signals = new SignalBook(table.length, language.labels)
    this.nameLabels = new SpanLabels(language.labels.names)
  }

  /** Reads the sentences of a window and gives the row where the next window starts. */
  take(window: Window, answers: Answers): number {
    let first = window.first
    for (const last of endSentences(this.table, window, answers)) {
      this.takeSentence(answers, {first, last, offset: window.first, count: window.last - window.first})
      first = last
    }
    return first
  }

  private takeSentence(answers: Answers, at: {first: number; last: number; offset: number; count: number}): void {
    const {table} = this
    const {labels, lemmas} = this.language
    for (let row = at.first; row < at.last; row++) table.sentence[row] = this.sentences.length
    this.sentences.push({start: table.start[at.first]!, end: table.end[at.last - 1]!, first: at.first, last: at.last})
    readTags(table, answers, {...at, labels, lemmas})
    readTree(table, answers, {...at, labels})
    joinFixed(table, at.first, at.last)
    raiseGovernors(table, at.first, at.last)
    raiseObjects(table, at.first, at.last)
    settlePredicates(table, at.first, at.last)
    liftVerbs(table, at)
    settleAuxiliaries(table, at)
    settleModals(table, {...at, lemmas})
    settlePast(table, {...at, lemmas})
    settleVerbs(table, {...at, lemmas})
    settleParticiples(table, {...at, lemmas})
    settleHave(table, at)
    const runs = this.nameLabels.decode(answers.names!, at.first - at.offset, at.last - at.first)
    const found = runs.map(run => ({...run, first: run.first + at.first, last: run.last + at.first}))
    const named = addMissed(table, tidyNames(table, found, at), at)
    keepNamesWhole(table, named)
    tagNames(table, named, lemmas)
    attachMarks(table, at.first, at.last)
    this.names.push(...named)
    this.heads.push(...readHeads(table, answers, named, {...at, labels}))
    this.signals.take(answers, at)
  }

  /** The document with all layers. */
  close(doc: Document): Document {
    const table = this.table.settleHeads()
    const named = settleNames(table, this.names)
    const chosen = chooseHeads(table, this.heads, named)
    const found = chosen.map(({head, name}) => phraseOf(table, head, name))
    return doc
      .with(words, table)
      .with(sentences, this.sentences)
      .with(names, showNames(table, named))
      .with(phrases, found)
      .with(chains, linkMentions({words: table, heads: chosen.map(({head}) => head), phrases: found, names: named}))
      .with(signals, this.signals.close())
  }
}
