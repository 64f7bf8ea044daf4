import {z} from "zod"
import type {Filter} from "../../query/filter.js"
import {querySpeakers} from "../../query/quotes.js"
import {page} from "../page.js"
import {filterShape, paging} from "../query-schema.js"

/** Who is quoted how often: the way from all quotes to those of one speaker. */
export const speakersPage = page({
  path: "/speakers",
  summary: "speakers with their number of quotes, the most quoted first",
  isView: false,
  isSum: true,
  query: z.object({...filterShape, ...paging}),
  answer: ({book}, query) => ({rows: querySpeakers(book, query as Filter)}),
})
