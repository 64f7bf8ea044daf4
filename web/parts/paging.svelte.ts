import {asking, fetchJson, twinOf} from "../fetching.svelte.js"

/** An answer that holds some rows of a list; whether there are more is told, or how many there are. */
interface Part<T> {
  readonly rows: readonly T[]
  readonly more?: boolean
  readonly total?: number
}

const pageSize = 100
/** The most rows that one request gives. */
const longest = 1_000

/** A list that grows while it is scrolled. When the book changes, as much of it as was there is asked for again, so that nobody loses their place. */
export function growing<T>(path: () => string, query: () => Readonly<Record<string, string>>) {
  let known = {of: "", count: 0}
  const first = asking<Part<T>>(() => {
    const of = twinOf(path(), query())
    if (of !== known.of) known = {of, count: 0}
    return twinOf(path(), {...query(), limit: Math.max(pageSize, known.count)})
  }, fetchRows)
  let later = $state.raw<{of: Part<T> | null; rows: readonly T[]; more: boolean}>({of: null, rows: [], more: true})
  let isFetching = false
  const isCurrent = $derived(later.of === first.data && first.data !== null)
  const rows = $derived([...(first.data?.rows ?? []), ...(isCurrent ? later.rows : [])])
  const hasMore = $derived(isCurrent ? later.more : hasMoreThan(first.data, first.data?.rows.length ?? 0))
  $effect(() => {
    known.count = rows.length
  })
  const fetchMore = async (): Promise<void> => {
    const {data} = first
    if (!data || isFetching || !hasMore) return
    isFetching = true
    try {
      const before = rows
      const next = await fetchJson<Part<T>>(twinOf(path(), {...query(), limit: pageSize, offset: before.length}))
      if (first.data !== data) return
      const all = [...before, ...next.rows]
      later = {of: data, rows: all.slice(data.rows.length), more: hasMoreThan(next, all.length)}
    } finally {
      isFetching = false
    }
  }
  return {
    get rows() {
      return rows
    },
    get total() {
      return first.data?.total ?? null
    },
    get isThere() {
      return first.data !== null
    },
    get error() {
      return first.error
    },
    fetchMore,
  }
}

/** As many rows as an address wants, a thousand a request. */
async function fetchRows<T>(address: string, init: RequestInit): Promise<Part<T>> {
  const {pathname, searchParams} = new URL(address, "http://book")
  const query = Object.fromEntries(searchParams)
  const wanted = Number(query.limit)
  const rows: T[] = []
  for (;;) {
    const limit = Math.min(longest, wanted - rows.length)
    const part = await fetchJson<Part<T>>(twinOf(pathname.replace(/\.json$/, ""), {...query, limit, offset: rows.length || null}), init)
    rows.push(...part.rows)
    if (part.rows.length === 0 || rows.length >= wanted || !hasMoreThan(part, rows.length)) return {...part, rows}
  }
}

const hasMoreThan = (part: Part<unknown> | null, count: number): boolean => part?.more ?? (part?.total ?? 0) > count
