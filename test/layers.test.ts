import {readdirSync, readFileSync} from "node:fs"
import {dirname, join, relative, resolve} from "node:path"
import {expect, test} from "vitest"

const root = resolve(import.meta.dirname ?? ".", "../src")
/** Lowest first; `cli` may start the server, the server knows nothing of the command line. A file imports only from its own folder and from earlier ones; files directly in src/ stand at "pipeline". */
const order = [
  "problem",
  "document",
  "record",
  "lexicon",
  "ingest",
  "language",
  "readers",
  "pipeline",
  "store",
  "query",
  "export",
  "server",
  "cli",
]

const files = readdirSync(root, {recursive: true, encoding: "utf8"}).filter(name => name.endsWith(".ts"))
const layerOf = (file: string): string => {
  const [folder, ...rest] = file.split(/[\\/]/)
  if (rest.length > 0) return folder!
  return folder === "problem.ts" || folder === "problem.js" ? "problem" : "pipeline"
}
const importsOf = (file: string): {line: string; target: string}[] =>
  [...readFileSync(join(root, file), "utf8").matchAll(/^.*(?:from|import\(|import) ?"(\.[^"]+)".*$/gm)].map(([line, path]) => ({
    line,
    target: relative(root, resolve(root, dirname(file), path!)),
  }))

test("imports go one way", () => {
  const wrong = files.flatMap(file =>
    importsOf(file)
      .filter(({target}) => order.indexOf(layerOf(target)) > order.indexOf(layerOf(file)))
      .map(({line}) => `${file}: ${line}`),
  )
  expect(wrong).toEqual([])
})

test("a reader does not import another reader's folder", () => {
  const topic = (file: string): string => file.split(/[\\/]/)[1] ?? ""
  const wrong = files.flatMap(file =>
    layerOf(file) === "readers"
      ? importsOf(file)
          .filter(({target}) => layerOf(target) === "readers" && target.split(/[\\/]/).length > 2 && topic(target) !== topic(file))
          .map(({line}) => `${file}: ${line}`)
      : [],
  )
  expect(wrong).toEqual([])
})

test("every folder of src stands in the list", () => {
  expect([...new Set(files.map(layerOf))].filter(layer => !order.includes(layer))).toEqual([])
})

test("no file has a name that says nothing", () => {
  const forbidden = /(?:^|[\\/])(?:utils?|helpers?|misc|common|lib|shared|types|manager|base|index)(?:\.ts|[\\/])/
  expect(files.filter(file => file !== "index.ts" && forbidden.test(file))).toEqual([])
})
