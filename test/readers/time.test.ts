import {describe, expect, test} from "vitest"
import {Document, type Published} from "../../src/document/document.js"
import {Words} from "../../src/document/words.js"
import {sentences, words} from "../../src/language/layers.js"
import {isoOf, parseDay, weekOf} from "../../src/readers/time/calendar.js"
import {easter, feastDays, orthodoxEaster} from "../../src/readers/time/feasts.js"
import {daysOfValue, isoDays} from "../../src/readers/time/interval.js"
import {inferPublished} from "../../src/readers/time/published.js"
import {readTimes} from "../../src/readers/time/read.js"
import type {Time} from "../../src/record/time.js"
import {casesOf} from "./marked-cases.js"

const published = (day: string | undefined): Published => ({from: day ?? null, to: day ?? null, basis: day ? "given" : "unknown"})
const untagged = (text: string, date: Published) =>
  new Document({id: "case", text, published: date}).with(words, new Words(text, 0)).with(sentences, [])
const timesIn = (text: string, day?: string): readonly Time[] => readTimes.run(untagged(text, published(day)), () => {})

function describeTime(time: Time): string {
  const days = time.from === null && time.to === null ? "-" : `${time.from}..${time.to}`
  return [time.type, time.value, ...(time.mod ? [time.mod] : []), days].join(" ")
}

describe.each(casesOf("time"))("%s", (_file, cases) => {
  test.each(cases.map(each => [each.title, each] as const))("%s", (_title, each) => {
    const found = timesIn(each.text, each.settings.get("published"))
    expect(found.map(time => each.text.slice(time.start, time.end))).toEqual(each.marks.map(mark => each.text.slice(mark.start, mark.end)))
    expect(found.map(describeTime)).toEqual(each.expected)
    expect(found.map(({start, end}) => ({start, end}))).toEqual(each.marks.map(({start, end}) => ({start, end})))
  })
})

test.each([
  ["2016-03-27", 2016],
  ["2011-04-24", 2011],
  ["2008-03-23", 2008],
])("Easter falls on %s", (day, year) => {
  expect(isoOf(easter(year))).toBe(day)
})

test("Eastern Easter of 2013 falls on 5 May", () => {
  expect(isoOf(orthodoxEaster(2013))).toBe("2013-05-05")
})

test("a year can hold two beginnings of the same Islamic feast", () => {
  expect(feastDays("Mawlid", 2015).map(isoOf)).toEqual(["2015-01-03", "2015-12-23"])
})

test.each([
  ["2013-02", "2013-02-01", "2013-02-28"],
  ["2012-W01", "2012-01-02", "2012-01-08"],
  ["2013-WI", "2013-12-01", "2014-02-28"],
  ["199", "1990-01-01", "1999-12-31"],
  ["2013-W09-WE", "2013-03-02", "2013-03-03"],
])("the days of %s", (value, from, to) => {
  expect(isoDays(daysOfValue(value))).toEqual({from, to})
})

test("the first days of a year can lie in the last week of the year before", () => {
  expect(weekOf(parseDay("2010-01-03"))).toBe("2009-W53")
})

test("between two days of publication, what differs stays open and keeps both intervals", () => {
  const [time] = readTimes.run(untagged("They met Thursday.", {from: "2013-02-01", to: "2013-02-20", basis: "inferred"}), () => {})
  expect(time).toMatchObject({value: "XXXX-WXX-4", from: "2013-01-31", to: "2013-02-14"})
})

test("blank lines in front shift the spans and change nothing else", () => {
  const text = "On Friday, 3 May 2013, nearly two weeks after the vote, the chamber met at 10 a.m."
  const plain = timesIn(text, "2013-05-10")
  const shifted = timesIn(`\n\n${text}`, "2013-05-10")
  expect(shifted.map(({start, end, value}) => [start - 2, end - 2, value])).toEqual(plain.map(({start, end, value}) => [start, end, value]))
  expect(plain.length).toBeGreaterThan(2)
})

test.each(["", "🙂🙂", "May", "\r\n\r\n", "199", "the the the 5", "’90s", "31/31/3131"])("odd text %j is read without complaint", text => {
  for (const time of timesIn(text, "2013-05-10")) expect(time.end).toBeLessThanOrEqual(text.length)
})

describe("publication", () => {
  const infer = (text: string) => inferPublished.run(new Document({id: "x", text}), () => {})

  test("offices, a dated start and a bare month give an interval with reasons", () => {
    const found = infer(
      "German Chancellor Angela Merkel spoke with French President Francois Hollande. The war there has gone on since April 2012. In October, monitors put the dead at 9,000. An end of the two-year war is not in sight.",
    )
    expect(found.from).toBe("2013-11-01")
    expect(found.to! <= "2014-11-30").toBe(true)
    expect(found.reasons.length).toBeGreaterThanOrEqual(4)
  })

  test("a former office holder is no evidence", () => {
    expect(infer("Former French President Francois Hollande was there.").reasons).toEqual([])
  })

  test("a known date is passed on without reasons", () => {
    const doc = new Document({id: "x", text: "French President Francois Hollande", published: published("2020-01-02")})
    expect(inferPublished.run(doc, () => {})).toEqual({from: "2020-01-02", to: "2020-01-02", reasons: []})
  })

  test("a text that names nothing dated leaves the interval open", () => {
    expect(infer("They met and talked.")).toEqual({from: null, to: null, reasons: []})
  })
})
