import {describe, expect, test} from "vitest"
import {Problem} from "../../src/problem.js"
import {cellsOf, columnsOf, recordOf} from "../../src/record/emit/columns.js"
import {quoteName} from "../../src/record/emit/sql.js"
import {type RecordType, recordTypes} from "../../src/record/reading.js"
import {addReading, hasReading, removeArticle} from "../../src/store/add-reading.js"
import {findArticle} from "../../src/store/articles.js"
import {clearQuarantine, listQuarantine, putInQuarantine} from "../../src/store/quarantine.js"
import {eachReading, readingsOf, readingOf as storedReading} from "../../src/store/readings.js"
import {verifyBook} from "../../src/store/verify.js"
import {bookOf, listOf, noon, readingOf, sampleReadings} from "./sample-book.js"

const [accusation, meeting] = sampleReadings()

describe("a reading", () => {
  test("comes out of the book exactly as it went in", async () => {
    const book = bookOf()
    const stored = (await listOf(eachReading(book))).map(({reading}) => JSON.stringify(reading))
    expect(stored).toEqual([JSON.stringify(accusation), JSON.stringify(meeting)])
  })

  test("is kept once, whatever the order and the number of times", async () => {
    const forward = bookOf([accusation!, meeting!, accusation!])
    const backward = bookOf([meeting!, accusation!])
    const dump = async (book: ReturnType<typeof bookOf>) => (await listOf(eachReading(book))).map(({reading}) => JSON.stringify(reading))
    expect(await dump(forward)).toEqual(await dump(backward))
    expect(addReading(forward, accusation!, {now: noon})).toBe("known")
  })

  test("of a newer coder takes the old one's place; kept, the old one stays to compare", () => {
    const newer = {...accusation!, coder: {...accusation!.coder, version: "0.2.0"}, events: []}
    const replaced = bookOf()
    expect(addReading(replaced, newer, {now: noon})).toBe("newer")
    expect(readingsOf(replaced, findArticle(replaced, accusation!.document.hash))).toHaveLength(1)
    expect(replaced.database.first("SELECT count(*) AS n FROM acts WHERE type = 'ACCUSE'")).toMatchObject({n: 0})
    const kept = bookOf()
    addReading(kept, newer, {now: noon, keepOld: true})
    const readings = readingsOf(kept, findArticle(kept, accusation!.document.hash))
    expect(readings.map(reading => reading.coder.version)).toEqual(["0.1.0", "0.2.0"])
    expect(hasReading(kept, accusation!.document.hash, accusation!.coder)).toBe(false)
    expect(hasReading(kept, accusation!.document.hash, newer.coder)).toBe(true)
  })

  test("goes with its article", async () => {
    const book = bookOf()
    removeArticle(book, findArticle(book, accusation!.document.id).number)
    expect((await listOf(eachReading(book))).map(({reading}) => reading.document.hash)).toEqual([meeting!.document.hash])
    for (const table of ["acts", "said", "identities", "events", "quotes", "signatures"]) {
      expect(
        book.database.first(`SELECT count(*) AS n FROM ${table} WHERE ${table === "signatures" ? "article" : "reading"} = 1`),
      ).toMatchObject({n: 0})
    }
    expect(book.database.all("SELECT rowid FROM article_words WHERE article_words MATCH 'Moyale'")).toEqual([])
  })

  test("that breaks half-way leaves nothing behind", async () => {
    const book = bookOf([meeting!])
    const broken = {...accusation!, events: [{...accusation!.events[0]!, status: "perhaps" as never}]}
    expect(() => addReading(book, broken, {now: noon})).toThrow(/CHECK/)
    expect(book.database.first("SELECT count(*) AS n FROM articles")).toMatchObject({n: 1})
    expect(await listOf(verifyBook(book))).toEqual([])
  })
})

describe("copies", () => {
  const wire =
    "The two governments signed an accord on the shared river on Tuesday after nine months of talks, officials of both sides said, and they will open a common office in the border town before the end of the year to watch over the water level together."
  const other =
    "Voters in the island state go to the polls on Sunday to choose a new parliament after a campaign that was overshadowed by a dispute about fishing rights and by the resignation of the finance minister, who is under investigation for fraud."

  test("share a cluster named after the smallest hash, whatever the order", () => {
    const texts = [wire, `CAPITAL (Agency) - ${wire}`, `${wire} (Reporting by our staff)`, other]
    const clustersOf = (order: readonly number[]) => {
      const book = bookOf(order.map(index => readingOf({text: texts[index]!})))
      const rows = book.database.all<{hash: string; cluster: string}>("SELECT hash, cluster FROM articles ORDER BY hash")
      return rows.map(row => [row.hash, row.cluster])
    }
    const clusters = clustersOf([0, 1, 2, 3])
    expect(new Set(clusters.map(([, cluster]) => cluster)).size).toBe(2)
    expect(clustersOf([3, 2, 1, 0])).toEqual(clusters)
    expect(clusters.every(([hash, cluster]) => cluster! <= hash!)).toBe(true)
  })
})

