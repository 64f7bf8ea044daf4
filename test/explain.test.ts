import {describe, expect, test} from "vitest"
import {explainRecord, recordTypeOf} from "../src/explain.js"
import {sayFrame} from "../src/explain-words.js"
import {Problem} from "../src/problem.js"
import {calibrate} from "../src/readers/events/calibrate.js"
import {leastConfidence} from "../src/readers/events/filter.js"
import type {TraceStep} from "../src/record/all.js"
import type {Reading} from "../src/record/reading.js"

const text = "Kenya refused to meet the rebels."
const at = (words: string) => ({start: text.indexOf(words), end: text.indexOf(words) + words.length})

/** A reading that holds one event with this trace. */
function readingWith(trace: TraceStep[], event: object = {}): Reading {
  return {
    document: {id: "d", text, published: {from: null, to: null, basis: "unknown"}},
    actors: [
      {id: "a1", name: "Kenya", kind: "state", country: "KEN", sectors: [], link: {register: null}, mentions: [at("Kenya")], trace: []},
    ],
    events: [
      {
        id: "e1",
        type: "REJECT",
        mode: null,
        status: "actual",
        source: ["a1"],
        target: [],
        trigger: at("meet"),
        evidence: [{start: 0, end: text.length}],
        confidence: 0.9,
        trace,
        ...event,
      },
    ],
    quotes: [],
    figures: [],
    times: [],
    places: [],
    positions: [],
    relations: [],
  } as unknown as Reading
}

const changesOf = (...trace: TraceStep[]) => explainRecord(readingWith(trace), "e1").changes
const percentOf = (raw: number): string => `${Math.round(100 * calibrate(raw))} %`
const network = (code: string, share: string): TraceStep => ({rule: `network: ${code} ${share}, no act 0.05`, span: at("meet"), gave: code})

describe("the smallest change", () => {
  const status = (rule: string, gave: string, words = "meet"): TraceStep => ({rule: `status: ${rule}`, span: at(words), gave})
  const rows: [string, TraceStep[], string][] = [
    [
      "an operator left out",
      [{rule: "data/events/operators.tsv: refuse (refuse) over CONSULT “meet”", span: at("refused"), gave: "REJECT"}],
      "without “refused” it would be CONSULT (“meet”)",
    ],
    ["a negation left out", [status("negated in its own clause", "negated")], "without the negation of “meet” it would be actual"],
    ["a modal left out", [status("after “would”", "hypothetical")], "without “would” it would be actual"],
    [
      "an operator above left out",
      [status("data/events/operators.tsv: refuse (refuse)", "negated", "refused")],
      "without “refused” it would be actual",
    ],
    [
      "an announcement told as done",
      [{rule: "PLOVER: announced CONSULT is AGREE", span: null, gave: "AGREE actual"}],
      "told as done, without “will”, it would be CONSULT",
    ],
    [
      "a row outvoted by a network less sure",
      [network("ASSAULT", "0.72"), {rule: "not taken: data/events/verbs.tsv: meet (obj) → CONSULT", span: at("meet"), gave: "ASSAULT"}],
      "were the network less than 60 % sure of ASSAULT (it is 72 %), it would be CONSULT",
    ],
    [
      "a row that asks for certain words is outvoted later",
      [{rule: "data/events/verbs.tsv: meet (obj=demand)", span: at("meet"), gave: "CONCEDE"}, network("CONSULT/visit", "0.72")],
      "were the network 90 % sure of CONSULT (it is 72 %), it would be CONSULT/visit",
    ],
  ]
  test.each(rows)("is %s", (_, trace, change) => expect(changesOf(...trace)).toContain(change))

  test("is another frame of the same verb", () => {
    const changes = changesOf({rule: "data/events/verbs.tsv: meet (obj=demand)", span: at("meet"), gave: "CONCEDE"})
    expect(changes[0]).toBe("“meet” without an object would be CONSULT")
  })

  test("says how far the confidence is from the limit", () => {
    expect(changesOf().at(-1)).toBe(`below ${percentOf(leastConfidence.named)} confidence (it is 90 %) nothing would have been put out`)
    const nobody = explainRecord(readingWith([], {source: []}), "e1").changes
    expect(nobody.at(-1)).toContain(`below ${percentOf(leastConfidence.nobody)} confidence`)
  })
})

test("a trace reads as sentences with the words it is about, and what was not taken stands apart", () => {
  const {says, words, steps, rejected} = explainRecord(
    readingWith([
      {rule: "data/events/verbs.tsv: meet (obj)", span: at("meet"), gave: "CONSULT"},
      network("AGREE", "0.30"),
      {rule: "not taken: something else", span: null, gave: "X"},
    ]),
    "e1",
  )
  expect(says).toBe("REJECT, actual: Kenya (90 %)")
  expect(words).toBe(text)
  expect(steps).toEqual([
    "“meet”: the verb “meet” with an object is CONSULT (data/events/verbs.tsv)",
    "“meet”: the network sees AGREE there with 30 %, and no act with 5 %",
  ])
  expect(rejected.slice(0, 2)).toEqual([
    "not taken: something else → X",
    "the network’s AGREE (30 %): the row decides until the network is 60 % sure",
  ])
})

test("an actor of the register is told from its namesakes", () => {
  const reading = readingWith([])
  const bush = {...reading.actors[0]!, id: "a2", name: "George Bush", link: {register: "leader-usa-george-w-bush", wikidata: null}}
  const explained = explainRecord(
    {
      ...reading,
      actors: [bush],
      document: {...reading.document, published: {from: "2002-01-01", to: "2002-01-01", basis: "given"}},
    } as Reading,
    "a2",
  )
  expect(explained.rejected.join("\n")).toMatch(/George H\. W\. Bush .*: past on that day/)
})

test.each([
  ["obj", " with an object"],
  ["-obj prep=with", " without an object and with a phrase of “with”"],
  ["xcomp", " with an infinitive"],
  ["", ""],
])("the frame “%s” in words", (frame, words) => expect(sayFrame(frame)).toBe(words))

test("an unknown record is a problem that says so", () => {
  expect(() => explainRecord(readingWith([]), "e9")).toThrow(Problem)
  expect([recordTypeOf("e1"), recordTypeOf("r12"), recordTypeOf("x1"), recordTypeOf("events")]).toEqual(["events", "relations", null, null])
})
