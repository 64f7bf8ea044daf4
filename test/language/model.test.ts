import {mkdtempSync, writeFileSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {beforeAll, describe, expect, test} from "vitest"
import {Document} from "../../src/document/document.js"
import {analyse, type Language, loadLanguage} from "../../src/language/analyse.js"
import {chains, names, sentences, words} from "../../src/language/layers.js"
import {Problem} from "../../src/problem.js"

const text = "The minister met Ana Zola in Lima on Monday. She refused to sign the treaty."

describe("the shipped model", () => {
  let language: Language
  beforeAll(async () => {
    language = await loadLanguage()
  })
  const read = (given: string) => analyse(new Document({id: "t", text: given}), language)
  const dump = (doc: Document) => {
    const table = doc.get(words)
    return JSON.stringify([
      table.lemma,
      table.upos,
      table.feats,
      [...table.head],
      table.deprel,
      doc.get(sentences),
      doc.get(names),
      doc.get(chains),
    ])
  }

  test("reads sentences, tree, lemmas and names", async () => {
    const doc = await read(text)
    const table = doc.get(words)
    expect(doc.get(sentences)).toHaveLength(2)
    expect([2, 11].map(row => [table.lemma[row], table.deprel[row]])).toEqual([
      ["meet", "root"],
      ["refuse", "root"],
    ])
    expect(doc.get(names).map(name => [text.slice(name.start, name.end), name.label])).toEqual([
      ["Ana Zola", "PER"],
      ["Lima", "GPE"],
    ])
  })

  test("reads a text the same alone and after others", async () => {
    const alone = dump(await read(text))
    await read("Something else entirely, about rain.")
    await read(`${text}\n\n${text}`)
    expect(dump(await read(text))).toBe(alone)
  })
})

test("a folder without a model is a problem", async () => {
  const folder = mkdtempSync(join(tmpdir(), "model-"))
  await expect(loadLanguage(folder)).rejects.toThrow(Problem)
  writeFileSync(join(folder, "manifest.json"), JSON.stringify({"labels.json": "0".repeat(64)}))
  writeFileSync(join(folder, "labels.json"), "{}")
  await expect(loadLanguage(folder)).rejects.toThrow("not the one its manifest names")
})
