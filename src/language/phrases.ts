import type {Words} from "../document/words.js"
import type {NounPhrase} from "./layers.js"
import {headOfName, nounBefore} from "./names/head.js"
import type {NameRun} from "./names/run.js"

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

/**
 * The heads that stand for phrases of their own, with the name each lies in. Of several heads in one name only the name's own
 * head stays, and what hangs on it by "of" and the like: in "University of Lima" both, in "San Juan" one.
 * A name behind a noun that heads a mention, as in "the minister, Ana Zola", is part of that mention.
 */
export function chooseHeads(
  words: Words,
  heads: readonly MentionHead[],
  names: readonly NameRun[],
): {readonly head: MentionHead; readonly name: NameRun | null}[] {
  const chosen: {head: MentionHead; name: NameRun | null}[] = []
  const rows = new Set(heads.map(head => head.row))
  let next = 0
  for (const head of heads) {
    while (next < names.length && names[next]!.last <= head.row) next++
    const name = names[next]
    const inside = name !== undefined && name.first <= head.row && name.label !== "DATE" && name.label !== "MONEY"
    if (!inside) chosen.push({head, name: null})
    else if (headOfName(words, name) === head.row) {
      if (!rows.has(nounBefore(words, name))) chosen.push({head, name})
    } else if (words.childrenOf(head.row).some(child => words.deprel[child] === "case")) chosen.push({head, name: null})
  }
  return chosen
}

const closing: Readonly<Record<string, string>> = {")": "(", "]": "[", "”": "“", "’": "‘", '"': '"', "»": "«", "}": "{"}

/**
 * The phrase of a head word after OntoNotes: its words with the modifiers, relative clauses and appositions that hang on them,
 * without preposition, conjuncts and trailing marks. A verb that is referred back to stands alone.
 */
export function phraseOf(words: Words, head: {readonly row: number; readonly type: string}, name: NameRun | null = null): NounPhrase {
  const upos = words.upos[head.row]
  const alone = !name && (upos === "VERB" || upos === "AUX")
  const {first, last} = alone ? {first: head.row, last: head.row} : coverName(extentOf(words, head.row), name)
  return {start: words.start[first]!, end: words.end[last]!, head: head.row, type: head.type}
}

/** A name is never cut in two, whatever the tree says. */
function coverName(extent: Extent, name: NameRun | null): Extent {
  return name ? {first: Math.min(extent.first, name.first), last: Math.max(extent.last, name.last - 1)} : extent
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
  return trimEnds(words, addClosing(words, {first, last}), head)
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

/** Marks at the ends, and a preposition that the tree hung too low, stay outside. */
function trimEnds(words: Words, extent: Extent, head: number): Extent {
  let {first, last} = extent
  while (last > head && isMark(words, last) && !isOpenedInside(words, first, last)) last--
  while (first < head && (isMark(words, first) || isPreposition(words, first))) first++
  return {first, last}
}

/** A preposition before a noun; not "at" in "at least ten". */
function isPreposition(words: Words, row: number): boolean {
  const head = words.head[row]!
  return words.upos[row] === "ADP" && head >= 0 && (words.upos[head] === "NOUN" || words.upos[head] === "PROPN")
}

const isMark = (words: Words, row: number): boolean => words.upos[row] === "PUNCT"
