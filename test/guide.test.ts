import {spawnSync} from "node:child_process"
import {chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync} from "node:fs"
import {tmpdir} from "node:os"
import {delimiter, join} from "node:path"
import {describe, expect, test} from "vitest"
import {root} from "./cli/run-program.js"

/** One folder for all: each page adds the samples, and only the first has to read them. */
const cwd = mkdtempSync(join(tmpdir(), "rapporteur-paths-"))
symlinkSync(join(root, "samples"), join(cwd, "samples"))
mkdirSync(join(cwd, "bin"))
writeFileSync(join(cwd, "bin", "rapporteur"), `#!/bin/sh\nexec "${process.execPath}" "${join(root, "bin", "rapporteur")}" "$@"\n`)
chmodSync(join(cwd, "bin", "rapporteur"), 0o755)
const env = {...process.env, NO_COLOR: "1", PYTHONIOENCODING: "utf-8", PATH: `${join(cwd, "bin")}${delimiter}${process.env.PATH}`}

const hasPython = spawnSync("python3", ["--version"]).status === 0
const files: Readonly<Record<string, readonly string[]>> = {
  researcher: ["dyads.tsv", "months.csv", ...(hasPython ? ["years.svg"] : [])],
  journalist: ["quotes.json"],
  analyst: ["network.gexf", "network.graphml"],
}

/** The blocks of a page in the order in which they stand: language and content. */
function blocksOf(page: string): [string, string][] {
  const text = readFileSync(join(root, "docs", "guide", `${page}.md`), "utf8")
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].map(([, language, block]) => [language!, block!])
}

function run(language: string, block: string) {
  const [program, args] = language === "python" ? ["python3", ["-"]] : ["sh", ["-e", "-s"]]
  const {status, stdout, stderr} = spawnSync(program as string, args as string[], {cwd, env, input: block, encoding: "utf8"})
  return {status, stdout, stderr}
}

describe.skipIf(process.platform === "win32")("the guides do what they say", () => {
  test.each(Object.keys(files))(
    "%s",
    page => {
      const blocks = blocksOf(page)
      expect(new Set(blocks.map(([language]) => language)).size).toBeGreaterThan(1)
      for (const [language, block] of blocks) {
        if (language === "r" || (language === "python" && !hasPython)) continue
        const {status, stdout, stderr} = run(language, block)
        expect(status, `${block}\n${stderr}`).toBe(0)
        expect(stdout, block).not.toContain("Nothing found.")
        if (!/ (?:--to|>) \S+\s*$/.test(block)) expect(stdout.length, block).toBeGreaterThan(10)
      }
      for (const file of files[page]!) expect(existsSync(join(cwd, file)) && readFileSync(join(cwd, file)).length > 100, file).toBe(true)
    },
    240_000,
  )
})
