// How fast the language layer is: `node bench/language.mjs [WORDS]`, after `npm run build`. Prints one line of JSON.
//   wordsPerSecond   text to words, tree, names, lemmas and chains, one process, one thread of the network
//   timesForward     whole time ÷ time inside the network (bare forward passes of the same windows)
//   loadMs           `loadLanguage()`     rssMb   resident memory at the end
import {readdirSync, readFileSync} from "node:fs"
import {join} from "node:path"
import {fileURLToPath} from "node:url"
import {Document} from "../dist/src/document/document.js"
import {analyse, loadLanguage} from "../dist/src/language/analyse.js"
import {words} from "../dist/src/language/layers.js"

const root = fileURLToPath(new URL("..", import.meta.url))

/** Sentences of `corpus/` without their marks, in documents of about 600 words. */
function makeDocuments(wanted) {
  const files = readdirSync(join(root, "corpus"), {recursive: true})
    .filter(file => file.endsWith(".txt"))
    .sort()
  const lines = files.flatMap(file => readFileSync(join(root, "corpus", file), "utf8").split("\n"))
  const sentences = lines
    .filter(line => /^[A-Z“"[]/.test(line) && line.includes(" "))
    .map(line => line.replace(/\[[\w|/-]+:/g, "").replaceAll("]", ""))
  const texts = []
  let text = ""
  let count = 0
  for (let i = 0; count < wanted && sentences.length > 0; i++) {
    text += sentences[i % sentences.length] + (i % 3 === 2 ? "\n\n" : " ")
    count += sentences[i % sentences.length].split(" ").length
    if (text.split(" ").length > 600) texts.push(text)
    if (text.split(" ").length > 600) text = ""
  }
  return texts
}

/** Runs the measurement. */
export async function measureLanguage(wanted = 40_000) {
  const begin = performance.now()
  const loaded = await loadLanguage()
  const loadMs = performance.now() - begin
  let forward = 0
  const language = {
    ...loaded,
    answer: async window => {
      const start = performance.now()
      const answers = await loaded.answer(window)
      forward += performance.now() - start
      return answers
    },
  }
  const texts = makeDocuments(wanted)
  for (const text of texts.slice(0, 4)) await analyse(new Document({id: "warm", text}), language)
  forward = 0
  const start = performance.now()
  const cpu = process.cpuUsage()
  let count = 0
  for (const text of texts) count += (await analyse(new Document({id: "bench", text}), language)).get(words).length
  const whole = performance.now() - start
  const used = process.cpuUsage(cpu)
  return {
    words: count,
    wordsPerSecond: Math.round((count / whole) * 1000),
    wordsPerCpuSecond: Math.round(count / ((used.user + used.system) / 1e6)),
    timesForward: Number((whole / forward).toFixed(3)),
    loadMs: Math.round(loadMs),
    rssMb: Math.round(process.memoryUsage().rss / 1e6),
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log(JSON.stringify(await measureLanguage(Number(process.argv[2] ?? 40_000))))
