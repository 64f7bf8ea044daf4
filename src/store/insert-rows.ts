import type {Book} from "./book.js"
import type {Cell} from "./driver/database.js"

/** How many rows go into the table with one statement, the most first. A statement of each length is prepared once. */
const portions = [16, 4, 1]

/** Adds rows to a table in their order, many with one statement: crossing into SQLite costs more than the row. `into` names the table and its columns. */
export function insertRows({database}: Book, into: string, rows: readonly (readonly Cell[])[]): void {
  let done = 0
  for (const portion of portions) {
    for (; done + portion <= rows.length; done += portion) {
      const some = rows.slice(done, done + portion)
      const marks = `(${Array(some[0]!.length).fill("?").join(", ")})`
      database.run(`INSERT INTO ${into} VALUES ${Array(portion).fill(marks).join(", ")}`, some.flat())
    }
  }
}
