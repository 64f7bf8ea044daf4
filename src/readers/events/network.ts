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
  private readonly noneColumn: number
  private readonly parts: readonly (readonly [string, string | null])[]
  /** What an act would be of whose type the network knows nothing. */
  private readonly firstType: string

  constructor(private readonly signals: Signals) {
    this.noneColumn = signals.event.labels.indexOf("none")
    this.parts = signals.event.labels.map(label => {
      const [type = "none", mode = null] = label.split("/")
      return [type, mode]
    })
    this.firstType = this.parts.find(([type]) => type !== "none")?.[0] ?? ""
  }

  /** False when the model has no event head. */
  get speaks(): boolean {
    return !this.signals.event.isEmpty
  }

  /** The likeliest type at a row, and how likely it is that the row names no act. */
  opinion(row: number): Opinion {
    if (!this.speaks) return {type: "", mode: null, probability: 0, none: 1}
    const sums = this.typeSums(row)
    let type = this.firstType
    for (const [name, sum] of sums) if (name !== "none" && sum > (sums.get(type) ?? 0)) type = name
    return {type, mode: this.modeAt(row, type), probability: sums.get(type) ?? 0, none: sums.get("none") ?? 0}
  }

  /** Probability that a row names no act. */
  none(row: number): number {
    return this.noneColumn < 0 || !this.speaks ? 1 : this.signals.event.at(row, this.noneColumn)
  }

  /** Probability of one type at a row. */
  probability(row: number, type: string): number {
    return this.typeSums(row).get(type) ?? 0
  }

  /** The likeliest mode of a type at a row; null when the bare type is likelier. */
  modeAt(row: number, type: string): string | null {
    let best = this.parts.findIndex(([name]) => name === type)
    let most = 0
    this.signals.event.each(row, (column, probability) => {
      if (this.parts[column]![0] !== type || probability <= most) return
      best = column
      most = probability
    })
    return best < 0 ? null : this.parts[best]![1]
  }

  /** Probability of a status at a row. */
  status(row: number, status: string): number {
    const column = this.signals.status.labels.indexOf(status)
    return column < 0 || this.signals.status.isEmpty ? 0 : this.signals.status.at(row, column)
  }

  /** Probability that a word lies in the source (0) or target (1) phrase of the act at `row`. */
  role(row: number, argument: number, slot: 0 | 1): number {
    return this.signals.role(row, argument, slot)
  }

  private typeSums(row: number): Map<string, number> {
    const sums = new Map<string, number>()
    this.signals.event.each(row, (column, probability) => {
      const type = this.parts[column]![0]
      sums.set(type, (sums.get(type) ?? 0) + probability)
    })
    return sums
  }
}
