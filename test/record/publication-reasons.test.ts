import {expect, test} from "vitest"
import {assembleReading} from "../../src/assemble.js"
import {Document} from "../../src/document/document.js"
import {inferPublished} from "../../src/readers/time/published.js"
import {publication} from "../../src/record/layers.js"

const coder = {version: "0", model: "", data: ""}

test("an inferred publication date is printed with its reasons, spans in code points", () => {
  const doc = new Document({id: "1", text: "🙂 The ten-month siege, begun in May 2004, dragged on. Ministers met on Tuesday."})
  const read = assembleReading({
    doc: doc.with(
      publication,
      inferPublished.run(doc, () => {}),
    ),
    coder,
    notes: [],
  })
  const {published, text} = read.document
  expect(published.basis).toBe("inferred")
  expect(published.reasons?.map(({span}) => [...text!].slice(span.start, span.end).join(""))).toContain("May 2004")
})

test("a date that was given needs no reasons", () => {
  const doc = new Document({id: "1", text: "In May 2004 it began.", published: {from: "2005-01-02", to: "2005-01-02", basis: "given"}})
  const read = assembleReading({
    doc: doc.with(
      publication,
      inferPublished.run(doc, () => {}),
    ),
    coder,
    notes: [],
  })
  expect(read.document.published).toEqual({from: "2005-01-02", to: "2005-01-02", basis: "given"})
})
