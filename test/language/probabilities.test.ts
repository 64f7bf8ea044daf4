import fc from "fast-check"
import {expect, test} from "vitest"
import {Probabilities} from "../../src/language/probabilities.js"
import {writeSoftmax} from "../../src/language/tags.js"

test("gives back every probability that does not round to nothing, exactly, and nothing for the others", () => {
  const labels = ["none", "a", "b", "c", "d"]
  const row = fc.array(fc.double({min: -20, max: 20, noNaN: true}), {minLength: 5, maxLength: 5})
  fc.assert(
    fc.property(fc.array(row, {maxLength: 600}), rows => {
      const table = new Probabilities(labels, rows.length)
      const logits = Float32Array.from(rows.flat())
      rows.forEach((_, index) => {
        table.push(logits, index * labels.length)
      })
      const plain = new Float32Array(labels.length)
      rows.forEach((_, index) => {
        writeSoftmax(logits, index * labels.length, plain)
        expect(labels.map((_, column) => table.at(index, column))).toEqual([...plain])
        const seen = new Map<number, number>()
        table.each(index, (column, probability) => seen.set(column, probability))
        expect([...seen]).toEqual([...plain.entries()].filter(([, value]) => value > 0))
      })
    }),
    {numRuns: 50},
  )
})
