import {existsSync, readFileSync} from "node:fs"
import {join} from "node:path"
import {describe, expect, test} from "vitest"
import {buildProgram} from "../src/cli/main.js"
import {referencePages} from "../src/cli/reference.js"
import {exporters} from "../src/export/exporter.js"
import {formats} from "../src/ingest/format.js"
import {problemCodes} from "../src/problem.js"
import {recordTypes} from "../src/record/reading.js"

const root = join(import.meta.dirname, "..")
const page = (path: string): string => (existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : "")

describe("the reference", () => {
  test.each([...referencePages()])("%s is what the program says: otherwise run npm run schema", (path, content) => {
    expect(page(path) === content).toBe(true)
  })

  test("names every command", () => {
    const commands = buildProgram()
      .commands.map(command => command.name())
      .filter(name => name !== "help")
    expect(commands.length).toBeGreaterThan(20)
    expect(commands.filter(name => !page("docs/reference/cli.md").includes(`## ${name}\n`))).toEqual([])
  })

  test("names every format and exporter", () => {
    const text = page("docs/reference/formats.md")
    expect([...formats, ...exporters].filter(({name}) => !text.includes(`| ${name} |`)).map(({name}) => name)).toEqual([])
  })

  test("explains every problem code, and no other", () => {
    const explained = [...page("docs/reference/problems.md").matchAll(/^\| `([\w-]+)` \|/gm)].map(([, code]) => code)
    expect(explained.sort()).toEqual([...problemCodes].sort())
  })

  test("documents every field of every record in a sentence", () => {
    for (const [type, schema] of Object.entries(recordTypes)) {
      const text = page(`docs/reference/${type.replace(/s$/, "")}.md`)
      for (const [name, field] of Object.entries(schema.shape)) {
        expect(text, `${type}.${name}`).toContain(`| \`${name}\` |`)
        expect((field as {description?: string}).description, `${type}.${name} needs .describe("…")`).toMatch(/[.…]$/)
      }
    }
  })
})

test("every option of every command says what it does", () => {
  const dumb = buildProgram().commands.flatMap(command =>
    command.options.filter(option => option.description === "").map(option => `${command.name()} ${option.flags}`),
  )
  expect(dumb).toEqual([])
})
