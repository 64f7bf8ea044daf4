import type {eachReading as eachReadingOfBook} from "../src/store/readings.js"
import {keepSelected} from "../src/store/selection.js"
import type {ArticleAnswer} from "./answers.js"
import {load} from "./published.js"
import type {Row} from "./published-filter.js"

/** Every selected reading of a published folder, in the order of articles: what forms of export read where there is no book. */
export const eachReading: typeof eachReadingOfBook = async function* (_book, {only} = {}) {
  for (const hash of inOrder(await load<readonly Row[]>("articles"))) {
    if (only && !only.records.has(hash)) continue
    const {reading} = await load<ArticleAnswer>(`article-${hash.slice(0, 16)}`)
    yield {article: null as never, reading: only ? keepSelected(reading, only) : reading}
  }
}

/** By day and hash; those without a day at the end. */
function inOrder(articles: readonly Row[]): string[] {
  const keyOf = ({day, article}: Row): string => `${day ?? "\uffff"} ${article}`
  return [...articles].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)).map(({article}) => String(article))
}
