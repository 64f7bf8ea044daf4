import {createHash} from "node:crypto"
import type {Reading} from "../../src/record/reading.js"
import {addReading} from "../../src/store/add-reading.js"
import {type Book, openForWriting} from "../../src/store/book.js"

export const noon = new Date("2024-01-01T12:00:00Z")

/** What a test says about an article; the rest is made up. */
export interface Told {
  readonly text: string
  readonly published?: string | null
  readonly title?: string | null
  readonly version?: string
  readonly records?: Partial<Pick<Reading, "actors" | "events" | "quotes" | "figures" | "places" | "positions" | "times">>
}

/** A reading as the readers might give it. */
export function readingOf({text, published = "2013-03-01", title = null, version = "0.1.0", records = {}}: Told): Reading {
  const hash = createHash("sha256").update(text).digest("hex")
  const basis = published === null ? "unknown" : "given"
  return {
    contract: 1,
    coder: {version, model: "m", data: "d"},
    document: {
      id: hash.slice(0, 16),
      hash,
      origin: null,
      title,
      publisher: null,
      author: null,
      language: "en",
      published: {from: published, to: published, basis},
      text,
    },
    sentences: [{start: 0, end: Array.from(text).length}],
    actors: [],
    events: [],
    quotes: [],
    figures: [],
    times: [],
    places: [],
    positions: [],
    relations: [],
    notes: [],
    ...records,
  }
}

/** A span of words in a text, in code points. */
export function spanOf(text: string, words: string): {start: number; end: number} {
  const at = text.indexOf(words)
  if (at < 0) throw new Error(`"${words}" does not stand in "${text}"`)
  const start = Array.from(text.slice(0, at)).length
  return {start, end: start + Array.from(words).length}
}

type Actor = Reading["actors"][number]
type Event = Reading["events"][number]

export function actorOf(text: string, id: string, {name, ...rest}: Partial<Actor> & {name: string}): Actor {
  const mention = {...spanOf(text, name.split(" ").at(-1)!), form: "name" as const}
  return {
    id,
    name,
    kind: "state",
    country: null,
    sectors: ["GOV"],
    code: null,
    roles: [],
    memberOf: [],
    members: [],
    link: {register: null, wikidata: null},
    mentions: [mention],
    trace: [],
    ...rest,
  }
}

export function eventOf(text: string, id: string, {words, ...rest}: Partial<Event> & {words: string}): Event {
  const whole = {start: 0, end: Array.from(text).length}
  return {
    id,
    type: "CONSULT",
    mode: null,
    contexts: [],
    cameo: "040",
    quad: 1,
    score: 1,
    source: [],
    target: [],
    sourceSpans: [],
    targetSpans: [],
    trigger: spanOf(text, words),
    evidence: [whole],
    when: {from: null, to: null, basis: "none", time: null},
    where: null,
    figures: [],
    status: "actual",
    reciprocal: false,
    attribution: null,
    confidence: 0.8,
    trace: [{rule: "test", span: spanOf(text, words), gave: "CONSULT"}],
    ...rest,
  }
}

const accusation =
  "😀 On Friday Kenya accused Ethiopia of arming rebels near Moyale. “We will not sit idle,” said Amina Odhiambo, who put the dead at over 40."
const meeting = "The presidents of Kenya and Ethiopia met in Nairobi. Somalia was not invited."

