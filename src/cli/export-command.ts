import {type Command, Option} from "commander"
import {type ExportOptions, exporters} from "../export/exporter.js"
import {type BookOptions, bookCommand} from "./book-commands.js"
import type {Effects} from "./effects.js"
import {parseDay} from "./parse-day.js"

export interface ExportCommandOptions extends BookOptions, ExportOptions {
  readonly as: string
  readonly to?: string
}

/** `rapporteur export --as FORM`. */
export function addExportCommand(program: Command, effects: Effects): void {
  const command = bookCommand(program, "export", "write the book out for another program")
  const forms = exporters.map(exporter => `${exporter.name} (${exporter.summary})`).join("; ")
  command
    .addOption(
      new Option("--as <form>", `form of the file: ${forms}`).choices(exporters.map(exporter => exporter.name)).makeOptionMandatory(),
    )
    .option("--to <file>", "where to write; by default standard output")
    .option("--table <name>", "which records, for csv and parquet: events, quotes, figures, …", "events")
    .option("--since <day>", "articles published on or after this day", parseDay)
    .option("--until <day>", "articles published on or before this day", parseDay)
    .option("--raw", "csv: leave cells that a spreadsheet would run as they are")
    .action(async (options: ExportCommandOptions) => {
      const {runExport} = await import("./export.js")
      await runExport(options, effects)
    })
}
