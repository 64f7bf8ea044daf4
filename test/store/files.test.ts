import {execFileSync} from "node:child_process"
import {existsSync, mkdtempSync, readFileSync, writeFileSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {describe, expect, test} from "vitest"
import {addReading} from "../../src/store/add-reading.js"
import {openForReading, openForWriting} from "../../src/store/book.js"
import {derivedFiles} from "../../src/store/derived-files.js"
import {readMigrations} from "../../src/store/migrate.js"
import {eachReading} from "../../src/store/readings.js"
import {listOf, noon, sampleReadings} from "./sample-book.js"

const folder = mkdtempSync(join(tmpdir(), "rapporteur-"))
let books = 0
const writtenFile = (content: string): string => {
  const path = join(folder, `other-${books++}.db`)
  writeFileSync(path, content)
  return path
}
const freshPath = (): string => join(folder, `book-${books++}.db`)

describe("the file", () => {
  test("is locked while somebody writes; the message names who", () => {
    const path = freshPath()
    const book = openForWriting(path, noon)
    expect(() => openForWriting(path, noon)).toThrow(new RegExp(`process \\(${process.pid}`))
    book.close()
    openForWriting(path, noon).close()
    expect(existsSync(`${path}.lock`)).toBe(false)
  })

  test("is taken over from a process that is gone", () => {
    const path = freshPath()
    const gone = Number(execFileSync(process.execPath, ["-e", "console.log(process.pid)"], {encoding: "utf8"}))
    writeFileSync(`${path}.lock`, JSON.stringify({pid: gone, started: null, since: "2024-01-01"}))
    openForWriting(path, noon).close()
    writeFileSync(`${path}.lock`, '{"pid": ')
    openForWriting(path, noon).close()
  })

  test("can be read while somebody writes, and not written by a reader", async () => {
    const path = freshPath()
    const writer = openForWriting(path, noon)
    addReading(writer, sampleReadings()[0]!, {now: noon})
    const reader = openForReading(path)
    expect(await listOf(eachReading(reader))).toHaveLength(1)
    expect(() => reader.database.run("DELETE FROM articles")).toThrow(/readonly|read-only|read only/i)
    reader.close()
    writer.close()
  })

  test("of a newer program is refused and not touched", () => {
    const path = freshPath()
    const book = openForWriting(path, noon)
    book.database.exec("PRAGMA user_version = 9999")
    book.close()
    const before = readFileSync(path)
    expect(() => openForWriting(path, noon)).toThrow(/newer version/)
    expect(() => openForReading(path)).toThrow(/newer version/)
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(existsSync(`${path}.lock`)).toBe(false)
  })

  test.each([
    ["is not there", () => join(folder, "none.db"), /no record book/],
    ["is a folder", () => folder, /not a file/],
    ["holds something else", () => writtenFile("hello, this is no database at all, only a few words".repeat(40)), /./],
  ])("that %s gives a sentence", (_, path, message) => {
    expect(() => openForReading(path())).toThrow(message)
  })
})

describe("generated files", () => {
  test("are what the record types say: otherwise run npm run schema", () => {
    const root = join(import.meta.dirname, "../..")
    const stale = [...derivedFiles()].filter(
      ([path, content]) => !existsSync(join(root, path)) || readFileSync(join(root, path), "utf8") !== content,
    )
    expect(stale.map(([path]) => path)).toEqual([])
  })

  test("migrations are numbered without a gap", () => {
    const numbers = readMigrations().map(migration => migration.number)
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  })
})
