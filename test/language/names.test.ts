import {expect, test} from "vitest"
import {addMissed} from "../../src/language/names/missed.js"
import type {ScoredName} from "../../src/language/names/run.js"
import {settleNames} from "../../src/language/names/settle.js"
import {tidyNames} from "../../src/language/names/tidy.js"
import {makeWords} from "./table.js"

const classes = ["PER", "ORG", "GPE", "NORP"]

/** A name over rows counted from 1, both included; the other classes score `below` less than its own. */
function name(first: number, last: number, label: string, below = 3): ScoredName {
  return {first: first - 1, last, label, scores: new Map(classes.map(other => [other, other === label ? 5 : 5 - below]))}
}

function tidied(lines: string, found: ScoredName): string[] {
  const words = makeWords(lines)
  return tidyNames(words, [found], {first: 0, last: words.length}).map(
    run => `${run.label} ${words.text.slice(words.start[run.first]!, words.end[run.last - 1]!)}`,
  )
}

test.each([
  ["a title before a person", "Mr. PROPN 2 nmod:desc\nOkello PROPN 0 root", name(1, 2, "PER"), ["PER Okello"]],
  ["a possessive ending", "Lima PROPN 3 nmod:poss\n's PART 1 case POS\nmayor NOUN 0 root", name(1, 2, "GPE"), ["GPE Lima"]],
  ["a common noun behind a people", "Kenyan ADJ 2 amod JJ\ntroops NOUN 0 root NNS", name(1, 2, "ORG"), ["NORP Kenyan"]],
  [
    "a state whose first word was left out",
    "the DET 3 det\nUnited PROPN 3 amod\nStates PROPN 0 root NNPS",
    name(3, 3, "GPE"),
    ["GPE United States"],
  ],
  ["a weekday", "Monday PROPN 0 root", name(1, 1, "PER"), []],
  ["a bare title", "Prime ADJ 2 amod NNP\nMinister NOUN 0 root NNP", name(1, 2, "PER"), []],
  ["an amount of money", "USD160 PROPN 0 root", name(1, 1, "ORG"), []],
  ["a pronoun", "He PRON 0 root", name(1, 1, "PER"), []],
])("%s", (_, lines, found, expected) => expect(tidied(lines, found)).toEqual(expected))

test.each([
  ["the DET 4 det\nnorthern ADJ 4 amod\nNigerian ADJ 4 amod\ncity NOUN 0 root", ["NORP Nigerian"]],
  ["he PRON 2 nsubj\nleft VERB 0 root\nKenya PROPN 2 obj", ["GPE Kenya"]],
  ["Jordan PROPN 0 root\nOkello PROPN 1 flat", []],
  ["we PRON 2 nsubj\npolish VERB 0 root\nit PRON 2 obj", []],
])("states and peoples that were passed over: %j", (lines, expected) => {
  const words = makeWords(lines)
  const all = addMissed(words, [], {first: 0, last: words.length})
  expect(all.map(run => `${run.label} ${words.form(run.first)}`)).toEqual(expected)
})

function settled(lines: string, found: readonly ScoredName[]): string[] {
  return settleNames(makeWords(lines), found).map(run => run.label)
}

test("most mentions of a name decide for all", () => {
  expect(
    settled("Zola PROPN 0 root\n\nZola PROPN 0 root\n\nZola PROPN 0 root", [name(1, 1, "PER"), name(2, 2, "ORG", 1), name(3, 3, "PER")]),
  ).toEqual(["PER", "PER", "PER"])
})

test("a surname follows the full name", () => {
  expect(settled("Ana PROPN 2 compound\nZola PROPN 0 root\n\nZola PROPN 0 root", [name(1, 2, "PER"), name(3, 3, "ORG", 1)])).toEqual([
    "PER",
    "PER",
  ])
})

test("a known state is a state unless the network is sure", () => {
  expect(settled("Kenya PROPN 0 root", [name(1, 1, "ORG", 1)])).toEqual(["GPE"])
  expect(settled("Kenya PROPN 0 root", [name(1, 1, "PER", 5)])).toEqual(["PER"])
})

test("dates and money keep their class", () => {
  const date = {
    ...name(1, 1, "DATE"),
    scores: new Map([
      ["DATE", 5],
      ["PER", 9],
    ]),
  }
  expect(settled("Tuesday PROPN 0 root", [date])).toEqual(["DATE"])
})
