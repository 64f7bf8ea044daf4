import type {Book} from "../store/book.js"
import type {Days} from "../store/readings.js"

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

const conditions = "acts.status = 'actual' AND acts.source IS NOT NULL AND acts.target IS NOT NULL"

/** The whole network: actors numbered by their keys, so that the numbers do not depend on the order of arrival; then the edges, pair by pair. */
export function* eachPart(book: Book, days: Days): Generator<{readonly node: GraphNode} | {readonly edge: GraphEdge}> {
  const numbers = new Map<number, number>()
  for (const node of eachNode(book, days)) {
    numbers.set(node.id, numbers.size)
    yield {node: {...node, id: numbers.get(node.id)!}}
  }
  for (const edge of eachEdge(book, days)) yield {edge: {...edge, source: numbers.get(edge.source)!, target: numbers.get(edge.target)!}}
}

function eachNode(book: Book, days: Days): IterableIterator<GraphNode> {
  const {where, cells} = narrow(days)
  const ends = `SELECT acts.source AS n FROM acts ${where} UNION SELECT acts.target FROM acts ${where}`
  return book.database.each<GraphNode>(`SELECT number AS id, name, kind, country, code FROM who WHERE number IN (${ends}) ORDER BY key`, [
    ...cells,
    ...cells,
  ])
}

/** `sign` is +1 for friendly, −1 for hostile, 0 between. */
function eachEdge(book: Book, days: Days): IterableIterator<GraphEdge> {
  const {where, cells} = narrow(days)
  const sql = `SELECT acts.source, acts.target, count(*) AS events, round(avg(acts.score), 3) AS score, CAST(sign(round(avg(acts.score), 3)) AS INTEGER) AS sign, min(acts.day) AS first, max(acts.day) AS last
    FROM acts JOIN who s ON s.number = acts.source JOIN who t ON t.number = acts.target ${where} GROUP BY s.key, t.key ORDER BY s.key, t.key`
  return book.database.each<GraphEdge>(sql, cells)
}

function narrow({since, until}: Days): {where: string; cells: string[]} {
  const where = `WHERE ${conditions}${since ? " AND acts.day >= ?" : ""}${until ? " AND acts.day <= ?" : ""}`
  return {where, cells: [since, until].filter(day => day !== undefined && day !== "") as string[]}
}
