import {describe, expect, test} from "vitest"
import {readText} from "../../src/read-article.js"
import {findQuoted} from "../../src/readers/quotes/marks.js"
import type {Quote, Reading} from "../../src/record/all.js"
import {casesOf, type MarkedCase} from "./marked-cases.js"

const textOf = (text: string, spans: readonly {readonly start: number; readonly end: number}[]) =>
  spans.map(({start, end}) => text.slice(start, end)).join(" … ")

/** The marks of a case that belong to its nth quote: labels end in the number when there is more than one ("c1", "s2"). */
function marksOf({marks, text}: MarkedCase, letter: string, at: number): string | null {
  const own = marks.filter(mark => mark.label[0] === letter && (mark.label.slice(1) || "1") === String(at + 1))
  return own.length === 0 ? null : textOf(text, own)
}

/** What a quote says, as the cases write it: "direct", "mixed by Lee", "indirect for Ministry of Justice". */
function answers(quote: Quote, reading: Reading, line: string): boolean {
  const [, kind, by, body] = /^(\w+)(?: by (.+?))?(?: for (.+))?$/.exec(line)!
  const name = (id: string | null) => reading.actors.find(actor => actor.id === id)?.name ?? "nobody"
  return quote.kind === kind && (!by || name(quote.speaker).includes(by)) && (!body || name(quote.onBehalfOf).includes(body))
}

describe.each(casesOf("quotes"))("%s", (_file, cases) => {
  test.each(cases.map(each => [each.title, each] as const))("%s", async (_title, each) => {
    const {text} = each
    const reading = await readText(text, {published: "2013-03-01"})
    const told = reading.quotes.map(quote => `${quote.kind} “${textOf(text, quote.content)}”`).join("; ")
    if (each.expected[0] === "none") expect(told).toBe("")
    else
      each.expected.forEach((line, at) => {
        const content = marksOf(each, "c", at)
        const quote = reading.quotes.find(one => textOf(text, one.content) === content)
        expect(quote, `“${content}” in ${told}`).toBeDefined()
        expect(answers(quote!, reading, line), `${line} in ${told}`).toBe(true)
        const source = marksOf(each, "s", at)
        if (source) expect(text.slice(quote!.source!.start, quote!.source!.end)).toContain(source)
        const medium = marksOf(each, "m", at)
        if (medium) expect(text.slice(quote!.medium!.start, quote!.medium!.end)).toBe(medium)
      })
  })
})

const wholeText = (text: string) => [{start: 0, end: text.length}]

test.each([
  ["He said “yes” and left.", ["yes"]],
  ['He said "yes" and left.', ["yes"]],
  ["He said «yes» and left.", ["yes"]],
  ["He said ‘it’s over’ and left.", ["it’s over"]],
  ["He said ''yes'' and left.", ["yes"]],
  ['“It is over," she said. “Go.”', ["It is over,", "Go."]],
  ["“One ‘two’ three,” she said.", ["One ‘two’ three,"]],
  ["The players’ coach didn’t come.", []],
  ['A 5\'10" man and a 6" pipe.', []],
])("finds the quotations of %s", (text, expected) => {
  const found = findQuoted(text, wholeText(text), () => {})
  expect(found.map(({start, end}) => text.slice(start, end))).toEqual(expected)
})

test("a mark that is never closed gives a note and ends with its paragraph", () => {
  const text = "“We will not go, she said."
  const notes: string[] = []
  const [quoted] = findQuoted(text, wholeText(text), oddity => notes.push(oddity.about))
  expect(quoted).toMatchObject({closed: false, end: text.length})
  expect(notes).toHaveLength(1)
})

test("a paragraph that opens again goes on with the quotation before it", async () => {
  const text = "“We came for work,” Karin Holm said. “We stayed.\n\n“And we will vote here.”"
  const {quotes} = await readText(text)
  expect(quotes.map(quote => quote.utterance)).toEqual(["u1", "u1"])
  expect(textOf(text, quotes[0]!.content)).toBe("We came for work, … We stayed.")
  expect(quotes[1]!.speaker).toBe(quotes[0]!.speaker)
})

test("what an editor put in is kept and flagged", async () => {
  const text = "“I thank our [northern] neighbours,” President Anna Kruse said."
  const {quotes} = await readText(text)
  expect(quotes.map(quote => textOf(text, quote.insertions))).toEqual(["[northern]"])
})

test("“adding that” belongs to the utterance of its sentence", async () => {
  const {quotes} = await readText("The mayor said the bridge was closed, adding that it would open in May.")
  expect(quotes).toHaveLength(2)
  expect(quotes[1]!.utterance).toBe(quotes[0]!.utterance)
})

test.each(["", "“", "”“”“", "said", "“ ” said.", "🙂 “🙂” said 🙂", "According to", "X: “"])(
  "odd text %j is read without complaint",
  async text => {
    const {quotes} = await readText(text)
    for (const quote of quotes) for (const span of quote.content) expect(span.end).toBeLessThanOrEqual([...text].length)
  },
)
