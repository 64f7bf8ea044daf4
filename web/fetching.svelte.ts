import {untrack} from "svelte"
import type {Changes} from "./answers.js"
import {answerPublished, isPublished} from "./published.js"

/** An answer that is on its way, has come, or has failed. An older answer stays while a newer one is on its way. */
export interface Asked<T> {
  readonly data: T | null
  readonly error: string | null
  readonly waiting: boolean
}

/** Why a question was not answered; the message is for people. */
export class Unanswered extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message)
  }
}

/** Asks the server for a page's JSON. */
export async function fetchJson<T>(address: string, init: RequestInit = {}): Promise<T> {
  if (isPublished) return (await answerPublished(address)) as T
  let answer: Response
  try {
    answer = await fetch(address, {...init, headers: {accept: "application/json", ...init.headers}})
  } catch (error) {
    if ((error as Error).name === "AbortError") throw error
    throw new Unanswered("The reading room does not answer. Is rapporteur still running?", 0)
  }
  if (answer.ok) return (await answer.json()) as T
  const said = await answer.json().then(
    body => String((body as {error?: unknown}).error ?? ""),
    () => "",
  )
  if (answer.status === 401)
    throw new Unanswered("This page was let in by an earlier run. Open the address that rapporteur printed last.", 401)
  throw new Unanswered(said || `The server answered ${answer.status}.`, answer.status)
}

/** The twin of a page: its address with `.json`, and the same question. */
export function twinOf(path: string, query: Readonly<Record<string, string | number | null | undefined>>, ending = "json"): string {
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== null && value !== undefined && value !== "") asked.set(name, String(value))
  const text = asked.toString()
  return `${path}.${ending}${text ? `?${text}` : ""}`
}

const book = $state<{
  version: string
  revision: number
  counts: Readonly<Record<string, number>> | null
  jobs: Changes["jobs"]
  lost: string | null
}>({
  version: "",
  revision: 0,
  counts: null,
  jobs: [],
  lost: null,
})

/** What the open page knows about the book: it is asked every few seconds while somebody looks. */
export const bookNow = book

/** Keeps asking whether the book has changed; lists that are shown are then asked for again. */
export function watchBook(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = async (): Promise<void> => {
    try {
      const {version, counts, jobs} = await fetchJson<Changes>("/changes.json")
      book.lost = null
      if (version !== book.version) {
        if (book.version !== "") book.revision++
        book.version = version
        book.counts = counts
      }
      if (JSON.stringify(jobs) !== JSON.stringify(book.jobs)) book.jobs = jobs
    } catch (error) {
      book.lost = (error as Error).message
    }
    if (!isPublished) timer = setTimeout(look, document.hidden ? 30_000 : 3_000)
  }
  const onShow = (): void => {
    if (document.hidden) return
    clearTimeout(timer)
    void look()
  }
  void look()
  document.addEventListener("visibilitychange", onShow)
  return () => {
    clearTimeout(timer)
    document.removeEventListener("visibilitychange", onShow)
  }
}

/** Asks for an address, again whenever it or the book changes; only the newest answer counts. An answer that says the same as the one before is passed over, so that nothing moves under a reader's eyes. */
export function asking<T>(address: () => string | null, ask: (address: string, init: RequestInit) => Promise<T> = fetchJson<T>): Asked<T> {
  let state = $state.raw<Asked<T>>({data: null, error: null, waiting: true})
  let lastAddress: string | null = null
  $effect(() => {
    const wanted = address()
    void book.revision
    if (wanted === null) return
    const control = new AbortController()
    const shown = lastAddress?.split("?")[0] === wanted.split("?")[0] ? untrack(() => state.data) : null
    lastAddress = wanted
    state = {data: shown, error: null, waiting: true}
    ask(wanted, {signal: control.signal}).then(
      data => {
        const isSame = shown !== null && JSON.stringify(shown) === JSON.stringify(data)
        state = {data: isSame ? shown : data, error: null, waiting: false}
      },
      (error: Error) => {
        if (error.name !== "AbortError") state = {data: shown, error: error.message, waiting: false}
      },
    )
    return () => control.abort()
  })
  return {
    get data() {
      return state.data
    },
    get error() {
      return state.error
    },
    get waiting() {
      return state.waiting
    },
  }
}
