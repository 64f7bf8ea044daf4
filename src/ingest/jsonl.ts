import {Problem} from "../problem.js"
import {completeArticle, failAt} from "./complete.js"
import {decodeUtf8} from "./decode.js"
import type {Format} from "./format.js"
import type {Input} from "./input.js"
import type {Item} from "./item.js"
import {idOfJson, parseJson} from "./json-article.js"
import {rawFromItem} from "./json-item.js"
import {limits} from "./limits.js"
import {type Line, readLines} from "./lines.js"

/** One article a line, as JSON. Line in, article or problem out, in order; blank lines are passed over. */
export const jsonLinesFormat: Format = {
  name: "jsonl",
  endings: [".jsonl", ".ndjson", ".jsonlines"],
  mediaTypes: ["application/x-ndjson", "application/jsonl", "application/json-lines"],
  fits: opening => /^(?:\xef\xbb\xbf)?\s{0,100}\{/.test(opening) && !isOneObject(opening),
  async *read(input) {
    // A line says where it comes from by itself: the same line has the same reading, from a file or through a pipe.
    const lines: Input = {...input, origin: null}
    for await (const line of readLines(input.bytes)) {
      const item = await readLine(line, lines)
      if (item) yield item
    }
  },
}

/** An object spread over lines is JSON, not JSON lines; so is one that ninjs or a feed would be. */
function isOneObject(opening: string): boolean {
  return (
    /^(?:\xef\xbb\xbf)?\s{0,100}\{\s{0,20}[\r\n]/.test(opening) ||
    /^(?:\xef\xbb\xbf)?\s{0,100}\{[^\r\n]{0,300}"version"\s{0,5}:\s{0,5}"https?:\/\/jsonfeed/.test(opening)
  )
}

async function readLine(line: Line, input: Input): Promise<Item | null> {
  const at = `${input.name}:${line.number}`
  let id: string | null = null
  try {
    if (line.bytes === null) throw new Problem("size", `The line is longer than ${limits.lineBytes} bytes.`)
    const text = decodeUtf8(line.bytes)
    if (!/\S/.test(text)) return null
    const value = parseJson(text)
    id = idOfJson(value)
    return await completeArticle(await rawFromItem(value), input, at)
  } catch (error) {
    return failAt(at, error, id ?? at)
  }
}
