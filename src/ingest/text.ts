import {completeArticle, failAt} from "./complete.js"
import {decodeBytes} from "./decode.js"
import type {Format} from "./format.js"
import {readAll} from "./input.js"
import {limits} from "./limits.js"

/** Plain text: the whole input is one article, exactly as it stands. */
export const textFormat: Format = {
  name: "text",
  endings: [".txt", ".text"],
  mediaTypes: ["text/plain"],
  fits: () => true,
  async *read(input) {
    try {
      const bytes = await readAll(input, limits.textBytes)
      const {text} = await decodeBytes(bytes, input.charset)
      yield await completeArticle({text, title: headlineOf(text)}, input, input.name)
    } catch (error) {
      yield failAt(input.name, error)
    }
  },
}

/** A short first line that stands alone and ends no sentence is the headline. It stays in the text. */
function headlineOf(text: string): string | null {
  const [first = "", second] = text.slice(0, 400).trimStart().split(/\r?\n/, 2)
  const line = first.trim()
  return second !== undefined && line.length >= 8 && line.length <= 150 && !/[.!?:;,”"—-]$/.test(line) ? line : null
}
