import {Problem} from "../problem.js"
import {completeArticle, failAt} from "./complete.js"
import {decodeBytes} from "./decode.js"
import type {Format} from "./format.js"
import {type Input, readAll} from "./input.js"
import type {Item} from "./item.js"
import {idOfJson, parseJson} from "./json-article.js"
import {rawFromItem} from "./json-item.js"
import {jsonLinesFormat} from "./jsonl.js"
import {limits} from "./limits.js"

/** One JSON value: an article, a list of articles, a ninjs news item, or a JSON feed. */
export const jsonFormat: Format = {
  name: "json",
  endings: [".json", ".ninjs"],
  mediaTypes: ["application/json", "application/feed+json", "application/vnd.iptc.ninjs+json"],
  fits: opening => /^(?:\xef\xbb\xbf)?\s{0,100}[[{]/.test(opening),
  async *read(input) {
    try {
      const bytes = await readAll(input, limits.feedBytes)
      const {text} = await decodeBytes(bytes, input.charset)
      if (!/\S/.test(text)) throw new Problem("empty", "There is no text in it.")
      if (isLines(text)) yield* jsonLinesFormat.read({...input, bytes: once(bytes)})
      else yield* readValue(parseJson(text), input)
    } catch (error) {
      yield failAt(input.name, error)
    }
  },
}

async function* readValue(value: unknown, input: Input): AsyncGenerator<Item> {
  const list = articlesIn(value)
  for (const [index, item] of list.entries()) {
    const at = list.length === 1 && !Array.isArray(value) ? input.name : `${input.name}:${index + 1}`
    try {
      yield await completeArticle(await rawFromItem(item), input, at)
    } catch (error) {
      yield failAt(at, error, idOfJson(item) ?? at)
    }
  }
}

function articlesIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  const {items, articles} = (value ?? {}) as {items?: unknown; articles?: unknown}
  if (Array.isArray(items)) return items
  return Array.isArray(articles) ? articles : [value]
}

/** JSON lines in a file that is called .json: the first line is whole by itself, and another begins after it. */
function isLines(text: string): boolean {
  const end = text.indexOf("\n")
  if (end < 0 || !/^\s{0,100}\{/.test(text.slice(end + 1, end + 200))) return false
  return /\}\s{0,100}$/.test(text.slice(Math.max(0, end - 200), end)) && /^\s{0,100}\{/.test(text.slice(0, 200))
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
