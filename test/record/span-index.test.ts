import {expect, test} from "vitest"
import {overlaps} from "../../src/document/span.js"
import {SpanIndex} from "../../src/document/span-index.js"

test("an index of spans finds what a look through all of them finds", () => {
  const spans = Array.from({length: 400}, (_, at) => ({start: (at * 977) % 9000, end: ((at * 977) % 9000) + 1 + ((at * 131) % 1500)}))
  const index = new SpanIndex(spans)
  for (const wanted of [
    {start: 0, end: 1},
    {start: 500, end: 520},
    {start: 512, end: 1024},
    {start: 3000, end: 8000},
    {start: 20_000, end: 20_001},
  ])
    expect(new Set(index.overlapping(wanted))).toEqual(new Set(spans.filter(span => overlaps(span, wanted))))
})
