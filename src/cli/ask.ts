import {queryArticles, querySearch} from "../query/articles.js"
import type {AnswerRow, Filter} from "../query/filter.js"
import type {Question} from "../query/questions.js"
import {querySaid} from "../query/quotes.js"
import {readBook} from "./book.js"
import type {BookOptions} from "./book-commands.js"
import {type Effects, writeOut} from "./effects.js"
import {type AnswerForm, printRows} from "./table.js"

/** Options of every question: its filters, the book, the form of the answer. */
export type AskOptions = Filter & BookOptions & {readonly as: AnswerForm}

/** `rapporteur events`, `quotes` and so on. */
export function runQuestion(question: Question, options: AskOptions, effects: Effects): Promise<void> {
  return readBook(options, book => print(question.ask(book, options), question.shown, {options, effects}))
}

/** `rapporteur list`: the articles. */
export function runList(options: AskOptions, effects: Effects): Promise<void> {
  return readBook(options, book =>
    print(queryArticles(book, options), ["number", "day", "title", "publisher", "origin", "events", "quotes", "state"], {options, effects}),
  )
}

/** `rapporteur search WORDS`. */
export function runSearch(words: string, options: AskOptions, effects: Effects): Promise<void> {
  return readBook(options, book => print(querySearch(book, words, options), ["day", "title", "snippet"], {options, effects}))
}

/** `rapporteur said WHO [about WHAT]`. */
export function runSaid(who: string, about: readonly string[], {options, effects}: {options: AskOptions; effects: Effects}): Promise<void> {
  const words = (about[0] === "about" ? about.slice(1) : about).join(" ")
  return readBook(options, book =>
    print(querySaid(book, who, words || undefined, options), ["day", "speaker", "kind", "words", "title"], {options, effects}),
  )
}

async function print(
  rows: readonly AnswerRow[],
  shown: readonly string[],
  {options, effects}: {options: AskOptions; effects: Effects},
): Promise<void> {
  await writeOut(effects.stdout, printRows(rows, options.as, {shown, columns: effects.stdout.columns ?? 140}))
}
