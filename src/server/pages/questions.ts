import {z} from "zod"
import type {Filter} from "../../query/filter.js"
import {questions} from "../../query/questions.js"
import {type Page, page} from "../page.js"
import {filterShape, paging} from "../query-schema.js"

const views = new Set(["quotes", "figures", "actors", "network", "positions", "places", "events", "times"])
const query = z.object({...filterShape, ...paging})

/** Every question of the record book as a list: its rows, and whether there are more. */
export const questionPages: readonly Page[] = questions
  .filter(question => question.name !== "timeline")
  .map(question =>
    page({
      path: `/${question.name}`,
      summary: question.summary,
      query,
      isView: views.has(question.name),
      answer: ({book}, asked) => {
        const rows = question.ask(book, {...(asked as Filter), limit: asked.limit + 1})
        return {rows: rows.slice(0, asked.limit), more: rows.length > asked.limit}
      },
      rows: ({book}, asked) => question.ask(book, asked as Filter),
    }),
  )
