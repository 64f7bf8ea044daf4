import {existsSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs"
import {join} from "node:path"
import {describe, expect, test} from "vitest"
import {readText} from "../src/read-article.js"
import type {Event} from "../src/record/event.js"
import type {Quote} from "../src/record/quote.js"
import type {Reading} from "../src/record/reading.js"

const folder = join(import.meta.dirname, "articles")
const slugs = readdirSync(folder, {withFileTypes: true})
  .filter(entry => entry.isDirectory())
  .map(entry => entry.name)
  .sort()

/**
 * Every article of test/articles is read, and a short list of its records is compared with records.json beside it. A difference is written to
 * records-changed.json: when it is right, that file replaces the other. A missing records.json is made, except in CI, where it is an error.
 */
describe("articles read as expected", () => {
  test("there are articles", () => expect(slugs.length).toBeGreaterThan(2))

  test.each(slugs)("%s", async slug => {
    const at = (name: string): string => join(folder, slug, name)
    const found = `${JSON.stringify(summarise(await readText(readFileSync(at("article.txt"), "utf8"), {id: slug})), null, 2)}\n`
    if (!existsSync(at("records.json")) && process.env.CI !== "true") writeFileSync(at("records.json"), found)
    const isAsExpected = existsSync(at("records.json")) && readFileSync(at("records.json"), "utf8") === found
    if (isAsExpected) rmSync(at("records-changed.json"), {force: true})
    else writeFileSync(at("records-changed.json"), found)
    expect(existsSync(at("records.json")), `${slug} has no records.json; read records-changed.json and rename it`).toBe(true)
    expect(JSON.parse(found)).toEqual(JSON.parse(readFileSync(at("records.json"), "utf8")))
  })
})

/** The records of a reading as lines that a person can read and compare. */
function summarise(reading: Reading) {
  const characters = Array.from(reading.document.text ?? "")
  const cut = ({start, end}: {start: number; end: number}): string => characters.slice(start, end).join("").replace(/\s+/g, " ")
  const name = (id: string | null): string => reading.actors.find(actor => actor.id === id)?.name ?? "?"
  const shorten = (words: string): string => (words.length > 90 ? `${words.slice(0, 60)} … ${words.slice(-25)}` : words)
  const sayEvent = ({type, mode, status, source, target, trigger}: Event): string =>
    `${mode ? `${type}/${mode}` : type} ${status} ${source.map(name).join(", ") || "?"} -> ${target.map(name).join(", ") || "?"} | ${cut(trigger)}`
  const sayQuote = ({kind, speaker, content}: Quote): string => `${kind} ${name(speaker)}: ${shorten(content.map(cut).join(" … "))}`
  return {
    published: `${reading.document.published.from} to ${reading.document.published.to} (${reading.document.published.basis})`,
    events: reading.events.map(sayEvent),
    quotes: reading.quotes.map(sayQuote),
    figures: reading.figures.map(
      figure => `${figure.kind} ${figure.bound} ${figure.value} ${figure.unit ?? ""} ${figure.status} | ${cut(figure)}`,
    ),
    times: reading.times.map(time => `${time.value} ${time.from} to ${time.to} | ${cut(time)}`),
    places: reading.places.map(place => `${place.name} ${place.country} ${place.use} | ${cut(place)}`),
    actors: reading.actors.map(actor => `${actor.name}, ${actor.kind}, ${actor.country} ${actor.sectors.join(" ")}`.trim()),
  }
}
