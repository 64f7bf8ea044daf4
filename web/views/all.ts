import type {Component} from "svelte"

/** A page of the reading room: where it stands, what it is called, and how its code is loaded when it is first opened. */
export interface View {
  readonly name: string
  readonly section: string
  readonly title: string
  readonly path: string
  readonly load?: () => Promise<{default: Component}>
}

/** Every view. One more view is one more line here. */
export const views: readonly View[] = [
  {name: "articles", section: "articles", title: "Articles", path: "/articles"},
  {name: "article", section: "articles", title: "Article", path: "/article/"},
  {name: "timeline", section: "timeline", title: "Timeline", path: "/timeline", load: () => import("./Timeline.svelte")},
  {name: "actors", section: "actors", title: "Actors", path: "/actors", load: () => import("./Actors.svelte")},
  {name: "actor", section: "actors", title: "Actor", path: "/actor/", load: () => import("./Actor.svelte")},
  {name: "network", section: "network", title: "Network", path: "/network", load: () => import("./Network.svelte")},
  {name: "map", section: "map", title: "Map", path: "/map", load: () => import("./WorldMap.svelte")},
  {name: "quotes", section: "quotes", title: "Quotes", path: "/quotes", load: () => import("./Quotes.svelte")},
  {name: "figures", section: "figures", title: "Figures", path: "/figures", load: () => import("./Figures.svelte")},
  {name: "positions", section: "positions", title: "Positions", path: "/positions", load: () => import("./Positions.svelte")},
  {name: "events", section: "events", title: "Events", path: "/events", load: () => import("./Events.svelte")},
  {name: "search", section: "search", title: "Search", path: "/search", load: () => import("./Search.svelte")},
  {name: "quarantine", section: "articles", title: "Not read", path: "/quarantine", load: () => import("./Quarantine.svelte")},
  {name: "help", section: "help", title: "Help", path: "/help", load: () => import("./Help.svelte")},
]

/** The sections of the masthead, in order. */
export const sections: readonly string[] = [
  "articles",
  "events",
  "timeline",
  "actors",
  "network",
  "map",
  "quotes",
  "figures",
  "positions",
  "help",
]

/** The view that stands under a path; null when there is none. */
export function viewOf(path: string): View | null {
  return (
    views.find(view => (view.path.endsWith("/") ? path.startsWith(view.path) && path.length > view.path.length : path === view.path)) ??
    null
  )
}
