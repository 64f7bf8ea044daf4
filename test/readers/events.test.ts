import {describe, expect, test} from "vitest"
import {readText} from "../../src/read-article.js"
import type {Event, Reading} from "../../src/record/all.js"
import {casesOf} from "./marked-cases.js"

/** An event in words, as the cases write it: "AGREE actual Norway -> Sudan". */
function describeEvent(event: Event, reading: Reading): string {
  const name = (id: string) => reading.actors.find(actor => actor.id === id)!.name
  return `${event.type}${event.mode ? `/${event.mode}` : ""} ${event.status} ${event.source.map(name).join(" + ")} -> ${event.target.map(name).join(" + ")}`.trim()
}

/** Does an event answer an expected line? Names need only be contained; a slot left empty is not asked. */
function answers(event: Event, reading: Reading, line: string): boolean {
  const [head = "", target = ""] = line.split("->").map(part => part.trim())
  const [code = "", status = "", ...source] = head.split(" ")
  const [type, mode] = code.split("/")
  const named = (ids: readonly string[], wanted: string) =>
    wanted === "" || wanted.split(" + ").every(name => ids.some(id => reading.actors.find(actor => actor.id === id)!.name.includes(name)))
  const fits = event.type === type && (mode === undefined || event.mode === mode) && event.status === status
  const others = event.reciprocal ? event.source : event.target
  return fits && named(event.source, source.join(" ")) && named(others, target)
}

const asserted = (event: Event) => event.status === "actual" || event.status === "historical"

describe.each(casesOf("events"))("%s", (_file, cases) => {
  test.each(cases.map(each => [each.title, each] as const))("%s", async (_title, each) => {
    const reading = await readText(each.text, {published: each.settings.get("published")!})
    const told = reading.events.map(event => describeEvent(event, reading))
    for (const line of each.expected) {
      if (line === "none") expect(told.filter((_, index) => asserted(reading.events[index]!))).toEqual([])
      else if (line.startsWith("no "))
        expect(told.filter((_, index) => asserted(reading.events[index]!) && reading.events[index]!.type === line.slice(3))).toEqual([])
      else
        expect(
          reading.events.some(event => answers(event, reading, line)),
          `${line} in ${told.join("; ")}`,
        ).toBe(true)
    }
  })
})

test("the thing that an act is done to is named where it is nobody", async () => {
  const text = "Rebels bombed a refinery on Monday."
  const reading = await readText(text, {published: "2024-05-02"})
  const attack = reading.events.find(event => event.type === "ASSAULT")!
  expect(attack.target).toEqual([])
  expect(attack.targetSpans.map(span => text.slice(span.start, span.end))).toEqual(["a refinery"])
})

test("a source that is only a pronoun in its clause is shown by its name in the sentence", async () => {
  const text = "Ruritania said on Monday that it would send wheat to Chad."
  const {events} = await readText(text, {published: "2024-05-02"})
  expect(events.map(event => event.sourceSpans.map(({start, end}) => text.slice(start, end)))).toEqual([["Ruritania"]])
})

describe("a verb dictionary of the user's own", () => {
  const verbs = (text: string) => ({actors: [], agents: [], verbs: [{path: "verbs.txt", text}]})
  const told = async (text: string, dictionary: string) => {
    const reading = await readText(text, {published: "2024-05-02", dictionaries: verbs(dictionary)})
    return reading.events.map(event => `${event.cameo} ${describeEvent(event, reading)}`)
  }

  test("codes both directions of what two sides do to each other", async () => {
    const both = await told("Norway met Chad on Monday.", "--- MEET [040:040] ---\nMEET {MET}\n")
    expect(both).toEqual(["040 CONSULT actual Norway -> Chad", "040 CONSULT actual Chad -> Norway"])
  })

  test("makes no second act of the noun below its verb", async () => {
    const one = await told("Norway condemned an attack by Malian soldiers on Monday.", "--- CONDEMN [111] ---\nCONDEMN\n")
    expect(one).toHaveLength(1)
  })

  test("takes the next actor below the verb where the syntax names no target", async () => {
    const [act] = await told("Norway closed the roads leading into Chad.", "--- CLOSE [144] ---\nCLOSE\n")
    expect(act).toMatch(/^144 PROTEST\S* actual Norway -> Chad$/)
  })

  test("gives what is received to the one it comes from", async () => {
    const [act] = await told("Chad received wheat from Norway.", "--- RECEIVE [071] ---\nRECEIVE\n")
    expect(act).toBe("071 AID actual Norway -> Chad")
  })

  test("is not overruled by the filters of ordinary news", async () => {
    const sport = "Norway attacked from the first minute of the football match and beat Chad by three goals."
    expect(await told(sport, "--- BEAT [190] ---\nBEAT\n")).toHaveLength(1)
  })
})

test("who reports a killing is not its source, and what was done does not lie ahead", async () => {
  const {events} = await readText("Human rights groups say that 40 villagers have been killed in Juba since May.", {
    published: "2024-06-02",
  })
  expect(events.map(({type, status, source}) => [type, status, source])).toEqual([["ASSAULT", "actual", []]])
})
