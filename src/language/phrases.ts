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

/** Rows [first, last] of a phrase, both included. */
interface Extent {
  readonly first: number
  readonly last: number
}

/** Dependents before a noun that OntoNotes leaves outside its phrase: prepositions, "even", "and", the subject of a copula… */
const outsideLeft = new Set(
  "case cc cc:preconj cop nsubj nsubj:outer csubj mark aux advmod discourse obl obl:unmarked reparandum expl orphan vocative parataxis dislocated advcl nmod conj".split(
    " ",
  ),
)
/** Dependents after a noun that stay outside: the rest of a list, asides, clauses that belong to the whole sentence. */
const outsideRight = new Set(
  "conj parataxis list dep discourse advcl orphan obl reparandum vocative dislocated cop nsubj aux cc ccomp obj case".split(" "),
)

const closing: Readonly<Record<string, string>> = {")": "(", "]": "[", "”": "“", "’": "‘", '"': '"', "»": "«", "}": "{"}

/**
 * The phrase of a head word after OntoNotes: its words with the modifiers, relative clauses and appositions that hang on them,
 * without preposition, conjuncts and trailing marks. A verb that is referred back to stands alone.
 */
export function phraseOf(words: Words, head: {readonly row: number; readonly type: string}): NounPhrase {
  const upos = words.upos[head.row]
  const {first, last} = upos === "VERB" || upos === "AUX" ? {first: head.row, last: head.row} : extentOf(words, head.row)
  return {start: words.start[first]!, end: words.end[last]!, head: head.row, type: head.type}
}

function extentOf(words: Words, head: number): Extent {
  let first = head
  let last = head
  for (const child of words.childrenOf(head)) {
    if (words.deprel[child] === "punct" || !isInside(words, child, head)) continue
    const inner = wholeExtent(words, child)
    if (inner.first < first) first = inner.first
    if (inner.last > last) last = inner.last
  }
  return trimMarks(words, addClosing(words, {first, last}))
}

function isInside(words: Words, child: number, head: number): boolean {
  const relation = words.deprel[child]!
  if (child < head) return !outsideLeft.has(relation)
  return !outsideRight.has(relation) || (relation === "case" && words.xpos[child] === "POS")
}

/** Everything that hangs on a word, directly or not. */
function wholeExtent(words: Words, row: number): Extent {
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

/** A mark right behind the phrase that closes a bracket or quotation opened inside belongs to it. */
function addClosing(words: Words, extent: Extent): Extent {
  const next = extent.last + 1
  if (next >= words.length || words.sentence[next] !== words.sentence[extent.last]) return extent
  return isOpenedInside(words, extent.first, next) ? {first: extent.first, last: next} : extent
}

function isOpenedInside(words: Words, first: number, mark: number): boolean {
  const opening = closing[words.form(mark)]
  if (!opening) return false
  let open = 0
  for (let row = first; row < mark; row++) {
    const form = words.form(row)
    if (form === opening) open = form === words.form(mark) ? 1 - open : open + 1
    else if (form === words.form(mark)) open--
  }
  return open > 0
}

function trimMarks(words: Words, extent: Extent): Extent {
  let {first, last} = extent
  while (last > first && isMark(words, last) && !isOpenedInside(words, first, last)) last--
  while (first < last && isMark(words, first)) first++
  return {first, last}
}

const isMark = (words: Words, row: number): boolean => words.upos[row] === "PUNCT"
