import {type Command, Option} from "commander"
import type {Effects} from "./effects.js"
import {addReadingOptions, type ReadingOptions} from "./read-command.js"
import type {AnswerForm} from "./table.js"

export interface WhoOptions extends ReadingOptions {
  readonly as: "table" | "json" | "jsonl"
}

export interface LookupOptions {
  readonly on?: string
  readonly as: AnswerForm
}

/** `rapporteur who` and `rapporteur actors lookup`. Comes after the questions: `actors` is one of them. */
export function addWhoCommands(program: Command, effects: Effects): void {
  const who = program
    .command("who")
    .summary("print the cast of an article")
    .description(
      "Print the cast of an article: everybody in it with kind, country, sectors and office, every way in which the text names them, and why.",
    )
    .argument("<input...>", "files, folders, addresses, or -")
    .addOption(new Option("--as <form>", "form of the answer").choices(["table", "json", "jsonl"]).default("table"))
  addReadingOptions(who).action(async (inputs: string[], options: WhoOptions) => {
    process.exitCode = await (await import("./who.js")).runWho(inputs, options, effects)
  })
  program.commands
    .find(command => command.name() === "actors")!
    .command("lookup")
    .summary("what the register knows of a name on a day")
    .description(
      "What the register in data/actors knows of a name on a day: who bears it, offices held, past and to come, namesakes; of states and bodies, who led them. The first row is whom a reader of an article of that day would take.",
    )
    .argument("<name...>", "a name, surname, acronym, demonym or capital")
    .option("--on <day>", "the day, month or year to look at; without it, no office is taken for the present one")
    .addOption(new Option("--as <form>", "form of the answer").choices(["table", "csv", "json", "jsonl"]).default("table"))
    .action(async (name: string[], _: LookupOptions, command: Command) => {
      await (await import("./lookup.js")).runLookup(name.join(" "), command.optsWithGlobals(), effects)
    })
}
