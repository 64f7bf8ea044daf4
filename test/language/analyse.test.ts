import fc from "fast-check"
import {describe, expect, test} from "vitest"
import {Document} from "../../src/document/document.js"
import {analyse, type Language} from "../../src/language/analyse.js"
import {chains, names, paragraphs, phrases, sentences, signals, words} from "../../src/language/layers.js"
import {Lemmas} from "../../src/language/lemmas.js"
import {Pieces} from "../../src/language/pieces.js"
import type {Probabilities} from "../../src/language/probabilities.js"
import type {Window} from "../../src/language/windows.js"
import {testLabels, testVocabulary} from "./labels.js"

/** Numbers that look random. */
const pool = Float32Array.from({length: 100_000}, (_, i) => ((i * 7_919 + ((i * i) % 1_009) * 31) % 2_000) / 200 - 5)

/** A language whose network answers with numbers that look random but depend on the window alone. */
function makeLanguage(): Language {
  const {upos, xpos, feats, relations, names, mentions, quotes, events, statuses} = testLabels
  const answer = async (window: Window) => {
    const count = window.last - window.first
    let state = Number(window.pieces.reduce((sum, piece) => (sum * 31n + piece) % 65_537n, 7n))
    const numbers = (length: number) => {
      state = (state * 7919 + 12_345) % 90_000
      return pool.slice(state, state + length)
    }
    return {
      end: numbers(count),
      upos: numbers(count * upos.length),
      xpos: numbers(count * xpos.length),
      feats: numbers(count * feats.length),
      arc: numbers(count * (count + 1)),
      rel_dep: numbers(count * relations.length * 3),
      rel_head: numbers((count + 1) * 3),
      names: numbers(count * names.length),
      mention: numbers(count * mentions.length),
      coref_q: numbers(count * 64),
      coref_k: numbers(count * 64),
      coref_new: numbers(count),
      quote: numbers(count * quotes.length),
      event: numbers(count * events.length),
      status: numbers(count * statuses.length),
    }
  }
  const lemmas = new Lemmas({cased: [], exact: {}, suffix: {}})
  return {
    sha256: "",
    labels: testLabels,
    pieces: new Pieces(testVocabulary, testLabels),
    lemmas,
    answer,
    answerPair: () => Promise.reject(new Error("no pairs here")),
  }
}

const read = (text: string, language = makeLanguage()) => analyse(new Document({id: "t", text}), language)

/** Everything that was read, as plain values. */
function dump(doc: Document): unknown {
  const table = doc.get(words)
  return [
    table.lemma,
    table.upos,
    [...table.head],
    table.deprel,
    doc.get(sentences),
    doc.get(names),
    doc.get(phrases),
    doc.get(chains),
    Array.from({length: table.length}, (_, row) => rowOf(doc.get(signals).event, row)),
  ]
}

function rowOf(table: Probabilities, row: number): [number, number][] {
  const cells: [number, number][] = []
  table.each(row, (column, probability) => cells.push([column, probability]))
  return cells
}

const texts = fc.array(
  fc.oneof(
    fc.constantFrom(
      "The U.S.",
      "can't",
      "“",
      "”",
      "\n\n",
      "\r\n",
      " ",
      ".",
      "Okello",
      "said",
      "\u0000",
      "😀",
      "\ud800",
      "\udfff",
      "שלום",
      "$60m",
      "a".repeat(30),
    ),
    fc.string({unit: "binary", maxLength: 6}),
  ),
  {maxLength: 60},
)

describe("whatever the text holds", () => {
  test("spans lie inside, words are in order, every sentence has one root and closed trees", async () => {
    await fc.assert(
      fc.asyncProperty(texts, async parts => {
        const text = parts.join("")
        const doc = await read(text)
        const table = doc.get(words)
        for (let row = 0; row < table.length; row++) {
          expect(table.start[row]!).toBeGreaterThanOrEqual(row > 0 ? table.end[row - 1]! : 0)
          expect(table.end[row]!).toBeGreaterThan(table.start[row]!)
        }
        let next = 0
        for (const sentence of doc.get(sentences)) {
          expect(sentence.first).toBe(next)
          next = sentence.last
          const heads = [...table.head.slice(sentence.first, sentence.last)]
          expect(heads.filter(head => head < 0)).toHaveLength(1)
          expect(heads.every(head => head < 0 || (head >= sentence.first && head < sentence.last))).toBe(true)
        }
        expect(next).toBe(table.length)
        const spans = [...doc.get(paragraphs), ...doc.get(names), ...doc.get(phrases), ...doc.get(chains).flat()]
        for (const span of spans) expect(0 <= span.start && span.start < span.end && span.end <= text.length).toBe(true)
        for (const chain of doc.get(chains)) expect(chain.length).toBeGreaterThan(1)
      }),
      {numRuns: 150, seed: 11},
    )
  })

  test("a text reads the same alone and after others", async () => {
    const language = makeLanguage()
    await fc.assert(
      fc.asyncProperty(texts, texts, async (one, other) => {
        const alone = dump(await read(one.join("")))
        await read(other.join(""), language)
        expect(dump(await read(one.join(""), language))).toEqual(alone)
      }),
      {numRuns: 60, seed: 12},
    )
  })
})

test("an empty text has no words and one note", async () => {
  const notes: string[] = []
  const doc = await analyse(new Document({id: "t", text: ""}), makeLanguage(), note => notes.push(note.about))
  expect([doc.get(words).length, doc.get(sentences), doc.get(chains)]).toEqual([0, [], []])
  expect(notes).toEqual(["The text holds no words."])
})

test.each([["word "], ["a"], ["said. "], ["x\n\n"]])("200,000 characters of %j", async unit => {
  const doc = await read(unit.repeat(200_000 / unit.length))
  expect(doc.get(sentences).at(-1)!.last).toBe(doc.get(words).length)
})
