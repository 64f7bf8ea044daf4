import {createHash} from "node:crypto"
import type {Reading} from "../../src/record/reading.js"

/** An article and its record, both written by hand: tests of pages do not depend on how well texts are read. */
export const text = [
  "Norvik recalls envoy after embassy fire",
  "",
  "PORT SAND, 3 May 2024 — Norvik recalled its ambassador from Kesh on Friday, and its foreign minister Ana Torv said the attack would “not be forgotten”. Kesh denied that its police had fired.",
  "",
  "“We will not sign,” Torv told reporters, “until the prisoners are free.” At least 40 people were killed, the Red Crescent said. 😀 Norvik rejected the proposal of Kesh.",
].join("\n")

const characters = Array.from(text)
/** The n-th place of some words, in code points. */
export function spanOf(words: string, nth = 1): {start: number; end: number} {
  let unit = -1
  for (let found = 0; found < nth; found++) unit = text.indexOf(words, unit + 1)
  if (unit < 0) throw new Error(`${words} is not in the text`)
  const start = Array.from(text.slice(0, unit)).length
  return {start, end: start + Array.from(words).length}
}

type Event = Reading["events"][number]
const actor = (
  id: string,
  name: string,
  kind: "state" | "person" | "organization",
  mentions: {start: number; end: number}[],
): Reading["actors"][number] => ({
  id,
  name,
  kind,
  country: kind === "state" ? "NOR" : null,
  sectors: kind === "state" ? ["GOV"] : [],
  code: kind === "state" ? "NORGOV" : null,
  roles: [],
  memberOf: [],
  members: [],
  link: {register: null, wikidata: null},
  trace: [],
  mentions: mentions.map(span => ({...span, form: "name" as const})),
})
const event = (id: string, rest: Partial<Event> & Pick<Event, "type" | "trigger" | "evidence">): Event => ({
  id,
  mode: null,
  contexts: [],
  cameo: "160",
  quad: 3,
  score: -4,
  source: [],
  target: [],
  sourceSpans: [],
  targetSpans: [],
  where: null,
  figures: [],
  status: "actual",
  reciprocal: false,
  attribution: null,
  confidence: 0.9,
  when: {from: "2024-05-03", to: "2024-05-03", basis: "expression", time: "t1"},
  trace: [{rule: "data/events/verbs.tsv: recall", span: rest.trigger, gave: rest.type}],
  ...rest,
})

/** The reading, with every record type in it. */
export function handmadeReading(): Reading {
  const sentence = {start: spanOf("Norvik recalled").start, end: spanOf("not be forgotten”.").end}
  return {
    contract: 1,
    coder: {version: "0.0.0", model: "0".repeat(64), data: "0".repeat(64)},
    document: {
      id: "handmade",
      hash: createHash("sha256").update(text).digest("hex"),
      origin: "handmade.txt",
      title: null,
      publisher: "Port Sand Gazette",
      author: null,
      language: "en",
      published: {from: "2024-05-03", to: "2024-05-03", basis: "given"},
      text,
    },
    sentences: [sentence],
    actors: [
      actor("a1", "Norvik", "state", [spanOf("Norvik", 2), spanOf("Norvik", 3)]),
      actor("a2", "Kesh", "state", [spanOf("Kesh", 1), spanOf("Kesh", 2), spanOf("Kesh", 3)]),
      actor("a3", "Ana Torv", "person", [spanOf("Ana Torv"), spanOf("Torv", 2)]),
      actor("a4", "Red Crescent", "organization", [spanOf("Red Crescent")]),
    ],
    events: [
      event("e1", {
        type: "SANCTION",
        mode: "withdraw",
        trigger: spanOf("recalled"),
        evidence: [sentence],
        source: ["a1"],
        target: ["a2"],
        sourceSpans: [spanOf("Norvik", 2)],
        targetSpans: [spanOf("Kesh", 1)],
        where: "p1",
      }),
      event("e2", {
        type: "ASSAULT",
        trigger: spanOf("fired"),
        evidence: [spanOf("Kesh denied that its police had fired.")],
        source: ["a2"],
        sourceSpans: [spanOf("its police")],
        status: "negated",
        quad: 4,
      }),
      event("e3", {
        type: "REJECT",
        trigger: spanOf("rejected"),
        evidence: [spanOf("Norvik rejected the proposal of Kesh.")],
        source: ["a1"],
        target: ["a2"],
        sourceSpans: [spanOf("Norvik", 3)],
        targetSpans: [spanOf("Kesh", 3)],
      }),
    ],
    quotes: [
      {
        id: "q1",
        kind: "mixed",
        content: [spanOf("not be forgotten")],
        cue: spanOf("said"),
        source: spanOf("Ana Torv"),
        speaker: "a3",
        onBehalfOf: null,
        addressee: null,
        medium: null,
        utterance: "u1",
        insertions: [],
        confidence: 0.9,
        trace: [],
      },
      {
        id: "q2",
        kind: "direct",
        content: [spanOf("We will not sign,"), spanOf("until the prisoners are free.")],
        cue: spanOf("told"),
        source: spanOf("Torv", 2),
        speaker: "a3",
        onBehalfOf: null,
        addressee: null,
        medium: null,
        utterance: "u2",
        insertions: [],
        confidence: 0.9,
        trace: [],
      },
    ],
    figures: [
      {
        ...spanOf("At least 40"),
        id: "f1",
        kind: "killed",
        value: 40,
        low: 40,
        high: null,
        bound: "at-least",
        change: null,
        unit: "people",
        of: spanOf("people"),
        status: "reported",
        source: "a4",
        asOf: null,
        where: null,
        trace: [],
      },
    ],
    times: [{...spanOf("Friday"), id: "t1", type: "DATE", value: "2024-05-03", mod: null, from: "2024-05-03", to: "2024-05-03", trace: []}],
    places: [
      {
        ...spanOf("PORT SAND"),
        id: "p1",
        name: "Port Sand",
        lat: 59.9,
        lon: 10.7,
        country: "NOR",
        admin1: null,
        kind: "town",
        precision: "town",
        use: "dateline",
        within: null,
        geonames: null,
        trace: [],
      },
    ],
    positions: [
      {
        id: "s1",
        holder: "a1",
        target: "a2",
        topic: spanOf("the proposal"),
        polarity: "against",
        strength: "strong",
        basis: ["e3"],
        evidence: [spanOf("Norvik rejected the proposal of Kesh.")],
        narrator: false,
        confidence: 0.8,
        trace: [],
      },
    ],
    relations: [],
    notes: [],
  }
}

/** A reading of another text with nothing in it; `change` fills it. */
export function emptyReading(given: {text: string; title?: string | null; day?: string | null}, change: Partial<Reading> = {}): Reading {
  const {text: words, title = null, day = "2024-05-01"} = given
  return {
    contract: 1,
    coder: {version: "0.0.0", model: "0".repeat(64), data: "0".repeat(64)},
    document: {
      id: "empty",
      hash: createHash("sha256").update(words).digest("hex"),
      origin: "empty.txt",
      title,
      publisher: null,
      author: null,
      language: "en",
      published: {from: day, to: day, basis: day ? "given" : "unknown"},
      text: words,
    },
    sentences: [],
    actors: [],
    events: [],
    quotes: [],
    figures: [],
    times: [],
    places: [],
    positions: [],
    relations: [],
    notes: [],
    ...change,
  }
}

/** How many characters the text has. */
export const length = characters.length
