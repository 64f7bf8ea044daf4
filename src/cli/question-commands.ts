import {type Command, InvalidArgumentError, Option} from "commander"
import {questions} from "../query/questions.js"
import type {EventStatus, Figure} from "../record/all.js"
import {bookCommand} from "./book-commands.js"
import type {Effects} from "./effects.js"
import {parseDay} from "./parse-day.js"

/** The commands that ask the record book. */
export function addQuestionCommands(program: Command, effects: Effects): void {
  const load = () => import("./ask.js")
  for (const question of questions) {
    const command = addFilterOptions(bookCommand(program, question.name, question.summary))
    if (question.name === "series") {
      command
        .addOption(new Option("--by <step>", "length of a step").choices(["day", "week", "month"]).default("month"))
        .option("--independent", "count copies of one text once")
    }
    command.action(async options => (await load()).runQuestion(question, options, effects))
  }
  addFilterOptions(bookCommand(program, "list", "list the articles of the book")).action(async options =>
    (await load()).runList(options, effects),
  )
  addFilterOptions(bookCommand(program, "search", "find articles by their words"))
    .argument("<words...>", "words that the article holds; in double quotation marks: words that stand together")
    .action(async (words: string[], options) => (await load()).runSearch(words.join(" "), options, effects))
  addFilterOptions(bookCommand(program, "said", "what somebody said, about something"))
    .argument("<who>", "the speaker: a name, part of a name, or a code")
    .argument("[about...]", "words of the quote; a leading “about” is passed over")
    .action(async (who: string, about: string[], options) => (await load()).runSaid(who, about, {options, effects}))
}

/** The filters that every question takes. */
export function addFilterOptions(command: Command): Command {
  return command
    .option("--actor <name>", "on either side: a name, part of a name, a country or a CAMEO code")
    .option("--source <name>", "who did it, said it, holds it")
    .option("--target <name>", "to whom, about whom")
    .option("--type <list>", "event type, or kind of record; several with commas")
    .option("--mode <list>", "event mode")
    .option("--status <list>", "event or figure status; events are actual ones unless this says otherwise; any for all", parseStatuses)
    .option("--country <code>", "country of the place or speaker, as UKR")
    .option("--place <name>", "name of the place")
    .option("--since <day>", "first day, month or year", parseDay)
    .option("--until <day>", "last day, month or year", parseDay)
    .option("--text <words>", "words that the article (of quotes: the quote) holds")
    .option("--article <hash>", "one article only")
    .option("--limit <number>", "at most this many rows", parseCount, 50)
    .option("--offset <number>", "rows to pass over", parseCount, 0)
    .addOption(new Option("--as <form>", "form of the answer").choices(["table", "csv", "json", "jsonl"]).default("table"))
}

function parseCount(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError("It must be a whole number, such as 50.")
  return Number(value)
}

type Status = "any" | EventStatus | Figure["status"]
const statuses: readonly Status[] = [
  "any",
  ...(["actual", "future", "hypothetical", "negated", "historical"] as const),
  ...(["reported", "pledged", "demanded", "denied", "projected"] as const),
]

function parseStatuses(value: string): string {
  const unknown = value.split(",").find(status => !(statuses as readonly string[]).includes(status.trim()))
  if (unknown !== undefined) throw new InvalidArgumentError(`There is no status “${unknown}”; there are ${statuses.join(", ")}.`)
  return value
}
