import type {Span} from "../../document/span.js"

const mark = /^(?:\([\p{L}\d .,/-]{2,40}\) {0,2})?(?:—|–|--|-) ?(?=\S)/u
const place = /^(?:\p{Lu}[\p{Lu}'’.-]{1,20}(?: (?=\p{Lu}{2}))?){1,4}/u
const second = /^, (?:\p{Lu}[\p{L}.'’-]{0,20} ?){1,3}(?=[ ,(—–-])/u
const day = /^,? ?(?:\p{Lu}\p{L}{2,8}\.? \d{1,2}|\d{1,2} \p{Lu}\p{L}{2,8})(?:,? (?:\d{4}|\d{2}(?= \()))? ?/u
/** "(PANAMA)": where the town lies, in brackets before the date. */
const bracketed = /^ \((\p{Lu}[\p{L} .'’-]{1,30})\)(?=, )/u

/**
 * The place of writing at the head of a paragraph: "KUWAIT CITY, April 18 (Reuters) — …", "PARIS, Texas (AP) - …". A town in capitals, then perhaps a
 * country or region, a date, an agency, and a dash. Gives the spans of the names; empty when the paragraph has no dateline.
 */
export function datelineOf(text: string, paragraph: Span): Span[] {
  const head = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 120))
  const town = place.exec(head)?.[0].trimEnd()
  if (!town || town.length < 3) return []
  let at = town.length
  const spans = [{start: paragraph.start, end: paragraph.start + at}]
  const land = bracketed.exec(head.slice(at))
  if (land) {
    spans.push({start: paragraph.start + at + 2, end: paragraph.start + at + 2 + land[1]!.length})
    at += land[0].length
  }
  const region = second.exec(head.slice(at))
  if (region && !day.test(head.slice(at))) {
    const length = region[0].trimEnd().length
    spans.push({start: paragraph.start + at + 2, end: paragraph.start + at + length})
    at += length
  }
  const date = day.exec(head.slice(at).replace(/^ /, ""))
  if (date) at += date[0].length + (head[at] === " " ? 1 : 0)
  return mark.test(
    head
      .slice(at)
      .trimStart()
      .replace(/^[,:] ?/, ""),
  )
    ? spans
    : []
}
