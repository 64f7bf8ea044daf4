import {describe, expect, test} from "vitest"
import {Document, type Published} from "../../src/document/document.js"
import {Words} from "../../src/document/words.js"
import {sentences, words} from "../../src/language/layers.js"
import {numeralAt} from "../../src/lexicon/numerals.js"
import {scanTokens} from "../../src/lexicon/tokens.js"
import {noUserTables, userTables} from "../../src/lexicon/user-tables.js"
import {readAmounts} from "../../src/readers/figures/read.js"
import {readTimes} from "../../src/readers/time/read.js"
import type {Figure} from "../../src/record/figure.js"
import {times} from "../../src/record/layers.js"
import {casesOf} from "./marked-cases.js"

function documentOf(text: string, day?: string): Document {
  const published: Published = {from: day ?? null, to: day ?? null, basis: day ? "given" : "unknown"}
  const doc = new Document({id: "case", text, published}).with(words, new Words(text, 0)).with(sentences, []).with(userTables, noUserTables)
  return doc.with(
    times,
    readTimes.run(doc, () => {}),
  )
}

const figuresIn = (text: string, day?: string): readonly Figure[] => readAmounts.run(documentOf(text, day), () => {})

/** What a figure says, in words; an expected line may leave out the later ones. */
function factsOf(figure: Figure): string[] {
  const range = figure.low === null && figure.high === null ? "" : `${figure.low ?? ""}..${figure.high ?? ""}`
  return [figure.kind, String(figure.value ?? "-"), figure.bound, range, figure.unit ?? "", figure.change ?? "", figure.status]
}

describe.each(casesOf("figures"))("%s", (_file, cases) => {
  test.each(cases.map(each => [each.title, each] as const))("%s", (_title, each) => {
    const found = figuresIn(each.text, each.settings.get("published"))
    expect(found.map(figure => each.text.slice(figure.start, figure.end))).toEqual(
      each.marks.map(mark => each.text.slice(mark.start, mark.end)),
    )
    each.expected.forEach((line, index) => {
      const facts = factsOf(found[index]!)
      const [kind, value, bound, ...rest] = line.split(" ")
      expect(facts.slice(0, 3)).toEqual([kind, value, bound])
      const more = rest.join(" ")
      expect(
        more === "" ||
          facts
            .slice(3)
            .filter(fact => fact !== "")
            .join(" ")
            .includes(more),
        `${line} in ${facts.join(" ")}`,
      ).toBe(true)
    })
    expect(each.expected.length).toBe(found.length)
  })
})

test.each([
  ["60", 60],
  ["1,200", 1200],
  ["12,34,567", 1_234_567],
  ["12.5 million", 12_500_000],
  ["one point two million", 1_200_000],
  ["half a million", 500_000],
  ["a million and a half", 1_500_000],
  ["two and a half", 2.5],
  ["two-thirds", 2 / 3],
  ["10 1/2", 10.5],
  ["a hundred thirty million", 130_000_000],
  ["seventy-five thousand", 75_000],
  ["two dozen", 24],
  ["25 lakh", 2_500_000],
  ["5bn", 5_000_000_000],
])("reads the number %s", (text, value) => {
  const tokens = scanTokens(text)
  const number = numeralAt(tokens, 0)
  expect(number?.value).toBeCloseTo(value, 6)
  expect(number?.last).toBe(tokens.length)
})

test("a convention sets the low bound of vague counts and nothing else", () => {
  const doc = documentOf("Dozens of people were killed.")
  const [plain] = readAmounts.run(doc, () => {})
  const [acled] = readAmounts.run(doc.with(userTables, {...noUserTables, vague: "acled"}), () => {})
  expect([plain?.value, plain?.low, acled?.value, acled?.low]).toEqual([null, 24, null, 12])
})

test("what is counted stands in its own span", () => {
  const text = "The navy sent two grey warships."
  const [figure] = figuresIn(text)
  expect(figure?.kind).toBe("weapons")
  expect(text.slice(figure!.of!.start, figure!.of!.end)).toBe("grey warships")
})

test.each(["", "$", "1,", "½", "- 5 -", "🙂 12 🙂", "five", "9".repeat(400), "killed ".repeat(50)])(
  "odd text %j is read without complaint",
  text => {
    for (const figure of figuresIn(text)) expect(figure.end).toBeLessThanOrEqual(text.length)
  },
)

test("blank lines in front shift the spans and change nothing else", () => {
  const text = "The blast killed 12 people, wounding more than 30, and cost $4 million."
  const shifted = figuresIn(`\n\n${text}`)
  expect(shifted.map(({start, kind, value}) => [start - 2, kind, value])).toEqual(
    figuresIn(text).map(({start, kind, value}) => [start, kind, value]),
  )
})
