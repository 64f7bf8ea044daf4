import {parentPort, workerData} from "node:worker_threads"
import type {ExtraLayer} from "./assemble.js"
import type {Article} from "./ingest/item.js"
import type {UserTables} from "./lexicon/user-tables.js"
import {Problem} from "./problem.js"
import {defaultLanguage, readArticle} from "./read-article.js"
import type {Reading} from "./record/reading.js"

/** What every worker of a pool is told when it starts. */
export interface WorkerSetting {
  readonly dictionaries: UserTables
  readonly extra: readonly ExtraLayer[]
}

/** What a worker answers: that it is ready, a reading, or a problem, taken apart because errors lose their class between threads. */
export type WorkerAnswer = {readonly ready: true} | {readonly reading: Reading} | {readonly code: string; readonly message: string}

const setting = workerData as WorkerSetting
const options = {dictionaries: setting.dictionaries, extra: new Set(setting.extra)}

async function answer(article: Article): Promise<WorkerAnswer> {
  try {
    return {reading: await readArticle(article.source, {...options, pairs: article.pairs, notes: article.notes})}
  } catch (error) {
    return describe(error)
  }
}

function describe(error: unknown): WorkerAnswer {
  if (error instanceof Problem) return {code: error.code, message: error.message}
  return {code: "crash", message: `An unforeseen error: ${error instanceof Error ? error.message : String(error)}`}
}

parentPort?.on("message", async (article: Article) => parentPort?.postMessage(await answer(article)))
defaultLanguage().then(
  () => parentPort?.postMessage({ready: true} satisfies WorkerAnswer),
  error => parentPort?.postMessage(describe(error)),
)
