import type {Words} from "../document/words.js"
import type {NounPhrase} from "./layers.js"

/** A word that heads a referring phrase, with its type and its vectors for coreference. */
export interface MentionHead {
  readonly row: number
  readonly type: string
  /** 64 values: what it looks for in an antecedent. */
  readonly query: Float32Array
  /** 64 values: what it offers as an antecedent. */
  readonly key: Float32Array
  /** How much it looks like the first mention of something. */
  readonly fresh: number
}

/** The phrase of a head: its words with everything that hangs on them, less what OntoNotes leaves out. */
export function phraseOf(words: Words, head: MentionHead): NounPhrase {
  const {first, last} = extent(words, head.row)
  return {start: words.start[first]!, end: words.end[last]!, head: head.row, type: head.type}
}

function extent(words: Words, head: number): {first: number; last: number} {
  let first = head
  let last = head
  for (const child of words.childrenOf(head)) {
    if (isOutside(words, child)) continue
    const inner = wholeExtent(words, child)
    if (inner.first < first) first = inner.first
    if (inner.last > last) last = inner.last
  }
  while (last > head && words.upos[last] === "PUNCT") last--
  while (first < head && words.upos[first] === "PUNCT") first++
  return {first, last}
}

const outside = new Set([
  "case",
  "punct",
  "cc",
  "conj",
  "parataxis",
  "cop",
  "nsubj",
  "mark",
  "advcl",
  "discourse",
  "vocative",
  "dislocated",
])

function isOutside(words: Words, child: number): boolean {
  return outside.has(words.deprel[child]!)
}

function wholeExtent(words: Words, row: number): {first: number; last: number} {
  let first = row
  let last = row
  const open = [row]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at < first) first = at
    if (at > last) last = at
    for (const child of words.childrenOf(at)) open.push(child)
  }
  return {first, last}
}
