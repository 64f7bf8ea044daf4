import type {Words} from "../../document/words.js"
import {type PatternToken, type PetrarchVerb, parsePetrarchVerbs, type VerbPattern} from "../../lexicon/petrarch-verbs.js"
import {readTable} from "../../lexicon/table.js"
import type {UserTables} from "../../lexicon/user-tables.js"

/** What the user's verb dictionary says of a verb in its sentence. `type` is null where the code is none or a statement. */
export interface OwnSense {
  readonly cameo: string
  /** The code of what the target does back, as in [043:042]; null when the dictionary gives one code. */
  readonly back: string | null
  readonly type: string | null
  readonly mode: string | null
  readonly rule: string
}

/** The user's verbs by their forms, lower case. */
export interface VerbBook {
  readonly byForm: ReadonlyMap<string, PetrarchVerb>
  readonly unread: readonly string[]
}

/** How many words away from the verb a pattern may still find its words. */
const reach = 14
const made = new WeakMap<UserTables, VerbBook | null>()

/** The verb dictionaries of a run; null when the user brought none. Made once for the same object. */
export function verbBookFor(tables: UserTables): VerbBook | null {
  const known = made.get(tables)
  if (known !== undefined) return known
  const parsed = tables.verbs.map(table => ({table, ...parsePetrarchVerbs(table.text)}))
  const byForm = new Map(parsed.flatMap(({rows}) => rows.flatMap(row => row.forms.map(form => [form, row] as const))))
  const unread = parsed.flatMap(({table, unread: lines}) => lines.map(line => `${table.path} ${line}`))
  const book = parsed.length > 0 ? {byForm, unread} : null
  made.set(tables, book)
  return book
}

/** The sense the user's dictionary gives a verb; null when it does not know the verb. The pattern with most words wins, then the first. */
export function ownSense(words: Words, row: number, book: VerbBook): OwnSense | null {
  const form = words.form(row).toLowerCase()
  const next = row + 1 < words.length ? words.form(row + 1).toLowerCase() : ""
  const verb =
    book.byForm.get(`${form} ${next}`) ??
    book.byForm.get(`${words.lemma[row]} ${next}`) ??
    book.byForm.get(form) ??
    book.byForm.get(words.lemma[row]!.toLowerCase())
  if (!verb) return null
  let best: VerbPattern | null = null
  for (const pattern of verb.patterns) if ((best === null || sizeOf(pattern) > sizeOf(best)) && matches(words, row, pattern)) best = pattern
  const [code = "", back = null] = (best?.code ?? verb.code).split(":")
  const plover = ploverOf(code)
  return {
    cameo: code,
    back,
    type: plover?.type ?? null,
    mode: plover?.mode ?? null,
    rule: `user's verbs: ${verb.forms[0]}${best ? ` with ${[...best.before, ...best.after].map(token => token.word).join(" ")}` : ""} [${code}]`,
  }
}

let cameo: ReadonlyMap<string, {type: string; mode: string | null}> | null = null

/** PLOVER type and mode of a CAMEO code; null for statements and for codes that are none. */
export function ploverOf(code: string): {type: string; mode: string | null} | null {
  cameo ??= new Map(readTable("events/cameo.tsv").map(row => [row.cameo!, {type: row.type!, mode: row.mode || null}]))
  for (let size = Math.min(4, code.length); size >= 2; size--) {
    const found = cameo.get(code.slice(0, size))
    if (found) return found
  }
  return null
}

function sizeOf(pattern: VerbPattern): number {
  return pattern.before.length + pattern.after.length
}

function matches(words: Words, row: number, pattern: VerbPattern): boolean {
  return finds(words, pattern.after, {at: row + 1, step: 1}) && finds(words, [...pattern.before].reverse(), {at: row - 1, step: -1})
}

/** Are the tokens there, in order, in this direction, within the sentence and reach? */
function finds(words: Words, tokens: readonly PatternToken[], {at, step}: {at: number; step: 1 | -1}): boolean {
  const sentence = words.sentence[at - step]
  let left = 0
  for (let row = at, away = 0; left < tokens.length; row += step, away++) {
    if (row < 0 || row >= words.length || away > reach || words.sentence[row] !== sentence) return false
    if (isToken(words, row, tokens[left]!)) left++
  }
  return true
}

function isToken(words: Words, row: number, token: PatternToken): boolean {
  if (token.set === null) return isWord(words, row, token.word)
  return token.set.some(parts => parts.every((part, index) => isWord(words, row + index, part)))
}

function isWord(words: Words, row: number, word: string): boolean {
  if (row >= words.length) return false
  const form = words.form(row).toLowerCase()
  return form === word || words.lemma[row]!.toLowerCase() === word || form === `${word}s`
}
