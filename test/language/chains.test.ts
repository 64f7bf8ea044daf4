import {describe, expect, test} from "vitest"
import type {Words} from "../../src/document/words.js"
import {subjectAhead} from "../../src/language/chains/order.js"
import {findQuotations} from "../../src/language/chains/quotations.js"
import {linkMentions} from "../../src/language/chains.js"
import type {NameRun} from "../../src/language/names/run.js"
import {phraseOf} from "../../src/language/phrases.js"
import {makeWords} from "./table.js"

/** Chains as text, from rows that head mentions (counted from 1) and names; the network's vectors are all zero, `fresh` says how new a row looks. */
function chainsIn(
  words: Words,
  given: {heads: Readonly<Record<number, number>>; names?: readonly NameRun[]; types?: Readonly<Record<number, string>>},
): string[] {
  const heads = Object.entries(given.heads).map(([row, fresh]) => {
    const type = given.types?.[Number(row)] ?? "person"
    return {row: Number(row) - 1, type, query: new Float32Array(64), key: new Float32Array(64), fresh}
  })
  const phrases = heads.map(head => phraseOf(words, head))
  return linkMentions({words, heads, phrases, names: given.names ?? []}).map(chain =>
    chain.map(span => words.text.slice(span.start, span.end)).join(" = "),
  )
}

const known = -3
const unsure = 1

describe("names", () => {
  const words = makeWords(`John PROPN 3 nsubj
    Okello PROPN 1 flat
    spoke VERB 0 root

    Mr. PROPN 2 nmod:desc
    Okello PROPN 3 nsubj
    left VERB 0 root

    Amina PROPN 2 nsubj
    stayed VERB 0 root`)
  const names = [
    {first: 0, last: 2, label: "PER"},
    {first: 4, last: 5, label: "PER"},
    {first: 6, last: 7, label: "PER"},
  ]
  test("a surname means the person named in full before; another name does not", () => {
    expect(chainsIn(words, {heads: {1: unsure, 5: unsure, 7: unsure}, names})).toEqual(["John Okello = Mr. Okello"])
  })

  test("initials mean the body whose words they begin", () => {
    const bodies = makeWords(`the DET 3 det
      African PROPN 3 amod
      Union PROPN 4 nsubj
      met VERB 0 root

      the DET 2 det
      AU PROPN 3 nsubj
      voted VERB 0 root`)
    const found = chainsIn(bodies, {
      heads: {3: unsure, 6: unsure},
      types: {3: "organization", 6: "organization"},
      names: [
        {first: 1, last: 3, label: "ORG"},
        {first: 5, last: 6, label: "ORG"},
      ],
    })
    expect(found).toEqual(["the African Union = the AU"])
  })
})

describe("pronouns", () => {
  const words = makeWords(`Amina PROPN 2 nsubj
    met VERB 0 root
    Okello PROPN 2 obj
    . PUNCT 2 punct

    She PRON 2 nsubj
    praised VERB 0 root
    him PRON 2 obj
    . PUNCT 2 punct`)

  test("two arguments of one verb do not mean the same", () => {
    expect(chainsIn(words, {heads: {5: known, 7: known}})).toEqual([])
  })

  test("she and him are not one person", () => {
    const found = chainsIn(words, {heads: {1: unsure, 5: known, 7: known}})
    expect(found).toEqual(["Amina = She"])
  })

  test("a reflexive means the subject", () => {
    const reflexive = makeWords(`Okello PROPN 2 nsubj
      hurt VERB 0 root
      himself PRON 2 obj PRP Reflex=Yes`)
    expect(chainsIn(reflexive, {heads: {1: unsure, 3: known}})).toEqual(["Okello = himself"])
  })

  test("it does not mean a person", () => {
    const words = makeWords(`Okello PROPN 2 nsubj
      left VERB 0 root

      It PRON 2 nsubj
      rained VERB 0 root`)
    expect(chainsIn(words, {heads: {1: unsure, 3: known}, names: [{first: 0, last: 1, label: "PER"}]})).toEqual([])
  })
})

test("they means the two named together", () => {
  const words = makeWords(`Amina PROPN 4 nsubj
    and CCONJ 3 cc
    Okello PROPN 1 conj
    met VERB 0 root

    They PRON 2 nsubj
    spoke VERB 0 root`)
  const names = [
    {first: 0, last: 1, label: "PER"},
    {first: 2, last: 3, label: "PER"},
  ]
  expect(chainsIn(words, {heads: {1: unsure, 3: unsure, 5: unsure}, names})).toEqual(["Amina and Okello = They"])
})

describe("quotations", () => {
  const words = makeWords(`“ PUNCT 3 punct
    I PRON 3 nsubj
    leave VERB 7 ccomp
    , PUNCT 3 punct
    ” PUNCT 3 punct
    Amina PROPN 7 nsubj
    said/say VERB 0 root
    . PUNCT 7 punct

    “ PUNCT 3 punct
    I PRON 3 nsubj
    am AUX 0 root
    tired ADJ 3 xcomp
    . PUNCT 3 punct
    ” PUNCT 3 punct

    I PRON 2 nsubj
    wrote VERB 0 root`)

  test("have a speaker, and go on without naming it again", () => {
    const found = findQuotations(words)
    expect(found.map(({speaker, voice}) => [speaker, voice])).toEqual([
      [5, 1],
      [5, 1],
    ])
  })

  test("their first person is the speaker, not the writer", () => {
    expect(chainsIn(words, {heads: {2: unsure, 6: unsure, 10: unsure, 15: unsure}})).toEqual(["I = Amina = I"])
  })
})

test("single mentions are not chains", () => {
  expect(chainsIn(makeWords("Amina PROPN 2 nsubj\nleft VERB 0 root"), {heads: {1: unsure}})).toEqual([])
})

describe("a pronoun before the subject of its sentence", () => {
  test("is behind that subject in the order of reading, and may point to it", () => {
    const table = makeWords(`In ADP 3 case
      her PRON 3 nmod:poss
      speech NOUN 5 obl
      Zola PROPN 5 nsubj
      wept VERB 0 root`)
    expect(subjectAhead(table, 1)).toBe(3)
    expect(chainsIn(table, {heads: {2: unsure, 4: unsure}, names: [{first: 3, last: 4, label: "PER"}]})).toEqual(["her = Zola"])
  })

  test("has no subject ahead in a clause that closes the sentence", () => {
    const closing = makeWords(`Zola PROPN 2 nsubj
      wept VERB 0 root
      in ADP 5 case
      her PRON 5 nmod:poss
      speech NOUN 2 obl`)
    expect(subjectAhead(closing, 3)).toBe(-1)
  })
})

test("a person of another name does not join through a pronoun", () => {
  const words = makeWords(`Bello PROPN 2 nsubj
    left VERB 0 root

    He PRON 2 nsubj
    wept VERB 0 root

    Okello PROPN 2 nsubj
    spoke VERB 0 root`)
  const names = [
    {first: 0, last: 1, label: "PER"},
    {first: 4, last: 5, label: "PER"},
  ]
  expect(chainsIn(words, {heads: {1: unsure, 3: unsure, 5: 0}, names})).toEqual(["Bello = He"])
})
