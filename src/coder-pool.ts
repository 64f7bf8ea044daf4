import {join} from "node:path"
import {Worker} from "node:worker_threads"
import type {Answer} from "./answer.js"
import type {ExtraLayer} from "./assemble.js"
import type {WorkerAnswer, WorkerSetting} from "./coder-worker.js"
import {failAt} from "./ingest/complete.js"
import type {Article} from "./ingest/item.js"
import {packageRoot} from "./lexicon/table.js"
import {noUserTables, type UserTables} from "./lexicon/user-tables.js"
import {Problem} from "./problem.js"

/** How a pool reads, and what one article may cost. */
export interface PoolOptions {
  readonly threads: number
  readonly dictionaries?: UserTables
  readonly extra?: ReadonlySet<ExtraLayer>
  /** Time for an article, besides the second that every 5,000 characters add. */
  readonly seconds?: number
  /** Memory for a worker's own objects; the network's stands outside it. */
  readonly megabytes?: number
}

/** Reads articles in worker threads; an article that loops or eats memory costs its worker, not the process. */
export interface CoderPool {
  answer(article: Article): Promise<Answer>
  close(): Promise<void>
}

const charactersASecond = 5_000
const workerFile = join(packageRoot, "dist", "src", "coder-worker.js")

/** Starts worker threads, each with a model of its own. */
export function startPool({
  threads,
  dictionaries = noUserTables,
  extra = new Set(),
  seconds = 10,
  megabytes = 512,
}: PoolOptions): CoderPool {
  const setting: WorkerSetting = {dictionaries, extra: [...extra]}
  const idle: Seat[] = Array.from({length: threads}, () => new Seat(setting, megabytes))
  const seats = [...idle]
  const waiting: ((seat: Seat) => void)[] = []
  const takeSeat = (): Promise<Seat> => {
    const seat = idle.pop()
    return seat ? Promise.resolve(seat) : new Promise(resolve => waiting.push(resolve))
  }
  return {
    answer: async article => {
      const seat = await takeSeat()
      try {
        return await seat.answer(article, seconds + article.source.text.length / charactersASecond)
      } finally {
        const next = waiting.shift()
        if (next) next(seat)
        else idle.push(seat)
      }
    },
    close: async () => {
      await Promise.all(seats.map(seat => seat.leave()))
    },
  }
}

/** A place for one worker at a time. When its worker is lost, the next article gets a fresh one. */
class Seat {
  private worker: Worker | null = null
  private ready: Promise<WorkerAnswer> | null = null

  constructor(
    private readonly setting: WorkerSetting,
    private readonly megabytes: number,
  ) {
    this.sitDown()
  }

  async answer(article: Article, seconds: number): Promise<Answer> {
    const worker = this.worker ?? this.sitDown()
    try {
      const started = await this.ready!
      if ("code" in started) throw new Problem(started.code, started.message)
      const answer = nextAnswer(worker)
      worker.postMessage(article)
      const given = await within(answer, seconds)
      if ("code" in given) return failAt(article.at, new Problem(given.code, given.message), article.source.id)
      if ("ready" in given) throw new Error("A worker answered out of turn.")
      return {at: article.at, article, reading: given.reading}
    } catch (error) {
      await this.leave()
      if (error instanceof Problem && error.code === "model") throw error
      return failAt(article.at, problemOf(error), article.source.id)
    }
  }

  async leave(): Promise<void> {
    const {worker} = this
    this.worker = null
    await worker?.terminate()
  }

  private sitDown(): Worker {
    this.worker = new Worker(workerFile, {workerData: this.setting, resourceLimits: {maxOldGenerationSizeMb: this.megabytes}})
    this.ready = nextAnswer(this.worker)
    this.ready.catch(() => {})
    return this.worker
  }
}

/** The next message of a worker; fails when the worker dies first. */
function nextAnswer(worker: Worker): Promise<WorkerAnswer> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      worker.off("message", onMessage).off("error", onError).off("exit", onExit)
      act()
    }
    const onMessage = (answer: WorkerAnswer): void => settle(() => resolve(answer))
    const onError = (error: Error): void => settle(() => reject(error))
    const onExit = (): void => settle(() => reject(new Error("The worker ended before it answered.")))
    worker.on("message", onMessage).on("error", onError).on("exit", onExit)
  })
}

async function within<T>(answer: Promise<T>, seconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Problem("timeout", `Reading it took longer than ${Math.ceil(seconds)} seconds.`)), seconds * 1_000)
  })
  try {
    answer.catch(() => {})
    return await Promise.race([answer, tooLate])
  } finally {
    clearTimeout(timer)
  }
}

function problemOf(error: unknown): unknown {
  const {code} = error as NodeJS.ErrnoException
  if (code === "ERR_WORKER_OUT_OF_MEMORY") return new Problem("memory", "Reading it took more memory than an article may.", {cause: error})
  return error
}
