import {createHash} from "node:crypto"
import {mkdtempSync, writeFileSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {describe, expect, test} from "vitest"
import {openForWriting} from "../../src/store/book.js"
import {killAfter, linesOf, rapporteur} from "./run-program.js"

/** One short word for many long lines, whatever their order. */
const digestOf = (lines: readonly string[]): string =>
  createHash("sha256")
    .update([...lines].sort().join("\n"))
    .digest("hex")
const folder = mkdtempSync(join(tmpdir(), "rapporteur-"))
const towns = ["Moyale", "Garissa", "Wajir", "Mandera", "Isiolo", "Marsabit", "Lodwar", "Kitale", "Busia", "Kisumu"]
const lines = Array.from({length: 60}, (_, id) =>
  JSON.stringify({
    id: `n${id}`,
    text: `Kenya accused Ethiopia of arming group number ${id} near ${towns[id % 10]} on Thursday. At least ${id + 2} people were killed.`,
    published: `2013-0${(id % 9) + 1}-15`,
  }),
)
const file = join(folder, "many.jsonl")
writeFileSync(file, `${lines.join("\n")}\n{"id": "broken"\n`)

describe("a record book on the command line", () => {
  const cwd = mkdtempSync(join(folder, "book-"))
  const added = rapporteur(["add", file], {cwd})

  test("takes in what can be read and sets aside what cannot", () => {
    expect(added.stdout).toMatch(/60 new, 0 read again, 0 known already, 1 in quarantine/)
    expect(linesOf(added.stderr).at(-1)).toBe("read 61, coded 60, quarantined 1")
    expect(added.status).toBe(0)
    expect(rapporteur(["quarantine"], {cwd}).stdout).toMatch(/many\.jsonl\s+61\s+json/)
  })

  test("adds nothing twice", () => {
    const again = rapporteur(["add", file], {cwd})
    expect(again.stdout).toMatch(/0 new, 0 read again, 60 known already, 1 in quarantine/)
    expect(linesOf(rapporteur(["quarantine"], {cwd}).stdout)).toHaveLength(3)
  })

  test("lists, shows, asks, exports and verifies", () => {
    expect(linesOf(rapporteur(["list", "--limit", "5"], {cwd}).stdout)).toHaveLength(7)
    expect(rapporteur(["show", "n3"], {cwd}).stdout).toContain("Kenya")
    expect(JSON.parse(rapporteur(["show", "n3", "--as", "json"], {cwd}).stdout).document.id).toBe("n3")
    const figures = JSON.parse(rapporteur(["figures", "--type", "killed", "--as", "json", "--limit", "100"], {cwd}).stdout)
    expect(figures).toHaveLength(60)
    expect(rapporteur(["search", "Garissa", "--as", "jsonl"], {cwd}).stdout).toContain("«Garissa»")
    expect(linesOf(rapporteur(["export", "--as", "jsonl"], {cwd}).stdout)).toHaveLength(60)
    expect(rapporteur(["verify"], {cwd})).toMatchObject({status: 0, stdout: "Everything in the book is as it must be.\n"})
  })

  test("gives out what read --as jsonl gives", () => {
    const read = linesOf(rapporteur(["read", file, "--as", "jsonl"]).stdout).filter(line => line.includes('"contract"'))
    const exported = linesOf(rapporteur(["export", "--as", "jsonl"], {cwd}).stdout)
    expect(digestOf(exported)).toBe(digestOf(read))
  })

  test("writes CoNLL-U: ten columns, every head in its sentence", () => {
    const blocks = rapporteur(["export", "--as", "conllu", "--until", "2013-01-31"], {cwd}).stdout.trimEnd().split("\n\n")
    expect(blocks.length).toBeGreaterThan(7)
    for (const block of blocks) {
      const rows = linesOf(block)
        .filter(line => !line.startsWith("#"))
        .map(line => line.split("\t"))
      expect(rows.every((row, index) => row.length === 10 && row[0] === String(index + 1) && Number(row[6]) <= rows.length)).toBe(true)
      expect(rows.filter(row => row[6] === "0")).toHaveLength(1)
    }
  })

  test("reads nothing again when nothing has changed", () => {
    expect(rapporteur(["reread"], {cwd}).stdout).toMatch(/Everything in the book was read by this very program/)
  })

  test("reads again what another version read, and shows the difference", () => {
    const copy = mkdtempSync(join(folder, "old-"))
    rapporteur(["add", file], {cwd: copy})
    const book = openForWriting(join(copy, ".rapporteur", "book.db"), new Date(0))
    book.database.exec("UPDATE coders SET version = '0.0.1'; UPDATE figures SET value = 999 WHERE id = 'f1'")
    book.close()
    const {stdout} = rapporteur(["reread"], {cwd: copy})
    expect(stdout).toMatch(/^Read 60 articles again\.\nfigures: 60 new, 60 gone\n/)
    expect(rapporteur(["verify"], {cwd: copy}).status).toBe(0)
  })

  test("says what to do when something is not there", () => {
    expect(rapporteur(["show", "n99"], {cwd})).toMatchObject({status: 1, stderr: expect.stringMatching(/rapporteur list shows/)})
    expect(rapporteur(["list", "--book", join(folder, "none.db")])).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/Add an article first/),
    })
  })
})

