import type {ExtraLayer} from "./assemble.js"
import type {Article} from "./ingest/item.js"
import type {UserTables} from "./lexicon/user-tables.js"
import {Problem} from "./problem.js"
import {defaultLanguage, type ReadOptions, readArticle} from "./read-article.js"
import type {Reading} from "./record/reading.js"

/** What a worker is told: first how to read, then one article after another. */
export type WorkerOrder = {readonly dictionaries: UserTables; readonly extra: readonly ExtraLayer[]} | {readonly article: Article}

/** What a worker answers: that it is ready, a reading, or a problem, taken apart because errors lose their class between processes. */
export type WorkerAnswer = {readonly ready: true} | {readonly reading: Reading} | {readonly code: string; readonly message: string}

let options: ReadOptions = {}

async function obey(order: WorkerOrder): Promise<WorkerAnswer> {
  try {
    if ("article" in order)
      return {reading: await readArticle(order.article.source, {...options, pairs: order.article.pairs, notes: order.article.notes})}
    options = {dictionaries: order.dictionaries, extra: new Set(order.extra)}
    await defaultLanguage()
    return {ready: true}
  } catch (error) {
    if (error instanceof Problem) return {code: error.code, message: error.message}
    return {code: "crash", message: `An unforeseen error: ${error instanceof Error ? error.message : String(error)}`}
  }
}

process.on("message", async (order: WorkerOrder) => {
  const answer = await obey(order)
  process.send?.(answer)
})
// A worker whose master is gone has nobody to answer to.
process.on("disconnect", () => process.exit(0))
// Ctrl-C reaches every process of a terminal; the master decides when its workers end.
process.on("SIGINT", () => {})
process.on("SIGTERM", () => {})
