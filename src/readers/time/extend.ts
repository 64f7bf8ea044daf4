import {readTable} from "../../lexicon/table.js"
import {gaps, type Tokens} from "../../lexicon/tokens.js"
import type {Found} from "./found.js"
import {step} from "./sense.js"

interface Modifier {
  readonly words: readonly string[]
  readonly side: string
  readonly mod: string
  readonly types: readonly string[]
  readonly inside: boolean
}

let loaded: readonly Modifier[] | null = null

function modifiers(): readonly Modifier[] {
  loaded ??= readTable("time/modifiers.tsv")
    .map(row => ({
      words: row.words!.split(" "),
      side: row.side!,
      mod: row.mod!,
      types: row.types!.split(" "),
      inside: row.inside === "yes",
    }))
    .sort((a, b) => b.words.length - a.words.length)
  return loaded
}

/** Takes in the words beside an expression that change it: "late" March, "nearly" two weeks, a year "or so". */
export function modify(found: Found, tokens: Tokens, floor: number): Found {
  return modifiers().reduce((known, modifier) => (applies(known, modifier, tokens, floor) ? take(known, modifier, tokens) : known), found)
}

function applies(found: Found, modifier: Modifier, tokens: Tokens, floor: number): boolean {
  const {sense, match} = found
  if (sense.mod || !modifier.types.some(type => type === sense.type || (type === "PAST" && sense.value === "PAST_REF"))) return false
  const start = modifier.side === "before" ? found.first - modifier.words.length : found.last
  if (start < floor || (modifier.side === "before" && tokens.gap(found.first) === gaps.paragraph)) return false
  if (
    !modifier.words.every(
      (word, index) => tokens.lower(start + index) === word || (word === "-" && /^[–-]$/.test(tokens.form(start + index))),
    )
  )
    return false
  if (sense.type === "DATE" && ["LESS_THAN", "MORE_THAN"].includes(modifier.mod)) return match.pattern.rule === "ago"
  return sense.type === "DURATION" || !sense.value.endsWith("_REF") || modifier.mod === ""
}

function take(found: Found, modifier: Modifier, tokens: Tokens): Found {
  const before = modifier.side === "before"
  const first = before && modifier.inside ? found.first - modifier.words.length : found.first
  const last = !before && modifier.inside ? found.last + modifier.words.length : found.last
  const at = before
    ? tokens.spanOf(found.first - modifier.words.length, found.first)
    : tokens.spanOf(found.last, found.last + modifier.words.length)
  if (modifier.mod === "") return {...found, first, last}
  return {
    ...found,
    first,
    last,
    sense: {...found.sense, mod: modifier.mod},
    trace: [...found.trace, step(`modifiers.tsv: ${modifier.words.join(" ")}`, modifier.mod, at)],
  }
}

const joints = new Set([",", "of", "on", "at"])

/** Joins a clock time or part of the day with the date beside it: "10 p.m. Wednesday", "noon Thursday", "5 p.m. EST, Nov. 6". */
export function joinClock(all: readonly Found[], tokens: Tokens): Found[] {
  const joined: Found[] = []
  for (const next of all) {
    const last = joined.at(-1)
    const merged = last ? mergeClock(last, next, tokens) : null
    if (merged) joined.splice(-1, merged.length === 1 ? 1 : 1, ...merged)
    else joined.push(next)
  }
  return joined
}

/** One expression where the two stand side by side; two where a preposition parts them, both then knowing the day. */
function mergeClock(a: Found, b: Found, tokens: Tokens): Found[] | null {
  const between = b.first - a.last
  const joint = tokens.lower(a.last)
  if (between > 2 || (between >= 1 && !joints.has(joint)) || tokens.gap(b.first) === gaps.paragraph) return null
  const [clock, day] = lacksDay(a) ? [a, b] : [b, a]
  if (!lacksDay(clock) || !isDay(day)) return null
  const value = day.sense.value.slice(0, 10) + clock.sense.value.slice(10)
  const sense = {...clock.sense, value}
  const told = {...clock, sense, days: day.days, trace: [...clock.trace, step("date beside it", value, tokens.spanOf(day.first, day.last))]}
  if (between === 2 || (between === 1 && joint !== "," && joint !== "of")) return clock === a ? [told, b] : [a, told]
  return [{...told, first: a.first, last: b.last, trace: [...a.trace, ...told.trace]}]
}

const lacksDay = (found: Found): boolean => found.sense.type === "TIME" && found.sense.value.startsWith("XXXX-XX-XXT")
const isDay = (found: Found): boolean => found.sense.type === "DATE" && /^(?:\d{4}-\d\d-\d\d|XXXX-WXX-\d)$/.test(found.sense.value)
