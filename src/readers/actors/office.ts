import type {Publication} from "../../record/layers.js"
import type {Cluster} from "./cluster.js"
import {tenureOn} from "./on-date.js"
import type {Entry, Tenure} from "./register.js"

/** When an article looks at the world: a day, or what the text itself tells of its time. */
export interface View {
  /** YYYY-MM-DD; null when unknown. */
  readonly day: string | null
  /** Days between which it can have been published where no day is known, null when open. */
  readonly from: string | null
  readonly to: string | null
}

/** A text that tells its own time to less than this, in days, is as good as dated. */
const dated = 60

/** The view of an article published on a day, else of one whose time is told by its text alone. */
export function viewOf(day: string | null, {from, to}: Publication): View {
  if (day !== null) return {day, from: day, to: day}
  const isNarrow = from !== null && to !== null && Date.parse(to) - Date.parse(from) < dated * 86_400_000
  return {day: isNarrow ? from : null, from, to}
}

/** The office in which a person of the register appears; `former` when it is no longer held. `present` holds ids of the register that the article speaks of. */
export function officeOf(
  cluster: Cluster,
  view: View,
  present: {has(id: string): boolean},
): {readonly tenure: Tenure; readonly former: boolean} | null {
  const {entry, country} = cluster
  if (!entry) return null
  if (view.day !== null) return tenureOn(entry, view.day)
  const possible = entry.tenures.filter(
    ({from, to}) => (view.from === null || to === "" || view.from <= to) && (view.to === null || from <= view.to),
  )
  if (possible.length === 0) return tenureOn(entry, view.from)
  const there = possible.filter(tenure => tenure.country === country)
  return tenureOn({...entry, tenures: there.length > 0 ? there : asSpokenOf(possible, present)}, null)
}

/** Whoever went from a state's office to an international body is that body's where the article speaks of the body. */
function asSpokenOf(tenures: Entry["tenures"], present: {has(id: string): boolean}): Entry["tenures"] {
  const latest = tenures.reduce((best, next) => (next.from > best.from ? next : best))
  const isInternational = /^(?:IGO|UNO|EUR)$/.test(latest.country) && present.has(latest.organisation)
  return isInternational ? tenures.filter(tenure => tenure.country === latest.country) : tenures
}
