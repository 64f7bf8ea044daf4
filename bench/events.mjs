// Scores the events read from the held-out tenth of corpus/events: triggers and types, modes, statuses, slots, and events put out where there are none.
import {readItems} from "./corpus-items.mjs"

const program = process.env.RAPPORTEUR_DIST ?? new URL("../dist/src", import.meta.url).href
const {readArticle} = await import(`${program}/read-article.js`)
const items = readItems("corpus/events").filter(item => item.held)
const tally = {
  gold: 0,
  put: 0,
  found: 0,
  mode: 0,
  modes: 0,
  source: 0,
  sources: 0,
  target: 0,
  targets: 0,
  status: {},
  none: {items: 0, wrong: 0},
  type: {},
  sure: [],
}
const show = process.argv.includes("--show")
const dump = process.argv.includes("--dump")

for (const item of items) {
  const reading = await readArticle({
    id: item.id,
    text: item.text,
    language: "en",
    published: {from: "2026-06-15", to: "2026-06-15", basis: "given"},
  })
  const gold = item.notes.flatMap(note => goldEvent(note, item.marks))
  const isNone = gold.length === 0
  tally.none.items += isNone ? 1 : 0
  tally.none.wrong += isNone && reading.events.some(event => ["actual", "historical"].includes(event.status)) ? 1 : 0
  if (isNone && show && reading.events.length > 0)
    console.log(
      "FALSE",
      item.text,
      reading.events
        .map(event => `${event.type} “${item.text.slice(event.trigger.start, event.trigger.end)}” ${event.confidence}`)
        .join("; "),
    )
  compare(item, gold, reading)
}
report()
reportReliability()

function goldEvent(note, marks) {
  const [number, code, status] = note.split(/\s+/)
  if (!/^\d+$/.test(number)) return []
  const [type, mode = null] = code.split("/")
  const at = letter => marks.filter(mark => mark.label === `${letter}${number}`)
  return at("e")
    .slice(0, 1)
    .map(trigger => ({type, mode, status, trigger, source: at("s"), target: at("t")}))
}

function compare(item, gold, reading) {
  const left = [...reading.events]
  tally.gold += gold.length
  tally.put += left.length
  for (const event of gold) {
    const type = rowOf(tally.type, event.type)
    type.gold++
    const at = left.findIndex(other => other.type === event.type && overlap(other.trigger, event.trigger))
    if (at < 0) {
      if (show)
        console.log(
          "MISSED",
          event.type,
          event.mode,
          event.status,
          `“${item.text.slice(event.trigger.start, event.trigger.end)}”`,
          "|",
          item.text,
          "|",
          reading.events.map(other => `${other.type}:${item.text.slice(other.trigger.start, other.trigger.end)}`).join(", "),
        )
      continue
    }
    const [other] = left.splice(at, 1)
    tally.found++
    type.found++
    type.put++
    weigh(item, other, 1)
    count(event, other, item)
  }
  for (const other of left) {
    rowOf(tally.type, other.type).put++
    weigh(item, other, 0)
  }
}

/** Was an event of this confidence right? --dump prints what training/calibrate.py reads. */
function weigh(item, {confidence}, ok) {
  tally.sure.push({confidence, ok})
  if (dump) console.log(JSON.stringify({item: item.id, ok, confidence}))
}

function count(event, other, item) {
  if (event.mode) {
    tally.modes++
    if (event.mode === other.mode) tally.mode++
  }
  tally.status[event.status] ??= {}
  const row = tally.status[event.status]
  row[other.status] = (row[other.status] ?? 0) + 1
  if (show && row && event.status !== other.status)
    console.log(
      "STATUS",
      event.status,
      "read as",
      other.status,
      `“${item.text.slice(event.trigger.start, event.trigger.end)}”`,
      "|",
      item.text,
    )
  for (const slot of ["source", "target"]) {
    if (event[slot].length === 0) continue
    tally[`${slot}s`]++
    if (
      event[slot].some(mark => [...other[`${slot}Spans`], ...(other.reciprocal ? other.sourceSpans : [])].some(span => overlap(span, mark)))
    )
      tally[slot]++
    else if (show)
      console.log(
        "SLOT",
        slot,
        event[slot].map(mark => item.text.slice(mark.start, mark.end)).join(" + "),
        "read",
        other[`${slot}Spans`].map(span => item.text.slice(span.start, span.end)).join(" + ") || "nobody",
        `“${item.text.slice(event.trigger.start, event.trigger.end)}”`,
        "|",
        item.text,
      )
  }
}

function rowOf(table, key) {
  table[key] ??= {gold: 0, put: 0, found: 0}
  return table[key]
}

function overlap(a, b) {
  return a.start < b.end && b.start < a.end
}

/** How often events of each tenth of confidence are right, and the expected calibration error: how far the two lie apart, over all events. */
function reportReliability() {
  const mean = (events, key) => events.reduce((sum, event) => sum + event[key], 0) / events.length
  let error = 0
  for (let tenth = 0; tenth < 10; tenth++) {
    const events = tally.sure.filter(({confidence}) => Math.min(9, Math.floor(confidence * 10)) === tenth)
    if (events.length === 0) continue
    const [said, right] = [mean(events, "confidence"), mean(events, "ok")]
    error += (events.length / tally.sure.length) * Math.abs(said - right)
    console.log(
      `confidence ${(tenth / 10).toFixed(1)} to ${((tenth + 1) / 10).toFixed(1)}: ${events.length} events, said ${said.toFixed(2)}, right ${right.toFixed(2)}`,
    )
  }
  console.log(`expected calibration error ${(100 * error).toFixed(1)} %`)
}

function report() {
  const f1 = (found, put, gold) => ((200 * found) / Math.max(1, put + gold)).toFixed(1)
  const share = (a, b) => ((100 * a) / Math.max(1, b)).toFixed(1)
  console.log(`held-out items ${items.length}, events ${tally.gold}`)
  console.log(
    `trigger and type: P ${share(tally.found, tally.put)} R ${share(tally.found, tally.gold)} F1 ${f1(tally.found, tally.put, tally.gold)} | mode ${share(tally.mode, tally.modes)} | source ${share(tally.source, tally.sources)} | target ${share(tally.target, tally.targets)}`,
  )
  console.log(`sentences without events in which one is asserted: ${share(tally.none.wrong, tally.none.items)} % of ${tally.none.items}`)
  const names = ["actual", "future", "hypothetical", "negated", "historical"]
  for (const status of names) {
    const row = tally.status[status] ?? {}
    const gold = Object.values(row).reduce((sum, value) => sum + value, 0)
    const put = names.reduce((sum, name) => sum + (tally.status[name]?.[status] ?? 0), 0)
    console.log(
      `status ${status.padEnd(13)} F1 ${f1(row[status] ?? 0, put, gold)} | ${names.map(name => `${name} ${row[name] ?? 0}`).join(", ")}`,
    )
  }
  console.log(
    Object.entries(tally.type)
      .sort()
      .map(([type, row]) => `${type} ${f1(row.found, row.put, row.gold)}`)
      .join("  "),
  )
}
