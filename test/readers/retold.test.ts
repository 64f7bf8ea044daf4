import {expect, test} from "vitest"
import {readText} from "../../src/read-article.js"

const published = "2024-05-08"

test("a noun that takes up what was told is a mention of the same event", async () => {
  const {events} = await readText("Thousands of protesters gathered in Lagos on Tuesday. The march on parliament ended at noon.", {
    published,
  })
  const protests = events.filter(event => event.type === "PROTEST")
  expect(protests).toHaveLength(1)
  expect(protests[0]!.evidence).toHaveLength(2)
})

test("a second act is another", async () => {
  const {events} = await readText(
    "Thousands of protesters gathered in Lagos on Tuesday. The second protest drew teachers to Ibadan on Thursday, police said.",
    {published},
  )
  expect(events.filter(event => event.type === "PROTEST").length).toBe(2)
})
