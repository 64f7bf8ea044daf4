import type {Document} from "../../document/document.js"
import type {Span} from "../../document/span.js"
import type {Stage} from "../../document/stage.js"
import type {Sentence, Words} from "../../document/words.js"
import {sentences, words} from "../../language/layers.js"
import {gaps, scanTokens, type Tokens} from "../../lexicon/tokens.js"
import {publication, times} from "../../record/layers.js"
import type {Time} from "../../record/time.js"
import {fromDay, parseDay} from "./calendar.js"
import {namesDayOf, withDay} from "./clock-days.js"
import {joinClock, modify} from "./extend.js"
import type {Found} from "./found.js"
import {guardFor} from "./guards.js"
import {type Days, daysOfValue, isoDays, narrow} from "./interval.js"
import {type Match, matchPatterns} from "./match.js"
import {NamedDays} from "./named-days.js"
import {spanAt, spokenSpans} from "./quotation.js"
import {rules} from "./rules/all.js"
import {moveDay} from "./rules/near.js"
import {Captures, emptyStory, type Sense, type Setting, type Story, step} from "./sense.js"
import {looksAway, startOf, tellOn, tellsHistory, tellsReport} from "./story.js"
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
    narrative: tellsHistory(matches, doc.published.from === null && doc.published.to === null ? null : (published?.[1] ?? null)),
  }
  const joined = joinClock(resolveAll(scene, matches), tokens)
  return joined.map((found, index) =>
    asTime(withDay(found, [lastDay(joined, index, tokens), joined[index + 1], joined[index + 2]], scene), scene, index),
  )
}

/** The last expression of at most four before that names a day; the day of a report ("said on Thursday") is none of the story. */
const lastDay = (all: readonly Found[], index: number, tokens: Tokens): Found | undefined => {
  const before = all.slice(Math.max(0, index - 4), index).filter(namesDayOf)
  return before.findLast(found => !tellsReport(tokens, found)) ?? before.at(-1)
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
  const named = new NamedDays(scene.tokens)
  let story: Story = emptyStory
  matches.forEach((match, index) => {
    const last = all.at(-1)
    const found = resolve(
      goesOn(scene, match, {story, last}) ? {...scene, narrative: true} : speakersScene(scene, matches, index),
      match,
      story,
    )
    if (!found) return
    const whole = modify(found, scene.tokens, all.at(-1)?.last ?? 0)
    const parts = match.pattern.rule === "range" ? splitRange(whole) : [afterEvent(whole, scene.tokens, named)]
    all.push(...parts)
    for (const part of parts) {
      if (scene.narrative ? !looksAway(scene.tokens, part, story) : story.day === null || !tellsReport(scene.tokens, part))
        story = tellOn(story, part.sense, match.pattern.rule)
      if (part.days && part.days[0] === part.days[1] && part.sense.type !== "DURATION") named.note(part, part.days[0])
    }
  })
  return all
}

/** News tells a piece of history: a month without a year shortly after a date of another time belongs to that time. */
function goesOn(scene: Scene, match: Match, {story, last}: {story: Story; last: Found | undefined}): boolean {
  if (match.pattern.rule !== "date" || !last || story.year === null || !scene.published || scene.narrative) return false
  const years = fromDay(scene.published[1]).year - story.year
  return (
    years >= 2 &&
    !goesBack(match, story) &&
    match.first - last.last < 40 &&
    last.sense.value.startsWith(`${story.year}-`) &&
    sameParagraph(scene.tokens, last.last, match.first) &&
    tenseAround(scene.tokens, match, scene.words) === "past"
  )
}

/** A month before the one the story stands at begins something new: "since March 2011. In January, …". */
function goesBack(match: Match, story: Story): boolean {
  const month = match.symbols.find(symbol => symbol.name === "MONTH")
  return month !== undefined && story.month !== null && story.year !== null && story.year * 12 + Number(month.value) - 1 < story.month
}

function sameParagraph(tokens: Tokens, from: number, to: number): boolean {
  for (let at = from + 1; at <= to; at++) if (tokens.gap(at) === gaps.paragraph) return false
  return true
}

/** Inside quotation marks "today" is the day of speaking: the day that the sentence around the quotation names ("…," he said on Thursday). */
function speakersScene(scene: Scene, matches: readonly Match[], index: number): Scene {
  const match = matches[index]!
  if (!spokenRules.has(match.pattern.rule) || scene.narrative) return scene
  const at = scene.tokens.start[match.first]!
  const quotation = spanAt(scene.spoken, at)
  if (!quotation) return scene
  const outside = [matches[index + 1], matches[index + 2], matches[index - 1], matches[index - 2]].find(
    other => other !== undefined && namesDay(scene, other, quotation),
  )
  const day = outside && resolve(scene, outside, emptyStory)?.days
  return day && day[0] === day[1] ? {...scene, published: day} : scene
}

const spokenRules = new Set(["offset", "part", "weekday"])

