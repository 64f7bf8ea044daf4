/** A labelled run of words: rows [first, last) relative to where the decoding began. */
export interface LabelledRun {
  readonly first: number
  readonly last: number
  readonly label: string
  /** Mean logit of every class over the run's words, as if the run were of that class. */
  readonly scores: ReadonlyMap<string, number>
}

/** Transition table of one BIOES label list: which label may follow which. O comes first, then B I E S of every class. */
export class SpanLabels {
  /** For every label: its mark, O B I E or S. */
  private readonly mark: readonly string[]
  /** For every label: its class. */
  private readonly kind: readonly string[]
  /** For labels I and E: the numbers of B and I of the same class; else null. */
  private readonly inside: readonly (readonly [number, number] | null)[]

  constructor(readonly labels: readonly string[]) {
    this.mark = labels.map(label => label[0]!)
    this.kind = labels.map(label => label.slice(2))
    this.inside = labels.map((_, i) => {
      if (this.mark[i] !== "I" && this.mark[i] !== "E") return null
      return [labels.indexOf(`B-${this.kind[i]}`), labels.indexOf(`I-${this.kind[i]}`)] as const
    })
  }

  /** The best well-formed labelling of `count` rows of logits from row `from` on, as runs. */
  decode(logits: Float32Array, from: number, count: number): LabelledRun[] {
    return this.collect(this.bestPath(logits, from, count), logits, from)
  }

  /** Viterbi: a class opened by B goes on with I and is closed by E; all else follows only closed labels. */
  private bestPath(logits: Float32Array, from: number, count: number): Int32Array {
    const width = this.labels.length
    const back = new Int32Array(count * width)
    let scores = new Float64Array(width)
    for (let i = 0; i < width; i++) scores[i] = this.inside[i] ? Number.NEGATIVE_INFINITY : logits[from * width + i]!
    for (let row = 1; row < count; row++) {
      const closed = this.bestClosed(scores)
      const next = new Float64Array(width)
      for (let i = 0; i < width; i++) {
        const inside = this.inside[i]
        const best = inside ? (scores[inside[0]]! >= scores[inside[1]]! ? inside[0] : inside[1]) : closed
        back[row * width + i] = best
        next[i] = scores[best]! + logits[(from + row) * width + i]!
      }
      scores = next
    }
    return this.walkBack(back, count, this.bestClosed(scores))
  }

  private bestClosed(scores: Float64Array): number {
    let best = 0
    for (let i = 1; i < scores.length; i++) {
      const mark = this.mark[i]
      if ((mark === "E" || mark === "S") && scores[i]! > scores[best]!) best = i
    }
    return best
  }

  private walkBack(back: Int32Array, count: number, last: number): Int32Array {
    const path = new Int32Array(count)
    let at = last
    for (let row = count - 1; row >= 0; row--) {
      path[row] = at
      at = back[row * this.labels.length + at]!
    }
    return path
  }

  private collect(path: Int32Array, logits: Float32Array, from: number): LabelledRun[] {
    const runs: LabelledRun[] = []
    let first = 0
    for (let row = 0; row < path.length; row++) {
      const mark = this.mark[path[row]!]
      if (mark === "B" || mark === "S") first = row
      if (mark === "E" || mark === "S") {
        const scores = this.scoreClasses(path, logits, {from, first, last: row + 1})
        runs.push({first, last: row + 1, label: this.kind[path[row]!]!, scores})
      }
    }
    return runs
  }

  private scoreClasses(path: Int32Array, logits: Float32Array, run: {from: number; first: number; last: number}): Map<string, number> {
    const scores = new Map<string, number>()
    for (let i = 1; i < this.labels.length; i += 4) {
      let sum = 0
      for (let row = run.first; row < run.last; row++) sum += logits[(run.from + row) * this.labels.length + i + ((path[row]! - 1) % 4)]!
      scores.set(this.kind[i]!, sum / (run.last - run.first))
    }
    return scores
  }
}
