import {usualThreads} from "../answer.js"
import {isFailure} from "../ingest/item.js"
import {readInputs} from "../ingest/open.js"
import {Problem} from "../problem.js"
import {queryCounts} from "../query/articles.js"
import {type AddStep, addItems} from "../store/add-items.js"
import {removeArticle} from "../store/add-reading.js"
import {findArticle} from "../store/articles.js"
import {type Book, openForReading, openForWriting, usualBookPath} from "../store/book.js"
import {clearQuarantine, listQuarantine, type Quarantined} from "../store/quarantine.js"
import {readingOf} from "../store/readings.js"
import {rereadBook} from "../store/reread.js"
import {verifyBook} from "../store/verify.js"
import type {AddCommandOptions, BookOptions} from "./book-commands.js"
import {type Effects, exitCodes, writeOut} from "./effects.js"
import {paintPage} from "./page.js"
import {startProgress} from "./progress.js"
import {describeFailure, isSmall, readingLine} from "./read.js"
import {limitsOf, publishedOf, userTablesOf} from "./reading-options.js"
import {printRows} from "./table.js"

/** `rapporteur add`: reads what the book does not hold yet. Running it again goes on where it stopped. */
export async function runAdd(inputs: readonly string[], options: AddCommandOptions, effects: Effects): Promise<number> {
  return withBook(options, effects, async book => {
    const tally = {new: 0, newer: 0, known: 0, quarantined: 0}
    const progress = startProgress(effects, "added", null)
    const items = readInputs({names: inputs, stdin: effects.stdin, published: publishedOf(options)})
    for await (const step of addItems(book, items, addOptions(inputs, options, effects))) {
      tally[step.outcome]++
      progress.step()
      reportStep(step, effects)
    }
    progress.end()
    const read = tally.new + tally.newer + tally.known + tally.quarantined
    await writeOut(
      effects.stdout,
      `${book.path}: ${tally.new} new, ${tally.newer} read again, ${tally.known} known already, ${tally.quarantined} in quarantine\n`,
    )
    effects.stderr.write(`read ${read}, coded ${read - tally.quarantined}, quarantined ${tally.quarantined}\n`)
    return read > 0 && tally.quarantined === read ? exitCodes.unread : exitCodes.answered
  })
}

/** `rapporteur show`: the stored reading of one article. */
export async function runShow(name: string, options: BookOptions & {as: string}, effects: Effects): Promise<void> {
  await readBook(options, async book => {
    const article = findArticle(book, name)
    const reading = readingOf(book, article)
    if (!reading) throw new Problem("not-found", `The article ${name} has not been read yet. Run rapporteur reread.`)
    const page = () =>
      paintPage(reading, {colours: effects.stdout.isTTY === true && !process.env.NO_COLOR, columns: effects.stdout.columns ?? 100})
    const text =
      options.as === "json" ? `${JSON.stringify(reading, null, 2)}\n` : options.as === "jsonl" ? `${readingLine(reading)}\n` : page()
    await writeOut(effects.stdout, text)
  })
}

/** `rapporteur remove`: takes one article out. */
export async function runRemove(name: string, options: BookOptions, effects: Effects): Promise<void> {
  await withBook(options, effects, async book => {
    const article = findArticle(book, name)
    removeArticle(book, article.number)
    await writeOut(effects.stdout, `Removed ${article.title ?? article.id} (${article.hash.slice(0, 16)}).\n`)
    return exitCodes.answered
  })
}

/** `rapporteur reread`: reads again what another coder read, and prints the difference by type, with examples. */
export async function runReread(options: AddCommandOptions & {keep?: boolean}, effects: Effects): Promise<number> {
  return withBook(options, effects, async book => {
    const difference = await rereadBook(book, {...addOptions([], options, effects), keepOld: options.keep === true})
    await writeOut(
      effects.stdout,
      difference.reread === 0 ? "Everything in the book was read by this very program, model and tables.\n" : difference.describe(),
    )
    return exitCodes.answered
  })
}

/** `rapporteur quarantine [list|retry|drop] [number]`. */
export async function runQuarantine(
  what: {action: string; number: string | undefined},
  options: AddCommandOptions,
  effects: Effects,
): Promise<number> {
  const number = what.number === undefined ? undefined : Number(what.number)
  if (number !== undefined && !Number.isInteger(number)) throw new Problem("usage", `${what.number} is not the number of an entry.`)
  if (what.action === "list") return readBook(options, book => printQuarantine(book, effects))
  return withBook(options, effects, async book => {
    if (number !== undefined && !listQuarantine(book).some(entry => entry.number === number))
      throw new Problem("usage", `There is no entry ${number} in quarantine. “rapporteur quarantine” lists them.`)
    if (what.action === "drop") {
      const dropped = clearQuarantine(book, number === undefined ? {} : {number})
      await writeOut(effects.stdout, `Dropped ${dropped}.\n`)
      return exitCodes.answered
    }
    if (what.action !== "retry")
      throw new Problem("usage", `quarantine ${what.action}: there is no such action. There are: list, retry, drop.`)
    return retryQuarantine(book, number, {options, effects})
  })
}

