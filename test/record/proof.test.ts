import fc from "fast-check"
import {describe, expect, test} from "vitest"
import {Offsets} from "../../src/document/offsets.js"
import {type Ground, proofOf} from "../../src/record/emit/proof.js"
import {event} from "../../src/record/event.js"
import {quote} from "../../src/record/quote.js"
import {time} from "../../src/record/time.js"

const ground = (text: string, ids: Record<string, string[]> = {}): Ground => ({
  offsets: new Offsets(text),
  ids: new Map(Object.entries(ids).map(([kind, names]) => [kind, new Set(names)])),
})

const aTime = {end: 7, start: 2, id: "t1", type: "DATE", value: "2013", mod: null, from: null, to: null, trace: []}

describe("the proof of a record", () => {
  test("writes fields in schema order and spans in code points", () => {
    const proven = proofOf(time)(aTime, ground("😀 2013 it was"))
    expect(JSON.stringify(proven)).toBe(
      '{"id":"t1","start":1,"end":6,"type":"DATE","value":"2013","mod":null,"from":null,"to":null,"trace":[]}',
    )
  })

  test.each([
    ["ends after the text", {start: 0, end: 99}],
    ["ends before it begins", {start: 5, end: 3}],
    ["is no number", {start: Number.NaN, end: 3}],
    ["cuts a character in half", {start: 1, end: 3}],
  ])("refuses a span that %s", (_, span) => {
    expect(() => proofOf(time)({...aTime, ...span}, ground("😀 2013"))).toThrow(/span/)
  })

  test("drops references to nothing: null where the field may be null, out of the list where it is a list", () => {
    const given = {
      speaker: "a9",
      content: [],
      trace: [],
      id: "q1",
      kind: "direct",
      cue: null,
      source: null,
      utterance: "u1",
      insertions: [],
      confidence: 0.123456789,
      onBehalfOf: "a1",
      addressee: null,
      medium: null,
    }
    const proven = proofOf(quote)(given, ground("", {actor: ["a1"]})) as Record<string, unknown>
    expect([proven.speaker, proven.onBehalfOf, proven.confidence]).toEqual([null, "a1", 0.123457])
    const act = {
      source: ["a1", "a2"],
      when: {from: null, to: null, basis: "none", time: "t3"},
      trigger: {start: 0, end: 0},
      evidence: [],
      contexts: [],
      target: [],
      sourceSpans: [],
      targetSpans: [],
      figures: [],
      trace: [],
    }
    const provenAct = proofOf(event)(act, ground("", {actor: ["a2"]})) as {source: string[]; when: {time: string | null}}
    expect([provenAct.source, provenAct.when.time]).toEqual([["a2"], null])
  })

  test("the code points slice to the words that the indexes sliced to, whatever the text", () => {
    fc.assert(
      fc.property(fc.array(fc.string({unit: "grapheme", maxLength: 12}), {minLength: 3, maxLength: 3}), ([before, inside, after]) => {
        const text = before! + inside! + after!
        const start = before!.length
        const proven = proofOf(time)({...aTime, start, end: start + inside!.length}, ground(text)) as {start: number; end: number}
        return Array.from(text).slice(proven.start, proven.end).join("") === inside
      }),
    )
  })
})
