import type {z} from "zod"
import type {Held} from "../export/held.js"
import type {AnswerRow, Filter} from "../query/filter.js"
import type {Room} from "./room.js"
import type {ShownRecord} from "./shown.js"

/** What is asked of a page: its query, and the last part of its path where it has one (an article, an actor). */
export interface Asked {
  readonly query: Readonly<Record<string, never>>
  readonly name: string
}

/** How the records that a page shows leave in the forms of export. */
export interface Leaving<Query> {
  /** What the page shows: forms that can hold it are offered. */
  readonly holds: readonly Held[]
  records(room: Room, query: Query, name: string): Iterable<ShownRecord>
  /** The question whose acts make up the network, where the page answers one. */
  acts?(query: Query): Filter
}

/** One page of the reading room. Its address with `.json` behind gives what it shows. */
export interface Page {
  /** As "/quotes" or "/article/:name". */
  readonly path: string
  /** One line for the API description. */
  readonly summary: string
  readonly query: z.ZodObject
  /** Is there a page for people under the address without `.json`? */
  readonly isView: boolean
  answer(room: Room, asked: Asked): unknown
  /** The rows of a list page, for `.csv` and `.jsonl`; `limit` replaces the page's own. */
  rows?(room: Room, asked: Asked, limit: number): AnswerRow[]
  /** Is its answer a sum over many records, small and slow to make? Then it is kept until the book changes. */
  readonly isSum: boolean
  /** Does the page draw no more than its limit? Then files hold no more either; otherwise lists are endless, and files hold all. */
  readonly isLimited: boolean
  readonly leaving: Leaving<never> | null
}

/** Writes a page down with the types of its query. */
export function page<S extends z.ZodObject>(about: {
  path: string
  summary: string
  query: S
  isView?: boolean
  answer(room: Room, query: z.output<S>, name: string): unknown
  rows?(room: Room, query: z.output<S> & {limit: number}): AnswerRow[]
  isLimited?: boolean
  isSum?: boolean
  leaving?: Leaving<z.output<S>>
}): Page {
  const {rows} = about
  return {
    path: about.path,
    summary: about.summary,
    query: about.query,
    isView: about.isView ?? true,
    isLimited: about.isLimited ?? false,
    isSum: about.isSum ?? false,
    leaving: (about.leaving ?? null) as Leaving<never> | null,
    answer: (room, {query, name}) => about.answer(room, query as z.output<S>, name),
    ...(rows ? {rows: (room, {query}, limit) => rows(room, {...(query as z.output<S>), limit})} : {}),
  }
}

/** What a page shows; sums over the whole book are kept until it changes. */
export function answerOf(page: Page, room: Room, asked: Asked): unknown {
  const make = (): unknown => page.answer(room, asked)
  return page.isSum ? room.remember(`${page.path} ${JSON.stringify(asked.query)}`, make) : make()
}
