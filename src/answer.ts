import {failAt} from "./ingest/complete.js"
import {type Article, type Failure, type Item, isFailure} from "./ingest/item.js"
import {Problem} from "./problem.js"
import {type ReadOptions, readArticle} from "./read-article.js"
import type {Reading} from "./record/reading.js"

/** What became of one item of the input: a reading, or the reason why there is none. */
export type Answer = {readonly at: string; readonly article: Article; readonly reading: Reading} | Failure

export const isRead = (answer: Answer): answer is Exclude<Answer, Failure> => "reading" in answer

/** Answers every item, in order; one that fails costs only itself. */
export async function* answerItems(items: AsyncIterable<Item>, options: ReadOptions): AsyncGenerator<Answer> {
  for await (const item of items) yield isFailure(item) ? item : await answerArticle(item, options)
}

/** Reads one article; a failure of any kind becomes a problem under the article's id. */
export async function answerArticle(article: Article, options: ReadOptions): Promise<Answer> {
  try {
    const reading = await readArticle(article.source, {...options, pairs: article.pairs, notes: article.notes})
    return {at: article.at, article, reading}
  } catch (error) {
    if (error instanceof Problem && isOfTheProgram(error)) throw error
    return failAt(article.at, error, article.source.id)
  }
}

/** A missing model or a broken dictionary is not the article's fault: it ends the run with one message. */
function isOfTheProgram(problem: Problem): boolean {
  return problem.code === "model" || problem.code === "dictionary" || problem.code === "config"
}
