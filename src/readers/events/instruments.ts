import type {Words} from "../../document/words.js"
import {isOfClass} from "./senses.js"
import type {Trigger} from "./trigger.js"

/** "A bomb killed six people", "fired tear gas and pepper spray": where the act is seen in the weapon, or by the network alone in the verb's subject or object, the verb that the table knows for the same act is its word. */
export function withoutInstruments(words: Words, triggers: readonly Trigger[]): Trigger[] {
  const verbs = new Map(triggers.filter(trigger => !trigger.isNoun && trigger.doubt === null).map(trigger => [trigger.row, trigger]))
  const instruments = new Map<number, Trigger>()
  const rest = triggers.filter(noun => {
    const verb = verbs.get(verbOf(words, noun.row))
    if (!noun.isNoun || (noun.doubt === null && !isOfClass(words, [noun.row], "weapon")) || verb?.type !== noun.type) return true
    instruments.set(verb.row, noun)
    return false
  })
  return rest.map(trigger => {
    const noun = instruments.get(trigger.row)
    if (!noun) return trigger
    const confidence = Math.round(1000 * (1 - (1 - trigger.confidence) * (1 - noun.confidence))) / 1000
    const trace = [...trigger.trace, ...noun.trace]
    return {...trigger, mode: noun.mode ?? trigger.mode, confidence, silent: trigger.silent && confidence < 0.5, trace}
  })
}

/** The verb whose subject or object the noun is, itself or as one of several; −1 where there is none. */
function verbOf(words: Words, noun: number): number {
  const first = words.deprel[noun] === "conj" ? words.head[noun]! : noun
  return /^(?:nsubj|obj)$/.test(words.deprel[first]!) ? words.head[first]! : -1
}
