import {Problem} from "../problem.js"
import type {RecordType} from "../record/reading.js"
import {findArticle, type StoredArticle} from "../store/articles.js"
import type {Book} from "../store/book.js"

/** The article whose current reading holds a record of this id. Without a name it must be the only one; else a problem says how to name one. */
export function articleOfRecord(book: Book, {type, id}: {type: RecordType; id: string}, name: string | undefined): StoredArticle {
  if (name !== undefined) return findArticle(book, name)
  const found = book.database.all<{article: number}>(
    `SELECT r.article FROM ${type} x JOIN readings r ON r.number = x.reading AND r.current = 1 WHERE x.id = ? LIMIT 2`,
    [id],
  )
  if (found.length === 0) throw new Problem("not-found", `No article of the book has a record ${id}.`)
  if (found.length > 1)
    throw new Problem(
      "usage",
      `More than one article of the book has a record ${id}. Name the article with --article, by a number that rapporteur list shows or the first digits of its hash.`,
    )
  return findArticle(book, String(found[0]!.article))
}
