import type {Sentence} from "../../document/words.js"
import type {Signals} from "../../language/layers.js"
import {SpanLabels} from "../../language/spans.js"
import type {Rows} from "./rows.js"

/** The parts of a quotation that the network tells apart. */
export type Part = "content" | "cue" | "source"

/** A run of words that the network reads as one part. */
export interface PartRun extends Rows {
  readonly part: Part
}

/** What the network's quotation head says: how likely each word lies in a content, a cue or a source, and its best reading of every sentence. */
export class QuoteNetwork {
  readonly runs: readonly PartRun[]
  private readonly columns: Readonly<Record<Part, readonly number[]>>

  constructor(
    private readonly signals: Signals,
    sentences: readonly Sentence[],
  ) {
    const of = (part: Part) => signals.quoteLabels.flatMap((label, index) => (label.endsWith(part) ? [index] : []))
    this.columns = {content: of("content"), cue: of("cue"), source: of("source")}
    this.runs = signals.quote.length === 0 ? [] : decode(signals, sentences)
  }

  /** Probability that a row lies in a part; 0 when the model has no such head. */
  at(row: number, part: Part): number {
    const width = this.signals.quoteLabels.length
    return this.signals.quote.length === 0
      ? 0
      : this.columns[part].reduce((sum, column) => sum + this.signals.quote[row * width + column]!, 0)
  }

  /** Mean probability over rows that they lie in a part. */
  mean(rows: readonly Rows[], part: Part): number {
    let sum = 0
    let count = 0
    for (const {first, last} of rows) for (let row = first; row < last; row++, count++) sum += this.at(row, part)
    return count === 0 ? 0 : sum / count
  }

  /** Log of the odds that a row lies in a content, at most ±4. */
  leaning(row: number): number {
    const inside = Math.min(0.98, Math.max(0.02, this.at(row, "content")))
    return Math.log(inside / (1 - inside))
  }
}

function decode(signals: Signals, sentences: readonly Sentence[]): PartRun[] {
  const labels = new SpanLabels(signals.quoteLabels)
  const logs = signals.quote.map(value => Math.log(Math.max(value, 1e-9)))
  return sentences.flatMap(({first, last}) =>
    labels.decode(logs, first, last - first).map(run => ({part: run.label as Part, first: run.first + first, last: run.last + first})),
  )
}
