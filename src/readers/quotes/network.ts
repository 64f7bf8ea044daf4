import type {Sentence} from "../../document/words.js"
import type {Signals} from "../../language/layers.js"
import type {Probabilities} from "../../language/probabilities.js"
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
  private readonly bySentence: readonly (readonly PartRun[])[]
  private readonly columns: Readonly<Record<Part, readonly number[]>>

  constructor(
    private readonly signals: Signals,
    sentences: readonly Sentence[],
  ) {
    const of = (part: Part) => signals.quote.labels.flatMap((label, index) => (label.endsWith(part) ? [index] : []))
    this.columns = {content: of("content"), cue: of("cue"), source: of("source")}
    this.bySentence = signals.quote.isEmpty ? [] : decode(signals, sentences)
    this.runs = this.bySentence.flat()
  }

  /** The runs of one sentence, by its number. */
  runsIn(sentence: number): readonly PartRun[] {
    return this.bySentence[sentence] ?? []
  }

  /** Probability that a row lies in a part; 0 when the model has no such head. */
  at(row: number, part: Part): number {
    const {quote} = this.signals
    return quote.isEmpty ? 0 : this.columns[part].reduce((sum, column) => sum + quote.at(row, column), 0)
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

function decode({quote}: Signals, sentences: readonly Sentence[]): PartRun[][] {
  const labels = new SpanLabels(quote.labels)
  return sentences.map(({first, last}) =>
    labels
      .decode(logsOf(quote, first, last), 0, last - first)
      .map(run => ({part: run.label as Part, first: run.first + first, last: run.last + first})),
  )
}

/** Logarithms of the rows [first, last), a row for each word. */
function logsOf(table: Probabilities, first: number, last: number): Float32Array {
  const width = table.labels.length
  const logs = new Float32Array(width * (last - first)).fill(Math.log(impossible))
  for (let row = first; row < last; row++)
    table.each(row, (column, probability) => {
      logs[(row - first) * width + column] = Math.log(probability)
    })
  return logs
}

/** What stands for a probability of nothing. */
const impossible = 1e-9
