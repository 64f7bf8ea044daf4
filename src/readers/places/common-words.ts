import {readTable} from "../../lexicon/table.js"

let common: ReadonlySet<string> | null = null

/** Is it an ordinary word that some town happens to be called too: "March", "Police", "Centre"? By key, see placeKey. */
export function isCommonWord(key: string): boolean {
  common ??= new Set(readTable("places/common-words.tsv").map(row => row.word!))
  return common.has(key)
}
