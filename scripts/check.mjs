// `npm run check`: types, format and lint, the regular-expression gate, stale generated files, tests. The one gate before a commit.
import {spawnSync} from "node:child_process"
import {existsSync} from "node:fs"
import {join} from "node:path"
import {ensureBuilt, ensureInstalled, root, say} from "./checkout.mjs"

const bin = path => join(root, "node_modules", ...path.split("/"))
const hasWeb = existsSync(join(root, "web", "index.html"))

const steps = [
  ["types", [bin("typescript/bin/tsc"), "--noEmit"]],
  ["types of the page tests", [bin("typescript/bin/tsc"), "-p", "test/pages/tsconfig.json"]],
  ...(hasWeb
    ? [["web types", [bin("svelte-check/bin/svelte-check"), "--workspace", "web", "--tsconfig", "./tsconfig.json", "--fail-on-warnings"]]]
    : []),
  ["format and lint", [bin("@biomejs/biome/bin/biome"), "ci", "."]],
  ["regular expressions", [bin("eslint/bin/eslint.js"), "src", "--max-warnings", "0"]],
  ["generated files", [join(root, "scripts", "schema.mjs"), "--check"]],
  ["tests", [bin("vitest/vitest.mjs"), "run"]],
]

ensureInstalled()
ensureBuilt()
const failed = steps.filter(([name, args]) => {
  const started = Date.now()
  const passed = spawnSync(process.execPath, args, {cwd: root, stdio: "inherit"}).status === 0
  say(`${passed ? "ok    " : "FAILED"} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
  return !passed
})
say(failed.length === 0 ? "check: all passed" : `check: failed: ${failed.map(([name]) => name).join(", ")}`)
process.exit(failed.length === 0 ? 0 : 1)
