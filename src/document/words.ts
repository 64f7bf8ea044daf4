import {Problem} from "../problem.js"
import type {Span} from "./span.js"

/** The columns of the word table that hold strings. */
interface Columns {
  readonly lemma: string[]
  readonly upos: string[]
  readonly xpos: string[]
  readonly feats: string[]
  readonly deprel: string[]
}

/**
 * The words of a document: one column per property, one row per word. Filled once by the language stage, then only read.
 * `head` holds row numbers of the whole table, −1 for the root of a sentence; `sentence` holds row numbers of `sentences`.
 */
export class Words implements Columns {
  readonly start: Uint32Array
  readonly end: Uint32Array
  readonly head: Int32Array
  readonly sentence: Uint32Array
  readonly lemma: string[]
  readonly upos: string[]
  readonly xpos: string[]
  readonly feats: string[]
  readonly deprel: string[]
  /** Rows that hang on each row; a row on which nothing hangs has no list. Null while heads may still change. */
  private dependents: readonly (readonly number[] | undefined)[] | null = null

  constructor(
    readonly text: string,
    readonly length: number,
  ) {
    this.start = new Uint32Array(length)
    this.end = new Uint32Array(length)
    this.head = new Int32Array(length).fill(-1)
    this.sentence = new Uint32Array(length)
    this.lemma = new Array<string>(length).fill("")
    this.upos = new Array<string>(length).fill("X")
    this.xpos = new Array<string>(length).fill("")
    this.feats = new Array<string>(length).fill("")
    this.deprel = new Array<string>(length).fill("dep")
  }

  /** A view of one row. */
  at(index: number): Word {
    return new Word(this, index)
  }

  /** The form of a row: the characters of the text. */
  form(index: number): string {
    return this.text.slice(this.start[index]!, this.end[index]!)
  }

  /** Says that every head of the document stands: from now on dependents may be asked for, and heads must not change. */
  settleHeads(): this {
    this.dependents = collectDependents(this.head)
    return this
  }

  /** Rows that hang on this row, in text order. Throws a `stage` problem while heads may still change. */
  childrenOf(index: number): readonly number[] {
    if (!this.dependents)
      throw new Problem(
        "stage",
        "The dependents of a word were asked for before every head of the document stood. Call settleHeads() when the last head is set.",
      )
    return this.dependents[index] ?? childless
  }

  /** The row of the word that covers or follows this UTF-16 index; `length` when none does. Linear-free: binary search. */
  indexAt(position: number): number {
    let low = 0
    let high = this.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.end[middle]! <= position) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Rows [first, last) of the words that share characters with a span. */
  rowsIn(span: Span): {readonly first: number; readonly last: number} {
    const first = this.indexAt(span.start)
    let last = first
    while (last < this.length && this.start[last]! < span.end) last++
    return {first, last}
  }
}

/** A view of one row. It owns nothing, so it is cheap to make and never out of date. */
export class Word implements Span {
  constructor(
    private readonly all: Words,
    readonly index: number,
  ) {}
  get start(): number {
    return this.all.start[this.index]!
  }
  get end(): number {
    return this.all.end[this.index]!
  }
  get text(): string {
    return this.all.form(this.index)
  }
  get lemma(): string {
    return this.all.lemma[this.index]!
  }
  get upos(): string {
    return this.all.upos[this.index]!
  }
  get xpos(): string {
    return this.all.xpos[this.index]!
  }
  get feats(): string {
    return this.all.feats[this.index]!
  }
  get deprel(): string {
    return this.all.deprel[this.index]!
  }
  get sentence(): number {
    return this.all.sentence[this.index]!
  }
  /** The word this one hangs on; null for the root of a sentence. */
  get head(): Word | null {
    const head = this.all.head[this.index]!
    return head < 0 ? null : new Word(this.all, head)
  }
  get children(): Word[] {
    return this.all.childrenOf(this.index).map(row => new Word(this.all, row))
  }
  /** Does the morphology hold this feature, as in `has("Tense=Past")`? */
  has(feature: string): boolean {
    return `|${this.feats}|`.includes(`|${feature}|`)
  }
  child(...relations: string[]): Word | null {
    const row = this.all.childrenOf(this.index).find(child => relations.includes(this.all.deprel[child]!))
    return row === undefined ? null : new Word(this.all, row)
  }
  childrenBy(...relations: string[]): Word[] {
    return this.children.filter(child => relations.includes(child.deprel))
  }
}

/** A sentence: its span and its rows [first, last) in the word table. */
export interface Sentence extends Span {
  readonly first: number
  readonly last: number
}

const childless: readonly number[] = []

function collectDependents(head: Int32Array): (number[] | undefined)[] {
  const dependents = new Array<number[] | undefined>(head.length)
  for (let row = 0; row < head.length; row++) {
    const above = head[row]!
    if (above < 0) continue
    const known = dependents[above]
    if (known) known.push(row)
    else dependents[above] = [row]
  }
  return dependents
}
