import type {Effects} from "./effects.js"

/** A line on a terminal's standard error that tells how far a long run is, at what rate, and how long it will still take. */
export interface Progress {
  step(): void
  /** Wipes the line away. */
  end(): void
}

/** Progress of a run of `total` steps; null when nobody knows how many there will be. Silent where standard error is no terminal. */
export function startProgress({stderr, now}: Effects, what: string, total: number | null): Progress {
  if (!stderr.isTTY) return {step: () => {}, end: () => {}}
  const started = now().getTime()
  let done = 0
  let shown = 0
  const show = (): void => {
    const elapsed = (now().getTime() - started) / 1_000
    const rate = done / Math.max(elapsed, 0.001)
    const left = total === null ? "" : `, ${describeSeconds((total - done) / Math.max(rate, 0.001))} left`
    stderr.write(`\r\u001b[K${what} ${done}${total === null ? "" : ` of ${total}`}, ${rate.toFixed(1)} a second${left}`)
  }
  return {
    step: () => {
      done++
      const at = now().getTime()
      if (at - shown < 200) return
      shown = at
      show()
    },
    end: () => void stderr.write("\r\u001b[K"),
  }
}

/** A length of time in words: "40 s", "3 min", "2 h". */
export function describeSeconds(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`
  return seconds < 5_400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3_600).toFixed(1)} h`
}
