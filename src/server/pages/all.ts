import type {Page} from "../page.js"
import {actorPage} from "./actor.js"
import {articlePage} from "./article.js"
import {articlesPage} from "./articles.js"
import {changesPage, choicesPage, quarantinePage} from "./book.js"
import {mapPage} from "./map.js"
import {matrixPage} from "./matrix.js"
import {questionPages} from "./questions.js"
import {searchPage} from "./search.js"
import {speakersPage} from "./speakers.js"
import {timelinePage} from "./timeline.js"

/** Every page. One more page is one more line here: routes and the API description follow. */
export const pages: readonly Page[] = [
  articlesPage,
  articlePage,
  timelinePage,
  actorPage,
  mapPage,
  matrixPage,
  speakersPage,
  searchPage,
  ...questionPages,
  quarantinePage,
  changesPage,
  choicesPage,
]

/** Views that show no list of their own. */
export const plainViews: readonly string[] = ["/", "/help"]
