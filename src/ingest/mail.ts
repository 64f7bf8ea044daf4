import {Problem} from "../problem.js"
import {completeArticle, failAt} from "./complete.js"
import type {Format} from "./format.js"
import {textOfHtml} from "./html-body.js"
import type {Input} from "./input.js"
import type {Item} from "./item.js"
import {limits} from "./limits.js"
import {readLines} from "./lines.js"
import {parsePublished} from "./published.js"

/** E-mail: one message (.eml), or many in a file (mbox). The plain text part is read; where there is none, the HTML part. */
export const mailFormat: Format = {
  name: "mail",
  endings: [".eml", ".mbox", ".mbx"],
  mediaTypes: ["message/rfc822", "application/mbox"],
  fits: opening =>
    /^(?:From [^\n]{1,200}\n|(?:Received|Return-Path|Delivered-To|Message-ID|MIME-Version|Date|X-[\w-]{1,40}): ?[^\n]{0,900}\n[\w-]{2,40}:)/i.test(
      opening,
    ),
  async *read(input) {
    for await (const {bytes, line} of splitMessages(input)) {
      const at = `${input.name}:${line}`
      try {
        if (bytes === null) throw new Problem("size", `The message is longer than ${limits.htmlBytes} bytes.`)
        yield await readMessage(bytes, input, at)
      } catch (error) {
        yield failAt(at, error)
      }
    }
  },
}

interface Message {
  /** Null when it is over the limit. */
  readonly bytes: Uint8Array | null
  readonly line: number
}

/** Cuts an mbox at its "From " lines; a single message is one piece. */
async function* splitMessages(input: Input): AsyncGenerator<Message> {
  let parts: Uint8Array[] = []
  let length = 0
  let first = 1
  let isBoundary = true
  const close = (): Message => ({bytes: length > limits.htmlBytes ? null : Buffer.concat(parts), line: first})
  for await (const line of readLines(input.bytes)) {
    const bytes = line.bytes ?? new Uint8Array()
    const opens = isBoundary && bytes.length > 5 && Buffer.from(bytes.subarray(0, 5)).toString("latin1") === "From "
    if (opens && length > 0) yield close()
    if (opens) {
      parts = []
      length = 0
      first = line.number
    } else {
      length += bytes.length + 1
      if (length <= limits.htmlBytes) parts.push(bytes, newline)
    }
    isBoundary = bytes.length === 0 || (bytes.length === 1 && bytes[0] === 13)
  }
  if (length > 0) yield close()
}

const newline = Uint8Array.of(10)

async function readMessage(bytes: Uint8Array, input: Input, at: string): Promise<Item> {
  const {default: PostalMime} = await import("postal-mime")
  const mail = await PostalMime.parse(bytes)
  const text = mail.text && /\S/.test(mail.text) ? mail.text : await textOfHtml(mail.html ?? "")
  const author = mail.from?.name || mail.from?.address || null
  return completeArticle({text, title: mail.subject ?? null, author, published: parsePublished(mail.date, "metadata")}, input, at)
}
