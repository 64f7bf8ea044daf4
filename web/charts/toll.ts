import type {FigureRow} from "../answers.js"
import {sayTitle} from "../say.js"

/** Figures that may be compared: of one kind, unit and scope. */
export interface TollSeries {
  readonly name: string
  readonly kind: string
  /** The place, or the article where no place is said: tolls of unlike things are never drawn together. */
  readonly scope: string
  readonly isPlace: boolean
  readonly rows: readonly FigureRow[]
}

/** The day for which a figure holds: its own, else that of the article. */
export function dayOfFigure(row: FigureRow): string | null {
  const own = row.as_of ? (JSON.parse(row.as_of) as {from: string | null; to: string | null}) : null
  return own?.to ?? own?.from ?? row.day
}

/** Groups figures by kind, unit and place; differences (“rose by 60”) are no levels and stay out of the charts. */
export function seriesOf(rows: readonly FigureRow[]): TollSeries[] {
  const levels = rows.filter(row => row.change === null && row.value !== null && dayOfFigure(row) !== null)
  const groups = Map.groupBy(levels, row => [row.kind, row.unit ?? "", row.place ?? row.country ?? `${row.article}\t`].join("\t"))
  return [...groups]
    .map(([key, members]): TollSeries => {
      const [kind, unit, place] = key.split("\t")
      const of = unit && unit !== "people" ? `, ${unit}` : ""
      const isPlace = (members[0]!.place ?? members[0]!.country) !== null
      return {name: `${kind}${of}`, kind: kind!, scope: isPlace ? place! : sayTitle(members[0]!), isPlace, rows: members}
    })
    .sort((a, b) => b.rows.length - a.rows.length || a.name.localeCompare(b.name))
}

/** At most four powers of ten between two numbers, evenly apart: where a steep scale is marked. */
export function powersOfTen(from: number, to: number): number[] {
  const first = Math.floor(Math.log10(Math.max(1, from)))
  const last = Math.floor(Math.log10(Math.max(1, to)))
  const step = Math.ceil((last - first + 1) / 4)
  return Array.from({length: last - first + 1}, (_, index) => 10 ** (first + index)).filter((_, index) => index % step === 0)
}
