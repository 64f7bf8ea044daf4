/** A knot of the network with its place. */
export interface Knot {
  readonly who: number
  readonly name: string
  readonly kind: string
  readonly weight: number
  x: number
  y: number
}

/** What happened in one direction between two knots. */
export interface Tie {
  readonly from: Knot
  readonly to: Knot
  readonly events: number
  readonly score: number
}

interface Edge {
  readonly source: string
  readonly target: string
  readonly source_who: number
  readonly target_who: number
  readonly source_kind: string
  readonly target_kind: string
  readonly events: number
  readonly mean_score: number
}

/** Lays a network out: ties pull, knots push, the same for the same edges every time. Coordinates lie within −1 and 1. What somebody does to their own is no tie. */
export function layNetwork(rows: readonly Edge[], rounds = 260): {knots: Knot[]; ties: Tie[]} {
  const edges = rows.filter(({source_who, target_who}) => source_who !== target_who)
  const weights = new Map<number, {name: string; kind: string; weight: number}>()
  const weigh = (who: number, name: string, kind: string, events: number): void => {
    weights.set(who, {name, kind, weight: (weights.get(who)?.weight ?? 0) + events})
  }
  for (const edge of edges) {
    weigh(edge.source_who, edge.source, edge.source_kind, edge.events)
    weigh(edge.target_who, edge.target, edge.target_kind, edge.events)
  }
  const sorted = [...weights].sort((a, b) => b[1].weight - a[1].weight || a[0] - b[0])
  const knots = sorted.map(([who, about], index): Knot => {
    const radius = Math.sqrt((index + 0.5) / sorted.length)
    return {who, ...about, x: radius * Math.cos(index * 2.39996), y: radius * Math.sin(index * 2.39996)}
  })
  const byWho = new Map(knots.map(knot => [knot.who, knot]))
  const ties = edges.map(edge => ({
    from: byWho.get(edge.source_who)!,
    to: byWho.get(edge.target_who)!,
    events: edge.events,
    score: edge.mean_score,
  }))
  for (let round = 0; round < rounds; round++) move(knots, ties, 0.12 * (1 - round / rounds) + 0.002)
  return {knots: spread(knots), ties}
}

function move(knots: readonly Knot[], ties: readonly Tie[], most: number): void {
  const ideal = 0.9 / Math.sqrt(knots.length)
  const push = knots.map(knot => ({x: -knot.x * 0.35, y: -knot.y * 0.35}))
  knots.forEach((one, i) => {
    for (let j = i + 1; j < knots.length; j++) {
      const [dx, dy] = [one.x - knots[j]!.x, one.y - knots[j]!.y]
      const force = (ideal * ideal) / (dx * dx + dy * dy + 1e-4)
      push[i]!.x += dx * force * 2.4
      push[i]!.y += dy * force * 2.4
      push[j]!.x -= dx * force * 2.4
      push[j]!.y -= dy * force * 2.4
    }
  })
  const index = new Map(knots.map((knot, place) => [knot, place]))
  for (const {from, to, events} of ties) {
    const [dx, dy] = [to.x - from.x, to.y - from.y]
    const force = (Math.hypot(dx, dy) / ideal) * 0.16 * Math.min(2, 1 + Math.log10(events))
    push[index.get(from)!]!.x += dx * force
    push[index.get(from)!]!.y += dy * force
    push[index.get(to)!]!.x -= dx * force
    push[index.get(to)!]!.y -= dy * force
  }
  knots.forEach((knot, place) => {
    const length = Math.hypot(push[place]!.x, push[place]!.y) || 1
    const step = Math.min(length, most) / length
    knot.x += push[place]!.x * step
    knot.y += push[place]!.y * step
  })
}

function spread(knots: Knot[]): Knot[] {
  const [xs, ys] = [knots.map(knot => knot.x), knots.map(knot => knot.y)]
  const scale = (value: number, values: readonly number[]): number => {
    const [low, high] = [Math.min(...values), Math.max(...values)]
    return high === low ? 0 : ((value - low) / (high - low)) * 2 - 1
  }
  for (const knot of knots) {
    knot.x = scale(knot.x, xs)
    knot.y = scale(knot.y, ys)
  }
  return knots
}
