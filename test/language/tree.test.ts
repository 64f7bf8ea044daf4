import fc from "fast-check"
import {expect, test} from "vitest"
import {findTree, isTree} from "../../src/language/tree.js"

/** The best tree found by trying every assignment of heads. */
function tryAll(scores: readonly (readonly number[])[]): number {
  const count = scores.length
  let best = Number.NEGATIVE_INFINITY
  for (let code = 0; code < (count + 1) ** count; code++) {
    const heads = Int32Array.from({length: count}, (_, word) => (Math.floor(code / (count + 1) ** word) % (count + 1)) - 1)
    if (heads.every((head, word) => head !== word) && isTree(heads)) best = Math.max(best, total(scores, heads))
  }
  return best
}

const total = (scores: readonly (readonly number[])[], heads: Int32Array) =>
  heads.reduce((sum, head, word) => sum + scores[word]![head + 1]!, 0)

const matrices = fc.integer({min: 1, max: 5}).chain(count => {
  const row = fc.array(fc.integer({min: -20, max: 20}), {minLength: count + 1, maxLength: count + 1})
  return fc.array(row, {minLength: count, maxLength: count})
})

test("the tree has one root, no cycle, and no other such tree scores more", () => {
  fc.assert(
    fc.property(matrices, scores => {
      const heads = findTree(scores.length, (word, head) => scores[word]![head + 1]!)
      expect(isTree(heads)).toBe(true)
      expect(total(scores, heads)).toBe(tryAll(scores))
    }),
    {numRuns: 300, seed: 7},
  )
})

test("a long sentence of equal scores still gives a tree", () => {
  expect(isTree(findTree(190, () => 0))).toBe(true)
  expect(isTree(findTree(190, (word, head) => (head === (word + 1) % 190 ? 5 : 0)))).toBe(true)
})
