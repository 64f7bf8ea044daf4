import {csvFormat} from "./csv.js"
import {docxFormat} from "./docx.js"
import {feedFormat} from "./feed.js"
import {htmlFormat} from "./html.js"
import type {Input} from "./input.js"
import type {Item} from "./item.js"
import {jsonFormat} from "./json.js"
import {jsonLinesFormat} from "./jsonl.js"
import {mailFormat} from "./mail.js"
import {markdownFormat} from "./markdown.js"
import {pdfFormat} from "./pdf.js"
import {textFormat} from "./text.js"
import {warcFormat} from "./warc.js"

/** A kind of file that articles come in. */
export interface Format {
  readonly name: string
  /** File name endings, lower case, with the dot. */
  readonly endings: readonly string[]
  readonly mediaTypes: readonly string[]
  /** Do the first bytes (read as Latin-1) look like it? Asked only when neither the media type nor the ending tells. */
  fits(opening: string): boolean
  /** Takes the articles out, in order. A bad one becomes a failure in its place; only a mistake in this program throws. */
  read(input: Input): AsyncIterable<Item>
}

/** Every format, the most particular first. A format of one more kind is one more line here. */
export const formats: readonly Format[] = [
  warcFormat,
  pdfFormat,
  docxFormat,
  jsonLinesFormat,
  jsonFormat,
  feedFormat,
  htmlFormat,
  mailFormat,
  csvFormat,
  markdownFormat,
  textFormat,
]

/** The format of an input: by its sender's media type, its name's ending, its first bytes; plain text when nothing tells. */
export function formatOf(input: Input, opening: string): Format {
  const name = input.name.toLowerCase().split(/[?#]/, 1)[0] ?? ""
  const type = input.mediaType?.toLowerCase().split(";")[0]?.trim() ?? ""
  return (
    formats.find(format => format.endings.some(ending => name.endsWith(ending)) && !isOpenToDoubt(format)) ??
    formats.find(format => format.mediaTypes.includes(type) && !isOpenToDoubt(format)) ??
    formats.find(format => format.fits(opening)) ??
    textFormat
  )
}

/** Files named .txt hold all sorts of things: look inside. */
function isOpenToDoubt(format: Format): boolean {
  return format === textFormat
}
