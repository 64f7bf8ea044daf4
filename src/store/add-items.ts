import {type Answer, type AnswerOptions, answerItems, isRead} from "../answer.js"
import {hashText} from "../assemble.js"
import {describeCoder, version} from "../coder.js"
import {type Item, isFailure} from "../ingest/item.js"
import {hashOfLanguage} from "../language/model.js"
import {noUserTables} from "../lexicon/user-tables.js"
import {isForeign} from "../read-article.js"
import type {Coder, Reading} from "../record/reading.js"
import {type Added, addReading, hasReading} from "./add-reading.js"
import {type Book, deferSync} from "./book.js"
import {clearQuarantine, putInQuarantine} from "./quarantine.js"

/** What became of one item: added, known already, or refused. */
export interface AddStep {
  readonly at: string
  readonly outcome: Added | "quarantined"
  readonly reading: Reading | null
  readonly answer: Answer | null
}

/** How articles are added. */
export interface AddItemsOptions extends AnswerOptions {
  readonly now: () => Date
  readonly keepOld?: boolean
}

/**
 * Reads every item that the book does not hold yet and adds it, one transaction an article. Stopping at any moment loses nothing but the
 * article in hand: the same call again goes on from there.
 */
export async function* addItems(book: Book, items: AsyncIterable<Item>, options: AddItemsOptions): AsyncGenerator<AddStep> {
  const coder = describeCoder({sha256: hashOfLanguage()}, options.dictionaries ?? noUserTables)
  const known: AddStep[] = []
  const fresh = skipKnown(items, {book, coder, known})
  const syncNow = deferSync(book)
  for await (const answer of answerItems(fresh, options)) {
    yield* known.splice(0)
    yield keepAnswer(book, answer, options)
  }
  yield* known.splice(0)
  syncNow()
}

/** Puts one answer into the book. */
export function keepAnswer(book: Book, answer: Answer, {now, keepOld = false}: Pick<AddItemsOptions, "now" | "keepOld">): AddStep {
  if (!isRead(answer)) {
    putInQuarantine(book, {at: answer.at, problem: answer.problem, coderVersion: version, now: now()})
    return {at: answer.at, outcome: "quarantined", reading: null, answer}
  }
  const wasRead = !isForeign(answer.article.source)
  const outcome = addReading(book, answer.reading, {now: now(), keepOld, wasRead})
  clearQuarantine(book, {source: answer.at})
  return {at: answer.at, outcome, reading: answer.reading, answer}
}

/** Lets through what the book has no current reading of. */
async function* skipKnown(
  items: AsyncIterable<Item>,
  {book, coder, known}: {book: Book; coder: Coder; known: AddStep[]},
): AsyncGenerator<Item> {
  for await (const item of items) {
    if (isFailure(item) || !hasReading(book, hashText(item.source.text), coder)) yield item
    else known.push({at: item.at, outcome: "known", reading: null, answer: null})
  }
}
