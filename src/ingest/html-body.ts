import {readTable} from "../lexicon/table.js"
import {Problem} from "../problem.js"
import {limits} from "./limits.js"

/** The few members of a DOM node that are used here. */
export interface PageNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly textContent: string | null
  readonly firstChild: PageNode | null
  readonly nextSibling: PageNode | null
  readonly parentNode: PageNode | null
}

export interface PageElement extends PageNode {
  readonly tagName: string
  getAttribute(name: string): string | null
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
  remove(): void
}

export interface Page extends PageElement {
  readonly documentElement: PageElement | null
  readonly body: PageElement | null
}

const unread = "script, style, noscript, template, iframe, svg, button, select, nav, figcaption, [hidden], [aria-hidden=true]"
const around = `${unread}, header, footer, aside`
const blocks = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DIV DL DT FIELDSET FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR HTML LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TH THEAD TR UL".split(
    " ",
  ),
)

/** Parses a page. Throws a `depth` problem when it is nested too deep to be worked on. */
export async function parsePage(html: string): Promise<Page> {
  const {parseHTML} = await import("linkedom")
  const whole = /<html[\s>]/i.test(html) ? html : `<html><head></head><body>${html}</body></html>`
  const page = parseOrRefuse(() => parseHTML(whole).document as unknown as Page)
  if (depthOf(page) > limits.htmlDepth) throw new Problem("depth", `The page is nested more than ${limits.htmlDepth} elements deep.`)
  return page
}

/** The parser gives up on a few pages: that is the page's fault. */
function parseOrRefuse<T>(parse: () => T): T {
  try {
    return parse()
  } catch (cause) {
    throw new Problem("html", `The page cannot be parsed: ${cause instanceof Error ? cause.message.slice(0, 120) : "unknown reason"}.`, {
      cause,
    })
  }
}

/** The text of the main article: a blank line between paragraphs, a line break where the page has one. Takes the page apart. */
export async function readBody(page: Page, html: string): Promise<string> {
  const {Readability} = await import("@mozilla/readability")
  removeUnread(page)
  const found = parseOrRefuse(() =>
    new Readability<PageElement>(page as never, {charThreshold: 250, serializer: node => node as unknown as PageElement}).parse(),
  )
  const main = found?.content ? withoutBoilerplate(textOf(removeUnread(found.content))) : ""
  return main.length >= 140 ? main : longer(main, await textAround(html))
}

/** Leaves out short paragraphs that belong to the page: "Read more: …", "Share this", "Advertisement". */
export function withoutBoilerplate(text: string): string {
  const openings = readTable("pages/boilerplate.tsv").map(row => ({phrase: row.phrase!, longest: Number(row.longest)}))
  const isForeign = (block: string): boolean => {
    const lower = block.toLowerCase()
    return openings.some(({phrase, longest}) => block.length <= longest && lower.startsWith(phrase))
  }
  return text
    .split("\n\n")
    .filter(block => block.length > 200 || !isForeign(block))
    .join("\n\n")
}

/** All readable text of a piece of HTML. */
export async function textOfHtml(html: string): Promise<string> {
  const page = removeUnread(await parsePage(html))
  return textOf(page.body ?? page)
}

function removeUnread<Root extends PageElement>(root: Root): Root {
  for (const element of root.querySelectorAll(unread)) element.remove()
  return root
}

/** The text below a node, in blocks. Written without recursion: pages nest as deep as they like. */
export function textOf(root: PageNode): string {
  const out: string[] = []
  let line = ""
  const endBlock = (): void => {
    const words = line
      .replace(/[ \t\f\u00a0]{1,1000}/g, " ")
      .replace(/ ?\n ?/g, "\n")
      .trim()
    if (words !== "") out.push(words)
    line = ""
  }
  walk(root, {
    enter: node => {
      if (node.nodeType === 3) line += (node.nodeValue ?? "").replace(/\s{1,1000}/g, " ")
      else if (node.nodeName.toUpperCase() === "BR") line += "\n"
      else if (blocks.has(node.nodeName.toUpperCase())) endBlock()
    },
    leave: node => {
      if (blocks.has(node.nodeName.toUpperCase())) endBlock()
    },
  })
  endBlock()
  return out.join("\n\n")
}

interface Visitor {
  enter(node: PageNode, depth: number): void
  leave(node: PageNode): void
}

function walk(root: PageNode, {enter, leave}: Visitor): void {
  let node: PageNode | null = root
  let depth = 0
  while (node) {
    enter(node, depth)
    if (node.firstChild) {
      node = node.firstChild
      depth++
      continue
    }
    leave(node)
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode
      depth--
      if (node) leave(node)
    }
    node = node === root ? null : (node?.nextSibling ?? null)
  }
}

function depthOf(root: PageNode): number {
  let deepest = 0
  walk(root, {
    enter: (_, depth) => {
      if (depth > deepest) deepest = depth
    },
    leave: () => {},
  })
  return deepest
}

async function textAround(html: string): Promise<string> {
  const page = await parsePage(html)
  for (const element of page.querySelectorAll(around)) element.remove()
  return textOf(page.body ?? page)
}

const longer = (a: string, b: string): string => (b.length > a.length ? b : a)
