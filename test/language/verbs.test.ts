import {expect, test} from "vitest"
import {Document} from "../../src/document/document.js"
import {analyse, loadLanguage} from "../../src/language/analyse.js"
import {words} from "../../src/language/layers.js"

test("a word with a subject and an object is a verb, and every later sentence keeps its tree", async () => {
  const text = "If the army shelled the town, the rebels would leave the talks. Kenya summoned the ambassador. Police arrested three men."
  const table = (await analyse(new Document({id: "verbs", text}), await loadLanguage())).get(words)
  const rowOf = (form: string) => Array.from({length: table.length}, (_, row) => row).find(row => table.form(row) === form)!
  expect(["shelled", "summoned", "arrested"].map(form => table.upos[rowOf(form)])).toEqual(["VERB", "VERB", "VERB"])
  const objects = ["summoned", "arrested"].map(form =>
    table
      .childrenOf(rowOf(form))
      .filter(child => table.deprel[child] === "obj")
      .map(child => table.form(child)),
  )
  expect(objects).toEqual([["ambassador"], ["men"]])
})
