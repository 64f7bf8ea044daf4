import type {Tokens} from "../../lexicon/tokens.js"
import type {Figure} from "../../record/figure.js"
import {isNumber, sentenceStart} from "./clause.js"
import type {Quantity} from "./quantity.js"
import {wording} from "./wording.js"

/** Is the number a difference? "rose by 60", "down 5 %", "a 12 percent increase"; "fell to 49" is a level. */
export function changeOf(tokens: Tokens, quantity: Quantity): Figure["change"] {
  const after = wording().changesAfter.from(tokens, quantity.last)
  if (
    after &&
    (quantity.kind !== null || /^(?:more|fewer)$/.test(tokens.lower(after.first))) &&
    !/^(?:than|of)$/.test(tokens.lower(after.last))
  )
    return after.value
  const start = Math.max(sentenceStart(tokens, quantity.first), quantity.first - 5)
  for (let at = quantity.first; at > start; at--) {
    const before = wording().changesBefore.before(tokens, at)
    if (before) return quantity.kind !== null || tokens.lower(quantity.first - 1) === "by" ? before.value : null
    const word = tokens.lower(at - 1)
    if (word === "to" || word === "from" || word === "at" || word === "," || isNumber(tokens, at - 1)) return null
  }
  return null
}

/** Reported as fact, or pledged, demanded, denied, projected: by the nearest telling word before it in the clause. */
export function statusOf(tokens: Tokens, quantity: Quantity): {status: Figure["status"]; row: readonly [number, number] | null} {
  const start = Math.max(sentenceStart(tokens, quantity.first), quantity.first - 12)
  for (let at = quantity.first; at > start; at--) {
    const found = wording().statuses.before(tokens, at)
    if (found) return {status: found.value, row: [found.first, found.last]}
    if (/^(?:,|and|who|which|after|because)$/.test(tokens.lower(at - 1)) && at < quantity.first - 4) break
  }
  return {status: "reported", row: null}
}
