import {expect, test} from "vitest"
import {type Answer, isRead} from "../../src/answer.js"
import {startPool} from "../../src/coder-pool.js"
import {inOrder} from "../../src/in-order.js"
import type {Article} from "../../src/ingest/item.js"

const articleOf = (id: string, text: string): Article => ({source: {id, text, language: "en"}, pairs: [], notes: [], at: id})
const outcomeOf = (answer: Answer): string => (isRead(answer) ? "read" : answer.problem.code)

test("an article that takes too long is answered with a problem, and the next one read by a fresh worker", async () => {
  // The limit grows by a second for every 5,000 characters: with a second less than nothing to begin with, only a long text has any time.
  const pool = startPool({threads: 1, seconds: -1})
  const short = articleOf("short", "Kenya accused Ethiopia of arming rebels.")
  const long = articleOf("long", `Kenya accused Ethiopia of arming rebels.${" ".repeat(200_000)}`)
  const answers = await Promise.all([short, long, short].map(article => pool.answer(article)))
  await pool.close()
  expect(answers.map(outcomeOf)).toEqual(["timeout", "read", "timeout"])
})

test("a worker that runs out of memory costs itself, not the process", async () => {
  const pool = startPool({threads: 1, megabytes: 16})
  expect(outcomeOf(await pool.answer(articleOf("a", "Kenya accused Ethiopia of arming rebels.")))).toBe("memory")
  await pool.close()
})

test("a pool closed in the middle of an article answers it with a problem and starts no other worker", async () => {
  const pool = startPool({threads: 1})
  const answers = ["first", "waiting"].map(id => pool.answer(articleOf(id, "Kenya accused Ethiopia of arming rebels.")))
  await pool.close()
  expect((await Promise.all(answers)).map(outcomeOf)).toEqual(["crash", "crash"])
  expect(await pool.answer(articleOf("later", "Kenya accused Ethiopia.")).then(outcomeOf)).toBe("crash")
})

test("results come in the order of the items, each as soon as it is its turn", async () => {
  const items = (async function* () {
    yield 30
    yield 1
    yield 10
  })()
  const results: number[] = []
  for await (const result of inOrder(items, 3, async wait => new Promise<number>(resolve => setTimeout(() => resolve(wait), wait))))
    results.push(result)
  expect(results).toEqual([30, 1, 10])
})

test("a result is given while the next item is still awaited", async () => {
  let release: () => void = () => {}
  const items = (async function* () {
    yield "first"
    await new Promise<void>(resolve => {
      release = resolve
    })
    yield "second"
  })()
  const results = inOrder(items, 4, async item => item)
  expect((await results.next()).value).toBe("first")
  release()
  expect((await results.next()).value).toBe("second")
})
