import type {Command, Option} from "commander"
import {exporters} from "../export/exporter.js"
import {formats} from "../ingest/format.js"
import {buildProgram} from "./main.js"

/** Reference pages that are made from the program itself: path → content. A test compares them with what is there. */
export function referencePages(): Map<string, string> {
  return new Map([
    ["docs/reference/cli.md", commandPage()],
    ["docs/reference/formats.md", formatPage()],
  ])
}

function commandPage(): string {
  const program = buildProgram()
  const commands = program.commands.filter(command => command.name() !== "help").flatMap(command => [command, ...command.commands])
  return [
    "# The command line",
    "",
    "Made from the program by `npm run schema`. `rapporteur help COMMAND` prints the same.",
    "",
    "Exit status: 0 every document was answered; 1 internal or input/output failure; 2 wrong usage; 3 nothing could be read at all.",
    "Reading and adding end with one line on standard error: `read N, coded N, quarantined N`.",
    "",
    ...commands.flatMap(commandSection),
  ].join("\n")
}

function commandSection(command: Command): string[] {
  const rows = command.options.filter(option => !option.hidden).map(optionRow)
  const args = command.registeredArguments.map(argument => `- \`${argument.name()}\`: ${argument.description}`)
  return [
    `## ${fullName(command)}`,
    "",
    `\`rapporteur ${fullName(command)} ${command.usage()}\``,
    "",
    command.description(),
    "",
    ...(args.length > 0 ? [...args, ""] : []),
    ...(rows.length > 0 ? ["| option | meaning |", "|---|---|", ...rows, ""] : []),
  ]
}

/** "actors lookup" for a command below another. */
function fullName(command: Command): string {
  const above = command.parent
  return above?.parent ? `${above.name()} ${command.name()}` : command.name()
}

function optionRow(option: Option): string {
  const choices = option.argChoices ? ` One of: ${option.argChoices.join(", ")}.` : ""
  const usual =
    option.defaultValue === undefined || option.defaultValue === true || Array.isArray(option.defaultValue)
      ? ""
      : ` By default ${option.defaultValue}.`
  return `| \`${option.flags.replaceAll("|", "\\|")}\` | ${option.description.replaceAll("|", "\\|")}${option.description.endsWith(".") ? "" : "."}${choices}${usual} |`
}

function formatPage(): string {
  return [
    "# What goes in, what comes out",
    "",
    "Made from the program by `npm run schema`.",
    "",
    "## In",
    "",
    "A file is known by its name's ending, by the media type its sender named, or by its first bytes. Anything packed with gzip is unpacked once.",
    "",
    "| format | endings | media types |",
    "|---|---|---|",
    ...formats.map(format => `| ${format.name} | ${format.endings.join(" ")} | ${format.mediaTypes.join(", ")} |`),
    "",
    "## Out",
    "",
    "`rapporteur export --as FORM`. Offsets count Unicode code points; articles stand in the order of their day of publication; the same book gives the same bytes.",
    "",
    "| form | ending | holds |",
    "|---|---|---|",
    ...exporters.map(exporter => `| ${exporter.name} | ${exporter.ending} | ${exporter.summary} |`),
    "",
  ].join("\n")
}
