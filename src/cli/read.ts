import {statSync} from "node:fs"
import {type Answer, answerItems, isRead, usualThreads} from "../answer.js"
import {readInputs} from "../ingest/open.js"
import type {Reading} from "../record/reading.js"
import {type Effects, exitCodes, writeOut} from "./effects.js"
import {paintPage} from "./page.js"
import type {ReadCommandOptions} from "./read-command.js"
import {extraOf, publishedOf, threadsOf, userTablesOf} from "./reading-options.js"

/** Counts of a run; `read` is always `coded + quarantined`. */
interface Tally {
  coded: number
  quarantined: number
}

/** `rapporteur read`: prints every reading as it comes. Gives the exit status. */
export async function runRead(inputs: readonly string[], options: ReadCommandOptions, effects: Effects): Promise<number> {
  const form = options.as ?? "text"
  const tally: Tally = {coded: 0, quarantined: 0}
  const readOptions = {
    dictionaries: userTablesOf(options),
    extra: extraOf(options.layers),
    threads: threadsOf(options, isSmall(inputs) ? 0 : usualThreads()),
  }
  const items = readInputs({names: inputs, stdin: effects.stdin, published: publishedOf(options)})
  let lines = 0
  for await (const answer of answerItems(items, readOptions)) {
    if (isRead(answer)) tally.coded++
    else tally.quarantined++
    if (!isRead(answer)) effects.stderr.write(`${describeFailure(answer)}\n`)
    if (/:\d+$/.test(answer.at)) lines++
    await writeOut(effects.stdout, printAnswer(answer, form, options, effects))
  }
  const read = tally.coded + tally.quarantined
  if (options.end && form === "jsonl") await writeOut(effects.stdout, `${JSON.stringify({end: true, n: read})}\n`)
  effects.stderr.write(`read ${read}, coded ${tally.coded}, quarantined ${tally.quarantined}\n`)
  return tally.coded > 0 || tally.quarantined === 0 || lines > 0 ? exitCodes.answered : exitCodes.unread
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
