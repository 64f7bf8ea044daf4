import {describe, expect, test} from "vitest"
import {readText} from "../../src/read-article.js"

/** Day and place of the first act of this type, with the basis of the day. */
async function settingOf(text: string, type: string) {
  const reading = await readText(text, {published: "2024-05-03"})
  const act = reading.events.find(event => event.type === type)
  const place = reading.places.find(each => each.id === act?.where)
  return act && [act.when.from, act.when.basis, place?.name ?? null]
}

describe("an act's own day and place", () => {
  test.each([
    [
      "of a later participle's main clause",
      "Gunmen opened fire on a convoy in Goma on Monday, killing 12 soldiers.",
      "ASSAULT",
      ["2024-04-29", "expression", "Goma"],
    ],
    [
      "of the verb that closes the sentence for both",
      "A judge was killed and two guards were wounded in Goma on Monday.",
      "ASSAULT",
      ["2024-04-29", "expression", "Goma"],
    ],
    ["of the fate met in it", "Two envoys died in a bomb attack in Goma on Monday.", "ASSAULT", ["2024-04-29", "expression", "Goma"]],
    [
      "of a clause that says how it happened",
      "Officials described a massacre of villagers by rebels that took place in Goma on Monday.",
      "ASSAULT",
      ["2024-04-29", "expression", "Goma"],
    ],
    [
      "of a later sentence that tells it again",
      "Rebels killed eight soldiers, the army said on Thursday. The attack happened on Monday in Goma.",
      "ASSAULT",
      ["2024-04-29", "document", "Goma"],
    ],
    ["but not of the verb that judges it", "Norway condemned on Thursday the murder of the judge.", "ASSAULT", [null, "none", null]],
  ])("%s", async (_title, text, type, expected) => {
    expect(await settingOf(text, type)).toEqual(expected)
  })
})
