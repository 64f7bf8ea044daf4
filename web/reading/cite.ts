import type {Reading} from "../../src/record/all.js"
import {sayDays} from "../say.js"
import type {Entry} from "./entries.js"
import {unitsOf} from "./offsets.js"

/** A citation of the words of a record, or of the article: words, title, publisher, day, and the place in the text by characters. */
export function citeEntry(entry: Entry | null, {document, coder}: Reading): string {
  const text = document.text ?? ""
  const about = [
    document.title ? `“${document.title}”` : null,
    document.publisher,
    sayDays(document.published.from, document.published.to),
    document.origin,
  ]
    .filter(Boolean)
    .join(", ")
  const place = `sha256:${document.hash.slice(0, 16)}`
  if (!entry) return `${about}. ${place}`
  const main = entry.stretches.filter(({role}) => role === "main")
  const words = main
    .slice(0, 4)
    .map(({start, end}) => text.slice(start, end).replace(/\s{1,20}/g, " "))
    .join(" … ")
  const places = main
    .slice(0, 4)
    .map(({start, end}) => `${codePoints(text, start)}–${codePoints(text, end)}`)
    .join(", ")
  return `“${words}” (${about}; ${place}, characters ${places}; record ${entry.id}, Rapporteur ${coder?.version ?? ""})`
}

function codePoints(text: string, unit: number): number {
  const units = unitsOf(text)
  let low = 0
  let high = unit
  while (low < high) {
    const middle = (low + high) >> 1
    if (units(middle) >= unit) high = middle
    else low = middle + 1
  }
  return low
}
