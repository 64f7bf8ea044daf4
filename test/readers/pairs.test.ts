import {expect, test} from "vitest"
import {noUserTables} from "../../src/lexicon/user-tables.js"
import {readArticle} from "../../src/read-article.js"

const text = "The former premier condemned the central bank on Monday and called its governors amateurs."
const spanOf = (words: string) => ({start: text.indexOf(words), end: text.indexOf(words) + words.length})
const pairs = [{source: spanOf("The former premier"), target: spanOf("the central bank")}]

test("a pair is answered by the sentence and the pair network together, and the trace shows both", async () => {
  const [answer] = (await readArticle({id: "1", text}, {pairs})).pairs!
  expect(answer!.type).toBe("ACCUSE")
  expect(answer!.trace.map(step => step.rule).join(" ")).toMatch(/pair network: ACCUSE 0\.\d\d/)
  expect(answer!.confidence).toBeGreaterThan(0)
  expect(answer!.confidence).toBeLessThanOrEqual(1)
})

test("the user's own verbs decide without the pair network", async () => {
  const verbs = [{path: "verbs.txt", text: "--- ATTACK [190] ---\nATTACK\n- * [190]\n"}]
  const [answer] = (await readArticle({id: "1", text}, {pairs, dictionaries: {actors: [], agents: [], verbs}})).pairs!
  expect(answer!.trace.map(step => step.rule).join(" ")).not.toMatch(/pair network/)
})

test("a pair that covers no word is answered, with no act", async () => {
  const [answer] = (await readArticle({id: "1", text: "   "}, {pairs: [{source: {start: 0, end: 1}, target: null}]})).pairs!
  expect(answer!.type).toBeNull()
})

test("the same pair gives the same answer alone and among others", async () => {
  const alone = (await readArticle({id: "1", text}, {pairs})).pairs!
  const among = (await readArticle({id: "1", text}, {pairs: [{source: spanOf("its governors"), target: null}, ...pairs]})).pairs!
  expect(among[1]).toEqual(alone[0])
})

const askIn = async (sentence: string, [source, target]: readonly [string, string], pairTypes: "table" | "manual" = "table") => {
  const at = (part: string) => ({start: sentence.indexOf(part), end: sentence.indexOf(part) + part.length})
  const options = {pairs: [{source: at(source), target: at(target)}], dictionaries: {...noUserTables, pairTypes}}
  return (await readArticle({id: "1", text: sentence}, options)).pairs![0]!
}

test("where table and manual type an act otherwise, a pair takes the one that is asked for", async () => {
  const truce = ["The militia agreed to release the eleven hostages of the Red Cross.", ["The militia", "the eleven hostages"]] as const
  expect((await askIn(...truce)).type).toBe("AGREE")
  expect((await askIn(...truce, "manual")).type).toBe("CONCEDE")
  const verdict = ["The tribunal convicted the former general of war crimes.", ["The tribunal", "the former general"]] as const
  expect((await askIn(...verdict)).type).toBe("ACCUSE")
  expect((await askIn(...verdict, "manual")).type).toBe("SANCTION")
})

test("a target that is no actor is found below the verb of the source", async () => {
  const answer = await askIn("Norway lifted its ban on whale meat from Iceland after ten years.", ["Norway", "whale meat"])
  expect(answer.type).toBe("CONCEDE")
  expect(answer.trace.map(step => step.rule).join(" ")).toMatch(/target below it/)
})

test("cooperation that did not come about is refused, for a pair", async () => {
  expect((await askIn("Ruritania and Borduria failed to reach an agreement on fishing.", ["Ruritania", "Borduria"])).type).toBe("REJECT")
})

test("the pair's own verb of contact is not overruled by what is told of others", async () => {
  const told = await askIn("The clerk told the jury that the gunman had shot two guards.", ["The clerk", "the jury"])
  expect(told.type).toBe("CONSULT")
  const asked = await askIn("The warden ordered the clerk to hand the keys to the jury.", ["The warden", "the clerk"])
  expect(asked.type).not.toBe("CONSULT")
  const troops = await askIn("Government troops entered the northern province at dawn.", ["Government troops", "the northern province"])
  expect(troops.type).not.toBe("CONSULT")
})

test("a call is what it was made for", async () => {
  const answer = await askIn("President Ruiz telephoned the chancellor on Friday to congratulate her on her victory.", [
    "President Ruiz",
    "the chancellor",
  ])
  expect(answer.type).toBe("SUPPORT")
})

test("saying what another must do asks for it", async () => {
  const answer = await askIn("The premier said Borduria must open its archives to the commission.", ["The premier", "Borduria"])
  expect(answer.type).toBe("REQUEST")
})
