import {gaps, type Tokens, tokenKinds} from "../../lexicon/tokens.js"
import {type Context, type Pattern, type PatternNode, timePatterns} from "./patterns.js"
import {type TimeSymbol, TimeSymbols} from "./symbols.js"
import {timeWords} from "./words.js"

/** A pattern found at the token rows [first, last), with the symbols that filled it. */
export interface Match {
  readonly pattern: Pattern
  readonly first: number
  readonly last: number
  readonly symbols: readonly TimeSymbol[]
}

/** May a match stand here? Tells words of time from other uses of the same words ("may", "march", "second"). */
export type Guard = (match: Match, tokens: Tokens) => boolean

/** All time patterns in a text, left to right, the longest at each place, without overlaps. */
export function matchPatterns(tokens: Tokens, guard: Guard): Match[] {
  const tree = timePatterns()
  const symbols = new TimeSymbols(tokens, tree.literals)
  const words = timeWords()
  const found: Match[] = []
  for (let row = 0; row < tokens.length; ) {
    const match = mayBegin(tokens, row, words) ? longestAt({tokens, symbols, guard}, tree.root, row) : null
    if (match) found.push(match)
    row = match ? match.last : row + 1
  }
  return found
}

/** A cheap test before the walk: digits, an apostrophe, or a word that begins a pattern. */
function mayBegin(tokens: Tokens, row: number, words: ReadonlyMap<string, unknown>): boolean {
  const kind = tokens.kind(row)
  if (kind === tokenKinds.digits) return true
  if (kind === tokenKinds.mark) return tokens.form(row) === "'" || tokens.form(row) === "’" || tokens.form(row) === "‘"
  const word = tokens.lower(row)
  return words.has(word) || starters().has(word)
}

let known: ReadonlySet<string> | null = null

function starters(): ReadonlySet<string> {
  known ??= new Set([
    ...timePatterns().root.next.keys(),
    ..."a an one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety q1 q2 q3 q4 h1 h2".split(
      " ",
    ),
  ])
  return known
}

interface Search {
  readonly tokens: Tokens
  readonly symbols: TimeSymbols
  readonly guard: Guard
}

function longestAt(search: Search, root: PatternNode, row: number): Match | null {
  let best: Match | null = null
  const path: TimeSymbol[] = []
  const walk = (node: PatternNode, at: number): void => {
    for (const pattern of node.accepts) {
      const better = !best || at > best.last || (at === best.last && pattern.order < best.pattern.order)
      if (!better) continue
      const match: Match = {pattern, first: row, last: at, symbols: [...path]}
      if (fitsAround(search.tokens, match) && search.guard(match, search.tokens)) best = match
    }
    if (node.next.size === 0 || (at > row && search.tokens.gap(at) === gaps.paragraph)) return
    for (const symbol of search.symbols.at(at)) {
      const next = node.next.get(symbol.name)
      if (!next) continue
      path.push(symbol)
      walk(next, symbol.next)
      path.pop()
    }
  }
  walk(root, row)
  return best
}

function fitsAround(tokens: Tokens, match: Match): boolean {
  const {before, after} = match.pattern
  return suits(before, word => standsBefore(tokens, match.first, word)) && suits(after, word => standsAfter(tokens, match.last, word))
}

const suits = (context: Context, stands: (word: string) => boolean): boolean =>
  (context.some.length === 0 || context.some.some(stands)) && !context.none.some(stands)

function standsBefore(tokens: Tokens, row: number, word: string): boolean {
  if (word === "NUM") return tokens.kind(row - 1) === tokenKinds.digits
  const parts = word.split("_")
  return parts.every((part, index) => tokens.lower(row - parts.length + index) === part)
}

function standsAfter(tokens: Tokens, row: number, word: string): boolean {
  if (/^[A-Z]/.test(word)) return (timeWords().get(tokens.lower(row)) ?? []).some(entry => entry.class.startsWith(word))
  return word.split("_").every((part, index) => tokens.lower(row + index) === part)
}
