import {type Explanation, explainRecord, recordTypeOf} from "../explain.js"
import {Problem} from "../problem.js"
import {articleOfRecord} from "../query/record-articles.js"
import {readingOf} from "../store/readings.js"
import {readBook} from "./book.js"
import {type Effects, writeOut} from "./effects.js"
import type {ExplainOptions} from "./explain-command.js"

/** `rapporteur explain ID [--article N]`. */
export function runExplain(id: string, options: ExplainOptions, {stdout}: Effects): Promise<void> {
  return readBook(options, async book => {
    const type = recordTypeOf(id)
    if (!type) throw new Problem("usage", `${id} is no record. Records are called e1 (event), q1 (quote), a1 (actor), f1, t1, p1, s1, r1.`)
    const article = articleOfRecord(book, {type, id}, options.article)
    const reading = readingOf(book, article)
    if (!reading) throw new Problem("not-found", `The article ${article.id} has not been read yet. Run rapporteur reread.`)
    const explanation = explainRecord(reading, id)
    await writeOut(stdout, options.as === "json" ? `${JSON.stringify(explanation, null, 2)}\n` : pageOf(explanation))
  })
}

function pageOf({id, says, words, steps, rejected, changes}: Explanation): string {
  const list = (heading: string, lines: readonly string[]): string =>
    lines.length === 0 ? "" : `\n${heading}\n${lines.map((line, index) => `  ${index + 1}. ${line}`).join("\n")}\n`
  return [
    `${id} ${says}\n`,
    `“${words}”\n`,
    list("How it was read", steps),
    list("Considered and not taken", rejected),
    list("What would have changed it, the smallest change first (each alone, all else as it is)", changes),
  ].join("")
}
