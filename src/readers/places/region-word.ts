import type {Words} from "../../document/words.js"
import type {Gazetteer} from "../../lexicon/places/gazetteer.js"
import {readTable} from "../../lexicon/table.js"
import type {Mention} from "./mention.js"

let regionWords: ReadonlySet<string> | null = null

/** "Kharkiv region", "Lima province": the word behind the name says that the region is meant, and not the town that it is called after. */
export function asRegion(words: Words, gazetteer: Gazetteer, mention: Mention): Mention {
  const next = words.indexAt(mention.end - 1) + 1
  if (next >= words.length || words.start[next] !== mention.end + 1) return mention
  const word = words.form(next).toLowerCase()
  if (!isRegionWord(word)) return mention
  const written = `${mention.written} ${word}`
  const {candidates, reading} = gazetteer.find(written)
  const regions = candidates.filter(({kind}) => kind === "region")
  return regions.length > 0 ? {...mention, written, candidates: regions, reading} : mention
}

/** A word that stands behind a name and first of all means a region. */
function isRegionWord(word: string): boolean {
  regionWords ??= new Set(
    readTable("places/generics.tsv").flatMap(row => (row.side!.startsWith("after") && row.kinds!.startsWith("region") ? [row.word!] : [])),
  )
  return regionWords.has(word)
}
