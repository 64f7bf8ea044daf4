import {isPublished} from "./published.js"

/** The address is the whole state of a page: its path, and what is asked of it. */
export interface Address {
  readonly path: string
  readonly query: Readonly<Record<string, string>>
}

type Query = Readonly<Record<string, string | number | null | undefined>>

let current = $state.raw<Address>(readAddress())

/** Where we are. */
export const here = {
  get path(): string {
    return current.path
  },
  get query(): Readonly<Record<string, string>> {
    return current.query
  },
}

/** The address of a page as a link holds it; empty values are left out. A published folder has no server to answer paths: there it stands behind the `#`. */
export function href(path: string, query: Query = {}): string {
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== null && value !== undefined && value !== "") asked.set(name, String(value))
  const text = asked.toString()
  return `${isPublished ? "#" : ""}${path}${text ? `?${text}` : ""}`
}

/** Goes to a page; back leads here again. */
export function go(path: string, query: Query = {}): void {
  history.pushState(null, "", href(path, query))
  current = readAddress()
  scrollTo(0, 0)
}

/** Changes what is asked of this page. `keep` makes back lead to what was asked before. */
export function ask(changes: Query, {keep = false}: {keep?: boolean} = {}): void {
  const target = href(current.path, {...current.query, ...changes})
  if (keep) history.pushState(null, "", target)
  else history.replaceState(null, "", target)
  current = readAddress()
}

/** Follows back, forward and every link of ours without loading the page again. */
export function followAddress(): () => void {
  const onMove = (): void => {
    current = readAddress()
  }
  const onClick = (event: MouseEvent): void => {
    const link = (event.target as Element | null)?.closest?.("a")
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    if ((!isPublished && link.origin !== location.origin) || link.hasAttribute("download") || link.target) return
    if (isPublished && new URL(link.href).hash === location.hash) return
    if (isPublished) {
      const {hash} = new URL(link.href)
      if (!hash.startsWith("#/")) return
      event.preventDefault()
      history.pushState(null, "", hash)
      current = readAddress()
      scrollTo(0, 0)
      return
    }
    if (/\.\w{2,5}$|^\/export\//.test(link.pathname) || (link.hash && link.pathname === location.pathname)) return
    event.preventDefault()
    history.pushState(null, "", link.href)
    current = readAddress()
    scrollTo(0, 0)
  }
  addEventListener("popstate", onMove)
  addEventListener("hashchange", onMove)
  document.addEventListener("click", onClick)
  return () => {
    removeEventListener("popstate", onMove)
    removeEventListener("hashchange", onMove)
    document.removeEventListener("click", onClick)
  }
}

function readAddress(): Address {
  const url = isPublished ? new URL(location.hash.slice(1) || "/", "http://book") : new URL(location.href)
  return {path: url.pathname === "/" ? "/articles" : url.pathname.replace(/\/$/, ""), query: Object.fromEntries(url.searchParams)}
}
