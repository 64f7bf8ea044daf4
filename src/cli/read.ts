import {statSync} from "node:fs"
import {type Answer, answerItems, isRead, usualThreads} from "../answer.js"
import type {Item} from "../ingest/item.js"
import {readInputs} from "../ingest/open.js"
import type {Reading} from "../record/reading.js"
import {type Effects, exitCodes, writeOut} from "./effects.js"
import {paintPage} from "./page.js"
import type {ReadCommandOptions} from "./read-command.js"
import {extraOf, limitsOf, publishedOf, userTablesOf} from "./reading-options.js"

/** Counts of a run; `read` is always `coded + quarantined`. */
interface Tally {
  coded: number
  quarantined: number
  /** Answers to lines of a table or stream, as against whole files. */
  lines: number
}

/** `rapporteur read`: prints every reading as it comes. Gives the exit status. */
export async function runRead(inputs: readonly string[], options: ReadCommandOptions, effects: Effects): Promise<number> {
  const tally: Tally = {coded: 0, quarantined: 0, lines: 0}
  const readOptions = {
    dictionaries: userTablesOf(options),
    extra: extraOf(options.layers),
    ...limitsOf(options, isSmall(inputs) ? 0 : usualThreads()),
  }
  const items = untilStopped(readInputs({names: inputs, stdin: effects.stdin, published: publishedOf(options)}))
  for await (const answer of answerItems(items, readOptions)) await takeAnswer(answer, tally, {options, effects})
  const read = tally.coded + tally.quarantined
  if (options.end && options.as === "jsonl") await writeOut(effects.stdout, `${JSON.stringify({end: true, n: read})}\n`)
  effects.stderr.write(`read ${read}, coded ${tally.coded}, quarantined ${tally.quarantined}\n`)
  return tally.coded > 0 || tally.quarantined === 0 || tally.lines > 0 ? exitCodes.answered : exitCodes.unread
}

async function takeAnswer(
  answer: Answer,
  tally: Tally,
  {options, effects}: {options: ReadCommandOptions; effects: Effects},
): Promise<void> {
  if (isRead(answer)) tally.coded++
  else tally.quarantined++
  if (!isRead(answer)) effects.stderr.write(`${describeFailure(answer)}\n`)
  if (/:\d{1,15}$/.test(answer.at)) tally.lines++
  await writeOut(effects.stdout, printAnswer(answer, options.as ?? "text", options, effects))
}

/** Takes no more items after SIGTERM or SIGINT: what is in hand is finished and answered, within five seconds. */
async function* untilStopped(items: AsyncGenerator<Item>): AsyncGenerator<Item> {
  let stop: () => void = () => {}
  const stopped = new Promise<"stopped">(resolve => {
    stop = () => {
      resolve("stopped")
      setTimeout(() => process.exit(exitCodes.answered), 5_000).unref()
    }
  })
  process.once("SIGTERM", stop).once("SIGINT", stop)
  try {
    for (;;) {
      const next = await Promise.race([items.next(), stopped])
      if (next === "stopped") process.stdin.destroy()
      if (next === "stopped" || next.done) return
      yield next.value
    }
  } finally {
    process.off("SIGTERM", stop).off("SIGINT", stop)
  }
}

/** One small file is read in this thread: it is done before a worker would have started. */
export function isSmall(inputs: readonly string[]): boolean {
  if (inputs.length !== 1) return false
  const found = statSync(inputs[0]!, {throwIfNoEntry: false})
  return found?.isFile() === true && found.size < 100_000
}

/** A reading as one line of JSON; without its text when that is not wanted. */
export function readingLine(reading: Reading, withText = true): string {
  return JSON.stringify(withText ? reading : withoutText(reading))
}

/** The reason a document was not read, as one line: where, code, words. */
export function describeFailure(failure: Exclude<Answer, {reading: Reading}>): string {
  return `${failure.at} ${failure.problem.code}: ${failure.problem.message.replace(/[\r\n]{1,10}/g, " ")}`
}

function printAnswer(answer: Answer, form: "text" | "json" | "jsonl", options: ReadCommandOptions, effects: Effects): string {
  if (!isRead(answer)) {
    const {id, problem} = answer
    return form === "text" ? "" : `${JSON.stringify({id, problem: {code: problem.code, message: problem.message}})}\n`
  }
  if (form === "jsonl") return `${readingLine(answer.reading, options.text)}\n`
  if (form === "json") return `${JSON.stringify(options.text ? answer.reading : withoutText(answer.reading), null, 2)}\n`
  return paintPage(answer.reading, {
    colours: effects.stdout.isTTY === true && !process.env.NO_COLOR,
    columns: effects.stdout.columns ?? 100,
  })
}

function withoutText(reading: Reading): Reading {
  const {text: _, ...document} = reading.document
  return {...reading, document}
}
