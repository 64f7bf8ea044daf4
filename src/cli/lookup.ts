import {parsePublished} from "../ingest/published.js"
import {Problem} from "../problem.js"
import type {AnswerRow} from "../query/filter.js"
import {type Finding, lookUpName, type Office} from "../readers/actors/lookup.js"
import {type Effects, writeOut} from "./effects.js"
import {printRows} from "./table.js"
import type {LookupOptions} from "./who-command.js"

/** `rapporteur actors lookup NAME --on DAY`. */
export async function runLookup(name: string, options: LookupOptions, {stdout}: Effects): Promise<void> {
  const findings = lookUpName(name, dayOf(options.on))
  if (options.as === "json") return writeOut(stdout, `${JSON.stringify(findings, null, 2)}\n`)
  if (options.as === "jsonl") return writeOut(stdout, findings.map(finding => `${JSON.stringify(finding)}\n`).join(""))
  if (findings.length === 0 && options.as === "table") return writeOut(stdout, `The register knows nobody called ${name}.\n`)
  const shown = ["name", "kind", "by", "country", "sectors", "standing", "now", "before", "later", "id"]
  return writeOut(stdout, printRows(findings.map(rowOf), options.as, {shown, columns: stdout.columns ?? 400}))
}

/** The last day of the interval, as for an article published then. */
function dayOf(words: string | undefined): string | null {
  if (words === undefined) return null
  const published = parsePublished(words, "given")
  if (!published) throw new Problem("usage", `--on ${words} is not a date. Write it as 2013-03-01, or 2013-03 for a month.`)
  return published.to ?? published.from
}

function rowOf({offices, leaders, sectors, ...finding}: Finding): AnswerRow {
  const list = (when: Office["when"]): string =>
    offices
      .filter(office => office.when === when)
      .map(nameOffice)
      .join("; ")
  return {
    ...finding,
    sectors: sectors.join(" "),
    now: [list("held"), list("undated"), ...leaders].filter(part => part !== "").join("; "),
    before: list("past"),
    later: list("later"),
  }
}

function nameOffice({title, country, from, to}: Office): string {
  return `${title}${country ? ` ${country}` : ""} ${from || "…"} to ${to || "…"}`
}
