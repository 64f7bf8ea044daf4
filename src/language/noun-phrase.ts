import type {Span} from "../document/span.js"
import type {Words} from "../document/words.js"

/** Dependents that stand outside the noun phrase that a reader would underline. */
const outside = new Set([
  "acl:relcl",
  "acl",
  "appos",
  "parataxis",
  "punct",
  "cc",
  "conj",
  "case",
  "mark",
  "cop",
  "nsubj",
  "csubj",
  "aux",
  "advcl",
  "discourse",
  "vocative",
  "dislocated",
  "cc:preconj",
  "nsubj:pass",
  "advcl:relcl",
  "orphan",
  "reparandum",
  "obl",
  "obl:unmarked",
  "advmod",
])

/** The words of a noun phrase around its head: modifiers, determiners and "of …" inside; relative clauses, appositions and conjuncts outside. */
export function nounPhraseSpan(words: Words, head: number): Span {
  let first = head
  let last = head
  const pending = [head]
  for (let row = pending.pop(); row !== undefined; row = pending.pop()) {
    for (const child of words.childrenOf(row)) {
      const relation = words.deprel[child]!
      if (row === head ? outside.has(relation) : isCut(relation)) continue
      first = Math.min(first, child)
      last = Math.max(last, child)
      pending.push(child)
    }
  }
  return {start: words.start[cutLeft(words, head, first)]!, end: words.end[cutRight(words, head, last)]!}
}

/** A comma, dash or bracket ends the phrase; hyphens and quotation marks do not. */
function breaks(words: Words, row: number): boolean {
  return words.upos[row] === "PUNCT" && /^[,;:—–()]/.test(words.form(row))
}

function cutLeft(words: Words, head: number, first: number): number {
  for (let row = head - 1; row >= first; row--) if (breaks(words, row)) return row + 1
  return first
}

function cutRight(words: Words, head: number, last: number): number {
  for (let row = head + 1; row <= last; row++) if (breaks(words, row)) return row - 1
  return last
}

function isCut(relation: string): boolean {
  return relation === "acl:relcl" || relation === "appos" || relation === "parataxis"
}

/** All rows below a row in the tree, itself included, in text order. */
export function subtreeRows(words: Words, root: number): number[] {
  const rows = [root]
  for (let i = 0; i < rows.length; i++) rows.push(...words.childrenOf(rows[i]!))
  return rows.sort((a, b) => a - b)
}

/** The row of a span that hangs outside it: its syntactic head. The last row when the tree gives none. */
export function headRow(words: Words, span: Span): number {
  const {first, last} = words.rowsIn(span)
  for (let row = first; row < last; row++) {
    const head = words.head[row]!
    if (head < first || head >= last) return row
  }
  return Math.max(first, last - 1)
}
