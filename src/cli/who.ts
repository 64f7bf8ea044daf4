import {answerItems, isRead, usualThreads} from "../answer.js"
import {readInputs} from "../ingest/open.js"
import {type CastMember, castOf} from "../query/cast.js"
import type {Reading} from "../record/reading.js"
import {type Effects, exitCodes, writeOut} from "./effects.js"
import {describeFailure, isSmall} from "./read.js"
import {limitsOf, publishedOf, userTablesOf} from "./reading-options.js"
import {printRows} from "./table.js"
import type {WhoOptions} from "./who-command.js"

/** `rapporteur who`: the cast of every article. Gives the exit status. */
export async function runWho(inputs: readonly string[], options: WhoOptions, effects: Effects): Promise<number> {
  const limits = limitsOf(options, isSmall(inputs) ? 0 : usualThreads())
  const items = readInputs({names: inputs, stdin: effects.stdin, published: publishedOf(options)})
  let read = 0
  for await (const answer of answerItems(items, {dictionaries: userTablesOf(options), ...limits})) {
    if (isRead(answer)) read++
    if (isRead(answer)) await writeOut(effects.stdout, printCast(answer.reading, options.as, effects.stdout.columns ?? 120))
    else effects.stderr.write(`${describeFailure(answer)}\n`)
  }
  return read > 0 ? exitCodes.answered : exitCodes.unread
}

function printCast(reading: Reading, form: WhoOptions["as"], columns: number): string {
  const actors = castOf(reading)
  const {id, title, published} = reading.document
  const answer = {article: id, title, published, actors}
  if (form === "json") return `${JSON.stringify(answer, null, 2)}\n`
  if (form === "jsonl") return `${JSON.stringify(answer)}\n`
  const day = published.to === null ? "publication date unknown" : `${published.to} (${published.basis})`
  return `${title ?? id} · ${day}\n\n${castTable(actors, columns)}\n`
}

/** A table, and below each row how the text names the actor and why it was taken for that. */
function castTable(actors: readonly CastMember[], columns: number): string {
  const shown = ["id", "name", "kind", "country", "sectors", "office"]
  const rows = actors.map(({id, name, kind, country, sectors, offices}) => ({
    id,
    name,
    kind,
    country,
    sectors: sectors.join(" "),
    office: offices.join("; "),
  }))
  const lines = printRows(rows, "table", {shown, columns}).trimEnd().split("\n")
  return [...lines.slice(0, 2), ...actors.flatMap((actor, index) => [lines[index + 2] ?? "", ...detailsOf(actor)])].join("\n")
}

function detailsOf(actor: CastMember): string[] {
  const named = actor.mentions.map(({words, form, count}) => `“${words}” (${form}${count > 1 ? ` ×${count}` : ""})`)
  const bonds = [
    actor.memberOf.length > 0 ? `      of: ${actor.memberOf.join(", ")}` : "",
    actor.members.length > 0 ? `      are: ${actor.members.join(", ")}` : "",
  ].filter(line => line !== "")
  return [`      named: ${named.join(", ")}`, ...bonds, ...actor.why.map(reason => `      why: ${reason}`)]
}
