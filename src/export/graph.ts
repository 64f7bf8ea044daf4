import {Conditions} from "../query/filter.js"
import {actsOfTies} from "../query/network.js"
import type {Book} from "../store/book.js"
import type {Selection} from "../store/selection.js"
import type {ExportOptions} from "./exporter.js"

/** An actor of the network. */
export interface GraphNode {
  readonly id: number
  readonly name: string
  readonly kind: string
  readonly country: string | null
  readonly code: string | null
}

/** All that one actor did to another: how often, how friendly on average, from when to when. */
export interface GraphEdge {
  readonly source: number
  readonly target: number
  readonly events: number
  readonly score: number
  readonly sign: number
  readonly first: string | null
  readonly last: string | null
}

/** The whole network: actors numbered by their keys, so that the numbers do not depend on the order of arrival; then the edges, pair by pair. */
export function* eachPart(book: Book, options: ExportOptions): Generator<{readonly node: GraphNode} | {readonly edge: GraphEdge}> {
  const numbers = new Map<number, number>()
  for (const node of eachNode(book, options)) {
    numbers.set(node.id, numbers.size)
    yield {node: {...node, id: numbers.get(node.id)!}}
  }
  for (const edge of eachEdge(book, options)) yield {edge: {...edge, source: numbers.get(edge.source)!, target: numbers.get(edge.target)!}}
}

function eachNode(book: Book, options: ExportOptions): IterableIterator<GraphNode> {
  const {where, cells} = narrow(book, options)
  const ends = `SELECT acts.source AS n FROM acts ${where} UNION SELECT acts.target FROM acts ${where}`
  return book.database.each<GraphNode>(`SELECT number AS id, name, kind, country, code FROM who WHERE number IN (${ends}) ORDER BY key`, [
    ...cells,
    ...cells,
  ])
}

/** `sign` is +1 for friendly, −1 for hostile, 0 between. */
function eachEdge(book: Book, options: ExportOptions): IterableIterator<GraphEdge> {
  const {where, cells} = narrow(book, options)
  const sql = `SELECT acts.source, acts.target, count(*) AS events, round(avg(acts.score), 3) AS score, CAST(sign(round(avg(acts.score), 3)) AS INTEGER) AS sign, min(acts.day) AS first, max(acts.day) AS last
    FROM acts JOIN who s ON s.number = acts.source JOIN who t ON t.number = acts.target ${where} GROUP BY s.key, t.key ORDER BY s.key, t.key`
  return book.database.each<GraphEdge>(sql, cells)
}

/** The acts that ties are made of: those of the question, of the selected events or articles, or all that happened on these days. */
function narrow(book: Book, {since, until, acts, only}: ExportOptions): Conditions {
  if (acts) return actsOfTies(book, acts) ?? new Conditions().add("1 = 0")
  const conditions = new Conditions().add("acts.source <> acts.target")
  if (!only) return conditions.add("acts.status = 'actual'").addDays("acts.day", {since, until})
  if (only.types?.includes("events")) return addEvents(conditions, only)
  return conditions
    .add("acts.status = 'actual'")
    .addDays("acts.day", {since, until})
    .add(
      "acts.article IN (SELECT number FROM articles WHERE hash IN (SELECT value FROM json_each(?)))",
      JSON.stringify([...only.records.keys()]),
    )
}

function addEvents(conditions: Conditions, {records}: Selection): Conditions {
  const pairs = [...records].flatMap(([article, kinds]) => [...(kinds.get("events") ?? [])].map(event => [article, event]))
  return conditions.add(
    `(acts.reading, acts.event) IN (SELECT e.reading, e.place_in_list FROM json_each(?) j JOIN articles a ON a.hash = j.value ->> 0
      JOIN readings r ON r.article = a.number AND r.current = 1 JOIN events e ON e.reading = r.number AND e.id = j.value ->> 1)`,
    JSON.stringify(pairs),
  )
}
