import {type ChildProcess, fork} from "node:child_process"
import {join} from "node:path"
import type {Answer} from "./answer.js"
import type {ExtraLayer} from "./assemble.js"
import type {WorkerAnswer, WorkerOrder} from "./coder-worker.js"
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

/**
 * Reads articles in worker processes. An article that loops, eats memory or brings the network's native code down costs its worker, nothing else.
 * (Threads are not enough: ending one while the network runs ends the whole process.)
 */
export interface CoderPool {
  answer(article: Article): Promise<Answer>
  close(): Promise<void>
}

const charactersASecond = 5_000
/** How often an article is tried when its worker dies, and when it is late: a busy machine can make the innocent late. */
const attempts = 3
const lateAttempts = 2
/** Room for short-lived objects, as V8 gives it by itself: with a limit on the rest it would take a fraction of it, and sweep far more often. */
const youngMegabytes = 16
const workerFile = join(packageRoot, "dist", "src", "coder-worker.js")

/** Starts workers, each with a model of its own. */
export function startPool({
  threads,
  dictionaries = noUserTables,
  extra = new Set(),
  seconds = 10,
  megabytes = 512,
}: PoolOptions): CoderPool {
  const setting: WorkerOrder = {dictionaries, extra: [...extra]}
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
      await Promise.all(seats.map(seat => seat.close()))
    },
  }
}

/** A place for one worker at a time. When its worker is lost, the next article gets a fresh one. */
class Seat {
  private worker: ChildProcess | null = null
  private ready: Promise<WorkerAnswer> | null = null
  private lastWords = ""
  private isClosed = false

  constructor(
    private readonly setting: WorkerOrder,
    private readonly megabytes: number,
  ) {
    this.sitDown()
  }

  /** Reads an article. A worker that dies over it is replaced and the article tried again: it may have died of something else. */
  async answer(article: Article, seconds: number): Promise<Answer> {
    for (let failures = 1; ; failures++) {
      if (this.isClosed)
        return failAt(article.at, new Problem("crash", "Reading was stopped before this article's turn."), article.source.id)
      try {
        return await this.tryAnswer(article, seconds)
      } catch (error) {
        const words = this.lastWords
        await this.leave()
        if (error instanceof Problem && error.code === "model") throw error
        if (failures === (error instanceof Problem ? lateAttempts : attempts))
          return failAt(article.at, problemOf(error, words), article.source.id)
      }
    }
  }

  /** Ends the worker for good: what it was reading is answered with a problem, and no other worker sits down. */
  async close(): Promise<void> {
    this.isClosed = true
    await this.leave()
  }

  /** Ends the worker, whatever it is doing. */
  async leave(): Promise<void> {
    const {worker} = this
    this.worker = null
    if (!worker || worker.exitCode !== null || worker.signalCode !== null) return
    const ended = new Promise(resolve => worker.once("exit", resolve))
    worker.kill("SIGKILL")
    await ended
  }

  private async tryAnswer(article: Article, seconds: number): Promise<Answer> {
    const worker = this.worker ?? this.sitDown()
    const started = await this.ready!
    if ("code" in started) throw new Problem(started.code, started.message)
    const answer = nextAnswer(worker)
    worker.send({article} satisfies WorkerOrder)
    const given = await within(answer, seconds)
    if ("code" in given) return failAt(article.at, new Problem(given.code, given.message), article.source.id)
    if ("ready" in given) throw new Error("A worker answered out of turn.")
    return {at: article.at, article, reading: given.reading}
  }

  private sitDown(): ChildProcess {
    const worker = fork(workerFile, [], {
      serialization: "advanced",
      execArgv: [`--max-old-space-size=${this.megabytes}`, `--max-semi-space-size=${youngMegabytes}`],
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    })
    this.worker = worker
    this.lastWords = ""
    worker.stderr?.on("data", (piece: Buffer) => {
      this.lastWords = (this.lastWords + piece.toString("latin1")).slice(-4_000)
    })
    this.ready = nextAnswer(worker)
    this.ready.catch(() => {})
    worker.send(this.setting)
    return worker
  }
}

/** The next message of a worker; fails when the worker dies first. */
function nextAnswer(worker: ChildProcess): Promise<WorkerAnswer> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      worker.off("message", onMessage).off("error", onError).off("close", onClose)
      act()
    }
    const onMessage = (answer: unknown): void => settle(() => resolve(answer as WorkerAnswer))
    const onError = (error: Error): void => settle(() => reject(error))
    const onClose = (): void => settle(() => reject(new Error("The worker ended before it answered.")))
    worker.on("message", onMessage).on("error", onError).on("close", onClose)
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

/** Why a worker died, by its last words. */
function problemOf(error: unknown, lastWords: string): unknown {
  if (error instanceof Problem) return error
  if (/heap out of memory|bad_alloc/i.test(lastWords))
    return new Problem("memory", "Reading it took more memory than an article may.", {cause: error})
  return new Problem("crash", `The process that read it died ${attempts} times.`, {cause: error})
}
