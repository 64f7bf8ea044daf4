import {describe, expect, test} from "vitest"
import {queryArticles, queryCounts, querySearch} from "../../src/query/articles.js"
import {type Filter, findWho, matchOf} from "../../src/query/filter.js"
import {questions} from "../../src/query/questions.js"
import {querySaid} from "../../src/query/quotes.js"
import {stepsBetween} from "../../src/query/series.js"
import {bookOf} from "../store/sample-book.js"

const book = bookOf()
const ask = (name: string, filter: Filter & {by?: string} = {}) => questions.find(question => question.name === name)!.ask(book, filter)

describe("events", () => {
  test("are the actual ones, the latest first, unless asked otherwise", () => {
    expect(ask("events").map(event => [event.day, event.type, event.source, event.target])).toEqual([
      ["2013-05-10", "CONSULT", "Kenya; Ethiopia", null],
      ["2013-03-01", "ACCUSE", "Kenya", "Ethiopia"],
    ])
    expect(ask("events", {status: "negated"}).map(event => event.type)).toEqual(["THREATEN"])
    expect(ask("events", {status: "any"})).toHaveLength(3)
  })

  test("carry the words they were read from, emoji before them or not", () => {
    const [accuse] = ask("events", {type: "accuse"})
    expect(accuse).toMatchObject({trigger: "accused", place: "Moyale", country: "KEN", title: "Kenya, Ethiopia trade blame"})
    expect(accuse!.evidence).toMatch(/^😀 On Friday Kenya accused Ethiopia .* over 40\.$/)
  })

  test.each<[Filter, string[]]>([
    [{actor: "Ethiopia"}, ["CONSULT", "ACCUSE"]],
    [{actor: "ETH"}, ["CONSULT", "ACCUSE"]],
    [{actor: "ETHGOV"}, ["CONSULT", "ACCUSE"]],
    [{source: "Ethiopia"}, ["CONSULT"]],
    [{source: "Kenya", target: "Ethiopia"}, ["CONSULT", "ACCUSE"]],
    [{target: "nobody at all"}, []],
    [{type: "ACCUSE,CONSULT"}, ["CONSULT", "ACCUSE"]],
    [{mode: "allege"}, ["ACCUSE"]],
    [{country: "ken", place: "nairobi"}, ["CONSULT"]],
    [{since: "2013-04"}, ["CONSULT"]],
    [{until: "2013-03"}, ["ACCUSE"]],
    [{since: "2014"}, []],
    [{text: "rebels Moyale"}, ["ACCUSE"]],
    [{text: '"arming rebels"'}, ["ACCUSE"]],
    [{text: '"rebels arming"'}, []],
    [{limit: 1}, ["CONSULT"]],
    [{limit: 1, offset: 1}, ["ACCUSE"]],
  ])("narrowed down by %j", (filter, types) => {
    expect(ask("events", filter).map(event => event.type)).toEqual(types)
  })
})

describe("other records", () => {
  test("quotes, by speaker, by the body spoken for, by their own words", () => {
    expect(ask("quotes").map(quote => [quote.speaker, quote.behalf, quote.cue, quote.words])).toEqual([
      ["Amina Odhiambo", "Kenya", "said", "We will not sit idle,"],
    ])
    expect(querySaid(book, "odhiambo", "idle")).toHaveLength(1)
    expect(querySaid(book, "Kenya", undefined)).toHaveLength(1)
    expect(querySaid(book, "Kenya", "rebels")).toEqual([])
    expect(ask("quotes", {type: "indirect"})).toEqual([])
  })

  test("figures, positions, places, times, actors", () => {
    expect(ask("figures", {type: "killed"})[0]).toMatchObject({
      value: 40,
      bound: "over",
      words: "over 40",
      counted: "dead",
      place: "Moyale",
    })
    expect(ask("figures", {actor: "Ethiopia"})).toEqual([])
    expect(ask("positions", {source: "Kenya"})[0]).toMatchObject({
      holder: "Kenya",
      polarity: "against",
      target: "Ethiopia",
      evidence: "Kenya accused Ethiopia",
    })
    expect(ask("positions", {source: "Ethiopia"})).toEqual([])
    expect(ask("positions", {country: "ken"})).toHaveLength(1)
    expect(ask("positions", {country: "ETH"})).toEqual([])
    expect(ask("places", {country: "KEN"}).map(place => place.name)).toEqual(["Nairobi", "Moyale"])
    expect(ask("times", {since: "2013-03-01", until: "2013-03-01"})[0]).toMatchObject({words: "Friday", from: "2013-03-01"})
    expect(ask("actors", {type: "state"}).map(actor => [actor.name, actor.articles])).toEqual([
      ["Ethiopia", 2],
      ["Kenya", 2],
    ])
  })
})

