import type {Published} from "../document/document.js"
import {Problem} from "../problem.js"
import type {Raw} from "./complete.js"
import type {Page} from "./html-body.js"
import {parseJson} from "./json-article.js"
import {parsePublished, publishedInAddress} from "./published.js"

/** Everything but the text. */
export type Metadata = Omit<Raw, "text">

type Linked = Readonly<Record<string, unknown>>

const articleTypes =
  /^(?:News|Analysis|Opinion|Reportage|Background|Review|Blog|Live|Advertiser|Satirical|Scholarly|Tech|Social)?(?:Article|NewsArticle|Posting|BlogPosting|MediaPosting|Report|WebPage)$/

/** Names under which pages write their date, the surest first. */
const dateNames = [
  ..."article:published_time og:article:published_time og:published_time datePublished article:published article.published".split(" "),
  ..."parsely-pub-date sailthru.date cXenseParse:recs:publishtime originalPublicationDate OriginalPublicationDate publication_date publish-date publish_date publishdate PublishDate".split(
    " ",
  ),
  ..."pubdate pub_date DC.date.issued dc.date.issued DC.Date dc.date dcterms.created dcterms.date DCTERMS.issued citation_publication_date citation_date dateCreated date Date created vr:published_time rnews:datePublished".split(
    " ",
  ),
]

/** Title, byline, publisher, date and canonical address of a page: from JSON-LD, OpenGraph, microdata and plain `meta`, in this order. */
export function readMetadata(page: Page, address: string | null): Metadata {
  const linked = linkedArticle(page)
  const named = namedIn(page)
  const canonical = firstOf(named, "og:url") ?? page.querySelector("link[rel=canonical]")?.getAttribute("href") ?? null
  const language = page.querySelector("html")?.getAttribute("lang") ?? null
  return {
    title:
      text(linked?.headline) ??
      firstOf(named, "og:title", "twitter:title") ??
      page.querySelector("h1")?.textContent?.trim() ??
      page.querySelector("title")?.textContent?.trim() ??
      null,
    author:
      names(linked?.author) ??
      firstOf(named, "author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator") ??
      bylineOn(page),
    publisher: names(linked?.publisher) ?? firstOf(named, "og:site_name", "application-name", "dc.publisher") ?? null,
    origin: address ?? (canonical && /^https?:/.test(canonical) ? canonical : null),
    published: publishedOn(page, {linked, named}) ?? publishedInAddress(canonical) ?? publishedInAddress(address),
    ...(language && /^[a-z]{2}\b/i.test(language) && !/^en\b/i.test(language) ? {language: language.slice(0, 2).toLowerCase()} : {}),
  }
}

function publishedOn(page: Page, {linked, named}: {linked: Linked | null; named: Named}): Published | null {
  const candidates = [
    () => text(linked?.datePublished) ?? text(linked?.dateCreated),
    () => firstOf(named, ...dateNames),
    () => attribute(page, "[itemprop=datePublished]", "datetime", "content"),
    () => page.querySelector("[itemprop=datePublished]")?.textContent,
    () => attribute(page, "time[pubdate]", "datetime"),
    () => attribute(page, "article time[datetime], header time[datetime], .published[datetime], time.entry-date[datetime]", "datetime"),
    () => attribute(page, "time[datetime]", "datetime"),
    () => attribute(page, "abbr.published", "title"),
    () => text(linked?.dateModified),
  ]
  for (const candidate of candidates) {
    const published = parsePublished(candidate(), "metadata")
    if (published) return published
  }
  return publishedInWords(page)
}

/** A date written out in an element whose class says that it is one. */
function publishedInWords(page: Page): Published | null {
  const selector =
    "[class*=publish], [class*=timestamp], [class*=dateline], [class*=post-date], [class*=article-date], [class*=byline], [class*=date], [id*=date], time"
  let looked = 0
  for (const element of page.querySelectorAll(selector)) {
    if (++looked > 60) return null
    const words = element.textContent?.replace(/\s{1,100}/g, " ").trim() ?? ""
    const published = words.length < 120 ? parsePublished(words, "metadata") : null
    if (published && published.from === published.to) return published
  }
  return null
}

/** The JSON-LD object that describes the article; graphs and lists are looked through. */
function linkedArticle(page: Page): Linked | null {
  const found: Linked[] = []
  for (const script of page.querySelectorAll('script[type="application/ld+json"]'))
    collectLinked(parseLinked(script.textContent ?? ""), found, 0)
  return (
    found.find(object => typesOf(object).some(type => articleTypes.test(type) && type !== "WebPage")) ??
    found.find(object => "datePublished" in object) ??
    null
  )
}

function collectLinked(value: unknown, found: Linked[], depth: number): void {
  if (depth > 4 || typeof value !== "object" || value === null || found.length > 200) return
  if (Array.isArray(value)) {
    for (const item of value) collectLinked(item, found, depth + 1)
    return
  }
  const object = value as Linked
  found.push(object)
  for (const key of ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement"]) collectLinked(object[key], found, depth + 1)
}

/** Pages write broken JSON; what cannot be parsed says nothing. */
function parseLinked(json: string): unknown {
  try {
    return parseJson(json.replace(/^\s{0,100}<!--|-->\s{0,100}$/g, "").replace(/\p{Cc}/gu, " "))
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}

function typesOf(object: Linked): string[] {
  const type = object["@type"]
  return Array.isArray(type) ? type.filter(item => typeof item === "string") : typeof type === "string" ? [type] : []
}

/** What the page says of itself in `meta` elements: name in lower case → the first content. */
type Named = ReadonlyMap<string, string>

function namedIn(page: Page): Named {
  const found = new Map<string, string>()
  for (const element of page.querySelectorAll("meta")) {
    const name =
      element.getAttribute("property") ??
      element.getAttribute("name") ??
      element.getAttribute("itemprop") ??
      element.getAttribute("http-equiv")
    const content = element.getAttribute("content")?.trim()
    if (name && content && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), content)
  }
  return found
}

function firstOf(named: Named, ...wanted: string[]): string | null {
  for (const name of wanted) if (named.has(name.toLowerCase())) return named.get(name.toLowerCase())!
  return null
}

function attribute(page: Page, selector: string, ...attributes: string[]): string | null {
  const element = page.querySelector(selector)
  for (const name of attributes) if (element?.getAttribute(name)) return element.getAttribute(name)
  return null
}

function bylineOn(page: Page): string | null {
  const words = page
    .querySelector("[rel=author], [itemprop=author], .byline, .author")
    ?.textContent?.replace(/\s{1,100}/g, " ")
    .trim()
  return words && words.length < 80 ? words.replace(/^by /i, "") : null
}

function text(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null
}

/** Names of one or several persons or organisations, joined with commas. */
function names(value: unknown): string | null {
  const list = (Array.isArray(value) ? value : [value])
    .map(item => text(item) ?? text((item as Linked | null | undefined)?.name))
    .filter(name => name !== null)
  return list.length === 0 ? null : list.slice(0, 8).join(", ")
}
