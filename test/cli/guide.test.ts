import {mkdtempSync, readFileSync, symlinkSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {beforeAll, describe, expect, test} from "vitest"
import {openForReading} from "../../src/store/book.js"
import {rapporteur, root} from "./run-program.js"

const guide = readFileSync(join(root, "docs/guide/record-book.md"), "utf8")
const cwd = mkdtempSync(join(tmpdir(), "rapporteur-guide-"))
symlinkSync(join(root, "samples"), join(cwd, "samples"))

const blocksOf = (language: string): string[] =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "gm"))].map(([, block]) => block!)
/** The words of a command line, comments and quotation marks taken off. */
const wordsOf = (line: string): string[] =>
  [...line.replace(/\s+#.*$/, "").matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!)
const commands = blocksOf("sh").flatMap(block => block.trimEnd().split("\n"))

describe("the guide to the record book", () => {
  beforeAll(() => {
    expect(rapporteur(["add", "samples"], {cwd}).status).toBe(0)
  })

  test.each(commands)("%s", line => {
    const [program, ...args] = wordsOf(line)
    expect(program).toBe("rapporteur")
    const {status, stdout, stderr} = rapporteur(args, {cwd})
    expect([status, stderr.replace(/^read \d+, coded \d+, quarantined \d+\n$/, "")]).toEqual([0, ""])
    expect(stdout).not.toBe("Nothing found.\n")
    if (!args.includes("--to")) expect(stdout.length).toBeGreaterThan(10)
  })

  test("its questions in SQL have answers", () => {
    const book = openForReading(join(cwd, ".rapporteur", "book.db"))
    for (const sql of blocksOf("sql")
      .flatMap(block => block.split(";\n"))
      .filter(sql => sql.trim() !== "")) {
      expect(() => book.database.all(sql), sql).not.toThrow()
    }
    expect(book.database.all("SELECT evidence FROM event_list WHERE evidence <> ''").length).toBeGreaterThan(20)
    book.close()
  })
})
