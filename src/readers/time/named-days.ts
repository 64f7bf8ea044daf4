import {PhraseTable} from "../../lexicon/phrases.js"
import {type Row, readTable, splitCell} from "../../lexicon/table.js"
import {gaps, type Tokens, tokenKinds} from "../../lexicon/tokens.js"
import {firstDay} from "./evidence.js"
import {endsSentence} from "./tense.js"

let loaded: PhraseTable<Row> | null = null

/** Events with a name and a date, from data/time/dated-events.tsv. */
export function datedEvents(): PhraseTable<Row> {
  if (loaded) return loaded
  loaded = new PhraseTable<Row>()
  for (const row of readTable("time/dated-events.tsv")) for (const name of [row.name!, ...splitCell(row.aliases)]) loaded.add(name, row)
  return loaded
}

const reach = 12
const longest = 6

/**
 * The days on which the text puts its own events: "the attack on 3 May …" lets "two days after the attack" be counted. Words of a
 * sentence with a dated day are noted, the first mention wins.
 */
export class NamedDays {
  private readonly days = new Map<string, number>()

  constructor(private readonly tokens: Tokens) {}

  /** Notes the nouns around a day that the text names. */
  note(rows: {readonly first: number; readonly last: number}, day: number): void {
    for (let at = rows.first - 1; at >= Math.max(0, rows.first - reach) && !endsSentence(this.tokens, at); at--) this.add(at, day)
    for (let at = rows.last; at < Math.min(this.tokens.length, rows.last + reach) && !endsSentence(this.tokens, at); at++) this.add(at, day)
  }

  private add(row: number, day: number): void {
    if (this.tokens.kind(row) !== tokenKinds.word) return
    const word = this.tokens.lower(row)
    if (word.length > 3 && !this.days.has(word)) this.days.set(word, day)
  }

  /** The day of the event named from this row on ("the attack", "the September 11 attacks"); null when it has none. */
  dayOf(row: number): number | null {
    const {tokens} = this
    let last = row
    while (
      last < tokens.length &&
      last - row < longest &&
      tokens.kind(last) !== tokenKinds.mark &&
      (last === row || tokens.gap(last) < gaps.paragraph)
    )
      last++
    if (last === row) return null
    const known = datedEvents().find(tokens.text.slice(tokens.start[row]!, tokens.end[last - 1]!))[0]
    if (known) return firstDay(known.values[0]!.from)
    if (!/^(?:the|his|her|its|their|that|this)$/.test(tokens.lower(row))) return null
    for (let at = row + 1; at < last; at++) {
      const day = this.days.get(tokens.lower(at))
      if (day !== undefined && (at === row + 1 || at === last - 1)) return day
    }
    return null
  }
}
