import fc from "fast-check"
import {expect, test} from "vitest"
import {SpanLabels} from "../../src/language/spans.js"

const labels = ["O", "B-A", "I-A", "E-A", "S-A", "B-C", "I-C", "E-C", "S-C"]
const decoder = new SpanLabels(labels)

function isWellFormed(path: readonly number[]): boolean {
  let open = ""
  for (const at of path) {
    const [mark, kind] = labels[at]!.split("-")
    const inside = mark === "I" || mark === "E"
    if (inside ? open !== kind : open !== "") return false
    open = mark === "B" || mark === "I" ? kind! : ""
  }
  return open === ""
}

function bestScore(logits: Float32Array, count: number): number {
  let best = Number.NEGATIVE_INFINITY
  for (let code = 0; code < labels.length ** count; code++) {
    const path = Array.from({length: count}, (_, row) => Math.floor(code / labels.length ** row) % labels.length)
    if (isWellFormed(path))
      best = Math.max(
        best,
        path.reduce((sum, at, row) => sum + logits[row * labels.length + at]!, 0),
      )
  }
  return best
}

function scoreOf(logits: Float32Array, count: number): number {
  const path = new Array<number>(count).fill(0)
  for (const run of decoder.decode(logits, 0, count)) {
    for (let row = run.first; row < run.last; row++) {
      const mark = run.last - run.first === 1 ? "S" : row === run.first ? "B" : row === run.last - 1 ? "E" : "I"
      path[row] = labels.indexOf(`${mark}-${run.label}`)
    }
  }
  return path.reduce((sum, at, row) => sum + logits[row * labels.length + at]!, 0)
}

test("gives the best well-formed labelling", () => {
  const cases = fc.array(fc.integer({min: -9, max: 9}), {minLength: 4 * labels.length, maxLength: 4 * labels.length})
  fc.assert(
    fc.property(cases, values => {
      const logits = Float32Array.from(values)
      expect(scoreOf(logits, 4)).toBe(bestScore(logits, 4))
    }),
    {numRuns: 40, seed: 3},
  )
})

test("an opened name that is never closed is no name", () => {
  const logits = new Float32Array(2 * labels.length)
  logits[1] = 1
  logits[labels.length + 2] = 1
  logits[0] = 0.5
  logits[labels.length] = 0.8
  expect(decoder.decode(logits, 0, 2)).toEqual([])
})
