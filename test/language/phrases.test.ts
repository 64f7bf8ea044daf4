import {expect, test} from "vitest"
import {phraseOf} from "../../src/language/phrases.js"
import {makeWords} from "./table.js"

function phrase(lines: string, head: number): string {
  const words = makeWords(lines)
  const {start, end} = phraseOf(words, {row: head - 1, type: "person"})
  return words.text.slice(start, end)
}

test("holds modifiers and relative clause, not preposition and trailing comma", () => {
  const lines = `with ADP 3 case
    the DET 3 det
    envoy NOUN 0 root
    who PRON 5 nsubj
    resigned VERB 3 acl:relcl
    , PUNCT 3 punct`
  expect(phrase(lines, 3)).toBe("the envoy who resigned")
})

test("holds the possessive ending but no second conjunct", () => {
  const lines = `even ADV 3 advmod
    the DET 3 det
    minister NOUN 5 nmod:poss
    's PART 3 case POS
    aides NOUN 0 root
    and CCONJ 7 cc
    guards NOUN 5 conj`
  expect(phrase(lines, 3)).toBe("the minister 's")
  expect(phrase(lines, 5)).toBe("even the minister 's aides")
})

test("keeps a bracket that closes inside", () => {
  const lines = `the DET 3 det
    Arab PROPN 3 compound
    League PROPN 0 root
    ( PUNCT 5 punct
    AL PROPN 3 appos
    ) PUNCT 5 punct
    . PUNCT 3 punct`
  expect(phrase(lines, 3)).toBe("the Arab League ( AL )")
})

test("a verb stands alone", () => {
  expect(phrase("they PRON 2 nsubj\nresigned VERB 0 root\ntoday NOUN 2 obl", 2)).toBe("resigned")
})
