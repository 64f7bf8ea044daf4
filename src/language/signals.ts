import type {Labels} from "./labels.js"
import type {Signals} from "./layers.js"
import type {Answers} from "./model.js"
import {Probabilities} from "./probabilities.js"

/** Words that are surely no trigger keep no role scores: they would grow with the square of the text. */
const sureNone = 0.95

/** At or below this logit a probability × 255 rounds to 0. */
const least = -6.24

interface RoleRow {
  readonly first: number
  /** Probability × 255 of source, target for every word of the window in turn. */
  readonly scores: Uint8Array
}

/** Gathers what the political heads say, window by window. */
export class SignalBook {
  private readonly event: Probabilities
  private readonly status: Probabilities
  private readonly quote: Probabilities
  private readonly roles = new Map<number, RoleRow>()

  constructor(count: number, labels: Labels) {
    this.event = new Probabilities(labels.events, count)
    this.status = new Probabilities(labels.statuses, count)
    this.quote = new Probabilities(labels.quotes, count)
  }

  /** Takes the rows [first, last) from a window that starts at row `offset` and holds `count` words. */
  take(answers: Answers, place: {first: number; last: number; offset: number; count: number}): void {
    for (let row = place.first; row < place.last; row++) {
      const at = row - place.offset
      pushRow(this.event, answers.event, at)
      pushRow(this.status, answers.status, at)
      pushRow(this.quote, answers.quote, at)
      if (answers.role && answers.event && this.event.at(row, 0) < sureNone) this.roles.set(row, readRoles(answers.role, at, place))
    }
  }

  /** The finished layer. */
  close(): Signals {
    const {event, status, quote, roles} = this
    return {
      event,
      status,
      quote,
      role: (trigger, argument, slot) => {
        const row = roles.get(trigger)
        return row ? (row.scores[2 * (argument - row.first) + slot] ?? 0) / 255 : 0
      },
    }
  }
}

function pushRow(table: Probabilities, logits: Float32Array | undefined, at: number): void {
  if (logits) table.push(logits, at * table.labels.length)
}

function readRoles(role: Float32Array, at: number, place: {offset: number; count: number}): RoleRow {
  const width = 2 * place.count
  const scores = new Uint8Array(width)
  for (let i = 0; i < width; i++) {
    const logit = role[at * width + i]!
    if (logit > least) scores[i] = Math.round(255 / (1 + Math.exp(-logit)))
  }
  return {first: place.offset, scores}
}
