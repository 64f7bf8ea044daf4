import type {eachPart as eachPartOfBook, GraphEdge} from "../src/export/graph.js"
import type {Filter} from "../src/query/filter.js"
import type {Selection} from "../src/store/selection.js"
import type {ArticleAnswer} from "./answers.js"
import {actorsMeant, type Row} from "./published-filter.js"
import {directionsOf} from "./published-sums.js"

/** One direction of one event. */
interface Act {
  readonly source: number
  readonly target: number
  readonly score: number
  readonly day: string | null
}

/** The network of the selected events as forms of export write it where there is no book. Their articles must have been loaded. */
export const eachPart: typeof eachPartOfBook = function* (_book, {only, acts}) {
  const actors = new Map(kept<readonly Row[]>("actors").map(actor => [Number(actor.who), actor]))
  const keyOf = (who: number): string => String(actors.get(who)?.key ?? "")
  const byKeys = (a: GraphEdge, b: GraphEdge): number =>
    compare(keyOf(a.source), keyOf(b.source)) || compare(keyOf(a.target), keyOf(b.target))
  const edges = edgesOf(actsOf(only!, [...actors.values()], acts ?? {}), acts?.limit).sort(byKeys)
  const ends = [...new Set(edges.flatMap(({source, target}) => [source, target]))].sort((a, b) => compare(keyOf(a), keyOf(b)))
  const numbers = new Map(ends.map((who, index) => [who, index]))
  for (const who of ends) {
    const {name, kind, country, code} = actors.get(who) as Readonly<Record<"name" | "kind" | "country" | "code", string>>
    yield {node: {id: numbers.get(who)!, name, kind, country, code}}
  }
  for (const edge of edges) yield {edge: {...edge, source: numbers.get(edge.source)!, target: numbers.get(edge.target)!}}
}

const kept = <T>(name: string): T => globalThis.rapporteurBook!.kept[name] as T
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Directions of the selected events, or of what happened in the selected articles; where sides are asked for, those alone. */
function actsOf(only: Selection, actors: readonly Row[], {actor, source, target}: Filter): Act[] {
  const numbers = (name: string | undefined): Set<number> | null =>
    name ? new Set(actorsMeant(actors, name).map(({who}) => Number(who))) : null
  const [either, sources, targets] = [numbers(actor), numbers(source), numbers(target)]
  const isAsked = (act: Act): boolean =>
    (!either || either.has(act.source) || either.has(act.target)) &&
    (!sources || sources.has(act.source)) &&
    (!targets || targets.has(act.target))
  return [...only.records]
    .flatMap(([hash, kinds]) => actsIn(hash, only.types?.includes("events") ? (kinds.get("events") ?? new Set()) : null))
    .filter(isAsked)
}

function actsIn(hash: string, ids: ReadonlySet<string> | null): Act[] {
  const {reading, who} = kept<ArticleAnswer>(`article-${hash.slice(0, 16)}`)
  const cell = (side: readonly string[]): string | null => side.map(id => who[id]).join("; ") || null
  return reading.events
    .filter(({id, status}) => (ids ? ids.has(id) : status === "actual"))
    .flatMap(event =>
      directionsOf({source_who: cell(event.source), target_who: cell(event.target), reciprocal: Number(event.reciprocal)}).map(
        ([source, target]) => ({source, target, score: event.score, day: event.when.from ?? reading.document.published.from}),
      ),
    )
}

/** One edge a pair; with a limit those of the busiest alone. */
function edgesOf(acts: readonly Act[], limit = Number.POSITIVE_INFINITY): GraphEdge[] {
  const edges = [...Map.groupBy(acts, ({source, target}) => `${source} ${target}`).values()].map((group): GraphEdge => {
    const {source, target} = group[0]!
    const score = Math.round((1_000 * group.reduce((sum, act) => sum + act.score, 0)) / group.length) / 1_000
    const days = group.flatMap(({day}) => day ?? []).sort()
    return {source, target, events: group.length, score, sign: Math.sign(score), first: days[0] ?? null, last: days.at(-1) ?? null}
  })
  return edges.sort((a, b) => b.events - a.events || a.source - b.source || a.target - b.target).slice(0, limit)
}
