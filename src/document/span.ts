/** A stretch of text: `text.slice(start, end)`. Counted in UTF-16 units from 0; `end` is not included. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The words a span covers. */
export const sliceOf = (text: string, span: Span): string => text.slice(span.start, span.end)

/** Do two spans share at least one character? */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Does `outer` hold all of `inner`? */
export const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/** The smallest span that holds both. */
export const joinSpans = (a: Span, b: Span): Span => ({start: Math.min(a.start, b.start), end: Math.max(a.end, b.end)})

/** Reading order: by start, the longer first. For `sort`. */
export const byPosition = (a: Span, b: Span): number => a.start - b.start || b.end - a.end

/** A plain span of the same place, without other fields. */
export const plainSpan = (span: Span): Span => ({start: span.start, end: span.end})

/** The span without white space at its ends. Empty spans stay where they are. */
export function trimSpan(text: string, span: Span): Span {
  let {start, end} = span
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return {start, end}
}

function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0xfeff
  )
}
