import {type Entry, layers} from "./entries.js"

/** A stretch of text without a border inside: which layers cover it is one bit a layer. */
export interface Piece {
  readonly start: number
  readonly end: number
  readonly layers: number
}

/** Cuts a part of the text at every border of every stretch, so that overlapping and nested highlights become flat pieces. */
export function cutPieces(entries: readonly Entry[], from: number, to: number): Piece[] {
  const borders = new Set<number>([from, to])
  const changes = new Map<number, number[]>()
  const change = (at: number, layer: number, by: number): void => {
    const counts = changes.get(at) ?? layers.map(() => 0)
    counts[layer]! += by
    changes.set(at, counts)
  }
  for (const {layer, stretches} of entries) {
    for (const {start, end, role} of stretches) {
      if (end <= from || start >= to) continue
      const [first, last] = [Math.max(start, from), Math.min(end, to)]
      borders.add(first).add(last)
      if (role !== "main") continue
      change(first, layers.indexOf(layer), 1)
      change(last, layers.indexOf(layer), -1)
    }
  }
  return sweep(
    [...borders].sort((a, b) => a - b),
    changes,
  )
}

function sweep(borders: readonly number[], changes: ReadonlyMap<number, readonly number[]>): Piece[] {
  const open = layers.map(() => 0)
  const pieces: Piece[] = []
  borders.forEach((start, index) => {
    changes.get(start)?.forEach((by, layer) => {
      open[layer]! += by
    })
    const end = borders[index + 1]
    if (end === undefined) return
    pieces.push({start, end, layers: open.reduce((bits, count, layer) => bits | (count > 0 ? 1 << layer : 0), 0)})
  })
  return pieces
}

/** Parts in which a very long text is shown, each ending where a line ends if it can. */
export function partsOf(text: string, longest = 120_000): {start: number; end: number}[] {
  const parts: {start: number; end: number}[] = []
  for (let start = 0; start < text.length || parts.length === 0; ) {
    let end = Math.min(start + longest, text.length)
    if (end < text.length) {
      const line = text.lastIndexOf("\n", end)
      const space = text.lastIndexOf(" ", end)
      end = line > start + longest / 2 ? line + 1 : space > start + longest / 2 ? space + 1 : end
      if (/[\ud800-\udbff]/.test(text[end - 1]!)) end--
    }
    parts.push({start, end})
    if (end >= text.length) break
    start = end
  }
  return parts
}
