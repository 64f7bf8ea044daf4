import type {Rule} from "../sense.js"
import {length} from "./near.js"

/** "every day", "each three weeks", "every other year", "$5 a year". */
export const every: Rule = (captures, _setting, [times]) => {
  const code = captures.get("UNIT", "UNITS")!
  return {...length(code, times ?? captures.get("NUM", "QUANT") ?? "1"), type: "SET"}
}

/** "daily", "annually". */
export const frequency: Rule = captures => ({type: "SET", value: captures.get("FREQ")!})

/** "Mondays", "every Friday night". */
export const everyWeekday: Rule = captures => {
  const part = captures.get("DAYPART")
  return {type: "SET", value: `XXXX-WXX-${captures.get("WEEKDAY", "WEEKDAYS")}${part ? `T${part}` : ""}`}
}

/** "each July", "every 24 April". */
export const everyMonth: Rule = captures => ({
  type: "SET",
  value: `XXXX-${captures.get("MONTH")}${captures.has("DAY") ? `-${captures.get("DAY")}` : ""}`,
})

export const everyPart: Rule = captures => ({type: "SET", value: `XXXX-XX-XXT${captures.get("DAYPART")}`})
export const everySeason: Rule = captures => ({type: "SET", value: `XXXX-${captures.get("SEASON")}`})

/** "280 settlers a year": the same as \`every\`, where the guard has seen a count before it. */
export const rate: Rule = (captures, setting) => every(captures, setting, [])
