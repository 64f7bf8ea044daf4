import type {Labels} from "./labels.js"
import type {Signals} from "./layers.js"
import type {Answers} from "./model.js"
import {writeSoftmax} from "./tags.js"

/** Words that are surely no trigger keep no role scores: they would grow with the square of the text. */
const sureNone = 0.95

interface RoleRow {
  readonly first: number
  /** Probability × 255 of source, target for every word of the window in turn. */
  readonly scores: Uint8Array
}

/** Gathers what the political heads say, window by window. */
export class SignalBook {
  readonly event: Float32Array
  readonly status: Float32Array
  readonly quote: Float32Array
  private readonly roles = new Map<number, RoleRow>()

  constructor(
    count: number,
    private readonly labels: Labels,
  ) {
    this.event = new Float32Array(count * labels.events.length)
    this.status = new Float32Array(count * labels.statuses.length)
    this.quote = new Float32Array(count * labels.quotes.length)
  }

  /** Takes the rows [first, last) from a window that starts at row `offset` and holds `count` words. */
  take(answers: Answers, place: {first: number; last: number; offset: number; count: number}): void {
    const {labels} = this
    for (let row = place.first; row < place.last; row++) {
      const at = row - place.offset
      copyRow(answers.event, at, rowOf(this.event, row, labels.events))
      copyRow(answers.status, at, rowOf(this.status, row, labels.statuses))
      copyRow(answers.quote, at, rowOf(this.quote, row, labels.quotes))
      const none = this.event[row * labels.events.length] ?? 1
      if (answers.role && answers.event && none < sureNone) this.roles.set(row, readRoles(answers.role, at, place))
    }
  }

  /** The finished layer. */
  close(): Signals {
    const {labels, roles} = this
    return {
      eventLabels: labels.events,
      event: this.event,
      statusLabels: labels.statuses,
      status: this.status,
      quoteLabels: labels.quotes,
      quote: this.quote,
      role: (trigger, argument, slot) => {
        const row = roles.get(trigger)
        return row ? (row.scores[2 * (argument - row.first) + slot] ?? 0) / 255 : 0
      },
    }
  }
}

const rowOf = (table: Float32Array, row: number, labels: readonly string[]): Float32Array =>
  table.subarray(row * labels.length, (row + 1) * labels.length)

function copyRow(values: Float32Array | undefined, at: number, target: Float32Array): void {
  if (values) writeSoftmax(values, at * target.length, target)
}

function readRoles(role: Float32Array, at: number, place: {offset: number; count: number}): RoleRow {
  const width = 2 * place.count
  const scores = new Uint8Array(width)
  for (let i = 0; i < width; i++) scores[i] = Math.round(255 / (1 + Math.exp(-role[at * width + i]!)))
  return {first: place.offset, scores}
}
