// How fast the readers of times, figures and places are without the network, on a text and on one four times as long; what the gazetteer costs.
import {spawnSync} from "node:child_process"
import {fileURLToPath} from "node:url"

const measured = ["times", "amounts", "figures", "places"]
const rounds = 5

/** Characters a second of each stage, the median round, for ten times the text and for forty times. */
export async function measureStages(text) {
  const [once, long] = [await timeStages(text.repeat(10)), await timeStages(text.repeat(40))]
  return measured.map(name => ({name, charactersPerSecond: once.get(name), longer: long.get(name)}))
}

async function timeStages(text) {
  const {stages} = await import("../dist/src/stages.js")
  const {Document} = await import("../dist/src/document/document.js")
  const {analyse, loadLanguage} = await import("../dist/src/language/analyse.js")
  const {asked} = await import("../dist/src/record/layers.js")
  const {noUserTables, userTables} = await import("../dist/src/lexicon/user-tables.js")
  const published = {from: "2013-03-01", to: "2013-03-01", basis: "given"}
  let doc = (await analyse(new Document({id: "bench", text, published}), await loadLanguage()))
    .with(asked, [])
    .with(userTables, noUserTables)
  const speeds = new Map()
  for (const stage of stages) {
    const times = []
    for (let round = 0; round < (measured.includes(stage.name) ? rounds : 1); round++) {
      const started = performance.now()
      const value = stage.run(doc, () => {})
      times.push(performance.now() - started)
      if (round === 0) doc = doc.with(stage.gives, value)
    }
    if (measured.includes(stage.name)) speeds.set(stage.name, Math.round((text.length / times.sort((a, b) => a - b)[rounds >> 1]) * 1000))
    if (speeds.size === measured.length) break
  }
  return speeds
}

/** Milliseconds to load the gazetteer and the memory that it then holds, in a process of its own. */
export function measureGazetteer() {
  const module = fileURLToPath(new URL("../dist/src/lexicon/places/gazetteer.js", import.meta.url))
  const program = `
    const {loadGazetteer} = await import(${JSON.stringify(module)})
    gc(); const before = process.memoryUsage(); const started = performance.now()
    const gazetteer = loadGazetteer(); gazetteer.find("Aleppo")
    const ms = performance.now() - started
    gc(); const after = process.memoryUsage()
    const held = side => side.heapUsed + side.arrayBuffers
    console.log(JSON.stringify({ms: Math.round(ms), megabytes: Math.round((held(after) - held(before)) / 1e6), found: gazetteer.find("Aleppo").candidates.length}))`
  const {stdout} = spawnSync(process.execPath, ["--expose-gc", "--input-type=module", "-e", program], {encoding: "utf8"})
  return JSON.parse(stdout)
}
