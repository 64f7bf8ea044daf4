import type {Document} from "../../document/document.js"
import type {Span} from "../../document/span.js"
import type {Stage} from "../../document/stage.js"
import type {Sentence, Words} from "../../document/words.js"
import {sentences, words} from "../../language/layers.js"
import {publication, times} from "../../record/layers.js"
import type {Time} from "../../record/time.js"
import {type Tokens, scanTokens} from "../../lexicon/tokens.js"
import {parseDay} from "./calendar.js"
import {joinClock, modify} from "./extend.js"
import type {Found} from "./found.js"
import {guardFor} from "./guards.js"
import {type Days, daysOfValue, isoDays, narrow} from "./interval.js"
import {type Match, matchPatterns} from "./match.js"
import {spokenSpans} from "./quotation.js"
import {rules} from "./rules/all.js"
import {Captures, type Sense, type Setting, type Story, emptyStory, step} from "./sense.js"
import {tellOn, tellsHistory} from "./story.js"
import {tenseAround} from "./tense.js"

/**
 * Reads every time expression: TIMEX3 type, value and modifier, and the days it can mean. Relative expressions count from the
 * publication date, in histories from the running story, inside quotations from the day of speaking.
 */
export const readTimes: Stage<readonly Time[]> = {
  name: "times",
  version: 1,
  needs: [words, sentences],
  gives: times,
  run: doc => timesIn(doc),
}

interface Scene {
  readonly tokens: Tokens
  readonly words: Words | null
  readonly sentences: readonly Sentence[]
  readonly spoken: readonly Span[]
  /** First and last day of publication; null when unknown. */
  readonly published: Days | null
  readonly narrative: boolean
}

function timesIn(doc: Document): Time[] {
  const tokens = scanTokens(doc.text)
  const matches = matchPatterns(tokens, guardFor(tokens))
  if (matches.length === 0) return []
  const published = publishedDays(doc)
  const scene: Scene = {
    tokens,
    words: doc.has(words) ? doc.get(words) : null,
    sentences: doc.has(sentences) ? doc.get(sentences) : [],
    spoken: spokenSpans(doc.text),
    published,
    narrative: tellsHistory(matches, published?.[1] ?? null),
  }
  const joined = joinClock(resolveAll(scene, matches), tokens)
  return joined.map((found, index) => asTime(withDay(found, joined[index - 1], scene), tokens, index))
}

/** The publication date as given, or as inferred from the text when a stage before has done so. */
function publishedDays(doc: Document): Days | null {
  const given = doc.published
  const known = given.from === null && given.to === null && doc.has(publication) ? doc.get(publication) : given
  const from = known.from ?? known.to
  const to = known.to ?? known.from
  return from === null || to === null ? null : [parseDay(from), parseDay(to)]
}

function resolveAll(scene: Scene, matches: readonly Match[]): Found[] {
  const all: Found[] = []
  let story: Story = emptyStory
  for (const match of matches) {
    const found = resolve(scene, match, story)
    if (!found) continue
    const whole = modify(found, scene.tokens, all.at(-1)?.last ?? 0)
    all.push(whole)
    story = tellOn(story, whole.sense, match.pattern.rule)
  }
  return all
}

function resolve(scene: Scene, match: Match, story: Story): Found | null {
  const {tokens} = scene
  const span = tokens.spanOf(match.first, match.last)
  const captures = new Captures(match, tokens.text.slice(span.start, span.end).toLowerCase().replaceAll(/[\s]{1,20}/g, " "))
  const tense = tenseAround(tokens, match, scene.words)
  const setting = (today: number | null): Setting => ({today, tense, story, narrative: scene.narrative})
  const read = (today: number | null) => rules[match.pattern.rule]!(captures, setting(today), match.pattern.args)
  const {sense, days} = readBetween(scene, {story, match}, read)
  if (!sense) return null
  const trace = [step(`patterns.tsv: ${match.pattern.source} → ${match.pattern.rule}`, sense.value, span), ...(tense ? [step("tense", tense)] : []), ...(scene.narrative ? [step("narrative", "dates follow the story")] : [])]
  return {first: match.first, last: match.last, match, sense: {...sense, type: sense.type}, days, trace}
}

/** Reads from the first and from the last day of publication; where they differ, the value stays open and the days cover both. */
function readBetween(scene: Scene, at: {story: Story; match: Match}, read: (today: number | null) => Sense | null): {sense: Sense | null; days: Days | null} {
  const {story, match} = at
  const base = scene.narrative && !fromNow(match) ? (story.day !== null ? ([story.day, story.day] as const) : null) : scene.published
  if (!base) {
    const sense = read(null)
    return {sense, days: sense && (sense.days ?? daysOfValue(sense.value))}
  }
  const [early, late] = [read(base[0]), base[0] === base[1] ? null : read(base[1])]
  const days = early && (early.days ?? daysOfValue(early.value))
  if (!late || !early || late.value === early.value) {
    const last = late && (late.days ?? daysOfValue(late.value))
    return {sense: early, days: days && last ? [days[0], last[1]] : days}
  }
  const lateDays = late.days ?? daysOfValue(late.value)
  return {sense: read(null), days: days && lateDays ? [Math.min(days[0], lateDays[0]), Math.max(days[1], lateDays[1])] : null}
}

/** "today" and "ten years ago" count from the day of writing even in a history. */
const fromNow = (match: Match): boolean => match.pattern.rule === "offset" || (match.pattern.rule === "ago" && match.pattern.args[0] === "-1")

/** A clock time without a date belongs to the day named before it in the same sentence, else to the day of publication. */
function withDay(found: Found, last: Found | undefined, scene: Scene): Found {
  const {sense} = found
  if (sense.type !== "TIME" || !sense.value.startsWith("XXXX-XX-XXT") || !/^(?:clock|dusk)$/.test(found.match.pattern.rule) || scene.narrative) return found
  const named = last && /^\d{4}-\d\d-\d\d/.test(last.sense.value) && found.first - last.last < 30 ? last.days : null
  const days = named ?? (found.match.pattern.rule === "clock" && scene.published && scene.published[0] === scene.published[1] ? scene.published : null)
  if (!days) return found
  const value = isoDays(days).from! + sense.value.slice(10)
  return {...found, sense: {...sense, value}, days, trace: [...found.trace, step(named ? "day named before" : "day of publication", value)]}
}

function asTime(found: Found, tokens: Tokens, index: number): Time {
  const {start, end} = tokens.spanOf(found.first, found.last)
  const {sense} = found
  const days = found.days && (sense.type === "DATE" || sense.type === "TIME") ? narrow(found.days, sense.mod) : found.days
  return {id: `t${index + 1}`, start, end, type: sense.type, value: sense.value, mod: sense.mod ?? null, ...isoDays(days), trace: [...found.trace]}
}
