import {expect, test} from "vitest"
import type {Words} from "../../src/document/words.js"
import {Words as Table} from "../../src/document/words.js"
import {readParagraphs} from "../../src/language/paragraphs.js"
import {endSentences} from "../../src/language/sentences.js"
import {splitWords} from "../../src/language/split.js"

/** The sentences of one window when the network says "end" behind the words that the caret follows. */
function cut(marked: string, isCut = false): string[] {
  const text = marked.replaceAll("^", "")
  const spans = splitWords(text, readParagraphs(text))
  const words: Words = new Table(text, spans.start.length)
  words.start.set(spans.start)
  words.end.set(spans.end)
  const says = new Set<number>()
  for (let at = marked.indexOf("^"), seen = 0; at >= 0; at = marked.indexOf("^", at + 1)) says.add(at - seen++)
  const end = Float32Array.from({length: words.length}, (_, row) => (says.has(words.end[row]!) ? 5 : -5))
  const para = BigInt64Array.from({length: words.length}, (_, row) => (spans.firstOf.includes(row) ? 1n : 0n))
  const window = {first: 0, last: words.length, para, cut: isCut, pieces: para, shapes: para, firstPiece: para}
  let first = 0
  return endSentences(words, window, {end}).map(last => {
    const sentence = text.slice(words.start[first]!, words.end[last - 1]!)
    first = last
    return sentence
  })
}

test.each([
  ["He left.^ She stayed", ["He left.", "She stayed"]],
  ["Title\n\nHe left", ["Title", "He left"]],
  ['He said: "Go.^" She went', ['He said: "Go."', "She went"]],
  ['He left. "^Go", she said', ['He left. "Go", she said']],
  ["He met Gen.^ Silva", ["He met Gen. Silva"]],
  ["It ended.^ [12] It began", ["It ended. [12]", "It began"]],
  ["aid.^Rebels refused", ["aid.", "Rebels refused"]],
  ["see v1.^doc", ["see v1.doc"]],
])("%s", (marked, expected) => expect(cut(marked)).toEqual(expected))

test("a window that was cut gives back only whole sentences", () => {
  expect(cut("He left.^ She stayed until", true)).toEqual(["He left."])
  expect(cut("She stayed until", true)).toEqual(["She stayed until"])
})
