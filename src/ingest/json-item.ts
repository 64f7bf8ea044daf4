import type {Raw} from "./complete.js"
import {textOfHtml} from "./html-body.js"
import {rawFromJson} from "./json-article.js"
import {parsePublished} from "./published.js"

type Fields = Readonly<Record<string, unknown>>

/** An article of a JSON value: our own form, a ninjs news item, or an item of a JSON feed. */
export async function rawFromItem(item: unknown): Promise<Raw> {
  const fields = (typeof item === "object" && item !== null ? item : {}) as Fields
  if (isNinjs(fields)) return rawFromNinjs(fields)
  if (typeof fields.text !== "string" && ("content_html" in fields || "content_text" in fields)) return rawFromFeedItem(fields)
  return rawFromJson(item)
}

const isNinjs = (fields: Fields): boolean => ["body_text", "body_xhtml", "bodies", "versioncreated"].some(name => name in fields)

/** IPTC's news in JSON, versions 1 and 2. */
async function rawFromNinjs(fields: Fields): Promise<Raw> {
  const bodies = listOf(fields.bodies).map(body => ({type: String(body.contenttype ?? ""), value: stringOf(body.value) ?? ""}))
  const plain = stringOf(fields.body_text) ?? bodies.find(body => body.type.includes("plain"))?.value
  const marked = stringOf(fields.body_xhtml) ?? bodies.find(body => body.value !== "")?.value ?? ""
  const headline = stringOf(fields.headline) ?? stringOf(listOf(fields.headlines)[0]?.value)
  return {
    text: plain ?? (await textOfHtml(marked)),
    id: stringOf(fields.uri) ?? stringOf(fields.altids),
    title: headline,
    author: stringOf(fields.byline) ?? stringOf(fields.by),
    publisher: stringOf(fields.copyrightholder) ?? stringOf(listOf(fields.infosources)[0]?.name),
    language: stringOf(fields.language),
    published: parsePublished(fields.versioncreated ?? fields.firstcreated ?? fields.contentcreated, "metadata"),
  }
}

/** An item of a JSON feed. */
async function rawFromFeedItem(fields: Fields): Promise<Raw> {
  return {
    text: stringOf(fields.content_text) ?? (await textOfHtml(stringOf(fields.content_html) ?? "")),
    id: stringOf(fields.id),
    title: stringOf(fields.title),
    origin: stringOf(fields.url),
    author: stringOf(listOf(fields.authors)[0]?.name),
    language: stringOf(fields.language),
    published: parsePublished(fields.date_published, "metadata"),
  }
}

const stringOf = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null)

const listOf = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(item => typeof item === "object" && item !== null) : [])
