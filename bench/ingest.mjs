// Throughput from a web archive to a finished record book, against what the pipeline alone does on the same texts: `node bench/ingest.mjs [ARTICLES] [FOLDER]`.
// The archive is made from the sentences of corpus/ and samples/ by a fixed seed. Prints one line of JSON.
//   alone, add     articles a second of the bare pipeline (one process a core, texts in memory) and of `rapporteur add`
//   share          add ÷ alone, by the clock and by processors' time, which other programs disturb less
//   cores   processors' time of all processes of the run ÷ time
//   rssMb          resident memory of all processes together: the most, and the means of the second tenth and of the last
import {fork, spawn, spawnSync} from "node:child_process"
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs"
import {availableParallelism, tmpdir} from "node:os"
import {join} from "node:path"
import {setTimeout as sleep} from "node:timers/promises"
import {fileURLToPath} from "node:url"
import {readArticle} from "../dist/src/read-article.js"

const root = fileURLToPath(new URL("..", import.meta.url))
const program = join(root, "bin", "rapporteur")

/** Sentences of corpus/ without their marks, and of the samples. */
function readSentences() {
  const files = readdirSync(join(root, "corpus"), {recursive: true}).filter(file => file.endsWith(".txt"))
  const marked = files.sort().flatMap(file => readFileSync(join(root, "corpus", file), "utf8").split("\n"))
  const corpus = marked
    .filter(line => /^[A-Z“"[]/.test(line) && line.includes(" "))
    .map(line => line.replace(/\[[\w|/,<-]+:/g, "").replaceAll("]", ""))
  const samples = readdirSync(join(root, "samples")).filter(file => file.endsWith(".txt"))
  return [...corpus, ...samples.sort().flatMap(file => readFileSync(join(root, "samples", file), "utf8").split(/\n\n+/))]
}

/** A generator of numbers that is the same on every run. */
function numbersFrom(seed) {
  let state = seed
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const escapeHtml = words => words.replace(/[&<>]/g, mark => ({"&": "&amp;", "<": "&lt;", ">": "&gt;"})[mark])

/** A web archive of pages of 150 to 450 words, as a crawler would have kept them. */
export function makeArchive(path, articles) {
  const sentences = readSentences()
  const next = numbersFrom(7)
  rmSync(path, {force: true})
  for (let index = 0; index < articles; index++) {
    const paragraphs = Array.from({length: 4 + next(9)}, () => Array.from({length: 2}, () => sentences[next(sentences.length)]).join(" "))
    const day = new Date(Date.UTC(2012, 0, 1 + next(4000))).toISOString()
    const page = `<!doctype html><html lang="en"><head><title>Dispatch ${index}</title><meta property="article:published_time" content="${day}"><meta property="og:site_name" content="The Daily Dispatch"></head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Dispatch ${index}</h1>${paragraphs.map(words => `<p>${escapeHtml(words)}</p>`).join("")}</article><footer>All rights reserved.</footer></body></html>`
    const response = Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page}`)
    const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://dispatch.example/${index}\r\nWARC-Date: ${day}\r\nContent-Type: application/http\r\nContent-Length: ${response.length}\r\n\r\n`
    writeFileSync(path, Buffer.concat([Buffer.from(head), response, Buffer.from("\r\n\r\n")]), {flag: "a"})
  }
}

/** One process of the bare pipeline: reads every `of`-th text. Loading is not counted. */
async function readAlone(path, place, of) {
  const sources = readFileSync(path, "utf8").split("\n").filter(Boolean)
  const mine = sources.filter((_, index) => index % of === place).map(line => JSON.parse(line))
  for (const source of mine.slice(0, 3)) await readArticle(source)
  process.send("ready")
  await new Promise(resolve => process.once("message", resolve))
  const before = process.cpuUsage()
  for (const source of mine) await readArticle(source)
  const {user, system} = process.cpuUsage(before)
  process.send((user + system) / 1e6)
}

const nextMessage = child => new Promise(resolve => child.once("message", resolve))

/** Articles a second of the bare pipeline on texts as the archive gives them, by the clock and by processors' time. */
async function measureAlone(archive, folder, most) {
  const {readInputs} = await import("../dist/src/ingest/open.js")
  const texts = join(folder, "texts.jsonl")
  const lines = []
  for await (const {source} of readInputs({names: [archive], stdin: process.stdin})) if (lines.push(JSON.stringify(source)) >= most) break
  writeFileSync(texts, lines.join("\n"))
  const cores = availableParallelism()
  const children = Array.from({length: cores}, (_, place) => fork(fileURLToPath(import.meta.url), ["--alone", texts, place, cores]))
  await Promise.all(children.map(nextMessage))
  const started = performance.now()
  for (const child of children) child.send("go")
  const used = await Promise.all(children.map(nextMessage))
  const seconds = (performance.now() - started) / 1000
  return {rate: lines.length / seconds, cpuRate: lines.length / used.reduce((sum, each) => sum + each, 0)}
}

/** Resident memory in MB and processors' seconds of a process and its children, as Linux tells. */
function lookAt(pid) {
  const children = spawnSync("ps", ["-o", "pid=", "--ppid", String(pid)], {encoding: "utf8"})
    .stdout.split("\n")
    .filter(Boolean)
  let megabytes = 0
  let seconds = 0
  for (const each of [pid, ...children.map(Number)]) {
    if (!existsSync(`/proc/${each}/stat`)) continue
    const fields = readFileSync(`/proc/${each}/stat`, "utf8").split(") ")[1].split(" ")
    seconds += (Number(fields[11]) + Number(fields[12])) / 100
    megabytes += (Number(fields[21]) * 4096) / 1e6
  }
  return {megabytes, seconds}
}

/** Runs `rapporteur add` and watches it. */
async function measureAdd(archive, folder) {
  const started = performance.now()
  const child = spawn(process.execPath, [program, "add", archive, "--book", join(folder, "book.db")], {
    stdio: ["ignore", "pipe", "inherit"],
  })
  let said = ""
  child.stdout.on("data", piece => {
    said += piece
  })
  const ended = new Promise(resolve => child.once("close", resolve))
  const looks = []
  for (let over = false; !over; ) {
    over = await Promise.race([ended.then(() => true), sleep(1_000).then(() => false)])
    const look = over ? null : lookAt(child.pid)
    if (look?.megabytes > 0) looks.push(look)
  }
  return {seconds: (performance.now() - started) / 1000, looks, said: said.trim()}
}

const mean = list => list.reduce((sum, value) => sum + value, 0) / Math.max(list.length, 1)

/** Runs the measurement. */
export async function measureIngest(articles = 1_000, folder = mkdtempSync(join(tmpdir(), "rapporteur-ingest-"))) {
  const archive = join(folder, "articles.warc")
  makeArchive(archive, articles)
  const alone = await measureAlone(archive, folder, Math.min(articles, 2_000))
  const {seconds, looks, said} = await measureAdd(archive, folder)
  const memory = looks.map(look => look.megabytes)
  const tenth = Math.ceil(memory.length / 10)
  return {
    articles,
    alone: Number(alone.rate.toFixed(2)),
    add: Number((articles / seconds).toFixed(2)),
    share: {
      clock: Number((articles / seconds / alone.rate).toFixed(3)),
      cpu: Number((articles / looks.at(-1).seconds / alone.cpuRate).toFixed(3)),
    },
    cores: Number((looks.at(-1).seconds / looks.length).toFixed(2)),
    rssMb: {most: Math.max(...memory), early: mean(memory.slice(tenth, 2 * tenth)), late: mean(memory.slice(-tenth))},
    said,
  }
}

if (process.argv[2] === "--alone") await readAlone(process.argv[3], Number(process.argv[4]), Number(process.argv[5]))
else if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log(JSON.stringify(await measureIngest(Number(process.argv[2] ?? 1_000), process.argv[3])))
