import {expect, test} from "vitest"
import {readParagraphs} from "../../src/language/paragraphs.js"
import {Pieces, shapes} from "../../src/language/pieces.js"
import {splitWords} from "../../src/language/split.js"
import {type Window, Windows} from "../../src/language/windows.js"
import {testLabels, testVocabulary} from "./labels.js"

function windowsOf(text: string): Windows {
  return new Windows(text, splitWords(text, readParagraphs(text)), {labels: testLabels, pieces: new Pieces(testVocabulary, testLabels)})
}

const numbers = (column: BigInt64Array) => [...column].map(Number)
const place = ({first, last, cut}: Window) => ({first, last, cut})

test("a window holds pieces, shapes, first pieces and paragraph starts", () => {
  const window = windowsOf("“The unable\n\nErdoğan").from(0)
  expect(numbers(window.pieces)).toEqual([2, 9, 4, 5, 6, 8, 3])
  expect(numbers(window.shapes)).toEqual([
    shapes.special,
    shapes.mark,
    shapes.opened,
    shapes.lower,
    shapes.lower,
    shapes.opened,
    shapes.special,
  ])
  expect(numbers(window.firstPiece)).toEqual([1, 2, 3, 5])
  expect(numbers(window.para)).toEqual([1, 0, 0, 1])
})

test("whole paragraphs are packed; the next one that does not fit starts the next window", () => {
  const ten = "a ".repeat(10).trim()
  const windows = windowsOf([ten, ten, ten].join("\n\n"))
  expect(place(windows.from(0))).toEqual({first: 0, last: 20, cut: false})
  expect(place(windows.from(20))).toEqual({first: 20, last: 30, cut: false})
})

test("a paragraph that does not fit alone is cut where the pieces end", () => {
  const windows = windowsOf("a ".repeat(50))
  expect(place(windows.from(0))).toEqual({first: 0, last: 22, cut: true})
  expect(place(windows.from(40))).toEqual({first: 40, last: 50, cut: false})
})
