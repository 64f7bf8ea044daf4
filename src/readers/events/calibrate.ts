import {readTable} from "../../lexicon/table.js"

let loaded: readonly (readonly [number, number])[] | null = null

/** The share of events that were right at this raw confidence, by data/events/calibration.tsv; three decimals. */
export function calibrate(raw: number): number {
  loaded ??= readTable("events/calibration.tsv").map(row => [Number(row.raw), Number(row.share)] as const)
  const above = loaded.findIndex(([at]) => at >= raw)
  const [high, highShare] = loaded[above < 0 ? loaded.length - 1 : above]!
  const [low, lowShare] = loaded[Math.max(0, (above < 0 ? loaded.length : above) - 1)]!
  const share = high === low ? highShare : lowShare + ((raw - low) / (high - low)) * (highShare - lowShare)
  return Math.round(1000 * Math.min(1, Math.max(0, share))) / 1000
}
