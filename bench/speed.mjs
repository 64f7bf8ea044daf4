// How fast reading is: the language layer, the whole pipeline next to the network alone, and one cold run of the program.
import {spawnSync} from "node:child_process"
import {readdirSync, readFileSync} from "node:fs"
import {join} from "node:path"
import {fileURLToPath} from "node:url"
import {measureLanguage} from "./language.mjs"
import {measureGazetteer, measureStages} from "./stages.mjs"

const root = fileURLToPath(new URL("..", import.meta.url))
const rounds = 5

/** The lines of a Markdown table; the machine should be idle. */
export async function measureSpeed({words = 40_000} = {}) {
  const language = await measureLanguage(words)
  const whole = await measurePipeline()
  const stages = await measureStages(sampleTexts().join("\n\n"))
  const gazetteer = measureGazetteer()
  const cold = Array.from({length: 3}, coldRead).sort((a, b) => a - b)
  const row = (what, measured, target) => `| ${what} | ${measured} | ${target} |`
  return [
    "| what | measured | target |",
    "|---|---:|---:|",
    row(`language layer, words a second (${language.words} words)`, language.wordsPerSecond, "≥ 6000"),
    row("language layer, words a second of processor time", language.wordsPerCpuSecond, "–"),
    row("language layer ÷ the network's forward passes", language.timesForward, "≤ 1.35"),
    row("loading the language, ms", language.loadMs, "≤ 300"),
    row("resident memory, MB", language.rssMb, "≤ 450"),
    row(
      `whole pipeline, words a second (${whole.articles} articles, ${whole.words} words)`,
      Math.round((whole.words / whole.wall) * 1000),
      "–",
    ),
    row("whole pipeline ÷ the network's forward passes", (whole.wall / whole.network.wall).toFixed(2), "≤ 1.5"),
    row("the same in processor time, which other programs disturb less", (whole.cpu / whole.network.cpu).toFixed(2), "≤ 1.5"),
    ...stages.map(({name, charactersPerSecond, longer}) =>
      row(`stage ${name}, characters a second; of a text four times as long`, `${charactersPerSecond}; ${longer}`, "≥ 1000000"),
    ),
    row("loading the gazetteer, ms; memory it holds, MB", `${gazetteer.ms}; ${gazetteer.megabytes}`, "≤ 300; ≤ 60"),
    row("`bin/rapporteur read` of one article from cold, ms", Math.round(cold[1]), "–"),
  ]
}

/** Reads the samples again and again, the median round; the network's own share is timed inside. Milliseconds. */
async function measurePipeline() {
  const {readArticle} = await import("../dist/src/read-article.js")
  const {loadLanguage} = await import("../dist/src/language/analyse.js")
  const loaded = await loadLanguage()
  let network = {wall: 0, cpu: 0}
  const language = {
    ...loaded,
    answer: async window => {
      const started = performance.now()
      const used = process.cpuUsage()
      const answers = await loaded.answer(window)
      network.cpu += spentSince(used)
      network.wall += performance.now() - started
      return answers
    },
  }
  const texts = sampleTexts()
  const times = []
  for (let round = 0; round <= rounds; round++) {
    network = {wall: 0, cpu: 0}
    const started = performance.now()
    const used = process.cpuUsage()
    for (const [index, text] of texts.entries()) await readArticle({id: String(index), text, language: "en"}, {language})
    times.push({wall: performance.now() - started, cpu: spentSince(used), network})
  }
  const sorted = times.slice(1).sort((a, b) => a.cpu / a.network.cpu - b.cpu / b.network.cpu)
  const words = texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0)
  return {articles: texts.length, words, ...sorted[rounds >> 1]}
}

function sampleTexts() {
  const folder = join(root, "samples")
  return readdirSync(folder)
    .filter(name => name.endsWith(".txt"))
    .map(name => readFileSync(join(folder, name), "utf8"))
}

/** Milliseconds of processor time, all threads. */
function spentSince(used) {
  const {user, system} = process.cpuUsage(used)
  return (user + system) / 1000
}

function coldRead() {
  const started = performance.now()
  spawnSync(process.execPath, [join(root, "bin", "rapporteur"), "read", join(root, "samples", "08-ankara-grain.txt")])
  return performance.now() - started
}
