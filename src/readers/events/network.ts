import type {Signals} from "../../language/layers.js"

/** What the network's event head says about one word. */
export interface Opinion {
  readonly type: string
  readonly mode: string | null
  /** Probability of the type, all its modes together. */
  readonly probability: number
  /** Probability that the word names no act. */
  readonly none: number
}

/** Reads the event and status heads of the network by word. */
export class Network {
  private readonly width: number
  private readonly noneColumn: number
  private readonly parts: readonly (readonly [string, string | null])[]

  constructor(private readonly signals: Signals) {
    this.width = signals.eventLabels.length
    this.noneColumn = signals.eventLabels.indexOf("none")
    this.parts = signals.eventLabels.map(label => {
      const [type = "none", mode = null] = label.split("/")
      return [type, mode]
    })
  }

  /** False when the model has no event head. */
  get speaks(): boolean {
    return this.signals.event.length > 0
  }

  /** The likeliest type at a row, and how likely it is that the row names no act. */
  opinion(row: number): Opinion {
    const sums = this.typeSums(row)
    let type = ""
    for (const name of sums.keys()) if (name !== "none" && (type === "" || sums.get(name)! > sums.get(type)!)) type = name
    return {type, mode: this.modeAt(row, type), probability: sums.get(type) ?? 0, none: sums.get("none") ?? 1}
  }

  /** Probability that a row names no act. */
  none(row: number): number {
    return this.noneColumn < 0 ? 1 : this.at(row, this.noneColumn)
  }

  /** Probability of one type at a row. */
  probability(row: number, type: string): number {
    return this.typeSums(row).get(type) ?? 0
  }

  /** The likeliest mode of a type at a row; null when the bare type is likelier. */
  modeAt(row: number, type: string): string | null {
    let best = -1
    for (let column = 0; column < this.width; column++)
      if (this.parts[column]![0] === type && (best < 0 || this.at(row, column) > this.at(row, best))) best = column
    return best < 0 ? null : this.parts[best]![1]
  }

  /** Probability of a status at a row. */
  status(row: number, status: string): number {
    const column = this.signals.statusLabels.indexOf(status)
    return column < 0 || this.signals.status.length === 0 ? 0 : this.signals.status[row * this.signals.statusLabels.length + column]!
  }

  /** Probability that a word lies in the source (0) or target (1) phrase of the act at `row`. */
  role(row: number, argument: number, slot: 0 | 1): number {
    return this.signals.role(row, argument, slot)
  }

  private at(row: number, column: number): number {
    return this.signals.event[row * this.width + column]!
  }

  private typeSums(row: number): Map<string, number> {
    const sums = new Map<string, number>()
    if (!this.speaks) return sums
    for (let column = 0; column < this.width; column++) {
      const type = this.parts[column]![0]
      sums.set(type, (sums.get(type) ?? 0) + this.at(row, column))
    }
    return sums
  }
}
