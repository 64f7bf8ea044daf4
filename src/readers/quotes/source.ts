import type {Span} from "../../document/span.js"
import type {Words} from "../../document/words.js"
import {agentOf, caseOf, childrenBy} from "../../language/clause.js"
import {nounPhraseSpan, subtreeRows} from "../../language/noun-phrase.js"
import {readTable} from "../../lexicon/table.js"

let media: ReadonlySet<string> | null = null

/** The words that name who speaks at this cue; null when nobody is named. */
export function sourceAt(words: Words, cueRow: number): Span | null {
  const speaker = agentOf(words, cueRow)
  if (speaker < 0 || /^(?:it|there|what|this|that)$/i.test(words.form(speaker))) return null
  return nounPhraseSpan(words, speaker)
}

/** "in a statement posted on the ministry website": where or by which medium it was said. */
export function mediumAt(words: Words, cueRow: number): Span | null {
  media ??= new Set(readTable("quotes/media.tsv").map(row => row.noun!))
  for (const row of childrenBy(words, cueRow, "obl")) {
    if (!/^(?:in|on|via|through|during|at|by)$/.test(caseOf(words, row)) || !media.has(words.lemma[row]!.toLowerCase())) continue
    const rows = subtreeRows(words, row)
    return {start: words.start[rows[0]!]!, end: words.end[rows[rows.length - 1]!]!}
  }
  return null
}
