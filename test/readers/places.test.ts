import {describe, expect, test} from "vitest"
import {Document} from "../../src/document/document.js"
import {Words} from "../../src/document/words.js"
import {names, paragraphs, sentences, words} from "../../src/language/layers.js"
import {distanceBetween} from "../../src/lexicon/places/candidate.js"
import {loadGazetteer} from "../../src/lexicon/places/gazetteer.js"
import {placeKey} from "../../src/lexicon/places/key.js"
import {readText} from "../../src/read-article.js"
import {datelineOf} from "../../src/readers/places/dateline.js"
import {readPlaces} from "../../src/readers/places/read.js"
import type {Actor, Place} from "../../src/record/all.js"
import {actors, times} from "../../src/record/layers.js"
import {casesOf, type MarkedCase} from "./marked-cases.js"

/** A word table without a tree: one row a word, capitalised words are names. */
function wordsOf(text: string): Words {
  const found = [...text.matchAll(/[\p{L}\p{N}'’.]{1,40}(?<!\.)|\S/gu)]
  const table = new Words(text, found.length)
  found.forEach((match, row) => {
    table.start[row] = match.index
    table.end[row] = match.index + match[0].length
    table.upos[row] = /^\p{Lu}/u.test(match[0]) ? "PROPN" : "X"
  })
  return table.settleHeads()
}

function metonym(text: string, span: {start: number; end: number}): Actor {
  const mentions = [{start: span.start, end: span.end, form: "metonym" as const}]
  const link = {register: null, wikidata: null}
  return {
    id: "a1",
    name: text,
    kind: "state",
    country: null,
    sectors: [],
    code: null,
    roles: [],
    memberOf: [],
    members: [],
    link,
    mentions,
    trace: [],
  }
}

/** The places of a case: marks are the network's names by class; "x" marks what it passed over, "metonym" a government. */
function placesIn({text, marks}: Pick<MarkedCase, "text" | "marks">): readonly Place[] {
  const whole = [{start: 0, end: text.length}]
  const table = wordsOf(text)
  const named = marks
    .filter(mark => mark.label !== "x")
    .map(mark => ({...mark, label: mark.label === "metonym" ? "GPE" : mark.label.toUpperCase()}))
  const doc = new Document({id: "case", text})
    .with(words, table)
    .with(paragraphs, whole)
    .with(sentences, [{...whole[0]!, first: 0, last: table.length}])
    .with(names, named)
    .with(times, [])
    .with(
      actors,
      marks.filter(mark => mark.label === "metonym").map(mark => metonym(text, mark)),
    )
  return readPlaces.run(doc, () => {})
}

const describePlace = (place: Place): string => [place.name, place.country ?? "-", place.kind, place.use].join(" ")

describe.each(casesOf("places"))("%s", (_file, cases) => {
  test.each(cases.map(each => [each.title, each] as const))("%s", (_title, each) => {
    const found = placesIn(each)
    expect(found.map(describePlace)).toEqual(each.expected)
    for (const mark of each.marks.filter(({label}) => label === "x")) {
      expect(found.map(place => each.text.slice(place.start, place.end))).toContain(each.text.slice(mark.start, mark.end))
    }
  })
})

test.each([
  ["Saint-Étienne", "st etienne"],
  ["Sana'a", "sanaa"],
  ["al-Bab", "al bab"],
  ["Fort St. John", "ft st john"],
])("files %s as %s", (name, key) => {
  expect(placeKey(name)).toBe(key)
})

test.each([
  ["GENEVA (Wire) — Envoys", ["GENEVA"]],
  ["NEW DELHI, 3 May 2012 - Envoys", ["NEW DELHI"]],
  ["AMMAN, Jordan, July 2 – Envoys", ["AMMAN", "Jordan"]],
  ["CALLAO (PERU), 4 MAR 91 (RADIO RIMAC CANAL 2) -- ENVOYS", ["CALLAO", "PERU"]],
  ["CALLAO, 4 MAR 91 (NOTI-SUR) -- [TEXT] ENVOYS", ["CALLAO"]],
  ["UN envoys — and others", []],
  ["Geneva — Envoys", []],
])("the dateline of “%s”", (text, expected) => {
  expect(datelineOf(text, {start: 0, end: text.length}).map(span => text.slice(span.start, span.end))).toEqual(expected)
})

test.each([
  ["Kobani", 36.89, 38.35],
  ["Ayn al-Arab", 36.89, 38.35],
  ["El Fasher", 13.63, 25.35],
  ["Darfur", 13.5, 25],
  ["Reykjavík", 64.14, -21.9],
  ["Mekelle", 13.5, 39.47],
])("%s is where it is", (name, lat, lon) => {
  const place = loadGazetteer().find(name).candidates[0]
  expect(place && distanceBetween(place, {lat, lon})).toBeLessThan(40)
})

test("a country is never a dot in its middle", () => {
  const [place] = placesIn({text: "in Chad", marks: [{label: "gpe", start: 3, end: 7}]})
  expect(place).toMatchObject({country: "TCD", precision: "country", geonames: 2434508})
})

test("the trace names the source, the larger place and the rivals", () => {
  const text = "Paris, Texas"
  const found = placesIn({
    text,
    marks: [
      {label: "gpe", start: 0, end: 5},
      {label: "gpe", start: 7, end: 12},
    ],
  })
  expect(found[0]!.within).toEqual({start: 7, end: 12})
  expect(found[0]!.trace.map(step => step.rule)).toEqual([
    "name of class GPE",
    expect.stringMatching(/^gazetteer: GeoNames \d+$/),
    "larger place named beside it",
    "100 % of the article's other places lie there",
    "less likely namesakes",
  ])
})

test("a place that nobody knows, alone, has no coordinates", () => {
  const [place] = placesIn({text: "in Qwertzuiopa", marks: [{label: "gpe", start: 3, end: 14}]})
  expect(place).toMatchObject({name: "Qwertzuiopa", lat: null, lon: null, country: null, precision: "none"})
})

test("the order of the article's other places does not matter", () => {
  const forth = placesIn({
    text: "Homs, Hama, Idlib",
    marks: [
      {label: "gpe", start: 0, end: 4},
      {label: "gpe", start: 6, end: 10},
      {label: "gpe", start: 12, end: 17},
    ],
  })
  const back = placesIn({
    text: "Idlib, Hama, Homs",
    marks: [
      {label: "gpe", start: 0, end: 5},
      {label: "gpe", start: 7, end: 11},
      {label: "gpe", start: 13, end: 17},
    ],
  })
  expect(new Set(forth.map(place => place.geonames))).toEqual(new Set(back.map(place => place.geonames)))
})

test("a town of a far country is not the quarter of the same name, and a month's short form is no town", async () => {
  const text = "LONDON — Trains stopped between Aldgate and Liverpool Street in London on Monday. Talks in Britain go on from Nov. 19."
  const {places} = await readText(text, {published: "2005-07-08"})
  expect(places.find(place => place.name === "Aldgate")?.country ?? "GBR").toBe("GBR")
  expect(places.map(place => text.slice(place.start, place.end))).not.toContain("Nov.")
})
