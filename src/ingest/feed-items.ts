/** The items of a feed, cut out of it. */
export interface CutFeed {
  /** The feed with its items one after another, none inside another, where the first of them stood. */
  readonly xml: string
  /** How many items that is. */
  readonly items: number
  /** Does the file end before the feed does? Then the last item may be missing. */
  readonly isCutOff: boolean
}

const endings: Readonly<Record<string, string>> = {rss: "</channel></rss>", feed: "</feed>", "rdf:RDF": "</rdf:RDF>"}

/**
 * Lays the items of a feed side by side: some writers put one inside another, forget to end them, or leave them outside the channel. What is inside character
 * data and comments is left alone. Null where there is no feed.
 */
export function layItemsOut(xml: string): CutFeed | null {
  const root = xml.match(/<(rss|feed|rdf:RDF)[\s>]/)?.[1]
  if (!root) return null
  const {items, rest, first} = cutItems(xml, root === "feed" ? "entry" : "item")
  const filled = items.filter(item => /\S/.test(item.slice(item.indexOf(">") + 1, item.lastIndexOf("</"))))
  const isCutOff = !new RegExp(`</${root}\\s{0,100}>`).test(rest)
  const around = isCutOff ? [rest.slice(0, first), endings[root]!] : [rest.slice(0, first), rest.slice(first)]
  return {xml: around.join(filled.join("\n")), items: filled.length, isCutOff}
}

interface Cut {
  readonly items: string[]
  /** What stands around the items. */
  readonly rest: string
  /** Where in the rest the first item stood. */
  readonly first: number
}

/** Takes the items out in the order of their beginnings, each without those that it holds. One that nothing ends goes on to the end of the feed; where that is missing too, it is left out. */
function cutItems(xml: string, name: string): Cut {
  const open: {readonly place: number; words: string}[] = []
  const items: string[] = []
  let begun = 0
  let rest = ""
  let first = -1
  let done = 0
  const keep = (until: number): void => {
    const words = xml.slice(done, until)
    if (open.length > 0) open.at(-1)!.words += words
    else rest += words
    done = until
  }
  for (const tag of tagsOf(xml, name)) {
    if (tag.isEnd) {
      keep(tag.end)
      const ended = open.pop()
      if (ended) items[ended.place] = ended.words
      continue
    }
    keep(tag.start)
    if (first < 0) first = rest.length
    open.push({place: begun++, words: ""})
    keep(tag.end)
  }
  keep(xml.length)
  for (const {place, words} of open) {
    const end = words.search(/<\/(?:channel|feed|rdf:RDF)\s{0,100}>/)
    if (end < 0) continue
    items[place] = `${words.slice(0, end)}</${name}>`
    rest += words.slice(end)
  }
  return {items: items.filter(item => item !== undefined), rest, first: first < 0 ? rest.length : first}
}

interface Tag {
  readonly start: number
  readonly end: number
  readonly isEnd: boolean
}

/** The tags of one element, outside of comments and character data. */
function* tagsOf(xml: string, name: string): Generator<Tag> {
  for (let at = xml.indexOf("<"); at >= 0; at = xml.indexOf("<", at)) {
    const hidden = xml.startsWith("<!--", at) ? "-->" : xml.startsWith("<![CDATA[", at) ? "]]>" : null
    const end = xml.indexOf(hidden ?? ">", at)
    if (end < 0) return
    const isEnd = xml[at + 1] === "/"
    const from = at + (isEnd ? 2 : 1)
    const isOurs = hidden === null && xml.startsWith(name, from) && /[\s>]/.test(xml[from + name.length] ?? "")
    if (isOurs && xml[end - 1] !== "/") yield {start: at, end: end + 1, isEnd}
    at = end + 1
  }
}
