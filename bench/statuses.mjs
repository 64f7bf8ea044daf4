// F1 of each status on bench/data/statuses.tsv: `node bench/statuses.mjs [--show]`. The set is for measuring; see its first lines.
// "read": over the events that the reader put out at the marked words, of whatever type. "all": an event that was not put out counts as missed.
// --show lists the mistakes of the first half alone: the second half stays unseen, so that it can tell rules from memory.
import {readFileSync} from "node:fs"

const program = process.env.RAPPORTEUR_DIST ?? new URL("../dist/src", import.meta.url).href
const {readArticle} = await import(`${program}/read-article.js`)
const statuses = ["actual", "future", "hypothetical", "negated", "historical"]
const path = new URL("data/statuses.tsv", import.meta.url)
const show = process.argv.includes("--show")

const halves = [[], []]
for (const [index, row] of rowsOf(readFileSync(path, "utf8")).entries()) {
  const {events} = await readArticle({
    id: `status-${index}`,
    text: row.text,
    language: "en",
    published: {from: "2026-06-15", to: "2026-06-15", basis: "given"},
  })
  for (const gold of row.events) {
    const read = recordAt(events, gold)
    halves[index % 2].push({gold: gold.status, read: read?.status})
    if (show && index % 2 === 0 && read?.status !== gold.status)
      console.log(row.construction, gold.status, gold.type, "read as", read ? `${read.type} ${read.status}` : "nothing", "|", row.marked)
  }
}
report("first half, looked at", halves[0])
report("second half, not looked at", halves[1])
report("both", halves.flat())

/** The rows of the table: the sentence without its brackets, and each bracketed trigger with its status and type. */
function rowsOf(table) {
  return table
    .split("\n")
    .filter(line => line !== "" && !line.startsWith("#"))
    .slice(1)
    .map(line => {
      const [construction, labels, marked] = line.split("\t")
      const events = labels.split("; ").map(label => {
        const [status, type] = label.split(" ")
        return {status, type}
      })
      let text = ""
      let number = 0
      for (const letter of marked) {
        if (letter === "[") events[number].start = text.length
        else if (letter === "]") events[number++].end = text.length
        else text += letter
      }
      return {construction, marked, text, events}
    })
}

/** The record at the marked words: of the marked type where there is one, else the surest. */
function recordAt(events, gold) {
  return events
    .filter(event => event.trigger.start < gold.end && gold.start < event.trigger.end)
    .sort((a, b) => Number(b.type === gold.type) - Number(a.type === gold.type) || b.confidence - a.confidence)[0]
}

function report(name, pairs) {
  const read = pairs.filter(pair => pair.read)
  const f1 = (all, status) => {
    const right = all.filter(pair => pair.gold === status && pair.read === status).length
    const gold = all.filter(pair => pair.gold === status).length
    const put = all.filter(pair => pair.read === status).length
    return ((200 * right) / Math.max(1, gold + put)).toFixed(1)
  }
  const share = (100 * read.length) / pairs.length
  console.log(`\n${name}: ${pairs.length} events, ${share.toFixed(1)} % of them read`)
  for (const status of statuses) {
    const rows = pairs.filter(pair => pair.gold === status)
    const as = [...statuses, undefined].map(other => `${other ?? "nothing"} ${rows.filter(pair => pair.read === other).length}`)
    console.log(`  ${status.padEnd(12)} F1 read ${f1(read, status)} all ${f1(pairs, status)} | ${rows.length}: ${as.join(", ")}`)
  }
}
