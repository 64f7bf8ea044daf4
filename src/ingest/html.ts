import {Problem} from "../problem.js"
import {completeArticle, failAt, type Raw} from "./complete.js"
import {decodeBytes} from "./decode.js"
import type {Format} from "./format.js"
import {parsePage, readBody} from "./html-body.js"
import {readMetadata} from "./html-metadata.js"
import {readAll} from "./input.js"
import {limits} from "./limits.js"

/** A web page: its main article, without what stands around it. */
export const htmlFormat: Format = {
  name: "html",
  endings: [".html", ".htm", ".xhtml"],
  mediaTypes: ["text/html", "application/xhtml+xml"],
  fits: opening =>
    /<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]/i.test(opening) || /^\s{0,200}<(?:p|div|article|h1)[\s>]/i.test(opening),
  async *read(input) {
    try {
      const bytes = await readAll(input, limits.htmlBytes)
      const {text} = await decodeBytes(bytes, input.charset ?? charsetInHead(bytes))
      yield await completeArticle(await rawFromHtml(text, input.origin), input, input.name)
    } catch (error) {
      yield failAt(input.name, error)
    }
  },
}

/** The article of a page. Throws `boilerplate` when there is none, `depth` when the page is nested too deep. */
export async function rawFromHtml(html: string, address: string | null): Promise<Raw> {
  if (!/\S/.test(html)) throw new Problem("empty", "The page is empty.")
  const page = await parsePage(html)
  const metadata = readMetadata(page, address)
  const headings = [metadata.title, page.querySelector("h1")?.textContent]
  const text = withoutHeading(await readBody(page, html), headings)
  if (!/\S/.test(text)) throw new Problem("boilerplate", "No article was found on this page, only what stands around one.")
  return {...metadata, text}
}

/** The character set that the page names in its first kilobytes. */
export function charsetInHead(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4_096)).toString("latin1")
  const declared = head.startsWith("<?xml") ? head.slice(0, 200).match(/encoding=["']([\w-]{1,40})/i)?.[1] : null
  return head.match(/charset ?= ?["']? ?([\w:-]{1,40})/i)?.[1] ?? declared ?? null
}

/** The headline is the title; it is not repeated as the first line of the text. */
function withoutHeading(text: string, headings: readonly (string | null | undefined)[]): string {
  const end = text.indexOf("\n\n")
  const first = text.slice(0, end < 0 ? 0 : end)
  const plain = (words: string): string =>
    words
      .replace(/[^\p{L}\p{N}]{1,100}/gu, " ")
      .trim()
      .toLowerCase()
  return first !== "" && headings.some(heading => heading && plain(heading) === plain(first)) ? text.slice(end + 2) : text
}
