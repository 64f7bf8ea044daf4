import {type Command, Option} from "commander"
import {type BookOptions, bookCommand} from "./book-commands.js"
import type {Effects} from "./effects.js"

export interface ExplainOptions extends BookOptions {
  readonly article?: string
  readonly as: "text" | "json"
}

/** `rapporteur explain ID`. */
export function addExplainCommand(program: Command, effects: Effects): void {
  bookCommand(program, "explain", "say why a record of the book is what it is")
    .description(
      "Say why a record of the book is what it is: the words, the table rows and the network's opinions that decided, in order; what was considered and not taken; of an event, the smallest changes of the text that would have given another code.",
    )
    .argument("<id>", "the record, as e1 for an event, q2 for a quote, a3 for an actor")
    .option("--article <article>", "its article: number, id, or first digits of the hash; not needed when only one has such a record")
    .addOption(new Option("--as <form>", "a page for people, or JSON").choices(["text", "json"]).default("text"))
    .action(async (id: string, options: ExplainOptions) => (await import("./explain.js")).runExplain(id, options, effects))
}
