import {expect, test} from "vitest"
import {lookUpName} from "../../src/readers/actors/lookup.js"

test("an office is held, past or to come as the day says", () => {
  const kerry = (day: string | null) => lookUpName("John Kerry", day)[0]!
  const whenSecretary = (day: string | null) => kerry(day).offices.find(office => office.title === "Secretary of State")?.when
  expect([whenSecretary("2012-06-01"), whenSecretary("2014-06-01"), whenSecretary("2020-06-01"), whenSecretary(null)]).toEqual([
    "later",
    "held",
    "past",
    "undated",
  ])
  expect(kerry("2014-06-01")).toMatchObject({by: "name", standing: "present", country: "USA", sectors: ["GOV"]})
})

test("the bearer in office on the day comes first, namesakes after", () => {
  expect(lookUpName("Bush", "1990-01-01")[0]?.name).toBe("George H. W. Bush")
  const later = lookUpName("Bush", "2002-01-01")
  expect(later[0]?.name).toBe("George W. Bush")
  expect(later.find(other => other.name === "George H. W. Bush")?.standing).toBe("past")
})

test("a capital is a seat of its state, with those who led it then", () => {
  const [russia] = lookUpName("Moscow", "2013-05-31")
  expect(russia).toMatchObject({name: "Russia", by: "seat", country: "RUS"})
  expect(russia?.leaders).toContain("President Vladimir Putin")
  expect(lookUpName("Moscow", null)[0]?.leaders).toEqual([])
})

test("words inside a name find it only when nobody is called so exactly", () => {
  expect(lookUpName("Atlantic Treaty", "2013-01-01").map(found => found.by)).toContain("part")
  expect(lookUpName("Qqqzzz", "2013-01-01")).toEqual([])
})