describe("the book as a whole", () => {
  test("series has every month between, with nothing where nothing was", () => {
    expect(ask("series").map(row => [row.period, row.events, row.mean_score, row.articles, row.per_hundred])).toEqual([
      ["2013-03", 1, -4, 1, 100],
      ["2013-04", 0, null, 0, null],
      ["2013-05", 1, 1, 1, 100],
    ])
    expect(
      ask("series", {by: "week"})
        .map(row => row.period)
        .slice(0, 2),
    ).toEqual(["2013-02-25", "2013-03-04"])
    expect(ask("series", {source: "Kenya", target: "Ethiopia"}).map(row => row.events)).toEqual([1, 0, 1])
  })

  test("steps cross the ends of months and years", () => {
    expect(stepsBetween("2012-12-30", "2013-01-01", "day")).toEqual(["2012-12-30", "2012-12-31", "2013-01-01"])
    expect(stepsBetween("2012-12", "2013-02", "month")).toEqual(["2012-12", "2013-01", "2013-02"])
  })

  test("network: weighted, signed, dated", () => {
    expect(ask("network").map(edge => [edge.source, edge.target, edge.events, edge.mean_score, edge.first_day, edge.last_day])).toEqual([
      ["Kenya", "Ethiopia", 2, -1.5, "2013-03-01", "2013-05-10"],
      ["Ethiopia", "Kenya", 1, 1, "2013-05-10", "2013-05-10"],
    ])
  })

  test("timeline: the earliest first, with evidence", () => {
    const days = ask("timeline").map(row => [row.day, row.type, row.reports])
    expect(days).toEqual([
      ["2013-03-01", "ACCUSE", 1],
      ["2013-05-10", "CONSULT", 1],
      ["2013-05-10", "CONSULT", 1],
    ])
  })

  test("search shows the words in their place", () => {
    expect(querySearch(book, "nairobi")[0]!.snippet).toContain("«Nairobi»")
    expect(querySearch(book, "")).toEqual([])
  })

  test("counts", () => {
    expect(queryCounts(book)).toMatchObject({articles: 2, texts: 2, actors: 3, events: 3, quotes: 1, quarantined: 0})
    expect(queryArticles(book, {})[0]).toMatchObject({day: "2013-05-10", events: 1})
  })
})

describe("what people type", () => {
  test.each(['"', "a AND", "NEAR(", "col:x*", "^x", "-", "'; DROP TABLE articles; --", "\0", "(((", "😀"])("as a text: %s", text => {
    expect(() => ask("events", {text})).not.toThrow()
    expect(() => querySearch(book, text)).not.toThrow()
  })

  test.each(["%", "_", "\\", "'", '"; --', "a".repeat(10_000)])("as a name: %s", name => {
    expect(findWho(book, name)).toEqual([])
  })

  test("every word of a search is wanted, quoted words stand together", () => {
    expect(matchOf('arms "cease fire" x*')).toBe('"arms" "cease fire" "x*"')
  })
})
