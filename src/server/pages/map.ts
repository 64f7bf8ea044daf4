import {z} from "zod"
import type {AnswerRow, Filter} from "../../query/filter.js"
import {querySites} from "../../query/sites.js"
import {page} from "../page.js"
import {filterShape} from "../query-schema.js"
import {recordsOf} from "../shown.js"

/** Places where events happened, with how exact each place is. */
export const mapPage = page({
  path: "/map",
  summary: "places of events, with how exact each place is, the busiest first; and events whose text names no place",
  query: z.object(filterShape),
  isSum: true,
  answer: ({book}, query) => querySites(book, query as Filter),
  rows: ({book}, query) => querySites(book, query as Filter).places,
  leaving: {
    holds: ["events"],
    records: (room, query) => {
      const drawn = new Set(querySites(room.book, query as Filter).places.map(({name, ...site}) => nameOfSite({place: name!, ...site})))
      return recordsOf(room, {type: "events", filter: query as Filter, keep: row => row.place !== null && drawn.has(nameOfSite(row))})
    },
  },
})

const nameOfSite = ({place, country, precision, lat, lon}: AnswerRow): string => JSON.stringify([place, country, precision, lat, lon])
