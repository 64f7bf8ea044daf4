import type {Words} from "../../document/words.js"
import type {Slots} from "./slots.js"
import type {Standing} from "./standing.js"
import type {Trigger} from "./trigger.js"

/** How sure an act of the tables is, at least, below a verb that denies, plans or weighs it. */
const surelyBelow = 0.65
/** Kinds of operators below which the network hardly ever sees the act that they are about. */
const hiding = new Set(["fail", "deny", "prevent", "plan", "want", "consider"])

/** "denied meeting them", "unable to land": below such a verb or adjective the tables decide, whatever the network makes of the act. */
export function surerBelow(words: Words, trigger: Trigger, {status, operator}: Standing): Trigger {
  if (status === "actual" || !operator || !hiding.has(operator.kind) || trigger.doubt) return trigger
  if (!/^(?:VERB|ADJ)$/.test(words.upos[operator.row]!) || trigger.confidence >= surelyBelow) return trigger
  return {...trigger, confidence: surelyBelow, silent: false}
}

/** Do two take part in it, or does one and the row that knows the act asks for certain words? */
export function isBetween({source, target}: Slots, {isSpecific}: Trigger): boolean {
  return source.length > 0 && (isSpecific || target.length > 0)
}
