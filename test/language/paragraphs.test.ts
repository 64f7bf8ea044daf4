import {expect, test} from "vitest"
import {readParagraphs} from "../../src/language/paragraphs.js"

const shown = (text: string) => readParagraphs(text).map(span => text.slice(span.start, span.end))

test.each([
  ["one\n\ntwo", ["one", "two"]],
  ["  one \r\n \r\n\r\n two\t", ["one", "two"]],
  ["Headline\nBy a reporter\nThe text begins here and is long.", ["Headline", "By a reporter", "The text begins here and is long."]],
  ["", []],
  [" \n\n \u0000", ["\u0000"]],
])("%j", (text, expected) => expect(shown(text)).toEqual(expected))

test("lines wrapped at a width belong together, an unfilled line ends the paragraph", () => {
  const text =
    "The delegation arrived late in the evening and went\nstraight to the palace, where the president had been\nwaiting since noon.\nTalks begin tomorrow and are expected to last for the\nwhole week."
  expect(shown(text)).toHaveLength(2)
  expect(shown(text)[0]).toContain("waiting since noon.")
})

test("items of a list stay apart although they are wrapped", () => {
  const text =
    "The ministers agreed on the following three measures\n- to open the crossing at the river for all vehicles\n- to exchange the prisoners that both sides had taken\n- to meet again in spring"
  expect(shown(text)).toHaveLength(4)
})
