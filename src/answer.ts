import {availableParallelism} from "node:os"
import type {ExtraLayer} from "./assemble.js"
import {type CoderPool, startPool} from "./coder-pool.js"
import {inOrder} from "./in-order.js"
import {failAt} from "./ingest/complete.js"
import {type Article, type Failure, type Item, isFailure} from "./ingest/item.js"
import type {UserTables} from "./lexicon/user-tables.js"
import {Problem} from "./problem.js"
import {type ReadOptions, readArticle} from "./read-article.js"
import type {Reading} from "./record/reading.js"

/** What became of one item of the input: a reading, or the reason why there is none. */
export type Answer = {readonly at: string; readonly article: Article; readonly reading: Reading} | Failure

export const isRead = (answer: Answer): answer is Exclude<Answer, Failure> => "reading" in answer

/** How items are answered. */
export interface AnswerOptions {
  readonly dictionaries?: UserTables
  readonly extra?: ReadonlySet<ExtraLayer>
  /** Worker threads; 0 reads in this one, which starts faster and protects against nothing. */
  readonly threads: number
  /** Time limit of one article in seconds. */
  readonly seconds?: number
  /** Memory limit of one article's worker. */
  readonly megabytes?: number
}

/** As many threads as there are processors, but no more than memory for their models allows. */
export const usualThreads = (): number => Math.min(availableParallelism(), 8)

/** Answers every item, in order; one that fails costs only itself. The answers do not depend on the number of threads. */
export async function* answerItems(items: AsyncIterable<Item>, options: AnswerOptions): AsyncGenerator<Answer> {
  if (options.threads === 0) {
    for await (const item of items) yield isFailure(item) ? item : await answerArticle(item, options)
    return
  }
  let pool: CoderPool | null = null
  const readInPool = (article: Article): Promise<Answer> => {
    pool ??= startPool(options)
    return pool.answer(article)
  }
  try {
    yield* inOrder(items, options.threads * 2, async item => (isFailure(item) ? item : readInPool(item)))
  } finally {
    await (pool as CoderPool | null)?.close()
  }
}

/** Reads one article in this thread; a failure of any kind becomes a problem under the article's id. */
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
