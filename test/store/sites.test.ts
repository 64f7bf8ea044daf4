import {describe, expect, test} from "vitest"
import {querySites} from "../../src/query/sites.js"
import {removeArticle} from "../../src/store/add-reading.js"
import {findArticle} from "../../src/store/articles.js"
import type {Book} from "../../src/store/book.js"
import {migrate} from "../../src/store/migrate.js"
import {bookOf, sampleReadings} from "./sample-book.js"

const [accusation] = sampleReadings()
const countries = ({database}: Book) => database.all("SELECT country, article FROM article_countries ORDER BY country, article")

describe("where events happened", () => {
  test("is answered a place at a time, how exact each is beside it", () => {
    const {places, placeless} = querySites(bookOf(), {})
    expect(places.map(({name, precision, events}) => [name, precision, events])).toEqual([
      ["Moyale", "town", 1],
      ["Nairobi", "town", 1],
    ])
    expect(placeless).toBe(0)
    expect(querySites(bookOf(), {status: "negated"})).toMatchObject({places: [], placeless: 1})
    expect(querySites(bookOf(), {since: "2013-04"}).places.map(({name}) => name)).toEqual(["Nairobi"])
    expect(querySites(bookOf(), {actor: "nobody at all"})).toEqual({places: [], placeless: 0})
  })

  test("is the same in a book of an earlier schema that was brought up to date", () => {
    const book = bookOf()
    const [sites, before] = [querySites(book, {}), countries(book)]
    book.database.exec(
      "DROP INDEX acts_by_type_and_article; DROP INDEX acts_by_site; ALTER TABLE acts DROP COLUMN site; DROP TABLE sites; DROP TABLE article_countries; PRAGMA user_version = 3",
    )
    migrate(book.database, ":memory:")
    expect(querySites(book, {})).toEqual(sites)
    expect(countries(book)).toEqual(before)
    expect(before.map(({country}) => country)).toEqual(["ETH", "ETH", "KEN", "KEN"])
  })

  test("goes with its article", () => {
    const book = bookOf()
    const {number} = findArticle(book, accusation!.document.id)
    removeArticle(book, number)
    expect(countries(book).filter(({article}) => article === number)).toEqual([])
    expect(querySites(book, {}).places.map(({name}) => name)).toEqual(["Nairobi"])
  })
})
