import type {Document} from "../document/document.js"
import {Layer} from "../document/layer.js"
import {overlaps, type Span} from "../document/span.js"
import type {Words} from "../document/words.js"
import type {AskedPair} from "../record/pair.js"
import {words} from "./layers.js"
import type {Language} from "./model.js"
import {shapes} from "./pieces.js"

/** What the pair network says of one asked pair; null where the pair stands in no sentence. */
export interface PairOpinion {
  /** Probability of each PLOVER type, in the order of `pairTypes`. */
  readonly types: readonly number[]
  /** The word it looked at most: a row of the words layer. */
  readonly row: number
}

/** The types in the order of the network's answers. */
export const pairTypes =
  "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split(" ")

/** One opinion for every asked pair, in the order asked. */
export const pairOpinions = new Layer<readonly (PairOpinion | null)[]>("pair-opinions")

/** At most so many pieces are read, from so many before the first of the two on: as in training. */
const longest = 160
const before = 20

/** The pieces of the words around a pair, for the network. */
export interface PairWindow {
  readonly pieces: BigInt64Array
  readonly shapes: BigInt64Array
  /** Source 1, target 2, both 3, neither 0. */
  readonly sides: BigInt64Array
}

/** Asks the pair network about every pair. The words must have been read. */
export async function readOpinions(doc: Document, asked: readonly AskedPair[], language: Language): Promise<Document> {
  const table = doc.get(words)
  const opinions: (PairOpinion | null)[] = []
  for (const pair of asked) opinions.push(await opinionOn(table, pair, language))
  return doc.with(pairOpinions, opinions)
}

async function opinionOn(table: Words, pair: AskedPair, language: Language): Promise<PairOpinion | null> {
  const columns = columnsOf(table, pair, language)
  if (columns === null) return null
  const size = columns.length
  const window = {pieces: new BigInt64Array(size), shapes: new BigInt64Array(size), sides: new BigInt64Array(size)}
  columns.forEach(({piece, shape, side}, at) => {
    window.pieces[at] = BigInt(piece)
    window.shapes[at] = BigInt(shape)
    window.sides[at] = BigInt(side)
  })
  const {types, look} = await language.answerPair(window)
  let best = 1
  for (let at = 1; at < size - 1; at++) if (look![at]! > look![best]!) best = at
  return {types: softmax(types!), row: columns[best]!.row}
}

interface Column {
  readonly piece: number
  readonly shape: number
  readonly side: number
  readonly row: number
}

/** The pieces of all sentences that hold one of the two, cut to `longest`, with the begin and end pieces. */
function columnsOf(table: Words, pair: AskedPair, {pieces, labels}: Language): Column[] | null {
  const rows = rowsAround(
    table,
    [pair.source, pair.target].flatMap(span => span ?? []),
  )
  if (rows === null) return null
  const found: Column[] = []
  for (let row = rows.first; row <= rows.last; row++) {
    const form = table.form(row)
    const coded = pieces.code(form)
    const opens = row === rows.first || labels.opening.includes(table.form(row - 1))
    const shape = coded.shape === shapes.title && opens ? shapes.opened : coded.shape
    for (const piece of coded.pieces) found.push({piece, shape, side: sideOf(table, row, pair), row})
  }
  const marked = found.findIndex(column => column.side > 0)
  const first = Math.max(0, Math.min(marked - before, found.length - longest))
  const none = {shape: shapes.special, side: 0, row: rows.first}
  return [{...none, piece: labels.cls}, ...found.slice(first, first + longest), {...none, piece: labels.sep}]
}

function rowsAround(table: Words, sides: readonly Span[]): {first: number; last: number} | null {
  const held = sides.map(side => table.rowsIn(side)).filter(rows => rows.last > rows.first)
  if (held.length === 0) return null
  let first = Math.min(...held.map(rows => rows.first))
  let last = Math.max(...held.map(rows => rows.last)) - 1
  while (first > 0 && table.sentence[first - 1] === table.sentence[first]) first--
  while (last + 1 < table.length && table.sentence[last + 1] === table.sentence[last]) last++
  return {first, last}
}

function sideOf(table: Words, row: number, {source, target}: AskedPair): number {
  const word = {start: table.start[row]!, end: table.end[row]!}
  return (source && overlaps(word, source) ? 1 : 0) + (target && overlaps(word, target) ? 2 : 0)
}

/** Probabilities with four decimals, so that the last bits of a score never show. */
function softmax(logits: Float32Array): number[] {
  const highest = Math.max(...logits)
  const powers = Array.from(logits, logit => Math.exp(logit - highest))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map(power => Math.round((10_000 * power) / sum) / 10_000)
}
