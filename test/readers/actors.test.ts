import {spawnSync} from "node:child_process"
import {describe, expect, test} from "vitest"
import {readText} from "../../src/read-article.js"
import {casesOf} from "./marked-cases.js"

describe.each(casesOf("actors"))("%s", (_file, cases) => {
  test.each(cases.map(each => [each.title, each] as const))("%s", async (_title, each) => {
    const {actors} = await readText(each.text, {published: each.settings.get("published")!})
    const cast = actors.map(actor => `${actor.name} ${actor.kind} ${[actor.country, ...actor.sectors].filter(Boolean).join(" ")}`.trim())
    for (const line of each.expected) {
      if (line.startsWith("not ")) {
        const told = line.slice(4)
        expect(cast.filter(actor => actor === told || actor.startsWith(`${told} `))).toEqual([])
      } else
        expect(
          cast.some(told => told.includes(line)),
          `${line} in ${cast.join("; ")}`,
        ).toBe(true)
    }
  })
})

test("the office at the date gives the code its country, also where the title names none", async () => {
  const {actors} = await readText("Prime Minister Irakli Kobakhidze spoke on Tuesday.", {published: "2024-04-18"})
  expect(actors.map(actor => [actor.name, actor.code])).toEqual([["Irakli Kobakhidze", "GEOGOV"]])
})

test.each([
  [
    "Saudi Arabia cut its ties with Iran in January. Iraq has hosted five rounds of talks between the two countries.",
    "the two countries",
    ["Saudi Arabia", "Iran"],
  ],
  ["The two men, Ronald Ames and Michael Dunn, were named on Thursday.", "The two men", ["Ronald Ames", "Michael Dunn"]],
  ["Ann Lee met Bo Kim. Two former prime ministers are in prison.", "Two former prime ministers", []],
])("the members of a set: %s", async (text, set, members) => {
  const {actors} = await readText(text, {published: "2018-08-01"})
  const found = actors.find(actor => actor.name === set)
  expect(found?.members.map(id => actors.find(actor => actor.id === id)?.name).sort()).toEqual([...members].sort())
})

test("the tables of actors hold no unknown code, gap, overlap or repeated name", () => {
  const {status, stdout, stderr} = spawnSync(process.execPath, ["scripts/check-actors.mjs"], {encoding: "utf8"})
  expect(`${stderr}${status === 0 ? "" : stdout}`).toBe("")
})
