import {strokes} from "./tie-program.js"
import {idOfTie, type Knot, type Tie, toneOf} from "./ties.js"

/** What somebody points at or has chosen: a knot by its number, a tie by its id. */
export interface Pointed {
  readonly knot: number | null
  readonly tie: string | null
  readonly chosen: string | null
}
export const nothingPointed: Pointed = {knot: null, tie: null, chosen: null}

const colorNames = ["good", "bad", "soft", "ink", "card", "rule", "wash", "accent"] as const
export type Colors = Readonly<Record<(typeof colorNames)[number], string>>

/** The colours of the page, as they are now where the box stands. */
export const readColors = (box: HTMLElement): Colors => {
  const style = getComputedStyle(box)
  return Object.fromEntries(colorNames.map(name => [name, style.getPropertyValue(`--${name}`).trim()])) as unknown as Colors
}

/** In which light knots and ties stand. `near`: the knots around the one that is pointed at; null when none is. */
export interface Light {
  readonly colors: Colors
  readonly pointed: Pointed
  readonly near: ReadonlySet<number> | null
}

/** The knots on which somebody acts, or who act on them, and they themselves. */
export function neighboursOf(who: number, ties: Iterable<Tie>): Set<number> {
  const around = [...ties].flatMap(({from, to}) => (from.who === who ? [to.who] : to.who === who ? [from.who] : []))
  return new Set([who, ...around])
}

/** A person is round, everybody else square. */
export function lookOfKnot({who, kind}: Knot, {colors, pointed, near}: Light) {
  const isFaded = near !== null && !near.has(who)
  return {
    color: pointed.knot === who ? colors.wash : colors.card,
    outline: isFaded ? colors.rule : pointed.knot === who ? colors.accent : colors.ink,
    isRound: kind === "person",
    zIndex: isFaded ? 0 : 1,
  }
}

/** Solid is friendly, dashed hostile, dotted neither; colour only repeats it. */
export function lookOfTie(tie: Tie, {colors, pointed}: Light) {
  const tone = toneOf(tie.score)
  const isLit = [pointed.tie, pointed.chosen].includes(idOfTie(tie))
  const isFaded = pointed.knot !== null && tie.from.who !== pointed.knot && tie.to.who !== pointed.knot
  return {
    color: isFaded ? colors.rule : isLit ? colors.ink : tone === "even" ? colors.soft : colors[tone],
    stroke: tone === "good" ? strokes.solid : tone === "bad" ? strokes.dashed : strokes.dotted,
    side: tie.isMutual ? 4 : 0,
    opacity: isLit ? 1 : 0.8,
    zIndex: isLit ? 2 : isFaded ? 0 : 1,
  }
}
