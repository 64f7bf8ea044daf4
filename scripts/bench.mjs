// `npm run bench [-- speed|book]`: how fast reading is, next to the network alone; how fast a large record book answers. Prints lines for bench/RESULTS.md.

import {spawnSync} from "node:child_process"
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs"
import {cpus, tmpdir} from "node:os"
import {join} from "node:path"
import {ensureBuilt, ensureInstalled, root} from "./checkout.mjs"

ensureInstalled()
ensureBuilt()
const [what = "all", size] = process.argv.slice(2)
console.log(`# ${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}, Node ${process.versions.node}`)
if (what === "all" || what === "speed") await benchSpeed()
if (what === "all" || what === "book") await benchBook(Number(size ?? 40_000))
if (what === "accuracy") console.log("Accuracy is measured by the scripts in bench/ and by test/articles; see bench/RESULTS.md.")

/** Reads the samples again and again; the network's own share is timed inside. */
async function benchSpeed() {
  const {readArticle} = await import(new URL("../dist/src/read-article.js", import.meta.url).href)
  const {loadLanguage} = await import(new URL("../dist/src/language/analyse.js", import.meta.url).href)
  const loaded = await loadLanguage()
  let inNetwork = 0
  const language = {
    ...loaded,
    answer: async window => {
      const started = performance.now()
      const answers = await loaded.answer(window)
      inNetwork += performance.now() - started
      return answers
    },
  }
  const folder = join(root, "samples")
  const texts = readdirSync(folder)
    .filter(name => name.endsWith(".txt"))
    .map(name => readFileSync(join(folder, name), "utf8"))
  const words = texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0)
  const round = async () => {
    inNetwork = 0
    const started = performance.now()
    for (const [index, text] of texts.entries()) await readArticle({id: String(index), text, language: "en"}, {language})
    return {total: performance.now() - started, network: inNetwork}
  }
  await round()
  const rounds = []
  for (let i = 0; i < 5; i++) rounds.push(await round())
  rounds.sort((a, b) => a.total - b.total)
  const {total, network} = rounds[2]
  console.log(
    `speed: ${texts.length} articles, ${words} words: ${((words / total) * 1000).toFixed(0)} words a second in one thread (rounds ${rounds.map(({total}) => total.toFixed(0)).join(" ")} ms)`,
  )
  console.log(`speed: whole pipeline ${total.toFixed(0)} ms, network alone ${network.toFixed(0)} ms, ratio ${(total / network).toFixed(2)}`)
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
