import {describe, expect, test} from "vitest"
import {readParagraphs} from "../../src/language/paragraphs.js"
import {splitWords} from "../../src/language/split.js"

function wordsOf(text: string): string[] {
  const {start, end} = splitWords(text, readParagraphs(text))
  return start.map((at, row) => text.slice(at, end[row]))
}

describe("clitics and contractions", () => {
  test.each([
    ["They don't, can't and won’t.", "They do n't , ca n't and wo n’t ."],
    ["Marta's talks, the ministers’ vow, I'd've gone", "Marta 's talks , the ministers ’ vow , I 'd 've gone"],
    ["We cannot stay; they're gonna leave", "We can not stay ; they 're gon na leave"],
    ["O'Neill met Qa'im at ten o'clock", "O'Neill met Qa'im at ten o'clock"],
    ["the 1990's, 2011's drought", "the 1990's , 2011 's drought"],
  ])("%s", (text, expected) => expect(wordsOf(text).join(" ")).toBe(expected))
})

describe("stops", () => {
  test.each([
    ["The U.S. envoy and the U.N.", "The U.S. envoy and the U.N."],
    ["The U.S.Envoy to Quito promised aid.Rebels refused.", "The U.S. Envoy to Quito promised aid . Rebels refused ."],
    ["Gen. A. B. Silva, Mr.Diop and Dr. Ono", "Gen. A. B. Silva , Mr. Diop and Dr. Ono"],
    ["It sells rice, oil, etc. The rest is kept.", "It sells rice , oil , etc . The rest is kept ."],
    ["Page No. 5 of Res. 2254. No. They said no.", "Page No. 5 of Res. 2254 . No . They said no ."],
    ["It ends at 5 p.m.", "It ends at 5 p.m ."],
    ["at 5 p.m. on Sept. 3", "at 5 p.m. on Sept. 3"],
    ["We chose plan B. The others left", "We chose plan B . The others left"],
    ["Wait... what?! No!!", "Wait ... what ?! No !!"],
    ["He holds a Ph.D. from Lima", "He holds a Ph.D. from Lima"],
  ])("%s", (text, expected) => expect(wordsOf(text).join(" ")).toBe(expected))
})

describe("figures", () => {
  test.each([
    ["$60m, US$5.5bn, €7, 12%", "$ 60 m , US$ 5.5 bn , € 7 , 12 %"],
    ["60,000 people at 10:30 on 3/4/2011", "60,000 people at 10:30 on 3/4/2011"],
    ["pages 12-15, tel. 555-0199, 2010-11-03", "pages 12 - 15 , tel. 555-0199 , 2010-11-03"],
    ["the 3rd and 21st, 1980s, 9mm", "the 3rd and 21st , 1980s , 9 mm"],
    ["[13,14] and .25", "[ 13 , 14 ] and .25"],
    ["a 26-year-old, F-16s", "a 26 - year - old , F - 16s"],
  ])("%s", (text, expected) => expect(wordsOf(text).join(" ")).toBe(expected))
})

describe("hyphens, slashes and marks", () => {
  test.each([
    ["long-term, anti-war and ex-president", "long - term , anti-war and ex-president"],
    ["LIMA (Reuters) — “We won’t,” he said", "LIMA ( Reuters ) — “ We wo n’t , ” he said"],
    ["and/or w/o AT&T", "and / or w/o AT&T"],
    ["north--south, 'yes' and ''no''", "north -- south , ' yes ' and '' no ''"],
    ["“[Western] partners”", "“ [ Western ] partners ”"],
  ])("%s", (text, expected) => expect(wordsOf(text).join(" ")).toBe(expected))
})

describe("addresses", () => {
  test.each([
    ["See https://example.org/a(b)?q=1. Then", "See https://example.org/a(b)?q=1 . Then"],
    ["(press@example.org), @ministry #talks2", "( press@example.org ) , @ministry #talks2"],
    ["www.example.com, example.org/news", "www.example.com , example.org/news"],
  ])("%s", (text, expected) => expect(wordsOf(text).join(" ")).toBe(expected))
})

describe("other characters", () => {
  test.each([
    ["a\u0000b\u200bc", ["a", "b", "c"]],
    ["x👨‍👩‍👧y 🇫🇷🇩🇪", ["x", "👨‍👩‍👧", "y", "🇫🇷", "🇩🇪"]],
    ["\ud800 end \udc00", ["\ud800", "end", "\udc00"]],
    ["שלום, עולם", ["שלום", ",", "עולם"]],
    ["Erdoğan’ın café", ["Erdoğan’ın", "café"]],
    ["", []],
  ])("%j", (text, expected) => expect(wordsOf(text)).toEqual(expected))
})

test.each([
  ["a"],
  ["a."],
  ["'s"],
  ["a-"],
  ["1,234"],
  ["@a"],
  ["http://"],
  ["😀"],
  ["!."],
  ["\ud800"],
  ["non-"],
  ["x\n"],
  [" "],
  ["Mr."],
  ["1:"],
  ["(["],
])("200,000 characters of %j", unit => {
  const text = unit.repeat(200_000 / unit.length)
  const {start, end} = splitWords(text, readParagraphs(text))
  expect(start.every((at, row) => at < end[row]! && at >= (end[row - 1] ?? 0))).toBe(true)
})
