import {describe, expect, test} from "vitest"
import {Words} from "../../src/document/words.js"

describe("the dependents of a word", () => {
  const words = new Words("Kenya accused Ethiopia", 3)

  test("are refused while heads may still change", () => {
    words.head.set([1, -1, 1])
    expect(() => words.childrenOf(1)).toThrow(/before every head of the document stood/)
    expect(() => words.at(1).children).toThrow(/settleHeads/)
  })

  test("are given in text order once every head stands", () => {
    words.settleHeads()
    expect([0, 1, 2].map(row => words.childrenOf(row))).toEqual([[], [0, 2], []])
  })
})
