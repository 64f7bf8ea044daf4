import {readFileSync} from "node:fs"
import type {ExtraLayer} from "../assemble.js"
import type {Published} from "../document/document.js"
import {parsePublished} from "../ingest/published.js"
import {noUserTables, type UserTable, type UserTables} from "../lexicon/user-tables.js"
import {Problem} from "../problem.js"
import type {ReadingOptions} from "./read-command.js"

const extraLayers: readonly string[] = ["words", "names", "chains"]

/** The publication date of `--published`; null when the option was not given. */
export function publishedOf(options: ReadingOptions): Published | null {
  if (options.published === undefined) return null
  const published = parsePublished(options.published, "given")
  if (!published)
    throw new Problem("usage", `--published ${options.published} is not a date. Write it as 2013-03-01, or 2013-03 for a month.`)
  return published
}

/** The dictionaries of `--actors`, `--agents` and `--verbs`, and the conventions of `--vague-counts` and `--pair-types`. */
export function userTablesOf(options: ReadingOptions): UserTables {
  const vague = options.vagueCounts ?? "low"
  const pairTypes = options.pairTypes ?? "table"
  const own = options.actors.length + options.agents.length + options.verbs.length > 0
  if (!own && vague === "low" && pairTypes === "table") return noUserTables
  const [actors, agents, verbs] = [options.actors, options.agents, options.verbs].map(paths => paths.map(readUserTable))
  return {actors: actors!, agents: agents!, verbs: verbs!, vague, pairTypes}
}

/** The language layers of `--layers`. */
export function extraOf(list: string): ReadonlySet<ExtraLayer> {
  const names = list.split(",").map(name => name.trim())
  const wrong = names.find(name => name !== "records" && !extraLayers.includes(name))
  if (wrong !== undefined)
    throw new Problem("usage", `--layers ${wrong}: there is no such layer. There are: records, ${extraLayers.join(", ")}.`)
  return new Set(names.filter(name => name !== "records") as ExtraLayer[])
}

/** What `--threads`, `--timeout` and `--memory` say. `usual` threads are for those who do not say. */
export function limitsOf(options: ReadingOptions, usual: number): {threads: number; seconds: number; megabytes: number} {
  return {
    threads: numberOf("--threads", options.threads ?? String(usual), {low: options.threads === undefined ? 0 : 1, high: 256}),
    seconds: numberOf("--timeout", options.timeout ?? "10", {low: 0, high: 86_400}),
    megabytes: numberOf("--memory", options.memory ?? "512", {low: 16, high: 1_000_000}),
  }
}

function numberOf(name: string, words: string, {low, high}: {low: number; high: number}): number {
  const number = Number(words)
  if (Number.isInteger(number) && number >= low && number <= high) return number
  throw new Problem("usage", `${name} ${words} is not a whole number between ${low} and ${high}.`)
}

function readUserTable(path: string): UserTable {
  try {
    return {path, text: readFileSync(path, "utf8")}
  } catch (cause) {
    throw new Problem(
      "dictionary",
      `The dictionary ${path} cannot be read: ${cause instanceof Error ? cause.message : "unknown reason"}.`,
      {cause},
    )
  }
}