/** A day named outside the quotation, in a past clause that begins or ends at most sixty characters from it. */
function namesDay(scene: Scene, other: Match, quotation: Span): boolean {
  const {tokens} = scene
  const span = tokens.spanOf(other.first, other.last)
  if (other.pattern.rule !== "weekday" && other.pattern.rule !== "date") return false
  const distance = span.start >= quotation.end ? span.start - quotation.end : quotation.start - span.end
  const [from, to] = span.start >= quotation.end ? [quotation.end, span.start] : [span.end, quotation.start]
  return distance >= 0 && distance <= 60 && !/\n|[.!?] /.test(tokens.text.slice(from, to)) && tenseAround(tokens, other, null) === "past"
}

/** "two days after the attack": where the event's day is known, the length also gives days. */
function afterEvent(found: Found, tokens: Tokens, named: NamedDays): Found {
  const side = tokens.lower(found.last) === "after" ? 1 : tokens.lower(found.last) === "before" ? -1 : 0
  const length = /^P(T?)(\d{1,4})([DWMY])$/.exec(found.sense.value)
  if (side === 0 || found.sense.type !== "DURATION" || !length || length[1]) return found
  const day = named.dayOf(found.last + 1)
  if (day === null) return found
  const reached = moveDay(day, length[3]!, side * Number(length[2]))
  return {
    ...found,
    days: [reached, reached],
    trace: [...found.trace, step("counted from the event's day", isoDays([day, day]).from!, tokens.spanOf(found.last, found.last + 1))],
  }
}

/** "3 and 5 May" becomes "3" and "5 May". */
function splitRange(found: Found): Found[] {
  const symbols = found.match.symbols
  const cut = symbols.findIndex(symbol => /^(?:and|to|until|through|or|-)$/.test(symbol.name))
  const [first, second] = found.sense.value.split("/") as [string, string]
  const part = (value: string, rows: readonly [number, number]): Found => ({
    ...found,
    first: rows[0],
    last: rows[1],
    sense: {...found.sense, value},
    days: daysOfValue(value),
  })
  return [part(first, [found.first, symbols[cut]!.first]), part(second, [symbols[cut]!.next, found.last])]
}

function resolve(scene: Scene, match: Match, story: Story): Found | null {
  const {tokens} = scene
  const span = tokens.spanOf(match.first, match.last)
  const captures = new Captures(
    match,
    tokens.text
      .slice(span.start, span.end)
      .toLowerCase()
      .replaceAll(/[\s]{1,20}/g, " "),
  )
  const tense = tenseAround(tokens, match, scene.words)
  const setting = (today: number | null): Setting => ({today, tense, story, narrative: scene.narrative && story.year !== null})
  const read = (today: number | null) => rules[match.pattern.rule]!(captures, setting(today), match.pattern.args)
  const {sense, days} = readBetween(scene, {story, match}, read)
  if (!sense) return null
  const trace = [
    step(`patterns.tsv: ${match.pattern.source} → ${match.pattern.rule}`, sense.value, span),
    ...(tense ? [step("tense", tense)] : []),
    ...(scene.narrative ? [step("narrative", "dates follow the story")] : []),
  ]
  return {first: match.first, last: match.last, match, sense, days, trace}
}

/** Reads from the first and from the last day of publication; where they differ, the value stays open and the days cover both. */
function readBetween(
  scene: Scene,
  at: {story: Story; match: Match},
  read: (today: number | null) => Sense | null,
): {sense: Sense | null; days: Days | null} {
  const {story, match} = at
  const begun = story.year !== null || story.quarter !== null
  const base = scene.narrative && begun && !fromNow(match) ? storyDays(story, match) : scene.published
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

const coarse = new Set(["unit", "month", "season", "spell", "recent", "quarter", "feast", "dayOfMonth"])

/** Where a history stands: the last day named; for months, seasons and the like also the last month or year. */
function storyDays(story: Story, match: Match): Days | null {
  const day = story.day ?? (coarse.has(match.pattern.rule) ? startOf(story) : null)
  return day === null ? null : [day, day]
}

/** "today" and "ten years ago" count from the day of writing even in a history. */
const fromNow = (match: Match): boolean =>
  match.pattern.rule === "offset" || (match.pattern.rule === "ago" && match.pattern.args[0] === "-1")

function asTime(found: Found, {tokens, published}: Scene, index: number): Time {
  const {start, end} = tokens.spanOf(found.first, found.last)
  const {sense} = found
  const word = tokens.lower(found.first)
  const whole = found.days && sense.type === "DATE" && !sense.value.includes("X") ? found.days : null
  const days = whole ? (clip(whole, word, published) ?? narrow(whole, sense.mod)) : found.days
  return {
    id: `t${index + 1}`,
    start,
    end,
    type: sense.type,
    value: sense.value,
    mod: sense.mod ?? null,
    ...isoDays(days),
    trace: [...found.trace],
  }
}

/** "earlier this month" ends before the day of publication, "later this week" begins after it; null where neither is said. */
function clip(days: Days, word: string, published: Days | null): Days | null {
  if (!published || published[0] !== published[1] || published[0] < days[0] || published[0] > days[1]) return null
  if (word === "earlier") return [days[0], Math.max(days[0], published[0] - 1)]
  return word === "later" ? [Math.min(days[1], published[0] + 1), days[1]] : null
}
