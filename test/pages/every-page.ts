import {views} from "../../web/views/all.js"

/** A page as it stands over the handmade article, and the way on from it that its visitors take most. */
export interface EveryPage {
  /** Its name among the views of the application. */
  readonly view: string
  readonly path: string
  /** What one goes on with, and what then stands in the address. */
  readonly goal: string
  readonly leads: RegExp
}

/** Every page. The tests of looks, keys, narrow screens, paper and published folders all go through this list. */
export const everyPage: readonly EveryPage[] = [
  {view: "articles", path: "/articles", goal: "h2 a", leads: /\/article\/[0-9a-f]{16}/},
  {view: "article", path: "/article/1", goal: ".layers button", leads: /layers=/},
  {view: "events", path: "/events", goal: ".act", leads: /\/article\/.*record=e/},
  {view: "timeline", path: "/timeline", goal: ".lane a", leads: /record=|\/(?:events|quotes)\?/},
  {view: "actors", path: "/actors", goal: ".actor a", leads: /\/actor\/\d/},
  {view: "actor", path: "/actor/1", goal: ".act", leads: /\/article\/.*record=e/},
  {view: "network", path: "/network", goal: ".panel tbody button", leads: /edge=/},
  {view: "map", path: "/map", goal: "svg a", leads: /place=Port/},
  {view: "quotes", path: "/quotes", goal: ".quote a.small", leads: /\/article\/.*record=q/},
  {view: "figures", path: "/figures", goal: ".figure a.small", leads: /\/article\/.*record=f/},
  {view: "positions", path: "/positions", goal: "td button", leads: /source=.*target=/},
  {view: "search", path: "/search?text=Norvik", goal: "h3 a", leads: /\/article\//},
  {view: "quarantine", path: "/quarantine", goal: "main .menu summary", leads: /\/quarantine/},
  {view: "help", path: "/help", goal: "main a", leads: /\/articles/},
]

/** Views that nobody has put into the list. */
export const forgottenViews: readonly string[] = views.map(({name}) => name).filter(name => everyPage.every(({view}) => view !== name))
