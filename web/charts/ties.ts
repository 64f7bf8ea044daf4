import Graph from "graphology"
import forceAtlas2 from "graphology-layout-forceatlas2"
import type {EdgeRow} from "../answers.js"

/** An actor of the network, with its place; x and y lie within −1 and 1. */
export interface Knot {
  readonly who: number
  /** What names the actor beyond doubt, whoever else is called so. */
  readonly key: string
  readonly name: string
  readonly kind: string
  /** Events on either side. */
  readonly weight: number
  readonly x: number
  readonly y: number
}

/** What happened in one direction between two knots. */
export interface Tie {
  readonly from: Knot
  readonly to: Knot
  readonly events: number
  readonly score: number
  /** Does something go the other way too? Then the two are drawn side by side. */
  readonly isMutual: boolean
}

/** Friendly on the whole, hostile, or neither. */
export type Tone = "good" | "bad" | "even"
export const toneOf = (score: number): Tone => (score < -0.5 ? "bad" : score > 0.5 ? "good" : "even")

/** Tells a tie of a network from all others. */
export const idOfTie = ({from, to}: Tie): string => `${from.who} ${to.who}`

/** A tie as the address holds it. */
export const addressOfTie = ({from, to}: Tie): string => `${from.key}→${to.key}`

/** The tie that an address means; actors may be given by key or by name. */
export const findTie = (ties: readonly Tie[], source: string, target: string): Tie | null =>
  ties.find(({from, to}) => [from.key, from.name].includes(source) && [to.key, to.name].includes(target)) ?? null

interface Place {
  readonly x: number
  readonly y: number
}

/** Lays a network out, the same for the same ties every time. What somebody does to their own is no tie. */
export function layNetwork(rows: readonly EdgeRow[]): {knots: Knot[]; ties: Tie[]} {
  const edges = rows.filter(({source_who, target_who}) => source_who !== target_who)
  const actors = new Map<number, {key: string; name: string; kind: string; weight: number}>()
  for (const edge of edges) {
    for (const [who, key, name, kind] of [
      [edge.source_who, edge.source_key, edge.source, edge.source_kind],
      [edge.target_who, edge.target_key, edge.target, edge.target_kind],
    ] as const)
      actors.set(who, {key, name, kind, weight: (actors.get(who)?.weight ?? 0) + edge.events})
  }
  const sorted = [...actors].sort((a, b) => b[1].weight - a[1].weight || a[0] - b[0])
  const places = spread(
    settle(
      sorted.map(([who]) => who),
      edges,
    ),
  )
  const knots = sorted.map(([who, about]): Knot => ({who, ...about, ...places.get(who)!}))
  const byWho = new Map(knots.map(knot => [knot.who, knot]))
  const directions = new Set(edges.map(({source_who, target_who}) => `${source_who} ${target_who}`))
  const ties = edges.map(edge => ({
    from: byWho.get(edge.source_who)!,
    to: byWho.get(edge.target_who)!,
    events: edge.events,
    score: edge.mean_score,
    isMutual: directions.has(`${edge.target_who} ${edge.source_who}`),
  }))
  return {knots, ties}
}

/** From a spiral, the weightiest in its middle, ForceAtlas2 pulls what acts on one another together. */
function settle(actors: readonly number[], edges: readonly EdgeRow[]): Map<number, Place> {
  const graph = new Graph({type: "directed"})
  actors.forEach((who, index) => {
    const radius = 10 * Math.sqrt(index + 0.5)
    graph.addNode(who, {x: radius * Math.cos(index * 2.39996), y: radius * Math.sin(index * 2.39996)})
  })
  for (const {source_who, target_who, events} of edges)
    graph.mergeEdge(source_who, target_who, {weight: 1 + Math.log10(Math.max(1, events))})
  const settings = {strongGravityMode: true, gravity: 1, scalingRatio: 10, slowDown: 2}
  const laid = forceAtlas2(graph, {iterations: 300, settings})
  return new Map(Object.entries(laid).map(([who, {x, y}]) => [Number(who), {x, y}]))
}

/** Stretches places so that they fill a square from −1 to 1. */
function spread(places: ReadonlyMap<number, Place>): Map<number, Place> {
  const all = [...places.values()]
  const scale = (value: number, values: readonly number[]): number => {
    const [low, high] = [Math.min(...values), Math.max(...values)]
    return high === low ? 0 : ((value - low) / (high - low)) * 2 - 1
  }
  const [xs, ys] = [all.map(({x}) => x), all.map(({y}) => y)]
  return new Map([...places].map(([who, {x, y}]) => [who, {x: scale(x, xs), y: scale(y, ys)}]))
}
