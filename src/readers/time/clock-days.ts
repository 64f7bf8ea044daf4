import {gaps, type Tokens} from "../../lexicon/tokens.js"
import type {Found} from "./found.js"
import {type Days, isoDays} from "./interval.js"
import {step} from "./sense.js"
import {endsSentence} from "./tense.js"

/** Tokens back to the day that a clock time without one belongs to. */
const reach = 60

interface ClockScene {
  readonly tokens: Tokens
  readonly published: Days | null
  readonly narrative: boolean
}

/** A clock time without a date belongs to the day named beside it in the same sentence, else to the day of publication. */
export function withDay(found: Found, beside: readonly (Found | undefined)[], scene: ClockScene): Found {
  const {sense} = found
  const rule = found.match.pattern.rule
  if (sense.type !== "TIME" || !sense.value.startsWith("XXXX-XX-XXT") || !/^(?:clock|dusk)$/.test(rule) || scene.narrative) return found
  const [last, ...next] = beside
  const ahead = next.find(
    other => other && namesDayOf(other) && other.first - found.last <= 8 && !crossesSentence(scene.tokens, found.last, other.first),
  )
  const before = last && namesDayOf(last) && found.first - last.last < reach ? last : undefined
  const published = rule === "clock" && scene.published && scene.published[0] === scene.published[1] ? scene.published : null
  const named = rule === "clock" ? (ahead ?? before) : before
  const days = named?.days ?? published
  if (!days) return found
  const value = isoDays(days).from! + sense.value.slice(10)
  return {
    ...found,
    sense: {...sense, value},
    days,
    trace: [...found.trace, step(named ? "day named beside it" : "day of publication", value)],
  }
}

/** Does it name a day of a known year? */
export const namesDayOf = (found: Found): boolean => found.days !== null && /^\d{4}-\d\d-\d\d/.test(found.sense.value)

function crossesSentence(tokens: Tokens, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (endsSentence(tokens, at) || tokens.gap(at) === gaps.paragraph) return true
  return false
}