/** `rapporteur verify`: exit status 0 only when nothing is wrong. */
export async function runVerify(options: BookOptions, effects: Effects): Promise<number> {
  return readBook(options, async book => {
    let wrong = 0
    for await (const {article, record, about} of verifyBook(book)) {
      wrong++
      await writeOut(effects.stdout, `${article?.slice(0, 16) ?? "book"} ${record ?? ""} ${about}\n`)
    }
    await writeOut(
      effects.stdout,
      wrong === 0 ? "Everything in the book is as it must be.\n" : `${wrong} thing${wrong === 1 ? " is" : "s are"} wrong.\n`,
    )
    return wrong === 0 ? exitCodes.answered : exitCodes.failure
  })
}

/** `rapporteur info`: how much the book holds. */
export async function runInfo(options: BookOptions, effects: Effects): Promise<void> {
  await readBook(options, async book => {
    for (const [name, count] of Object.entries(queryCounts(book))) await writeOut(effects.stdout, `${name.padEnd(12)} ${count}\n`)
  })
}

/** Opens the book to read, works, closes it. */
export async function readBook<T>(options: BookOptions, work: (book: Book) => Promise<T>): Promise<T> {
  const book = openForReading(options.book ?? usualBookPath())
  try {
    return await work(book)
  } finally {
    book.close()
  }
}

/** Opens the book to write, works, closes it; a signal ends the run after the article in hand. */
export async function withBook<T>(options: BookOptions, effects: Effects, work: (book: Book) => Promise<T>): Promise<T> {
  const book = openForWriting(options.book ?? usualBookPath(), effects.now())
  const stop = (): void => {
    book.close()
    process.exit(exitCodes.answered)
  }
  process.once("SIGTERM", stop).once("SIGINT", stop)
  try {
    return await work(book)
  } finally {
    process.off("SIGTERM", stop).off("SIGINT", stop)
    book.close()
  }
}

/** How `add`, `watch` and `reread` read. */
export function addOptions(inputs: readonly string[], options: AddCommandOptions, effects: Effects) {
  return {dictionaries: userTablesOf(options), ...limitsOf(options, isSmall(inputs) ? 0 : usualThreads()), now: effects.now}
}

/** One line on standard error for an item that could not be read. */
export function reportStep(step: AddStep, {stderr}: Effects): void {
  if (step.answer && isFailure(step.answer as never)) stderr.write(`${describeFailure(step.answer as never)}\n`)
}

async function printQuarantine(book: Book, {stdout}: Effects): Promise<number> {
  const rows = listQuarantine(book).map(entry => ({...entry}))
  if (rows.length === 0) await writeOut(stdout, "Nothing is in quarantine.\n")
  else
    await writeOut(
      stdout,
      printRows(rows, "table", {shown: ["number", "source", "line", "reason", "detail"], columns: stdout.columns ?? 120}),
    )
  return exitCodes.answered
}

/** Reads the files of entries again, and takes out what no longer fails. An entry stays until then: a run that is killed loses none. */
async function retryQuarantine(
  book: Book,
  number: number | undefined,
  {options, effects}: {options: AddCommandOptions; effects: Effects},
): Promise<number> {
  const entries = listQuarantine(book).filter(entry => number === undefined || entry.number === number)
  const files = [...new Set(entries.map(entry => entry.source))].filter(source => source !== "-")
  const failed = new Set<string>()
  const tally = {new: 0, newer: 0, known: 0, quarantined: 0}
  const items = readInputs({names: files, stdin: effects.stdin, published: publishedOf(options)})
  for await (const step of addItems(book, items, addOptions(files, options, effects))) {
    tally[step.outcome]++
    if (step.outcome === "quarantined") failed.add(step.at)
  }
  const now = listQuarantine(book)
  for (const entry of entries.filter(({source}) => source !== "-")) {
    const hasOtherReason = now.some(other => other.number > entry.number && placeOf(other) === placeOf(entry))
    if (!failed.has(placeOf(entry)) || hasOtherReason) clearQuarantine(book, {number: entry.number})
  }
  await writeOut(
    effects.stdout,
    `Retried ${files.length} source${files.length === 1 ? "" : "s"}: ${tally.new + tally.newer} read, ${tally.quarantined} still in quarantine.\n`,
  )
  return exitCodes.answered
}

/** FILE, FILE:LINE or FILE@OFFSET, as an entry was put in. */
function placeOf({source, line, byte_offset: offset}: Quarantined): string {
  return line !== null ? `${source}:${line}` : offset !== null ? `${source}@${offset}` : source
}
