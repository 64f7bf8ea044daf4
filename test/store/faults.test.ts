import {mkdtempSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {describe, expect, test} from "vitest"
import {addReading} from "../../src/store/add-reading.js"
import {type Book, openForWriting} from "../../src/store/book.js"
import type {Database} from "../../src/store/driver/database.js"
import {eachReading} from "../../src/store/readings.js"
import {verifyBook} from "../../src/store/verify.js"
import {listOf, noon, sampleReadings} from "./sample-book.js"

/** A database whose N-th call fails, as a full disk would make it. */
function failingAt(database: Database, call: number): Database {
  let calls = 0
  const count = <T>(work: () => T): T => {
    if (++calls === call) throw new Error("database or disk is full")
    return work()
  }
  return {
    exec: sql => (sql === "ROLLBACK" ? database.exec(sql) : count(() => database.exec(sql))),
    run: (sql, cells) => count(() => database.run(sql, cells)),
    all: (sql, cells) => count(() => database.all(sql, cells)),
    first: (sql, cells) => count(() => database.first(sql, cells)),
    each: (sql, cells) => count(() => database.each(sql, cells)),
    close: () => database.close(),
  }
}

describe("whichever call of the store fails", () => {
  test("an article is there whole or not at all, and adding it again mends everything", async () => {
    const [first, second] = sampleReadings()
    const folder = mkdtempSync(join(tmpdir(), "rapporteur-"))
    let succeeded = false
    let calls = 1
    for (; !succeeded && calls < 500; calls++) {
      const path = join(folder, `fault-${calls}.db`)
      const book = openForWriting(path, noon)
      addReading(book, first!, {now: noon})
      const faulty: Book = {...book, database: failingAt(book.database, calls)}
      try {
        addReading(faulty, second!, {now: noon})
        succeeded = true
      } catch (error) {
        expect((error as Error).message).toMatch(/full/)
        expect(await listOf(eachReading(book))).toHaveLength(1)
        expect(await listOf(verifyBook(book))).toEqual([])
        expect(book.database.first("SELECT (SELECT count(*) FROM acts) AS acts, (SELECT count(*) FROM articles) AS articles")).toEqual({
          acts: 2,
          articles: 1,
        })
      }
      expect(addReading(book, second!, {now: noon})).toBe(succeeded ? "known" : "new")
      book.close()
    }
    expect(calls).toBeGreaterThan(15)
    expect(succeeded).toBe(true)
  })
})
