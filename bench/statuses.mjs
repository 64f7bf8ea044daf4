// F1 of each status on bench/data/statuses.tsv: `npm run bench -- statuses`, or `node bench/statuses.mjs [--show]`. The set is for measuring; its first lines say how it was made.
// "read": over the events that the reader put out at the marked words, of whatever type. "all": an event that was not put out counts as missed, unless the
// record of a verb above it says it already: "urged them to release" is REQUEST, and no release is recorded beside it.
// --show lists the mistakes of the first half alone: the second half stays unseen, so that it can tell rules from memory.
import {readFileSync} from "node:fs"
import {fileURLToPath} from "node:url"

const program = process.env.RAPPORTEUR_DIST ?? new URL("../dist/src", import.meta.url).href
const statuses = ["actual", "future", "hypothetical", "negated", "historical"]

/** The table of results, in Markdown. `miss` is called for each wrong status of the first half. */
export async function measureStatuses(miss = () => {}) {
  const {readArticle} = await import(`${program}/read-article.js`)
  const halves = [[], []]
  for (const [index, row] of rowsOf(readFileSync(new URL("data/statuses.tsv", import.meta.url), "utf8")).entries()) {
    const reading = await readArticle({
      id: `status-${index}`,
      text: row.text,
      language: "en",
      published: {from: "2026-06-15", to: "2026-06-15", basis: "given"},
    })
    for (const gold of row.events) {
      const record = recordAt(reading.events, gold)
      const said = !record && isSaidAbove(reading.events, row.text.slice(gold.start, gold.end))
      halves[index % 2].push({gold: gold.status, read: record?.status, said})
      if (index % 2 === 0 && record?.status !== gold.status && !said) miss(row, gold, record)
    }
  }
  return [
    "| half | status | events | F1 of those read | F1 of all | target | read as |",
    "|---|---|---:|---:|---:|---:|---|",
    ...linesOf("first, its mistakes looked at", halves[0]),
    ...linesOf("second, not looked at", halves[1]),
    ...linesOf("both", halves.flat()),
  ]
}

/** The rows of the table: the sentence without its brackets, and each bracketed trigger with its status and type. */
function rowsOf(table) {
  const lines = table.split("\n").filter(line => line !== "" && !line.startsWith("#"))
  return lines.slice(1).map(line => {
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

/** Does the record of a verb above name these words as what it is about? */
function isSaidAbove(events, words) {
  return events.some(event =>
    event.trace.some(step => /operators\.tsv: .* over /.test(step.rule) && words.includes(step.rule.match(/“([^”]*)”$/)?.[1] ?? "\n")),
  )
}

function linesOf(half, pairs) {
  const counted = pairs.filter(pair => !pair.said)
  const read = pairs.filter(pair => pair.read)
  const lines = statuses.map(status => {
    const rows = pairs.filter(pair => pair.gold === status)
    const as = [...statuses, undefined].map(other => [other ?? "nothing", rows.filter(pair => pair.read === other && !pair.said).length])
    const said = rows.filter(pair => pair.said).length
    const told = [...as, ["the verb above", said]].filter(([, count]) => count > 0).map(([name, count]) => `${name} ${count}`)
    const reached = f1(read, status) >= 85 ? " ✓" : ""
    return `| ${half} | ${status} | ${rows.length} | ${f1(read, status).toFixed(1)}${reached} | ${f1(counted, status).toFixed(1)} | ≥ 85 | ${told.join(", ")} |`
  })
  return [
    ...lines,
    `| ${half} | share of the events read | ${pairs.length} | ${((100 * read.length) / counted.length).toFixed(1)} % | | – | |`,
  ]
}

function f1(pairs, status) {
  const right = pairs.filter(pair => pair.gold === status && pair.read === status).length
  const gold = pairs.filter(pair => pair.gold === status).length
  const put = pairs.filter(pair => pair.read === status).length
  return (200 * right) / Math.max(1, gold + put)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const miss = (row, gold, record) =>
    console.log(
      row.construction,
      gold.status,
      gold.type,
      "read as",
      record ? `${record.type} ${record.status}` : "nothing",
      "|",
      row.marked,
    )
  const lines = await measureStatuses(process.argv.includes("--show") ? miss : undefined)
  console.log(lines.join("\n"))
}
