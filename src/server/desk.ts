import {Readable} from "node:stream"
import {hashText} from "../assemble.js"
import {type Item, isFailure} from "../ingest/item.js"
import {readInput, readInputs} from "../ingest/open.js"
import {Problem} from "../problem.js"
import {type AddStep, addItems} from "../store/add-items.js"
import {openForWriting} from "../store/book.js"

/** Something to read and keep: bytes with a name, or an address. */
export type Submission =
  | {readonly name: string; readonly bytes: Uint8Array; readonly mediaType: string | null; readonly published: string | null}
  | {readonly address: string; readonly published: string | null}

/** How far the reading of a submission has come. */
export interface Job {
  readonly id: number
  readonly name: string
  state: "waiting" | "reading" | "done" | "failed"
  /** Articles read so far, newly or before. */
  articles: {readonly hash: string; readonly title: string | null; readonly outcome: string}[]
  problems: string[]
}

const keptJobs = 50

/** Reads what is handed in, one submission after another, and puts it into the book. */
export class Desk {
  private readonly jobs: Job[] = []
  private chain: Promise<void> = Promise.resolve()
  private isClosed = false
  private nextId = 1

  constructor(
    private readonly bookPath: string,
    private readonly now: () => Date,
  ) {}

  /** Takes a submission; the job tells how it goes. */
  hand(submission: Submission): Job {
    if (this.jobs.filter(job => job.state === "waiting").length >= 20) {
      throw new Problem("usage", "Twenty submissions are waiting already. Let some of them be read first.")
    }
    const name = "address" in submission ? submission.address : submission.name
    const job: Job = {id: this.nextId++, name, state: "waiting", articles: [], problems: []}
    this.jobs.push(job)
    if (this.jobs.length > keptJobs) this.jobs.shift()
    this.chain = this.chain.then(() => this.read(job, submission))
    return job
  }

  find(id: number): Job | null {
    return this.jobs.find(job => job.id === id) ?? null
  }

  /** What is waiting or being read. */
  open(): readonly Job[] {
    return this.jobs.filter(job => job.state === "waiting" || job.state === "reading")
  }

  async close(): Promise<void> {
    this.isClosed = true
    await this.chain
  }

  private async read(job: Job, submission: Submission): Promise<void> {
    if (this.isClosed) return
    job.state = "reading"
    try {
      const book = openForWriting(this.bookPath, this.now())
      try {
        const hashes = new Map<string, string>()
        const items = noteHashes(itemsOf(submission), hashes)
        for await (const step of addItems(book, items, {threads: 1, now: this.now})) {
          noteStep(job, step, hashes.get(step.at) ?? "")
          if (this.isClosed) break
        }
      } finally {
        book.close()
      }
      if (job.articles.length === 0 && job.problems.length === 0) job.problems.push("There was no article in it.")
      job.state = job.articles.length > 0 ? "done" : "failed"
    } catch (error) {
      job.problems.push(error instanceof Problem ? error.message : "It could not be read, for a reason inside the program.")
      job.state = "failed"
    }
  }
}

function itemsOf(submission: Submission) {
  const published = submission.published ? {from: submission.published, to: submission.published, basis: "given" as const} : null
  if ("address" in submission) return readInputs({names: [submission.address], stdin: Readable.from([]), published})
  const {name, bytes, mediaType} = submission
  return readInput({name, origin: name, bytes: once(bytes), mediaType, charset: null, published})
}

function noteStep(job: Job, {answer, reading, outcome, at}: AddStep, hash: string): void {
  if (answer && "problem" in answer) job.problems.push(answer.problem.message)
  else job.articles.push({hash: reading?.document.hash ?? hash, title: reading?.document.title ?? at, outcome})
}

/** Remembers which text stood where: an article the book holds already is not read again, but its page is wanted. */
async function* noteHashes(items: AsyncIterable<Item>, hashes: Map<string, string>): AsyncGenerator<Item> {
  for await (const item of items) {
    if (!isFailure(item)) hashes.set(item.at, hashText(item.source.text))
    yield item
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
