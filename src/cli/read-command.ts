import {type Command, Option} from "commander"
import {type PairConvention, pairConventions, type VagueConvention, vagueConventions} from "../lexicon/user-tables.js"
import type {Effects} from "./effects.js"

/** Options that say how articles are read; several commands have them. */
export interface ReadingOptions {
  readonly published?: string
  readonly actors: readonly string[]
  readonly agents: readonly string[]
  readonly verbs: readonly string[]
  readonly vagueCounts?: VagueConvention
  /** Only `read` answers pairs. */
  readonly pairTypes?: PairConvention
  readonly threads?: string
  readonly timeout?: string
  readonly memory?: string
}

export interface ReadCommandOptions extends ReadingOptions {
  readonly as?: "text" | "json" | "jsonl"
  readonly layers: string
  readonly text: boolean
  readonly end?: boolean
}

export function addReadCommand(program: Command, effects: Effects): void {
  const command = program
    .command("read")
    .summary("read articles and print their record")
    .description(
      "Read articles and print their record. INPUT is a file, a folder, an address, or - for standard input: plain text, HTML, JSON lines, or any other format that is understood. " +
        "JSON lines make it a filter: line in, line out.",
    )
    .argument("<input...>", "files, folders, addresses, or -")
    .addOption(
      new Option("--as <form>", "what to print: a page for people, one indented JSON reading, or one reading a line").choices([
        "text",
        "json",
        "jsonl",
      ]),
    )
    .option("--layers <list>", "what a reading holds: records, words, names, chains", "records")
    .addOption(
      new Option(
        "--pair-types <document>",
        "which of PLOVER's documents types an asked pair where they contradict each other: its CAMEO conversion table or its manual",
      )
        .choices(pairConventions)
        .default("table"),
    )
    .option("--no-text", "leave the article's text out of the reading")
    .option("--end", 'close jsonl output with a line {"end": true, "n": N}')
  addReadingOptions(command).action(async (inputs: string[], options: ReadCommandOptions) => {
    const {runRead} = await import("./read.js")
    process.exitCode = await runRead(inputs, options, effects)
  })
}

/** Adds the options of `ReadingOptions` to a command. */
export function addReadingOptions(command: Command): Command {
  const collect = (value: string, known: string[]): string[] => [...known, value]
  return command
    .option("--published <date>", "publication date of the articles that do not say theirs: YYYY-MM-DD")
    .option("--actors <file>", "a dictionary of actors of your own (may be given again)", collect, [])
    .option("--agents <file>", "a dictionary of agents of your own (may be given again)", collect, [])
    .option("--verbs <file>", "a dictionary of verbs of your own (may be given again)", collect, [])
    .addOption(
      new Option("--vague-counts <convention>", 'the least that "dozens", "hundreds" and the like stand for')
        .choices(vagueConventions)
        .default("low"),
    )
    .option("--threads <number>", "how many articles to read at once; by default one a processor core")
    .option("--timeout <seconds>", "time for one article, besides a second for every 5,000 characters", "10")
    .option("--memory <megabytes>", "memory for one article", "512")
}
