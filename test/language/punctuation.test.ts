import fc from "fast-check"
import {expect, test} from "vitest"
import {attachMarks} from "../../src/language/punctuation.js"
import {isTree} from "../../src/language/tree.js"
import {makeWords} from "./table.js"

/** The head's form of every mark, in order. */
function attached(lines: string): string[] {
  const words = makeWords(lines)
  attachMarks(words, 0, words.length)
  return [...words.head].flatMap((head, row) => (words.upos[row] === "PUNCT" ? [`${words.form(row)} ${words.form(head)}`] : []))
}

test.each([
  [
    "a pair hangs on the head of what it encloses",
    "ministers NOUN 5 nsubj\n( PUNCT 5 punct\nthree NUM 1 appos\n) PUNCT 1 punct\nmet VERB 0 root",
    ["( three", ") three"],
  ],
  ["a full stop that crosses the verb hangs on it", "they PRON 2 nsubj\nmet VERB 0 root\nLima PROPN 2 obj\n. PUNCT 1 punct", [". met"]],
  [
    "a comma hangs on the clause it closes",
    "when ADV 2 advmod\nasked VERB 5 advcl\n, PUNCT 4 punct\nthey PRON 5 nsubj\nleft VERB 0 root",
    [", asked"],
  ],
  [
    "a stop inside quotation marks stays with what they enclose",
    "she PRON 2 nsubj\nsaid VERB 0 root\n“ PUNCT 2 punct\ngo VERB 2 ccomp\nhome ADV 4 advmod\n. PUNCT 2 punct\n” PUNCT 2 punct",
    ["“ go", ". go", "” go"],
  ],
  ["a mark has no dependents", "they PRON 2 nsubj\nmet VERB 0 root\n, PUNCT 2 punct\nLima PROPN 3 obj", [", Lima"]],
])("%s", (_, lines, expected) => expect(attached(lines)).toEqual(expected))

test("the tree stays a tree and other words keep their heads, unless they hung on a mark", () => {
  const word = fc.record({
    upos: fc.constantFrom("NOUN", "VERB", "PUNCT"),
    form: fc.constantFrom("(", ")", '"', ",", ".", "-", "x"),
    pick: fc.nat(1000),
  })
  fc.assert(
    fc.property(fc.array(word, {minLength: 2, maxLength: 14}), cells => {
      // Word 1 is the root; every other word hangs on one before it.
      const lines = cells.map(({upos, form, pick}, place) => `${form} ${upos} ${place === 0 ? 0 : 1 + (pick % place)} dep`)
      const words = makeWords(lines.join("\n"))
      const before = [...words.head]
      attachMarks(words, 0, words.length)
      expect(isTree(words.head)).toBe(true)
      const moved = before.filter((head, row) => words.upos[row] !== "PUNCT" && words.head[row] !== head && words.upos[head] !== "PUNCT")
      expect(moved).toEqual([])
    }),
    {numRuns: 300, seed: 5},
  )
})
