import {describe, expect, test} from "vitest"
import {publishedInDateline} from "../../src/ingest/dateline.js"

const day = "2023-07-13"

describe("a dateline with its year gives the day of publication", () => {
  test.each([
    ["ISTANBUL, 13 July 2023 — Talks ended on Thursday.", day],
    ["Grain talks stall\n\nISTANBUL, 13 July 2023 — Talks ended on Thursday.", day],
    ["Grain talks stall\nBy Ayla Demir\n\nISTANBUL — July 13, 2023 — Talks ended.", day],
    ["GENEVA/BEIRUT, 13 July 2023 (OCHA) – Talks ended.", day],
    ["ST. PETERSBURG. 13 July 2023. INTERFAX - Talks ended.", day],
    ["Geneva, Thursday 13 July 2023: Talks ended.", day],
    ["13 July 2023, Istanbul. Talks ended.", day],
    ["Grain talks stall\n\nPublished: Thursday, 13 July 2023\n\nTalks ended.", day],
    ["SAN SALVADOR, 3 JAN 90 -- Talks ended.", "1990-01-03"],
  ])("%s", (text, expected) => {
    expect(publishedInDateline(text)).toEqual({from: expected, to: expected, basis: "dateline"})
  })

  test.each([
    "Istanbul, 13 July 2023, was a hot day.",
    "On 13 July 2023 the government fell.",
    "In the early hours of 13 July 2023, a man was shot.",
    "MOSCOW, July 13. Talks ended.",
    "Ministers who met in Geneva, 13 July 2023 - the day of the vote - signed.",
  ])("but not in: %s", text => {
    expect(publishedInDateline(text)).toBeNull()
  })
})
