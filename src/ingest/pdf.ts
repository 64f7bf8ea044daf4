import {Problem} from "../problem.js"
import {completeArticle, failAt} from "./complete.js"
import type {Format} from "./format.js"
import {readAll} from "./input.js"
import {limits} from "./limits.js"
import {parsePublished} from "./published.js"

/** PDF: the text of its pages, lines joined to paragraphs. A scan without a text layer is `empty`; a locked file is `encrypted`. */
export const pdfFormat: Format = {
  name: "pdf",
  endings: [".pdf"],
  mediaTypes: ["application/pdf"],
  fits: opening => opening.includes("%PDF-"),
  async *read(input) {
    try {
      const bytes = await readAll(input, limits.fileBytes)
      const {text, title, author, created} = await readPages(bytes)
      if (!/\S/.test(text)) throw new Problem("empty", "The file holds no text, only pictures of it.")
      yield await completeArticle({text, title, author, published: parsePublished(dateOf(created), "metadata")}, input, input.name)
    } catch (error) {
      yield failAt(input.name, error)
    }
  },
}

interface Pages {
  readonly text: string
  readonly title: string | null
  readonly author: string | null
  /** As PDF writes it: D:20130301… */
  readonly created: string | null
}

async function readPages(bytes: Uint8Array): Promise<Pages> {
  const {extractText, getDocumentProxy, getMeta} = await import("unpdf")
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes), {verbosity: 0})
    const {text} = await extractText(document, {mergePages: false})
    const {info} = (await getMeta(document)) as {info: Record<string, unknown>}
    const field = (name: string): string | null => (typeof info[name] === "string" ? (info[name] as string) : null)
    return {text: text.map(joinLines).join("\n\n"), title: field("Title"), author: field("Author"), created: field("CreationDate")}
  } catch (cause) {
    if ((cause as Error).name === "PasswordException") throw new Problem("encrypted", "The file is locked with a password.", {cause})
    throw new Problem("truncated", `This is no PDF that can be read: ${(cause as Error).message}.`, {cause})
  }
}

/** Joins the lines of a page: words divided at a line's end become whole, a line that ends a sentence early ends a paragraph. */
export function joinLines(page: string): string {
  const lines = page.split(/\r?\n/).map(line => line.trim())
  const usual = Math.max(...lines.map(line => line.length), 1)
  let text = ""
  for (const line of lines) {
    if (line === "") text = text.endsWith("\n") || text === "" ? text : `${text}\n\n`
    else if (/[a-z]-$/.test(text) && /^[a-z]/.test(line)) text = text.slice(0, -1) + line
    else text += text === "" || text.endsWith("\n") ? line : ` ${line}`
    if (/[.!?”"]$/.test(line) && line.length < usual * 0.7) text += "\n\n"
  }
  return text.trim()
}

function dateOf(created: string | null): string | null {
  const found = created?.match(/^D:(\d{4})(\d\d)(\d\d)/)
  return found ? `${found[1]}-${found[2]}-${found[3]}` : null
}
