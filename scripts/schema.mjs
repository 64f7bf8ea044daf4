// Writes what is derived from the record types: schema/*.schema.json, schema/tables.sql and the record tables' migration, docs/reference/*.md.
// With --check it writes nothing and fails when a file is not what it should be.
import {existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs"
import {dirname, join} from "node:path"
import {root, say} from "./checkout.mjs"

const {derivedFiles} = await import(new URL("../dist/src/store/derived-files.js", import.meta.url).href)
const {referencePages} = await import(new URL("../dist/src/cli/reference.js", import.meta.url).href)
const stale = []
for (const [path, content] of [...derivedFiles(), ...referencePages()]) {
  const file = join(root, path)
  if (existsSync(file) && readFileSync(file, "utf8") === content) continue
  stale.push(path)
  if (process.argv.includes("--check")) continue
  mkdirSync(dirname(file), {recursive: true})
  writeFileSync(file, content)
}
if (process.argv.includes("--check") && stale.length > 0) {
  say(`These files are not what the record types say: ${stale.join(", ")}. Run npm run schema.`)
  process.exit(1)
}
say(stale.length === 0 ? "Generated files are up to date." : `Written: ${stale.join(", ")}`)
