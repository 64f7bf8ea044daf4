import {expect, test} from "vitest"
import {Lemmas, listedLemmas} from "../../src/language/lemmas.js"

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

const words = new Set(["tim", "time", "walk", "mir", "so", "meter", "tehran", "detail", "economic", "bus"])
const listing = new Lemmas(
  {
    cased: ["NNP", "NNPS"],
    exact: {},
    suffix: {VBD: [["ed", 2, ""]], VBG: [["ing", 3, ""]], NNS: [["s", 1, ""]], NN: [], NNP: [], NNPS: [["s", 1, ""]], RB: []},
  },
  form => words.has(form),
  listedLemmas(),
)

test.each([
  ["timed", "VBD", "time"],
  ["mired", "VBD", "mire"],
  ["hassled", "VBD", "hassle"],
  ["forcing", "VBG", "force"],
  ["argued", "VBD", "argue"],
  ["walked", "VBD", "walk"],
  ["curled", "VBD", "curl"],
  ["fled", "VBD", "flee"],
  ["calories", "NNS", "calorie"],
  ["malaysia", "NNP", "Malaysia"],
  ["Dutch", "JJ", "Dutch"],
  ["Press@Example.org", "ADD", "Press@Example.org"],
])("%s %s is %s by spelling or by the list", (form, xpos, expected) => expect(listing.of(form, xpos)).toBe(expected))

test.each([
  ["recieved", "VBD", "receive"],
  ["goverment", "NN", "government"],
  ["Sooooo", "RB", "so"],
  ["zzzorg", "NN", "zzzorg"],
  ["TEHRAN", "NNP", "Tehran"],
  ["NATO", "NNP", "NATO"],
  ["UNICEF", "NNP", "UNICEF"],
  ["details", "NN", "detail"],
  ["economics", "NN", "economics"],
  ["series", "NN", "series"],
  ["X", "NN", "X"],
  ["Buses", "NNPS", "Bus"],
])("%s %s is %s: bad spellings, capitals throughout, plurals among singulars", (form, xpos, expected) =>
  expect(listing.of(form, xpos)).toBe(expected),
)
