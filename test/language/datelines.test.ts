import {expect, test} from "vitest"
import {Words} from "../../src/document/words.js"
import {endOfDateline} from "../../src/language/datelines.js"
import {readParagraphs} from "../../src/language/paragraphs.js"
import {splitWords} from "../../src/language/split.js"

function dateline(text: string): string {
  const spans = splitWords(text, readParagraphs(text))
  const words = new Words(text, spans.start.length)
  words.start.set(spans.start)
  words.end.set(spans.end)
  const row = endOfDateline(words, 0, words.length)
  return row === 0 ? "" : text.slice(0, words.end[row - 1])
}

test.each([
  ["LIMA (Reuters) - Ministers met.", "LIMA (Reuters) -"],
  ["NAIROBI, March 3 — Ministers met.", "NAIROBI, March 3 —"],
  ["SAN JUAN, Puerto Rico (AP) — Ministers met.", "SAN JUAN, Puerto Rico (AP) —"],
  ["Nairobi/Addis Ababa (AFP) – Ministers met.", "Nairobi/Addis Ababa (AFP) –"],
  ["KYIV -- Ministers met.", "KYIV --"],
  ["Zola - a minister - left.", ""],
  ["US-led forces left.", ""],
  ["NATO leaders - all of them - met.", ""],
  ["LIMA (Reuters) -", ""],
])("%s", (text, expected) => expect(dateline(text)).toBe(expected))
