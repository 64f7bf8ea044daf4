import {expect, test} from "vitest"
import {readHeads} from "../../src/language/mentions.js"
import {headOfName, keepNamesWhole, nounBefore} from "../../src/language/names/head.js"
import {chooseHeads} from "../../src/language/phrases.js"
import {testLabels} from "./labels.js"
import {makeWords} from "./table.js"

const lines = `the DET 2 det
  minister NOUN 6 nsubj
  , PUNCT 4 punct
  Ana PROPN 2 appos
  Zola PROPN 4 flat
  said/say VERB 0 root
  she PRON 8 nsubj PRP
  left VERB 6 ccomp`
const name = {first: 3, last: 5, label: "PER"}

/** A network that marks no mention at all. */
function silentAnswers(count: number) {
  const mention = new Float32Array(count * testLabels.mentions.length)
  for (let row = 0; row < count; row++) mention[row * testLabels.mentions.length] = 1
  return {mention, coref_q: new Float32Array(count * 64), coref_k: new Float32Array(count * 64), coref_new: new Float32Array(count)}
}

test("names, the nouns before them and personal pronouns are mentions without the network's word", () => {
  const words = makeWords(lines)
  const heads = readHeads(words, silentAnswers(words.length), [name], {first: 0, last: words.length, offset: 0, labels: testLabels})
  expect(heads.map(head => words.form(head.row))).toEqual(["minister", "Ana", "she"])
  expect(chooseHeads(words, heads, [name]).map(({head}) => words.form(head.row))).toEqual(["minister", "she"])
})

test("a person's name hangs on the sentence by one word", () => {
  const words = makeWords("Ana PROPN 4 nsubj\nand CCONJ 3 cc\nSergio PROPN 1 conj\nleft VERB 0 root\nZola PROPN 1 flat")
  const split = makeWords("and CCONJ 2 cc\nSergio PROPN 4 conj\nZola PROPN 4 flat\nAna PROPN 0 root")
  keepNamesWhole(split, [{first: 1, last: 3, label: "PER"}])
  expect([split.head[2], split.deprel[2]]).toEqual([1, "flat"])
  expect(headOfName(words, {first: 0, last: 1, label: "PER"})).toBe(0)
})

test("no cycle is made to keep a name whole", () => {
  const words = makeWords("Ana PROPN 3 nmod\nof ADP 3 case\nthe DET 4 det\nZola PROPN 0 root")
  words.head[0] = 2
  keepNamesWhole(words, [{first: 0, last: 2, label: "PER"}])
  expect(words.head[1]).toBe(2)
})

test("a place behind a noun is no part of it", () => {
  const words = makeWords("troops NOUN 0 root\nKenya PROPN 1 appos")
  expect(nounBefore(words, {first: 1, last: 2, label: "GPE"})).toBe(-1)
  expect(nounBefore(words, {first: 1, last: 2, label: "PER"})).toBe(0)
})
