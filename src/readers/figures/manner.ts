import type {Tokens} from "../../lexicon/tokens.js"
import type {Figure} from "../../record/figure.js"
import {isNumber, sentenceStart} from "./clause.js"
import type {Quantity} from "./quantity.js"
import {wording} from "./wording.js"

/** Is the number a difference? "rose by 60", "down 5 %", "a 12 percent increase"; "fell to 49" is a level. */
export function changeOf(tokens: Tokens, quantity: Quantity): Figure["change"] {
  const after = wording().changesAfter.from(tokens, quantity.last)
  if (after && quantity.kind !== null && !/^(?:than|of)$/.test(tokens.lower(after.last))) return after.value
  const before = tokens.lower(quantity.first - 1)
  if (before === "by") return changeWithin(tokens, quantity.first - 1, 6)
  if (quantity.kind === null) return null
  return changeWithin(tokens, /^(?:of|a|an|another|sharply|slightly|only|just)$/.test(before) ? quantity.first - 1 : quantity.first, 1)
}

/** The nearest word of change that ends at most so many tokens before this row, within the clause. */
function changeWithin(tokens: Tokens, row: number, reach: number): "up" | "down" | null {
  const start = sentenceStart(tokens, row, reach)
  for (let at = row; at > start || at === row; at--) {
    const found = wording().changesBefore.before(tokens, at)
    if (found && !isParticle(tokens, found.first)) return found.value
    if (/^(?:to|from|at|,)$/.test(tokens.lower(at - 1)) || isNumber(tokens, at - 1)) return null
  }
  return null
}

/** "making up", "set down": part of another verb. */
const isParticle = (tokens: Tokens, row: number): boolean =>
  /^(?:up|down)$/.test(tokens.lower(row)) &&
  /(?:ing|[^e]ed)$|^(?:made|make|makes|took|take|set|put|come|came|gave|give|held|hold|end|ends)$/.test(tokens.lower(row - 1))

/** Reported as fact, or pledged, demanded, denied, projected: by the nearest telling word before it in the clause. */
export function statusOf(
  tokens: Tokens,
  quantity: Quantity,
  last: Figure | undefined,
): {status: Figure["status"]; row: readonly [number, number] | null} {
  if (last && tokens.lower(quantity.first - 1) === "including") return {status: last.status, row: [quantity.first - 1, quantity.first]}
  const start = sentenceStart(tokens, quantity.first, 12)
  for (let at = quantity.first; at > start; at--) {
    const found = wording().statuses.before(tokens, at)
    if (found && (quantity.first - found.last <= 3 || !/^(?:need|must)/.test(tokens.lower(found.first))))
      return {status: found.value, row: [found.first, found.last]}
    const word = tokens.lower(at - 1)
    if (word === "," || (at < quantity.first && /^(?:and|who|which|that|where|when|after|because)$/.test(word))) break
  }
  return {status: "reported", row: null}
}
