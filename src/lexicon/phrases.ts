import type {Span} from "../document/span.js"
import {foldName} from "./fold.js"

/** A phrase of the table found in a text. */
export interface Hit<T> extends Span {
  readonly values: readonly T[]
}

interface Node<T> {
  readonly next: Map<string, Node<T>>
  values: T[]
}

interface Run extends Span {
  readonly folded: string
}

/**
 * Finds many phrases at once, in time linear in the text. Phrases and text are compared as runs of letters and digits without case and
 * accents; up to two joining characters (space, hyphen, apostrophe, full stop) may stand between runs.
 */
export class PhraseTable<T> {
  private readonly root: Node<T> = {next: new Map(), values: []}

  add(phrase: string, value: T): void {
    let node = this.root
    for (const run of runsOf(phrase)) {
      const known = node.next.get(run.folded)
      const next: Node<T> = known ?? {next: new Map(), values: []}
      if (!known) node.next.set(run.folded, next)
      node = next
    }
    if (node !== this.root) node.values.push(value)
  }

  /** The longest phrase at each place, left to right, without overlaps. */
  find(text: string): Hit<T>[] {
    const runs = runsOf(text)
    const hits: Hit<T>[] = []
    for (let at = 0; at < runs.length; ) {
      const found = this.longestAt(text, runs, at)
      if (found) hits.push(found.hit)
      at = found ? found.next : at + 1
    }
    return hits
  }

  /** What is filed under exactly this phrase. */
  get(phrase: string): readonly T[] {
    let node: Node<T> | undefined = this.root
    for (const run of runsOf(phrase)) {
      node = node.next.get(run.folded)
      if (!node) return []
    }
    return node.values
  }

  private longestAt(text: string, runs: readonly Run[], at: number): {hit: Hit<T>; next: number} | null {
    let node = this.root.next.get(runs[at]!.folded)
    let best: {hit: Hit<T>; next: number} | null = null
    for (let last = at; node; last++) {
      if (node.values.length > 0) best = {hit: {start: runs[at]!.start, end: runs[last]!.end, values: node.values}, next: last + 1}
      const following = runs[last + 1]
      if (!following || !isJoint(text, runs[last]!, following)) break
      node = node.next.get(following.folded)
    }
    return best
  }
}

/** The runs of letters and digits of a text, folded. */
function runsOf(text: string): Run[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}\p{M}]{1,200}/gu), match => ({
    start: match.index,
    end: match.index + match[0].length,
    folded: foldName(match[0]),
  }))
}

/** Single letters belong together by stops, not by a space: "A U.S. judge" is no "A.U.". */
function isJoint(text: string, before: Run, after: Run): boolean {
  const [from, to] = [before.end, after.start]
  if (to - from > 2 || (before.folded.length === 1 && after.folded.length === 1 && text.slice(from, to) === " ")) return false
  for (let i = from; i < to; i++) if (!" -–.'’‘&\u00a0\n".includes(text[i]!)) return false
  return true
}