/** Two readings with one of everything. */
export function sampleReadings(): Reading[] {
  const [kenya, ethiopia, amina] = [
    actorOf(accusation, "a1", {name: "Kenya", country: "KEN", code: "KENGOV", link: {register: "KEN", wikidata: "Q114"}}),
    actorOf(accusation, "a2", {name: "Ethiopia", country: "ETH", code: "ETHGOV", link: {register: "ETH", wikidata: "Q115"}}),
    actorOf(accusation, "a3", {name: "Amina Odhiambo", kind: "person", country: "KEN", code: "KENGOV", memberOf: ["a1"]}),
  ]
  const moyale = {
    id: "p1",
    ...spanOf(accusation, "Moyale"),
    name: "Moyale",
    lat: 3.52,
    lon: 39.05,
    country: "KEN",
    admin1: "Marsabit",
    kind: "town",
    precision: "town" as const,
    use: "literal" as const,
    within: null,
    geonames: 184742,
    trace: [],
  }
  const quote = {
    id: "q1",
    kind: "direct" as const,
    content: [spanOf(accusation, "We will not sit idle,")],
    cue: spanOf(accusation, "said"),
    source: spanOf(accusation, "Amina Odhiambo"),
    speaker: "a3",
    onBehalfOf: "a1",
    addressee: null,
    medium: null,
    utterance: "u1",
    insertions: [],
    confidence: 0.9,
    trace: [],
  }
  const dead = {
    id: "f1",
    ...spanOf(accusation, "over 40"),
    kind: "killed" as const,
    value: 40,
    low: 40,
    high: null,
    bound: "over" as const,
    change: null,
    unit: "people",
    of: spanOf(accusation, "dead"),
    status: "reported" as const,
    source: "a3",
    asOf: null,
    where: "p1",
    trace: [],
  }
  const friday = {
    id: "t1",
    ...spanOf(accusation, "Friday"),
    type: "DATE" as const,
    value: "2013-03-01",
    mod: null,
    from: "2013-03-01",
    to: "2013-03-01",
    trace: [],
  }
  const accuse = eventOf(accusation, "e1", {
    words: "accused",
    type: "ACCUSE",
    mode: "allege",
    cameo: "112",
    quad: 3,
    score: -4,
    source: ["a1"],
    target: ["a2"],
    where: "p1",
    when: {from: "2013-03-01", to: "2013-03-01", basis: "expression", time: "t1"},
    figures: ["f1"],
  })
  const threat = eventOf(accusation, "e2", {
    words: "sit",
    type: "THREATEN",
    quad: 3,
    score: -6,
    source: ["a1"],
    status: "negated",
    attribution: "q1",
  })
  const against = {
    id: "s1",
    holder: "a1",
    target: "a2",
    topic: null,
    polarity: "against" as const,
    strength: "strong" as const,
    basis: ["e1"],
    evidence: [spanOf(accusation, "Kenya accused Ethiopia")],
    narrator: false,
    confidence: 0.7,
    trace: [],
  }
  const first = readingOf({
    text: accusation,
    title: "Kenya, Ethiopia trade blame",
    records: {
      actors: [kenya, ethiopia, amina],
      events: [accuse, threat],
      quotes: [quote],
      figures: [dead],
      times: [friday],
      places: [moyale],
      positions: [against],
    },
  })
  const presidents = [
    actorOf(meeting, "a1", {name: "Kenya", country: "KEN", code: "KENGOV", link: {register: "KEN", wikidata: "Q114"}}),
    actorOf(meeting, "a2", {name: "Ethiopia", country: "ETH", code: "ETHGOV", link: {register: "ETH", wikidata: "Q115"}}),
  ]
  const nairobi = {...moyale, id: "p1", ...spanOf(meeting, "Nairobi"), name: "Nairobi", lat: -1.28, lon: 36.82, kind: "city"}
  const met = eventOf(meeting, "e1", {words: "met", source: ["a1", "a2"], reciprocal: true, where: "p1"})
  return [first, readingOf({text: meeting, published: "2013-05-10", records: {actors: presidents, events: [met], places: [nairobi]}})]
}

/** A book in memory with these readings. */
export function bookOf(readings: readonly Reading[] = sampleReadings()): Book {
  const book = openForWriting(":memory:", noon)
  for (const reading of readings) addReading(book, reading, {now: noon})
  return book
}

/** Everything that comes, as a list. */
export async function listOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}
