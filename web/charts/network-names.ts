import type {Knot} from "./ties.js"

/** A knot as it stands on the stage, in pixels. */
export interface Standing {
  readonly knot: Knot
  readonly x: number
  readonly y: number
  readonly radius: number
}

/** A name where it is written: its middle, and its base line. */
export interface Name {
  readonly knot: Knot
  readonly text: string
  readonly x: number
  readonly base: number
}

interface Box {
  readonly who: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Names above their knots or below, so that none covers another name or knot, the weightiest first; a name that finds no room is left out. */
export function placeNames(standing: readonly Standing[], width: number, lengthOf: (text: string) => number): Name[] {
  const taken: Box[] = standing.map(({knot, x, y, radius}) => ({
    who: knot.who,
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }))
  const names: Name[] = []
  for (const {knot, x, y, radius} of standing) {
    const text = shorten(knot.name)
    const half = lengthOf(text) / 2 + 3
    const middle = Math.max(half, Math.min(width - half, x))
    for (const base of [y - radius - 5, y + radius + 14]) {
      const box = {who: knot.who, left: middle - half, right: middle + half, top: base - 10, bottom: base + 3}
      if (taken.some(other => other.who !== box.who && isOver(box, other))) continue
      taken.push(box)
      names.push({knot, text, x: middle, base})
      break
    }
  }
  return names
}

/** A name that is pointed at: above its knot, whatever it covers. */
export function nameOver({knot, x, y, radius}: Standing, width: number, lengthOf: (text: string) => number): Name {
  const half = lengthOf(knot.name) / 2 + 3
  return {knot, text: knot.name, x: Math.max(half, Math.min(width - half, x)), base: y - radius - 5}
}

const shorten = (name: string): string => (name.length > 30 ? `${name.slice(0, 28)}…` : name)

const isOver = (one: Box, other: Box): boolean =>
  one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top
