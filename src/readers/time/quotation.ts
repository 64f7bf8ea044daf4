import {countWhile} from "../../document/count-while.js"
import type {Span} from "../../document/span.js"

const opening = /[“«„]/
const closing: Readonly<Record<string, string>> = {"“": "”", "«": "»", "„": "“"}

/** What stands between quotation marks, curly or straight, each within one paragraph. */
export function spokenSpans(text: string): Span[] {
  const spans: Span[] = []
  let open: {readonly at: number; readonly close: string} | null = null
  for (let at = 0; at < text.length; at++) {
    const mark = text[at]!
    if (mark === "\n" && text[at + 1] === "\n") open = null
    else if (open && mark === open.close) {
      spans.push({start: open.at + 1, end: at})
      open = null
    } else if (!open && (mark === '"' || opening.test(mark))) open = {at, close: closing[mark] ?? '"'}
  }
  return spans
}

/** The span that holds this position; spans are in order and do not overlap. */
export function spanAt(spans: readonly Span[], position: number): Span | null {
  const found = spans[countWhile(spans, span => span.end <= position)]
  return found && found.start <= position ? found : null
}
