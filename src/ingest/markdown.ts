import {completeArticle, failAt, type Raw} from "./complete.js"
import {decodeBytes} from "./decode.js"
import type {Format} from "./format.js"
import {readAll} from "./input.js"
import {limits} from "./limits.js"
import {parsePublished} from "./published.js"

/** Markdown: its words without its marks. Front matter gives title, author and date. */
export const markdownFormat: Format = {
  name: "markdown",
  endings: [".md", ".markdown"],
  mediaTypes: ["text/markdown"],
  fits: () => false,
  async *read(input) {
    try {
      const {text} = await decodeBytes(await readAll(input, limits.textBytes), input.charset)
      yield await completeArticle(rawFromMarkdown(text), input, input.name)
    } catch (error) {
      yield failAt(input.name, error)
    }
  },
}

/** The words of a Markdown text, and what its front matter says about it. */
export function rawFromMarkdown(markdown: string): Raw {
  const {fields, body} = cutFrontMatter(markdown)
  const lines = body.split(/\r?\n/)
  const heading = lines.find(line => /^#{1,2} \S/.test(line))
  return {
    text: plainLines(lines).join("\n").trim(),
    title: fields.get("title") ?? (heading ? plainLine(heading) : null),
    author: fields.get("author") ?? null,
    publisher: fields.get("publisher") ?? null,
    published: parsePublished(fields.get("date") ?? fields.get("published"), "metadata"),
  }
}

function cutFrontMatter(markdown: string): {fields: Map<string, string>; body: string} {
  const fields = new Map<string, string>()
  const lines = markdown.split(/\r?\n/)
  const end = lines[0] === "---" ? lines.indexOf("---", 1) : -1
  if (end < 0) return {fields, body: markdown}
  for (const line of lines.slice(1, end)) {
    const colon = line.indexOf(":")
    if (colon > 0)
      fields.set(
        line.slice(0, colon).trim().toLowerCase(),
        line
          .slice(colon + 1)
          .trim()
          .replace(/^["']|["']$/g, ""),
      )
  }
  return {fields, body: lines.slice(end + 1).join("\n")}
}

function plainLines(lines: readonly string[]): string[] {
  let fenced = false
  return lines.flatMap(line => {
    if (/^ {0,3}(?:```|~~~)/.test(line)) {
      fenced = !fenced
      return []
    }
    if (fenced || /^ {0,3}(?:[-*_] ?){3,80}$/.test(line) || /^\[[^\]]{1,200}\]: /.test(line)) return []
    return [plainLine(line)]
  })
}

/** One line without headings' signs, emphasis, links and pictures. */
function plainLine(line: string): string {
  return line
    .replace(/^ {0,3}#{1,6} /, "")
    .replace(/^ {0,3}>{1,9} ?/, "")
    .replace(/!\[[^[\]]{0,300}\]\([^()]{0,2000}\)/g, "")
    .replace(/\[([^[\]]{1,500})\]\([^()]{0,2000}\)/g, "$1")
    .replace(/\[([^[\]]{1,500})\]\[[^[\]]{0,100}\]/g, "$1")
    .replace(/(\*\*|__)([^*_]{1,2000})\1/g, "$2")
    .replace(/(?<![\w*])[*_]([^*_]{1,2000})[*_](?![\w*])/g, "$1")
    .replace(/`([^`]{1,500})`/g, "$1")
}
