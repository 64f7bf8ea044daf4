import {plainSpan} from "../../document/span.js"
import type {Actor, TraceStep} from "../../record/all.js"
import type {Cluster} from "./cluster.js"
import {cameoCode} from "./code.js"
import {tenureOn} from "./on-date.js"

/** The records of the clusters, numbered in reading order. `day` is the day the article looks at the world. */
export function buildActors(clusters: readonly Cluster[], text: string, day: string | null): Actor[] {
  const ordered = [...clusters].sort((a, b) => firstAt(a) - firstAt(b))
  const ids = new Map(ordered.map((cluster, index) => [cluster, `a${index + 1}`]))
  return ordered.map(cluster => buildActor(cluster, {text, day, ids}))
}

interface Context {
  readonly text: string
  readonly day: string | null
  readonly ids: ReadonlyMap<Cluster, string>
}

function buildActor(cluster: Cluster, context: Context): Actor {
  const capacity = capacityOf(cluster, context.day)
  const mentions = [...cluster.references].sort((a, b) => a.start - b.start || a.end - b.end)
  return {
    id: context.ids.get(cluster)!,
    name: nameOf(cluster, context.text),
    kind: cluster.kind ?? "other",
    country: capacity.country,
    sectors: [...capacity.sectors],
    code: cameoCode(cluster, capacity.sectors, context.day),
    roles: rolesOf(cluster, context),
    memberOf: ownersOf(cluster, context.ids),
    members: cluster.members.flatMap(member => context.ids.get(member) ?? []),
    link: {register: cluster.entry?.id ?? null, wikidata: cluster.entry?.wikidata ?? null},
    mentions: mentions.map(({start, end, form}) => ({start, end, form})),
    trace: [...uniqueSteps(cluster.references.flatMap(reference => reference.trace)), ...capacity.trace, ...cluster.trace],
  }
}

function firstAt(cluster: Cluster): number {
  return Math.min(...cluster.references.map(reference => reference.start))
}

function nameOf(cluster: Cluster, text: string): string {
  if (cluster.entry) return cluster.entry.name
  const named = cluster.references.filter(reference => reference.form === "name")
  const best = named.length > 0 ? named.reduce((a, b) => (b.end - b.start > a.end - a.start ? b : a)) : cluster.references[0]!
  return text.slice(best.start, best.end).replace(/\s{1,20}/g, " ")
}

interface Capacity {
  readonly country: string | null
  readonly sectors: readonly string[]
  readonly trace: readonly TraceStep[]
}

/** Country and sectors: what the text says first, else the office the register knows for that day. */
function capacityOf(cluster: Cluster, day: string | null): Capacity {
  const {entry} = cluster
  const said = cluster.references.find(reference => reference.sectors.length > 0 && reference.role !== null)?.sectors ?? []
  if (entry && entry.kind !== "person") return {country: cluster.country, sectors: entry.sectors, trace: []}
  if (!entry) return {country: cluster.country, sectors: withoutState(cluster, said.length > 0 ? said : cluster.sectors), trace: []}
  const held = tenureOn(entry, day)
  if (!held) return {country: cluster.country, sectors: said, trace: []}
  const sectors = said.length > 0 ? said : held.former ? ["ELI"] : held.tenure.sectors
  const rule = `data/actors/leaders.tsv ${entry.id}: ${held.former ? "was" : "is"} ${held.tenure.title}${day ? ` on ${day}` : ""}`
  return {
    country: held.tenure.country || cluster.country,
    sectors,
    trace: [{rule, span: null, gave: [held.tenure.country, ...sectors].join(" ")}],
  }
}

/** Officials of international bodies hold no state office. */
function withoutState(cluster: Cluster, sectors: readonly string[]): readonly string[] {
  const isInternational = cluster.kind === "person" && /^(?:IGO|UNO|EUR|NGO)$/.test(cluster.country ?? "")
  return isInternational ? sectors.filter(sector => sector !== "GOV") : sectors
}

function rolesOf(cluster: Cluster, {text, day}: Context): Actor["roles"] {
  const written = cluster.references.flatMap(reference => {
    const span = reference.title ?? (reference.form === "title" ? plainSpan(reference) : null)
    return span ? [{title: text.slice(span.start, span.end).replace(/\s{1,20}/g, " "), organization: null, span}] : []
  })
  const held = written.length === 0 && cluster.entry?.kind === "person" ? tenureOn(cluster.entry, day) : null
  return held ? [{title: `${held.former ? "former " : ""}${held.tenure.title}`, organization: null, span: null}] : written
}

/** The actors of the article that this one belongs to: the body or state named in its descriptions. */
function ownersOf(cluster: Cluster, ids: ReadonlyMap<Cluster, string>): string[] {
  const owners = new Set(cluster.references.flatMap(reference => (reference.owner ? [reference.owner.id] : [])))
  const found: string[] = []
  for (const [other, id] of ids) if (other !== cluster && other.entry && owners.has(other.entry.id)) found.push(id)
  return found
}

function uniqueSteps(steps: readonly TraceStep[]): TraceStep[] {
  const seen = new Set<string>()
  return steps.filter(step => {
    const key = `${step.rule} ${step.gave}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
