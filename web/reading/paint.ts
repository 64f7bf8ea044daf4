import {type Entry, layers, type Stretch} from "./entries.js"
import type {Piece} from "./pieces.js"

/** A piece of text on the page, and the element that shows it. */
interface Painted {
  readonly start: number
  readonly end: number
  readonly element: HTMLElement
}

/** A text on the page whose stretches can be lit. */
export interface Painting {
  /** Lights the stretches of a record; null puts all out. */
  light(entry: Entry | null): void
  /** The first lit element, to bring into sight. */
  first(entry: Entry): HTMLElement | null
  /** The element that shows a place of the text. */
  at(place: number): HTMLElement | null
  /** The place in the text under an element of ours; null elsewhere. */
  placeOf(element: Element | null): number | null
}

/** Writes the text into `box`, one paragraph a line, one element a piece. Nothing of the text is ever read as HTML. `headed`: its first line is its title. */
export function paintText(box: HTMLElement, {text, pieces, headed}: {text: string; pieces: readonly Piece[]; headed: boolean}): Painting {
  box.replaceChildren()
  const painted: Painted[] = []
  let line = startLine(box)
  for (const piece of pieces) {
    for (let start = piece.start; start < piece.end; ) {
      const stop = text.indexOf("\n", start)
      const end = stop === -1 || stop >= piece.end ? piece.end : stop + 1
      const element = document.createElement(piece.layers === 0 ? "span" : "mark")
      element.className = layers.filter((_, layer) => piece.layers & (1 << layer)).join(" ")
      element.textContent = text.slice(start, end)
      line.append(element)
      painted.push({start, end, element})
      if (end === stop + 1 && stop !== -1) line = finishLine(box, line)
      start = end
    }
  }
  finishLine(box, line).remove()
  const title = headed ? box.querySelector("p:not(.blank)") : null
  title?.classList.add("headline")
  title?.setAttribute("role", "heading")
  title?.setAttribute("aria-level", "1")
  return lightsOf(painted)
}

function startLine(box: HTMLElement): HTMLElement {
  const line = document.createElement("p")
  line.dir = "auto"
  box.append(line)
  return line
}

function finishLine(box: HTMLElement, line: HTMLElement): HTMLElement {
  if ((line.textContent ?? "").trim() === "") line.className = "blank"
  return startLine(box)
}

function lightsOf(painted: readonly Painted[]): Painting {
  const starts = new Map(painted.map(piece => [piece.element as Element, piece.start]))
  let lit: HTMLElement[] = []
  const within = ({start, end}: Stretch): readonly Painted[] =>
    painted.slice(firstAfter(painted, start), firstAfter(painted, end - 1) + 1).filter(piece => piece.start < end && piece.end > start)
  const putOut = (): void => {
    for (const element of lit) {
      element.classList.remove("lit", ...[...element.classList].filter(name => name.startsWith("lit-") || name.startsWith("hue-")))
      delete element.dataset.label
    }
    lit = []
  }
  return {
    light: entry => {
      putOut()
      for (const stretch of entry ? inOrderOfWeight(entry.stretches) : []) {
        within(stretch).forEach(({element}, index) => {
          element.classList.add("lit", `lit-${stretch.role}`, `hue-${entry!.layer}`)
          if (index === 0 && stretch.label) element.dataset.label = stretch.label
          lit.push(element)
        })
      }
    },
    first: entry => within({start: entry.start, end: entry.start + 1, role: "main", label: null})[0]?.element ?? null,
    at: place => within({start: place, end: place + 1, role: "main", label: null})[0]?.element ?? null,
    placeOf: element => (element ? (starts.get(element) ?? null) : null),
  }
}

/** Evidence first, so that arguments inside it are painted over it. */
function inOrderOfWeight(stretches: readonly Stretch[]): Stretch[] {
  return [...stretches].sort((a, b) => Number(b.role === "evidence") - Number(a.role === "evidence"))
}

/** Index of the piece that holds a place, by halving. */
function firstAfter(painted: readonly Painted[], place: number): number {
  let low = 0
  let high = painted.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (painted[middle]!.end > place) high = middle
    else low = middle + 1
  }
  return low
}

/** The record under a place of the text: the shortest stretch of a layer that is shown. */
export function entryAt(entries: readonly Entry[], place: number, isShown: (layer: string) => boolean): Entry | null {
  let best: Entry | null = null
  let shortest = Number.POSITIVE_INFINITY
  for (const entry of entries) {
    if (!isShown(entry.layer)) continue
    for (const {start, end, role} of entry.stretches) {
      if (role !== "main" || place < start || place >= end || end - start >= shortest) continue
      best = entry
      shortest = end - start
    }
  }
  return best
}
