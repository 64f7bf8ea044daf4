import {Problem} from "../problem.js"
import type {DocumentRow} from "../record/reading.js"
import type {Book} from "./book.js"

/** An article as the book keeps it. */
export interface StoredArticle {
  readonly number: number
  readonly hash: string
  readonly id: string
  readonly origin: string | null
  readonly title: string | null
  readonly publisher: string | null
  readonly author: string | null
  readonly language: string | null
  readonly published_from: string | null
  readonly published_to: string | null
  readonly published_basis: string
  readonly text: string
  readonly cluster: string
  readonly state: "read" | "unread"
  readonly added_at: string
}

/** The order of every list and export: by day of publication, then by hash. It does not depend on the order of arrival. */
export const articleOrder = "published_from IS NULL, published_from, hash"

/** The document part of a reading, as it was before the book kept it. */
export function describeArticle(article: StoredArticle): DocumentRow {
  const {id, hash, origin, title, publisher, author, language, text} = article
  const published = {
    from: article.published_from,
    to: article.published_to,
    basis: article.published_basis as DocumentRow["published"]["basis"],
  }
  return {id, hash, origin, title, publisher, author, language, published, text}
}

/** An article by its number, by the caller's id, or by the beginning of its hash (four digits or more). Throws `not-found`. */
export function findArticle({database}: Book, name: string): StoredArticle {
  const byNumber = /^\d{1,15}$/.test(name) ? database.first<StoredArticle>("SELECT * FROM articles WHERE number = ?", [Number(name)]) : null
  const byId = byNumber ?? database.first<StoredArticle>("SELECT * FROM articles WHERE id = ? ORDER BY number LIMIT 1", [name])
  if (byId) return byId
  const candidates = /^[0-9a-f]{4,64}$/i.test(name)
    ? database.all<StoredArticle>("SELECT * FROM articles WHERE hash >= ? AND hash < ? LIMIT 2", [
        name.toLowerCase(),
        `${name.toLowerCase()}g`,
      ])
    : []
  if (candidates.length === 1) return candidates[0]!
  if (candidates.length > 1) throw new Problem("not-found", `More than one article begins with ${name}. Give more digits.`)
  throw new Problem("not-found", `The book holds no article ${name}. rapporteur list shows what it holds.`)
}

/** All articles in the order of every list, one by one. */
export function eachArticle({database}: Book): IterableIterator<StoredArticle> {
  return database.each<StoredArticle>(`SELECT * FROM articles ORDER BY ${articleOrder}`)
}
