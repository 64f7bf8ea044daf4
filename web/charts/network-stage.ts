import Graph from "graphology"
import Sigma from "sigma"
import {KnotProgram} from "./knot-program.js"
import {type Colors, type Light, lookOfKnot, lookOfTie, neighboursOf, nothingPointed, type Pointed, readColors} from "./network-look.js"
import {type Name, nameOver, placeNames, type Standing} from "./network-names.js"
import {TieProgram} from "./tie-program.js"
import {idOfTie, type Knot, type Tie} from "./ties.js"

/** What of a network is looked at: its middle, where all of it lies within −1 and 1, and how many times closer than all of it. */
export interface Look {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

/** Who wants to know what is done on the stage. */
export interface Watcher {
  point(knot: Knot | null, tie: Tie | null): void
  openKnot(knot: Knot): void
  openTie(tie: Tie): void
  /** Somebody looks elsewhere, and has come to rest. */
  rest(look: Look): void
}

/** Can this browser draw a network at all? It is asked once, since a browser has room for few drawings at a time. */
export const canDraw = (() => {
  let answer: boolean | null = null
  return (): boolean => {
    if (answer !== null) return answer
    const canvas = document.createElement("canvas")
    const context = canvas.getContext("webgl2") ?? canvas.getContext("webgl")
    answer = context !== null
    context?.getExtension("WEBGL_lose_context")?.loseContext()
    return answer
  }
})()

/** Draws networks into a box, which must have a size. */
export class NetworkStage {
  private readonly graph = new Graph({type: "directed"})
  private readonly sigma: Sigma
  private colors: Colors
  private pointed = nothingPointed
  private near: ReadonlySet<number> | null = null
  private knots: ReadonlyMap<string, Knot> = new Map()
  private ties: ReadonlyMap<string, Tie> = new Map()
  private resting: ReturnType<typeof setTimeout> | undefined
  private isLed = false

  constructor(
    private readonly box: HTMLElement,
    private readonly watcher: Watcher,
  ) {
    this.colors = readColors(box)
    this.sigma = new Sigma(this.graph, box, {
      defaultNodeType: "knot",
      defaultEdgeType: "tie",
      nodeProgramClasses: {knot: KnotProgram},
      nodeHoverProgramClasses: {knot: KnotProgram},
      edgeProgramClasses: {tie: TieProgram},
      nodeReducer: (key, data) => ({...data, ...lookOfKnot(this.knots.get(key)!, this.light)}),
      edgeReducer: (key, data) => ({...data, ...lookOfTie(this.ties.get(key)!, this.light)}),
      enableEdgeEvents: true,
      renderLabels: false,
      defaultDrawNodeHover: () => {},
      zIndex: true,
      stagePadding: 48,
      minCameraRatio: 1 / 12,
      maxCameraRatio: 1.25,
      zoomToSizeRatioFunction: () => 1,
      // A page that is being left has no width for a moment.
      allowInvalidContainer: true,
    })
    this.sigma.on("afterRender", () => this.writeNames())
    this.watch()
  }

  /** Puts a network on the stage. */
  show(knots: readonly Knot[], ties: readonly Tie[]): void {
    const {width, height} = this.sigma.getDimensions()
    const aspect = width / Math.max(1, height)
    this.knots = new Map(knots.map(knot => [String(knot.who), knot]))
    this.ties = new Map(ties.map(tie => [idOfTie(tie), tie]))
    this.near = null
    this.graph.clear()
    const heaviest = Math.max(16, ...knots.map(({weight}) => weight))
    const busiest = Math.max(12, ...ties.map(({events}) => events))
    const scale = width < 640 ? 0.7 : 1
    const largest = knots.length > 120 ? 7 : 9
    const thinnest = ties.length > 150 ? 0.7 : 1.2
    for (const [key, {x, y, weight}] of this.knots)
      this.graph.addNode(key, {x: x * aspect, y: -y, size: scale * (4 + Math.sqrt(weight / heaviest) * largest)})
    for (const [key, {from, to, events}] of this.ties)
      this.graph.addEdgeWithKey(key, String(from.who), String(to.who), {size: thinnest + Math.sqrt(events / busiest) * 3 * thinnest})
  }

  /** Lights what somebody points at or has chosen. */
  point(pointed: Pointed): void {
    this.pointed = pointed
    this.near = pointed.knot === null ? null : neighboursOf(pointed.knot, this.ties.values())
    this.sigma.refresh({skipIndexation: true})
  }

  /** Brings a part of the network into sight. */
  look({x, y, zoom}: Look): void {
    this.isLed = true
    this.sigma.getCamera().setState({x: (x + 1) / 2, y: (y + 1) / 2, ratio: 1 / zoom, angle: 0})
    this.isLed = false
    // Where all of it is in sight, a finger scrolls the page.
    this.sigma.getTouchCaptor().enabled = zoom > 1
  }

  /** Reads the colours of the page again. */
  repaint(): void {
    this.colors = readColors(this.box)
    this.sigma.refresh({skipIndexation: true})
  }

  close(): void {
    clearTimeout(this.resting)
    this.sigma.kill()
  }

  private get light(): Light {
    return {colors: this.colors, pointed: this.pointed, near: this.near}
  }

  private watch(): void {
    const {sigma, watcher} = this
    sigma.on("enterNode", ({node}) => watcher.point(this.knots.get(node)!, null))
    sigma.on("leaveNode", () => watcher.point(null, null))
    sigma.on("enterEdge", ({edge}) => watcher.point(null, this.ties.get(edge)!))
    sigma.on("leaveEdge", () => watcher.point(null, null))
    sigma.on("clickNode", ({node}) => watcher.openKnot(this.knots.get(node)!))
    sigma.on("clickEdge", ({edge}) => watcher.openTie(this.ties.get(edge)!))
    sigma.getCamera().on("updated", ({x, y, ratio}) => {
      clearTimeout(this.resting)
      if (!this.isLed) this.resting = setTimeout(() => watcher.rest({x: 2 * x - 1, y: 2 * y - 1, zoom: 1 / ratio}), 250)
    })
  }

  private standing({width, height}: {width: number; height: number}): Standing[] {
    return [...this.knots].flatMap(([key, knot]): Standing[] => {
      const data = this.sigma.getNodeDisplayData(key)
      if (!data) return []
      const {x, y} = this.sigma.framedGraphToViewport(data)
      return x > -20 && y > -20 && x < width + 20 && y < height + 20 ? [{knot, x, y, radius: data.size}] : []
    })
  }

  private writeNames(): void {
    const size = this.sigma.getDimensions()
    const context = this.sigma.getCanvases().labels!.getContext("2d")!
    context.font = `12px ${getComputedStyle(this.box).fontFamily}`
    context.textAlign = "center"
    context.lineJoin = "round"
    context.lineWidth = 3.5
    context.strokeStyle = this.colors.card
    const lengthOf = (text: string): number => context.measureText(text).width
    const standing = this.standing(size)
    const over = standing.find(({knot}) => knot.who === this.pointed.knot)
    const names: Name[] = placeNames(standing, size.width, lengthOf).filter(({knot}) => knot !== over?.knot)
    if (over) names.push(nameOver(over, size.width, lengthOf))
    for (const {knot, text, x, base} of names) {
      context.fillStyle = this.near === null || this.near.has(knot.who) ? this.colors.ink : this.colors.rule
      context.strokeText(text, x, base)
      context.fillText(text, x, base)
    }
  }
}
