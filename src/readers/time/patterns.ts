import {readTable} from "../../lexicon/table.js"

/** One line of `data/time/patterns.tsv`. */
export interface Pattern {
  readonly order: number
  readonly source: string
  readonly type: string
  readonly rule: string
  readonly args: readonly string[]
  readonly before: Context
  readonly after: Context
}

/** Words one of which must stand beside a match, and words none of which may. */
export interface Context {
  readonly some: readonly string[]
  readonly none: readonly string[]
}

/** A node of the tree of symbols that all patterns form together. */
export interface PatternNode {
  readonly next: Map<string, PatternNode>
  readonly accepts: Pattern[]
}

export interface PatternTree {
  readonly root: PatternNode
  /** Small words and marks that patterns name themselves. */
  readonly literals: ReadonlySet<string>
}

let loaded: PatternTree | null = null

/** All time patterns as one tree; built once. */
export function timePatterns(): PatternTree {
  if (loaded) return loaded
  const root: PatternNode = {next: new Map(), accepts: []}
  const literals = new Set<string>()
  readTable("time/patterns.tsv").forEach((row, order) => {
    const [rule, ...args] = row.rule!.split(" ")
    const pattern: Pattern = {
      order,
      source: row.pattern!,
      type: row.type!,
      rule: rule!,
      args,
      before: contextOf(row.before!),
      after: contextOf(row.after!),
    }
    for (const path of pathsOf(row.pattern!.split(" "))) plant(root, path, pattern)
  })
  collectLiterals(root, literals)
  loaded = {root, literals}
  return loaded
}

function contextOf(cell: string): Context {
  const words = cell.split(" ").filter(word => word !== "")
  return {some: words.filter(word => !word.startsWith("!")), none: words.filter(word => word.startsWith("!")).map(word => word.slice(1))}
}

/** All sequences of symbols that a pattern stands for. */
function pathsOf(parts: readonly string[]): string[][] {
  const [first, ...rest] = parts
  if (first === undefined) return [[]]
  const optional = first.length > 1 && first.endsWith("?")
  const choices = (optional ? first.slice(0, -1) : first).split(/(?<=.)\/(?=.)/).map(choice => choice.split("_"))
  const tails = pathsOf(rest)
  const taken = choices.flatMap(choice => tails.map(tail => [...choice, ...tail]))
  return optional ? [...taken, ...tails] : taken
}

function plant(root: PatternNode, path: readonly string[], pattern: Pattern): void {
  let node = root
  for (const name of path) {
    const next = node.next.get(name) ?? {next: new Map(), accepts: []}
    node.next.set(name, next)
    node = next
  }
  node.accepts.push(pattern)
}

function collectLiterals(node: PatternNode, literals: Set<string>): void {
  for (const [name, next] of node.next) {
    if (!/^[A-Z]/.test(name)) literals.add(name)
    collectLiterals(next, literals)
  }
}
