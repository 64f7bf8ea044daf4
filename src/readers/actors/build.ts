import {plainSpan} from "../../document/span.js"
import type {Words} from "../../document/words.js"
import type {Actor, TraceStep} from "../../record/all.js"
import type {Cast} from "./cast.js"
import type {Cluster} from "./cluster.js"
import {cameoCode} from "./code.js"
import type {Reference} from "./mention.js"
import {officeOf, type View} from "./office.js"
import type {Tenure} from "./register.js"

/** The records of the clusters, numbered in reading order. */
export function buildActors(cast: Cast, {text, words}: {readonly text: string; readonly words: Words}, view: View): Actor[] {
  const ordered = cast.clusters.map(cluster => ({cluster, at: firstAt(cluster)})).sort((a, b) => a.at - b.at)
  const ids = new Map(ordered.map(({cluster}, index) => [cluster, `a${index + 1}`]))
  const owners = new Map<string, string>()
  for (const [cluster, id] of ids) if (cluster.entry && !owners.has(cluster.entry.id)) owners.set(cluster.entry.id, id)
  return ordered.map(({cluster}) => buildActor(cluster, {text, view, ids, owners, cast, words}))
}

interface Context {
  readonly text: string
  readonly view: View
  readonly ids: ReadonlyMap<Cluster, string>
  /** Id in the register → the article's actor. */
  readonly owners: ReadonlyMap<string, string>
  readonly cast: Cast
  readonly words: Words
}

function buildActor(cluster: Cluster, context: Context): Actor {
  const capacity = capacityOf(cluster, context)
  const mentions = [...cluster.references].sort((a, b) => a.start - b.start || a.end - b.end)
  return {
    id: context.ids.get(cluster)!,
    name: nameOf(cluster, context.text),
    kind: cluster.kind ?? "other",
    country: capacity.country,
    sectors: [...capacity.sectors],
    code: cameoCode(cluster, capacity, context.view.day),
    roles: rolesOf(cluster, context),
    memberOf: ownersOf(cluster, context),
    members: cluster.members.flatMap(member => context.ids.get(member) ?? []),
    link: {register: cluster.entry?.id ?? null, wikidata: cluster.entry?.wikidata ?? null},
    mentions: mentions.map(({start, end, form}) => ({start, end, form})),
    trace: [...uniqueSteps(cluster.references.flatMap(reference => reference.trace)), ...capacity.trace, ...cluster.trace],
  }
}

function firstAt(cluster: Cluster): number {
  return cluster.references.reduce((least, reference) => Math.min(least, reference.start), Number.POSITIVE_INFINITY)
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
function capacityOf(cluster: Cluster, {view, owners}: Context): Capacity {
  const {entry} = cluster
  if (cluster.members.length > 0) return {country: cluster.country, sectors: cluster.sectors, trace: []}
  const said = saidOf(cluster)
  if (entry && entry.kind !== "person") return {country: cluster.country, sectors: entry.sectors, trace: []}
  if (!entry) return {country: cluster.country, sectors: withoutState(cluster, said.length > 0 ? said : cluster.sectors), trace: []}
  const held = officeOf(cluster, view, owners)
  if (!held) return {country: cluster.country ?? entry.country, sectors: said, trace: []}
  const sectors = isSaid(said, held) ? said : held.former ? ["ELI"] : held.tenure.sectors
  const rule = `data/actors/leaders.tsv ${entry.id}: ${held.former ? "was" : "is"} ${held.tenure.title}${view.day ? ` on ${view.day}` : ""}`
  return {
    country: held.tenure.country || cluster.country,
    sectors: /^(?:IGO|UNO)$/.test(held.tenure.country) ? sectors.filter(sector => sector !== "GOV") : sectors,
    trace: [{rule, span: null, gave: [held.tenure.country, ...sectors].join(" ")}],
  }
}

/** Whoever is in office stays so under words of a private life: "Salman, custodian of the two mosques", "the bloc's chairperson". */
function isSaid(said: readonly string[], {tenure, former}: {readonly tenure: Tenure; readonly former: boolean}): boolean {
  return said.length > 0 && (former || tenure.sectors.length === 0 || said.some(sector => publicLife.has(sector)))
}

/** Sectors of offices and of politics. */
const publicLife = new Set(["GOV", "MIL", "COP", "JUD", "LEG", "SPY", "REB", "UAF", "PRM", "OPP", "PTY", "ELI"])

/** The capacity that the words give: a firm one before a loose one. */
function saidOf(cluster: Cluster): readonly string[] {
  const given = cluster.references.filter(
    reference => reference.sectors.length > 0 && reference.role !== null && reference.form !== "pronoun",
  )
  return (given.find(({role, sectors}) => !role!.weak && sectors.join() !== "CVL") ?? given[0])?.sectors ?? []
}

/** Officials of international bodies hold no state office. */
function withoutState(cluster: Cluster, sectors: readonly string[]): readonly string[] {
  const isInternational = cluster.kind === "person" && /^(?:IGO|UNO|NGO)$/.test(cluster.country ?? "")
  return isInternational ? sectors.filter(sector => sector !== "GOV") : sectors
}

function rolesOf(cluster: Cluster, context: Context): Actor["roles"] {
  const {text, view, owners} = context
  const written = cluster.references.flatMap(reference => {
    const span = reference.title ?? (reference.form === "title" ? plainSpan(reference) : null)
    const organization = span ? bodyOf(reference, cluster, context) : null
    return span ? [{title: text.slice(span.start, span.end).replace(/\s{1,20}/g, " "), organization, span}] : []
  })
  const held = written.length === 0 && cluster.entry?.kind === "person" ? officeOf(cluster, view, owners) : null
  return held ? [{title: `${held.former ? "former " : ""}${held.tenure.title}`, organization: null, span: null}] : written
}

/** The actors of the article that this one belongs to: the body or state named in its descriptions. */
function ownersOf(cluster: Cluster, context: Context): string[] {
  const own = context.ids.get(cluster)!
  const found = new Set<string>()
  for (const reference of cluster.references) {
    const id = (reference.owner && context.owners.get(reference.owner.id)) ?? null
    if (id && id !== own) found.add(id)
    const body = bodyOf(reference, cluster, context)
    if (body) found.add(body)
  }
  return [...found]
}

/** The body inside a title or description: the ministry of "Foreign Ministry spokesman". */
function bodyOf(reference: Reference, cluster: Cluster, {cast, words, ids}: Context): string | null {
  if (reference.form === "pronoun") return null
  const span = reference.title ?? (reference.form === "title" || reference.form === "nominal" ? reference : null)
  if (!span) return null
  const {first, last} = words.rowsIn(span)
  for (let row = last - 1; row >= first; row--) {
    const other = cast.at(row)
    if (other && other !== cluster && (other.kind === "organization" || other.kind === "government")) return ids.get(other) ?? null
  }
  return null
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
