import {mkdirSync, mkdtempSync, writeFileSync} from "node:fs"
import {tmpdir} from "node:os"
import {dirname, join} from "node:path"
import {describe, expect, test} from "vitest"
import {isFailure} from "../../src/ingest/item.js"
import {linesOf, rapporteur} from "../cli/run-program.js"
import {itemsOf} from "../ingest/read-bytes.js"
import {archives, packed, zips} from "./archives.js"
import {feeds, otherXml} from "./feeds.js"
import type {HostileFile} from "./hostile-file.js"
import {lines, tables, values} from "./lines.js"
import {pages} from "./pages.js"
import {texts} from "./texts.js"

const files: readonly HostileFile[] = [
  ...texts,
  ...pages,
  ...feeds,
  ...lines,
  ...archives,
  ...tables,
  ...values,
  ...zips,
  ...packed,
  ...otherXml,
]

test("there are 186 hostile files, no two of one name", () => {
  expect(new Set(files.map(file => file.name)).size).toBe(186)
})

describe("each hostile file is answered as the contract says", () => {
  test.each(files.map(file => [file.name, file] as const))("%s", async (name, {content, answer}) => {
    const items = await itemsOf(content(), {name})
    expect(items.map(item => (isFailure(item) ? item.problem.code : "read"))).toEqual(answer)
    for (const item of items) {
      if (!isFailure(item)) expect(item.source.text.isWellFormed()).toBe(true)
      else expect(item.problem.message).toMatch(/^[^\n]{10,400}$/)
    }
  })
})

test("all of them together, on the command line: every item answered, nothing lost, no stack trace, a sound book", () => {
  const cwd = mkdtempSync(join(tmpdir(), "rapporteur-hostile-"))
  const short = files.filter(file => !file.isLong)
  for (const {name, content} of short) {
    mkdirSync(dirname(join(cwd, "in", name)), {recursive: true})
    writeFileSync(join(cwd, "in", name), content())
  }
  const expected = short.flatMap(file => file.answer)
  const refused = expected.filter(answer => answer !== "read").length
  const first = rapporteur(["add", "in"], {cwd})
  expect(first.stderr).not.toMatch(/^\s+at .*:\d+/m)
  expect(linesOf(first.stderr).at(-1)).toBe(`read ${expected.length}, coded ${expected.length - refused}, quarantined ${refused}`)
  expect(first.status).toBe(0)
  const second = rapporteur(["add", "in"], {cwd})
  expect(second.stdout).toMatch(/: 0 new, 0 read again/)
  expect(rapporteur(["verify"], {cwd})).toMatchObject({status: 0})
}, 300_000)
