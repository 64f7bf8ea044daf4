import {expect, test} from "vitest"
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