describe("verify", () => {
  test("finds nothing in a sound book", async () => {
    expect(await listOf(verifyBook(bookOf()))).toEqual([])
  })

  test.each([
    ["a changed text", "UPDATE articles SET text = text || 'x' WHERE number = 2", /hash/],
    ["a span outside the text", 'UPDATE figures SET "end" = 9999', /span/i],
    ["a reference to nothing", "UPDATE figures SET \"where\" = 'p7'", /does not hold/],
    ["a value that no reader gives", "UPDATE events SET quad = 9 WHERE id = 'e2'", /quad/],
    ["an act that no event tells of", "UPDATE acts SET score = 7 WHERE type = 'ACCUSE'", /acts: 1 row says what no record says/],
    ["an act that is gone", "DELETE FROM acts WHERE type = 'THREATEN'", /acts: 1 row .* not there/],
    ["an act on another side", "UPDATE acts SET source = target, target = source WHERE type = 'ACCUSE'", /acts: 1 row/],
    ["an act in another place", "UPDATE sites SET name = 'Elsewhere' WHERE name = 'Moyale'", /acts: 1 row/],
    ["other words of a quote", "UPDATE said SET words = 'Nothing of the kind.'", /said: 1 row/],
    ["a quote of somebody else", "UPDATE said SET speaker = behalf", /said: 1 row/],
    ["an actor taken for another", "UPDATE identities SET who = 1 WHERE actor = 'a3'", /identities: 1 row/],
    ["an actor under another name", "UPDATE who SET name = 'Nobody' WHERE kind = 'person'", /who: a3 is Amina Odhiambo/],
    ["a country too few", "DELETE FROM article_countries WHERE country = 'ETH' AND article = 1", /article_countries: 1 row .* not there/],
    ["a signature of another text", "UPDATE signatures SET signature = replace(signature, '1', '2')", /signatures: 1 row/],
    ["a band too few", "DELETE FROM bands WHERE band = (SELECT min(band) FROM bands)", /bands: 1 row .* not there/],
    ["an article that is not found by its words", "DELETE FROM article_words_docsize WHERE id = 2", /1 row of articles cannot be found/],
    ["answers from an older reading", "UPDATE readings SET current = 0 WHERE article = 1", /acts belong/],
  ])("names %s", async (_, sql, about) => {
    const book = bookOf()
    book.database.exec(sql)
    expect((await listOf(verifyBook(book))).map(finding => finding.about).join("\n")).toMatch(about)
  })
})

describe("quarantine", () => {
  test("holds an item once, with its place", () => {
    const book = bookOf([])
    for (const at of ["a.jsonl:7", "a.jsonl:7", "b.warc@1234", "c.txt"])
      putInQuarantine(book, {at, problem: new Problem("json", "broken"), coderVersion: "0.1.0", now: noon})
    expect(listQuarantine(book).map(({source, line, byte_offset}) => [source, line, byte_offset])).toEqual([
      ["a.jsonl", 7, null],
      ["b.warc", null, 1234],
      ["c.txt", null, null],
    ])
    expect([clearQuarantine(book, {number: 1}), clearQuarantine(book)]).toEqual([1, 2])
  })
})

test("every record type survives its table", () => {
  for (const type of Object.keys(recordTypes) as RecordType[]) {
    for (const record of accusation![type]) {
      const cells = cellsOf(record, columnsOf(type))
      const row = Object.fromEntries(columnsOf(type).map((column, index) => [column.name, cells[index]]))
      expect(JSON.stringify(recordOf(type, row))).toBe(JSON.stringify(record))
    }
  }
})

test("an article is found by number, id or first digits, and a wrong name says so", () => {
  const book = bookOf()
  const {hash, id} = meeting!.document
  expect([findArticle(book, "2").hash, findArticle(book, id).hash, findArticle(book, hash.slice(0, 6)).hash]).toEqual([hash, hash, hash])
  expect(() => findArticle(book, "zzz")).toThrow(/no article zzz/)
  expect(storedReading(book, findArticle(book, id))!.events).toHaveLength(1)
})

test("names in SQL are quoted, whatever they hold", () => {
  expect([quoteName("kind"), quoteName('a"b'), quoteName("a]b"), quoteName("where")]).toEqual(["kind", '"a""b"', '"a]b"', '"where"'])
  expect(() => quoteName("a\0b")).toThrow(RangeError)
})
