import {mkdtempSync, writeFileSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {describe, expect, test} from "vitest"
import {reading as readingSchema} from "../../src/record/reading.js"
import {linesOf, rapporteur, terminate} from "./run-program.js"

const folder = mkdtempSync(join(tmpdir(), "rapporteur-"))
const text =
  "😀 Kenya accused Ethiopia of arming rebels on Thursday. “We will not sit idle,” said Kenyan President Amina Odhiambo. At least 40 people were killed in Moyale."
const articles = [
  {id: "one", text, published: "2013-03-01"},
  {id: 2, text: "The foreign ministers of France and Germany met in Paris. They did not sign the treaty."},
  {
    id: "three",
    text: "Le ministre des affaires étrangères a rencontré son homologue à Genève jeudi, et ils ont convenu que les pourparlers se poursuivraient la semaine prochaine.",
  },
]
const input = articles.map(article => `${JSON.stringify(article)}\n`).join("")
const file = join(folder, "article.txt")
writeFileSync(file, text)

describe("read - --as jsonl", () => {
  const piped = rapporteur(["read", "-", "--as", "jsonl"], {input: `${input}{"id": "bad"}\nnonsense\n`})
  const readings = linesOf(piped.stdout).map(line => JSON.parse(line))

  test("answers every line in its place, and says how many", () => {
    expect(readings.map(reading => reading.document?.id ?? reading.id)).toEqual(["one", "2", "three", "bad", "-:5"])
    expect(readings.map(reading => reading.problem?.code ?? null)).toEqual([null, null, null, "schema", "json"])
    expect(linesOf(piped.stderr).at(-1)).toBe("read 5, coded 3, quarantined 2")
    expect(piped.status).toBe(0)
  })

  test("gives readings that keep the contract, to the last field", () => {
    for (const reading of readings.filter(reading => reading.contract))
      expect(readingSchema.strict().safeParse(reading).error).toBeUndefined()
  })

  test("gives the text back as it was, and spans that slice to words", () => {
    const [first] = readings
    expect(first.document.text).toBe(text)
    const characters = Array.from(text)
    const words = first.actors.flatMap((actor: {mentions: {start: number; end: number}[]}) =>
      actor.mentions.map(({start, end}) => characters.slice(start, end).join("")),
    )
    expect(words).toEqual(expect.arrayContaining(["Kenya", "Ethiopia"]))
  })

  test("keeps another language, unread", () => {
    expect(readings[2]).toMatchObject({document: {language: "fr"}, events: [], sentences: []})
    expect(readings[2].notes[0].about).toMatch(/another language/)
  })

  test("gives the same bytes alone, among others, in one thread or three, in any order, anywhere in the world", () => {
    const expected = linesOf(piped.stdout).slice(0, 3)
    const alone = articles.map(article => rapporteur(["read", "-", "--as", "jsonl"], {input: JSON.stringify(article)}).stdout.trimEnd())
    expect(alone).toEqual(expected)
    const backward = rapporteur(["read", "-", "--as", "jsonl", "--threads", "3"], {
      input: [...articles]
        .reverse()
        .map(article => `${JSON.stringify(article)}\n`)
        .join(""),
      env: {LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8", TZ: "Pacific/Kiritimati"},
    })
    expect(linesOf(backward.stdout).reverse()).toEqual(expected)
    const path = join(folder, "lines.jsonl")
    writeFileSync(path, input)
    expect(linesOf(rapporteur(["read", path, "--as", "jsonl"]).stdout)).toEqual(expected)
  })

  test("closes with a line of its own when asked", () => {
    expect(linesOf(rapporteur(["read", "-", "--as", "jsonl", "--end"], {input}).stdout).at(-1)).toBe('{"end":true,"n":3}')
  })

  test("of nothing is nothing", () => {
    expect(rapporteur(["read", "-", "--as", "jsonl"], {input: ""})).toMatchObject({
      status: 0,
      stdout: "",
      stderr: "read 0, coded 0, quarantined 0\n",
    })
  })
})

describe("read FILE", () => {
  test("prints a page for people, plain in a pipe", () => {
    const {stdout, status} = rapporteur(["read", file, "--published", "2013-03-01"])
    expect(stdout).toContain("2013-03-01 (given)")
    expect(stdout).toContain("Amina Odhiambo")
    expect(stdout).not.toContain("\u001b")
    expect(status).toBe(0)
  })

  test("as json, with layers, without the text", () => {
    const {stdout} = rapporteur(["read", file, "--as", "json", "--layers", "records,words,names,chains", "--no-text"])
    const reading = JSON.parse(stdout)
    expect(stdout.startsWith('{\n  "contract": 1,')).toBe(true)
    expect(reading.document.text).toBeUndefined()
    expect(reading.words.length).toBeGreaterThan(20)
    expect(reading.words.filter((word: {head: number}) => word.head === 0).length).toBe(reading.sentences.length)
    expect([Array.isArray(reading.names), Array.isArray(reading.chains)]).toEqual([true, true])
  })
})

describe("a filter", () => {
  test("SIGTERM ends a filter within five seconds, with what it has answered", async () => {
    const ended = await terminate(["read", "-", "--as", "jsonl"], `${JSON.stringify(articles[0])}\n`)
    expect(ended.status).toBe(0)
    expect(linesOf(ended.stdout)).toHaveLength(1)
    expect(linesOf(ended.stderr).at(-1)).toBe("read 1, coded 1, quarantined 0")
  })
})

describe("exit status", () => {
  test.each<[string, string[], number, RegExp]>([
    ["a file that is not there", ["read", join(folder, "none.txt")], 3, /none\.txt path: There is no file/],
    ["a date that is none", ["read", file, "--published", "yesterday"], 2, /--published yesterday is not a date/],
    ["a layer that is none", ["read", file, "--layers", "words,magic"], 2, /magic/],
    ["a form that is none", ["read", file, "--as", "yaml"], 2, /yaml/],
    ["a dictionary that is not there", ["read", file, "--actors", join(folder, "none.tsv")], 1, /dictionary/],
    ["a command that is none", ["reed", file], 2, /read/],
    ["no command", [], 2, /Usage/],
    ["help", ["help"], 0, /^$/],
  ])("of %s", (_, args, status, message) => {
    const ended = rapporteur(args)
    expect(ended.status).toBe(status)
    expect(ended.stderr).toMatch(message)
    expect(ended.stderr).not.toMatch(/^\s+at /m)
  })

  test("a closed pipe ends the run quietly", () => {
    const many = Array.from({length: 40}, (_, id) => `${JSON.stringify({id, text})}\n`).join("")
    const path = join(folder, "many.jsonl")
    writeFileSync(path, many)
    const {stderr} = rapporteur(["read", path, "--as", "jsonl"])
    expect(linesOf(stderr).at(-1)).toBe("read 40, coded 40, quarantined 0")
  })
})
