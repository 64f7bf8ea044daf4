// `npm run bench [-- speed|accuracy|statuses|book] [--limit N] [--size N]`: how fast reading is, how often it is right, how fast a large record book answers.
// Speed, accuracy and statuses also write their part of bench/RESULTS.md, with the machine described.

import {spawnSync} from "node:child_process"
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs"
import {cpus, loadavg, tmpdir} from "node:os"
import {join} from "node:path"
import {ensureBuilt, ensureInstalled, root, say} from "./checkout.mjs"

ensureInstalled()
ensureBuilt()
const args = process.argv.slice(2)
const what = args[0]?.startsWith("--") ? "all" : (args[0] ?? "all")
const numberAfter = name => (args.includes(name) ? Number(args[args.indexOf(name) + 1]) : undefined)
const machine = `${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}, Node ${process.versions.node}, load ${loadavg()[0].toFixed(1)} at the start`
const developmentData =
  "This is development data: it was looked at while the program was written, so texts that nobody looked at score somewhat lower. None of it is in the repository."
const statusSet =
  "written and double-checked before the rules; a row is an event whose status was marked. Mistakes were looked at in the first half alone."
console.log(`# ${machine}`)
if (what === "all" || what === "speed") {
  const {measureSpeed} = await import("../bench/speed.mjs")
  record("Speed", await measureSpeed())
}
if (what === "all" || what === "accuracy") {
  const {measureAccuracy} = await import("../bench/accuracy.mjs")
  const limit = numberAfter("--limit")
  const lines = measureAccuracy({limit, say})
  if (lines) lines.push(...(await incidentLines(limit)))
  const rows = limit ? `At most ${limit} articles or ${8 * limit} sentences of each file, spread over it.` : "All rows of each file."
  if (lines) record("Accuracy", [`${rows} ${developmentData}`, "", ...lines])
}
if (what === "all" || what === "statuses") {
  const {measureStatuses} = await import("../bench/statuses.mjs")
  record("Statuses", [`Own sentences, bench/data/statuses.tsv: ${statusSet}`, "", ...(await measureStatuses())])
}
if (what === "all" || what === "book") await benchBook(numberAfter("--size") ?? 40_000)

/** Rows for the incident that an article reports. */
async function incidentLines(limit) {
  const {measureIncidents, incidentTargets} = await import("../bench/incidents.mjs")
  const shares = await measureIncidents({limit})
  return Object.entries(shares).map(([name, {asked, share}]) => {
    const target = incidentTargets[name] ?? null
    return `| an article's incident | ${asked} | ${name} | ${share.toFixed(1)}${target !== null && share >= target ? " ✓" : ""} | ${target ?? "–"} |`
  })
}

/** Prints a part of the results and puts it into bench/RESULTS.md in place of the part of the same name. */
function record(name, lines) {
  const file = join(root, "bench", "RESULTS.md")
  const old = existsSync(file)
    ? readFileSync(file, "utf8")
    : "# Results\n\nMade by `npm run bench`. Each part says on which machine it was measured.\n"
  const model = JSON.parse(readFileSync(join(root, "models", "en", "manifest.json"), "utf8"))
  const part = [`## ${name}`, "", `Machine: ${machine}. Model: ${String(model["model.onnx"] ?? "").slice(0, 12)}.`, "", ...lines, ""].join(
    "\n",
  )
  const parts = old.split(/^(?=## )/m)
  const at = parts.findIndex(known => known.startsWith(`## ${name}\n`))
  if (at < 0) parts.push(part)
  else parts[at] = part
  writeFileSync(file, `${parts.map(known => known.trimEnd()).join("\n\n")}\n`)
  console.log(part)
}

/** Times every question on a generated book. */
async function benchBook(articles) {
  const folder = mkdtempSync(join(tmpdir(), "rapporteur-bench-"))
  const path = process.env.BENCH_BOOK ?? join(folder, "book.db")
  if (!existsSync(path)) spawnSync(process.execPath, [join(root, "bench", "make-book.mjs"), path, String(articles)], {stdio: "inherit"})
  const {openForReading} = await import(new URL("../dist/src/store/book.js", import.meta.url).href)
  const {questions} = await import(new URL("../dist/src/query/questions.js", import.meta.url).href)
  const {querySearch, queryCounts, queryArticles} = await import(new URL("../dist/src/query/articles.js", import.meta.url).href)
  const {querySaid} = await import(new URL("../dist/src/query/quotes.js", import.meta.url).href)
  const book = openForReading(path)
  console.log(`book: ${JSON.stringify(queryCounts(book))}`)
  const busy = book.database.first(
    "SELECT w.name FROM acts JOIN who w ON w.number = acts.source GROUP BY source ORDER BY count(*) DESC LIMIT 1",
  ).name
  const rare = book.database.first(
    "SELECT w.name FROM acts JOIN who w ON w.number = acts.source GROUP BY source ORDER BY count(*) LIMIT 1",
  ).name
  const filters = [
    {},
    {actor: busy},
    {actor: rare},
    {source: busy, type: "ACCUSE"},
    {since: "2010-01-01", until: "2010-12-31"},
    {text: busy},
  ]
  const rows = []
  const time = (name, ask) => {
    const times = Array.from({length: 5}, () => {
      const started = performance.now()
      ask()
      return performance.now() - started
    }).sort((a, b) => a - b)
    rows.push([name, times[2]])
  }
  for (const question of questions)
    for (const filter of filters) time(`${question.name} ${JSON.stringify(filter)}`, () => question.ask(book, filter))
  time("search", () => querySearch(book, busy))
  time("said", () => querySaid(book, busy, undefined))
  time("list", () => queryArticles(book, {}))
  book.close()
  rows.sort((a, b) => b[1] - a[1])
  console.log(`book: slowest question ${rows[0][1].toFixed(0)} ms, median ${rows[rows.length >> 1][1].toFixed(0)} ms`)
  for (const [name, milliseconds] of rows.slice(0, 12)) console.log(`  ${milliseconds.toFixed(0).padStart(6)} ms  ${name}`)
  rmSync(folder, {recursive: true, force: true})
}
