// Fills a record book with made-up articles, for measuring: `node bench/make-book.mjs FILE ARTICLES`. Ten events, five quotes, five figures an article.
import {createHash} from "node:crypto"
import {addReading} from "../dist/src/store/add-reading.js"
import {openForWriting} from "../dist/src/store/book.js"

const [path, articles = "1000"] = process.argv.slice(2)
const types = [
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "CONCEDE",
  "COOPERATE",
  "AID",
  "RETREAT",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
  "PROTEST",
  "SANCTION",
  "MOBILIZE",
  "COERCE",
  "ASSAULT",
]
const syllables = ["ka", "ri", "mo", "ta", "lu", "ne", "so", "bi", "da", "ge"]

/** A generator of numbers that is the same on every run. */
let seed = 42
function next(below) {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return Math.floor((seed / 2 ** 32) * below)
}

const nameOf = number =>
  [...String(number)]
    .map(digit => syllables[Number(digit)])
    .join("")
    .replace(/^./, letter => letter.toUpperCase())
/** Few names are in most articles, most names in few. */
const actorNumber = () => Math.floor(10 ** (1 + (next(1000) / 1000) * 3.5))

export function makeReading(index) {
  const day = new Date(Date.UTC(2000, 0, 1 + next(9000))).toISOString().slice(0, 10)
  const numbers = [...new Set(Array.from({length: 8}, actorNumber))]
  const names = numbers.map(nameOf)
  const text = `${names.join(" met ")} on day ${index}. ${Array.from({length: 60}, () => nameOf(next(100000))).join(" ")}.`
  const hash = createHash("sha256").update(text).digest("hex")
  const span = {start: 0, end: names[0].length}
  const id = number => `a${(number % numbers.length) + 1}`
  return {
    contract: 1,
    coder: {version: "bench", model: "m", data: "d"},
    document: {
      id: `b${index}`,
      hash,
      origin: null,
      title: `${names[0]} and others`,
      publisher: "Bench",
      author: null,
      language: "en",
      published: {from: day, to: day, basis: "given"},
      text,
    },
    sentences: [{start: 0, end: text.length}],
    actors: names.map((name, number) => ({
      id: `a${number + 1}`,
      name,
      kind: number % 3 === 0 ? "person" : "state",
      country: name.slice(0, 3).toUpperCase(),
      sectors: ["GOV"],
      code: `${name.slice(0, 3).toUpperCase()}GOV`,
      roles: [],
      memberOf: [],
      members: [],
      link: {register: null, wikidata: null},
      mentions: [{...span, form: "name"}],
      trace: [],
    })),
    events: Array.from({length: 10}, (_, number) => {
      const type = next(types.length)
      return {
        id: `e${number + 1}`,
        type: types[type],
        mode: null,
        contexts: [],
        cameo: "040",
        quad: 1 + Math.floor(type / 4),
        score: 10 - type,
        source: [id(next(8))],
        target: [id(next(8) + 1)],
        sourceSpans: [span],
        targetSpans: [span],
        trigger: span,
        evidence: [span],
        when: {from: null, to: null, basis: "none", time: null},
        where: "p1",
        figures: [],
        status: next(5) === 0 ? "future" : "actual",
        reciprocal: false,
        attribution: null,
        confidence: 0.8,
        trace: [],
      }
    }),
    quotes: Array.from({length: 5}, (_, number) => ({
      id: `q${number + 1}`,
      kind: "direct",
      content: [{start: 0, end: 40}],
      cue: span,
      source: span,
      speaker: id(number),
      onBehalfOf: null,
      addressee: null,
      medium: null,
      utterance: `u${number + 1}`,
      insertions: [],
      confidence: 0.9,
      trace: [],
    })),
    figures: Array.from({length: 5}, (_, number) => ({
      id: `f${number + 1}`,
      ...span,
      kind: number % 2 === 0 ? "killed" : "money",
      value: next(1000),
      low: null,
      high: null,
      bound: "exact",
      change: null,
      unit: "people",
      of: null,
      status: "reported",
      source: null,
      asOf: null,
      where: "p1",
      trace: [],
    })),
    times: [{id: "t1", ...span, type: "DATE", value: day, mod: null, from: day, to: day, trace: []}],
    places: [
      {
        id: "p1",
        ...span,
        name: names[0],
        lat: 1,
        lon: 2,
        country: names[0].slice(0, 3).toUpperCase(),
        admin1: null,
        kind: "town",
        precision: "town",
        use: "literal",
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
        topic: null,
        polarity: "against",
        strength: "strong",
        basis: ["e1"],
        evidence: [span],
        narrator: false,
        confidence: 0.7,
        trace: [],
      },
    ],
    relations: [],
    notes: [],
  }
}

if (path) {
  const book = openForWriting(path, new Date(0))
  book.database.exec("PRAGMA synchronous = OFF")
  const started = Date.now()
  for (let index = 0; index < Number(articles); index++) addReading(book, makeReading(index), {now: new Date(0)})
  book.database.exec("ANALYZE")
  book.close()
  console.log(`${articles} articles in ${((Date.now() - started) / 1000).toFixed(1)} s`)
}