test.each([
  ["--since", "2013-13", "day, month or year"],
  ["--until", "2013-02-30", "day, month or year"],
  ["--since", "last week", "day, month or year"],
  ["--limit", "abc", "whole number"],
  ["--status", "actual,perhaps", "no status “perhaps”"],
])("a question refuses %s %s and says what it takes", (option, value, words) => {
  const {status, stderr} = rapporteur(["events", option, value], {cwd: folder})
  expect(status).toBe(2)
  expect(stderr).toContain(words)
})

/** How often the program is killed; `RAPPORTEUR_KILLS=100` tries a hundred. */
const kills = Number(process.env.RAPPORTEUR_KILLS ?? 5)
/** Moments between the start of a run and its end, spread evenly. */
const momentsOf = (count: number): number[] =>
  Array.from({length: count}, (_, index) => 300 + Math.round((1_000 * index) / Math.max(count - 1, 1)))

test(
  "killed at any moment, the same command again loses nothing and doubles nothing",
  async () => {
    const whole = mkdtempSync(join(folder, "whole-"))
    rapporteur(["add", file], {cwd: whole})
    const killed = mkdtempSync(join(folder, "killed-"))
    for (const milliseconds of momentsOf(kills)) await killAfter(["add", file], milliseconds, killed)
    const last = rapporteur(["add", file], {cwd: killed})
    expect(last.status).toBe(0)
    expect(rapporteur(["verify"], {cwd: killed}).status).toBe(0)
    expect(rapporteur(["export", "--as", "jsonl"], {cwd: killed}).stdout).toBe(rapporteur(["export", "--as", "jsonl"], {cwd: whole}).stdout)
  },
  60_000 + 3_000 * kills,
)

test("a retry takes out of quarantine what is read at last, keeps what still fails, and knows its entries", () => {
  const cwd = mkdtempSync(join(folder, "quarantine-"))
  const mended = join(cwd, "news.jsonl")
  const right = JSON.stringify({id: "a", text: "Kenya accused Ethiopia of arming rebels.", published: "2013-01-15"})
  writeFileSync(mended, `${right}\n{"id": "b"\n`)
  rapporteur(["add", "news.jsonl"], {cwd})
  const listed = rapporteur(["quarantine"], {cwd}).stdout
  expect(listed).toContain("news.jsonl")
  expect(rapporteur(["quarantine", "retry"], {cwd}).stdout).toContain("0 read, 1 still in quarantine")
  expect(rapporteur(["quarantine"], {cwd}).stdout).toBe(listed)
  for (const action of ["drop", "retry"]) {
    const {status, stderr} = rapporteur(["quarantine", action, "99"], {cwd})
    expect([status, stderr.includes("There is no entry 99 in quarantine")]).toEqual([2, true])
  }
  writeFileSync(
    mended,
    `${right}\n${JSON.stringify({id: "b", text: "Chad recalled its ambassador from Sudan.", published: "2013-01-16"})}\n`,
  )
  expect(rapporteur(["quarantine", "retry"], {cwd}).stdout).toContain("1 read, 0 still in quarantine")
  expect(rapporteur(["quarantine"], {cwd}).stdout).toContain("Nothing is in quarantine")
})
