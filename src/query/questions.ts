import type {Book} from "../store/book.js"
import {queryEvents} from "./events.js"
import type {AnswerRow, Filter} from "./filter.js"
import {queryNetwork} from "./network.js"
import {queryQuotes} from "./quotes.js"
import {queryActors, queryFigures, queryPlaces, queryPositions, queryTimes} from "./records.js"
import {querySeries} from "./series.js"
import {queryTimeline} from "./timeline.js"

/** A question the book answers, as the command line and the server offer it. */
export interface Question {
  readonly name: string
  /** One line for help. */
  readonly summary: string
  /** Columns that a table for people shows; the others are in csv and json. */
  readonly shown: readonly string[]
  ask(book: Book, filter: Filter): AnswerRow[]
}

/** Every question. One of one more kind is one more line here: command line and server pick it up. */
export const questions: readonly Question[] = [
  {
    name: "events",
    summary: "who did what to whom",
    shown: ["day", "type", "mode", "status", "source", "target", "place", "evidence"],
    ask: queryEvents,
  },
  {name: "quotes", summary: "who said what", shown: ["day", "speaker", "behalf", "kind", "words"], ask: queryQuotes},
  {
    name: "figures",
    summary: "how many",
    shown: ["day", "kind", "value", "unit", "bound", "status", "words", "place", "title"],
    ask: queryFigures,
  },
  {
    name: "positions",
    summary: "who stands where",
    shown: ["day", "holder", "polarity", "target", "topic", "evidence"],
    ask: queryPositions,
  },
  {name: "places", summary: "where", shown: ["day", "name", "kind", "country", "lat", "lon", "use", "title"], ask: queryPlaces},
  {name: "times", summary: "when", shown: ["day", "words", "type", "value", "from", "to", "title"], ask: queryTimes},
  {
    name: "actors",
    summary: "who, across articles",
    shown: ["name", "kind", "country", "code", "articles", "first_day", "last_day"],
    ask: queryActors,
  },
  {
    name: "series",
    summary: "events by day, week or month",
    shown: ["period", "events", "mean_score", "articles", "per_hundred"],
    ask: querySeries,
  },
  {
    name: "network",
    summary: "who acts on whom",
    shown: ["source", "target", "events", "mean_score", "first_day", "last_day"],
    ask: queryNetwork,
  },
  {
    name: "timeline",
    summary: "what happened, day by day",
    shown: ["day", "type", "source", "target", "reports", "texts", "evidence"],
    ask: queryTimeline,
  },
]
