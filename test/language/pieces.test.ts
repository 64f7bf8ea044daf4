import {expect, test} from "vitest"
import {Pieces, shapes} from "../../src/language/pieces.js"
import {testLabels, testVocabulary} from "./labels.js"

const pieces = new Pieces(testVocabulary, testLabels)
const spelled = (form: string) => pieces.code(form).pieces.map(id => testVocabulary[id])

test.each([
  ["The", ["the"]],
  ["unables", ["un", "##able", "##s"]],
  ["Erdoğan", ["erdogan"]],
  ["“", ['"']],
  ["n’t", ["[UNK]", "'", "t"]],
  ["😀", ["[UNK]"]],
  ["a".repeat(50), Array.from({length: 12}, (_, i) => (i === 0 ? "a" : "##a"))],
  ["a".repeat(5000), ["[UNK]"]],
  ["\ud800", ["[UNK]"]],
])("pieces of %j", (form, expected) => expect(spelled(form)).toEqual(expected))

test.each([
  ["said", shapes.lower],
  ["Lima", shapes.title],
  ["A", shapes.title],
  ["NATO", shapes.upper],
  ["McKay", shapes.mixed],
  ["iPhone", shapes.mixed],
  ["3rd", shapes.digit],
  ["—", shapes.mark],
  ["'s", shapes.lower],
])("shape of %j", (form, expected) => expect(pieces.code(form).shape).toBe(expected))
