import {expect, test} from "vitest"
import {Lemmas} from "../../src/language/lemmas.js"

const lemmas = new Lemmas({
  cased: ["NNP"],
  exact: {VBD: {said: "say"}, NNP: {IRA: "IRA"}},
  suffix: {
    VBD: [
      ["ied", 3, "y"],
      ["ed", 2, ""],
      ["", 0, ""],
    ],
    NNS: [
      ["ies", 3, "y"],
      ["s", 1, ""],
    ],
  },
})

test.each([
  ["Said", "VBD", "say"],
  ["carried", "VBD", "carry"],
  ["walked", "VBD", "walk"],
  ["treaties", "NNS", "treaty"],
  ["s", "NNS", "s"],
  ["Lima", "NNP", "Lima"],
  ["N’T", "RB", "n't"],
  ["x".repeat(5000), "NN", "x".repeat(5000)],
  ["constructor", "NNS", "constructor"],
])("%s %s", (form, xpos, expected) => expect(lemmas.of(form, xpos)).toBe(expected))
