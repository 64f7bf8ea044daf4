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

test.each([
  ["Two journalists were arrested in Cairo on Sunday.", "arrested", "VERB"],
  ["The two journalists were tired.", "tired", "ADJ"],
])("in %s %s is a %s", async (text, form, upos) => {
  const table = (await analyse(new Document({id: "participles", text}), await loadLanguage())).get(words)
  const row = Array.from({length: table.length}, (_, at) => at).find(at => table.form(at) === form)!
  expect(table.upos[row]).toBe(upos)
})

test("no verb but “be” is a copula", async () => {
  const text = "President Kagame received an official visit from President Ruto."
  const table = (await analyse(new Document({id: "copulas", text}), await loadLanguage())).get(words)
  const rowOf = (form: string) => Array.from({length: table.length}, (_, row) => row).find(row => table.form(row) === form)!
  const verb = rowOf("received")
  expect([table.upos[verb], table.deprel[verb], table.deprel[rowOf("visit")]]).toEqual(["VERB", "root", "obj"])
  expect(table.head[rowOf("Kagame")]).toBe(verb)
})

test.each([
  ["Kenya and Uganda signed a peace agreement in Arusha.", "signed", "VBD", "sign"],
  ["The rebels need food.", "need", "VBP", "need"],
])("in %s %s is %s of %s", async (text, form, xpos, lemma) => {
  const table = (await analyse(new Document({id: "past", text}), await loadLanguage())).get(words)
  const row = Array.from({length: table.length}, (_, at) => at).find(at => table.form(at) === form)!
  expect([table.xpos[row], table.lemma[row]]).toEqual([xpos, lemma])
})

test.each([
  ["Sudan refused to sign the treaty.", "refused", "sign"],
  ["The kidnappers failed to release the hostages.", "failed", "release"],
  ["The army was unable to shell the town.", "unable", "shell"],
  ["The junta is planning to pardon the students, officials said.", "planning", "pardon"],
])("in %s %s governs %s", async (text, governor, infinitive) => {
  const table = (await analyse(new Document({id: "governors", text}), await loadLanguage())).get(words)
  const rowOf = (form: string) => Array.from({length: table.length}, (_, row) => row).find(row => table.form(row) === form)!
  expect([table.head[rowOf(infinitive)], table.deprel[rowOf(infinitive)]]).toEqual([rowOf(governor), "xcomp"])
  expect(table.childrenOf(rowOf(governor)).some(row => table.deprel[row] === "nsubj")).toBe(true)
})

test.each([
  ["She’s left the party.", "have"],
  ["He's leaving the party.", "be"],
  ["It’s been agreed.", "have"],
])("the short form in %s is of %s", async (text, lemma) => {
  const table = (await analyse(new Document({id: "short", text}), await loadLanguage())).get(words)
  expect(table.lemma[1]).toBe(lemma)
})

test.each([
  ["Rebels drove the army out of Goma.", "of", "out", "fixed"],
  ["Amina Zola was named minister.", "minister", "named", "xcomp"],
  ["The party has been declared a threat.", "threat", "declared", "xcomp"],
  ["Zola named three suspects.", "suspects", "named", "obj"],
])("in %s %s hangs on %s as %s", async (text, form, head, relation) => {
  const table = (await analyse(new Document({id: "relations", text}), await loadLanguage())).get(words)
  const row = Array.from({length: table.length}, (_, at) => at).find(at => table.form(at) === form)!
  expect([table.form(table.head[row]!), table.deprel[row]]).toEqual([head, relation])
})

test.each([
  ["Russia has not vetoed the resolution so far.", "vetoed", "VBN", "veto"],
  ["If Brazil condemned the coup, the region would suffer.", "condemned", "VBD", "condemn"],
  ["France expelled the ambassador on Monday.", "expelled", "VBD", "expel"],
  ["The ministry recalled its ambassador on Monday.", "recalled", "VBD", "recall"],
  ["The kidnappers plan to release the hostages.", "plan", "VBP", "plan"],
])("in %s %s is a verb, %s of %s", async (text, form, xpos, lemma) => {
  const table = (await analyse(new Document({id: "verbs", text}), await loadLanguage())).get(words)
  const row = Array.from({length: table.length}, (_, at) => at).find(at => table.form(at) === form)!
  expect([table.upos[row], table.xpos[row], table.lemma[row]]).toEqual(["VERB", xpos, lemma])
})
