import {type Command, Option} from "commander"
import type {Effects} from "./effects.js"
import {addReadingOptions, type ReadingOptions} from "./read-command.js"

export interface BookOptions {
  readonly book?: string
}

export interface AddCommandOptions extends ReadingOptions, BookOptions {}

export interface WatchCommandOptions extends AddCommandOptions {
  readonly once?: boolean
}

/** The commands that fill and keep a record book. */
export function addBookCommands(program: Command, effects: Effects): void {
  const load = () => import("./book.js")
  addReadingOptions(bookCommand(program, "add", "read articles and keep them in the record book"))
    .argument("<input...>", "files, folders, addresses, or -")
    .action(async (inputs: string[], options: AddCommandOptions) => {
      process.exitCode = await (await load()).runAdd(inputs, options, effects)
    })
  addReadingOptions(bookCommand(program, "watch", "visit feeds from time to time and add what is new"))
    .argument("<list>", "a file that lists the feeds: [[feed]] with address, every (seconds) and follow")
    .option("--once", "visit what is due, then end")
    .action(async (list: string, options: WatchCommandOptions) => {
      process.exitCode = await (await import("./watch.js")).runWatch(list, options, effects)
    })
  bookCommand(program, "show", "show the record of an article of the book")
    .argument("<article>", "its number, its id, or the first digits of its hash")
    .addOption(new Option("--as <form>", "a page for people, or JSON").choices(["text", "json", "jsonl"]).default("text"))
    .action(async (article: string, options: BookOptions & {as: string}) => (await load()).runShow(article, options, effects))
  bookCommand(program, "remove", "take an article out of the book")
    .argument("<article>", "its number, its id, or the first digits of its hash")
    .action(async (article: string, options: BookOptions) => (await load()).runRemove(article, options, effects))
  addReadingOptions(
    bookCommand(
      program,
      "reread",
      "read again what another version of the program, its model or its tables read, and print the difference",
    ),
  )
    .option("--keep", "keep the old readings, to compare")
    .action(async (options: AddCommandOptions & {keep?: boolean}) => {
      process.exitCode = await (await load()).runReread(options, effects)
    })
  addReadingOptions(bookCommand(program, "quarantine", "list what could not be read; retry or drop it"))
    .argument("[action]", "list, retry or drop", "list")
    .argument("[number]", "the number of one entry; without it, all")
    .action(async (action: string, number: string | undefined, options: AddCommandOptions) => {
      process.exitCode = await (await load()).runQuarantine({action, number}, options, effects)
    })
  bookCommand(program, "verify", "check every span, hash and reference of the book").action(async (options: BookOptions) => {
    process.exitCode = await (await load()).runVerify(options, effects)
  })
  bookCommand(program, "info", "count what the book holds").action(async (options: BookOptions) => (await load()).runInfo(options, effects))
}

/** A command that works on a record book. */
export function bookCommand(program: Command, name: string, summary: string): Command {
  return program
    .command(name)
    .summary(summary)
    .description(`${summary[0]!.toUpperCase()}${summary.slice(1)}.`)
    .option("--book <file>", "the record book; by default $RAPPORTEUR_BOOK, else .rapporteur/book.db")
}
