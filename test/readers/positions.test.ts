import {describe, expect, test} from "vitest"
import {readText} from "../../src/read-article.js"
import type {Position, Reading} from "../../src/record/all.js"
import {casesOf} from "./marked-cases.js"

/** A position in words, as the cases write it: "Norway against strong -> Sudan". */
function describePosition(position: Position, reading: Reading): string {
  const name = (id: string | null) => reading.actors.find(actor => actor.id === id)?.name ?? ""
  return `${name(position.holder)} ${position.polarity} ${position.strength} -> ${name(position.target)}`
}

/** Does a position answer an expected line? Names need only be contained; no target after the arrow is not asked. */
function answers(told: string, line: string): boolean {
  const [head = "", target = ""] = line.split("->").map(part => part.trim())
  const [toldHead = "", toldTarget = ""] = told.split("->").map(part => part.trim())
  const [, holder, leaning] = /^(.+) ((?:for|against)(?: \w+)?)$/.exec(head)!
  return toldHead.includes(holder!) && toldHead.includes(` ${leaning!}`) && toldTarget.includes(target)
}

describe.each(casesOf("positions"))("%s", (_file, cases) => {
  test.each(cases.map(each => [each.title, each] as const))("%s", async (_title, each) => {
    const reading = await readText(each.text, {published: "2013-03-01"})
    const told = reading.positions.map(position => describePosition(position, reading))
    if (each.expected[0] === "none") expect(told).toEqual([])
    else
      for (const line of each.expected)
        expect(
          told.some(one => answers(one, line)),
          `${line} in ${told.join("; ")}`,
        ).toBe(true)
    for (const mark of each.marks) {
      const topic = each.text.slice(mark.start, mark.end)
      const topics = reading.positions.map(({topic: span}) => (span ? each.text.slice(span.start, span.end) : ""))
      expect(
        topics.some(one => one.includes(topic)),
        `${topic} in ${topics.join("; ")}`,
      ).toBe(true)
    }
  })
})

test("a position rests on the quote or the event that it was read from, and its words are in the text", async () => {
  const text = "Norway condemned the coup in Mali."
  const {positions, quotes, events} = await readText(text)
  expect(positions).toHaveLength(1)
  const ids = new Set([...quotes, ...events].map(({id}) => id))
  expect(positions[0]!.basis.length).toBeGreaterThan(0)
  expect(positions[0]!.basis.every(id => ids.has(id))).toBe(true)
  expect(text.slice(positions[0]!.evidence[0]!.start, positions[0]!.evidence[0]!.end)).toContain("condemned the coup")
})
