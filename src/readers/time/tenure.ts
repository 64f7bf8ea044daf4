import {foldName} from "../../lexicon/fold.js"
import {PhraseTable} from "../../lexicon/phrases.js"
import {type Row, readTable, splitCell} from "../../lexicon/table.js"
import {type Evidence, firstDay, lastDay} from "./evidence.js"

let loaded: PhraseTable<Row> | null = null

function leaders(): PhraseTable<Row> {
  if (loaded) return loaded
  loaded = new PhraseTable<Row>()
  for (const row of readTable("actors/leaders.tsv"))
    for (const name of [row.name!, ...splitCell(row.aliases)]) if (name.includes(" ")) loaded.add(name, row)
  return loaded
}

const before = 60
/** Days after the end of a term in which the press still uses the title. */
const grace = 45
const past = /\b(?:former|ex|late|then|ousted|deposed|future|one-time|onetime|previous)\b/

/**
 * Offices held: "French President X" bounds the publication by X's time in that office. Only where the title stands directly before
 * the name and no "former" before it; a person who held the office twice is bounded by both terms together.
 */
export function evidenceOfOffices(text: string): Evidence[] {
  const found = new Map<string, Evidence>()
  for (const hit of leaders().find(text)) {
    const context = foldName(text.slice(Math.max(0, hit.start - before), hit.start))
    const rows = hit.values.filter(row => row.title !== "" && endsWithTitle(context, foldName(row.title!)))
    if (rows.length === 0 || past.test(context.slice(-40))) continue
    const from = Math.min(...rows.map(row => firstDay(row.from) ?? Number.POSITIVE_INFINITY))
    const ends = rows.map(row => lastDay(row.to))
    const key = `${rows[0]!.id} ${rows[0]!.title}`
    if (found.has(key) || !Number.isFinite(from)) continue
    const to = ends.includes(null) ? null : Math.max(...(ends as number[])) + grace
    found.set(key, {
      span: {start: hit.start, end: hit.end},
      about: `${rows[0]!.name} is called ${rows[0]!.title}, an office held ${term(rows)}.`,
      from,
      to,
    })
  }
  return [...found.values()]
}

/** Does the text before a name end in its title, up to a comma and a short word? */
const endsWithTitle = (context: string, title: string): boolean => context.replace(/[\s,]{1,4}$/, "").endsWith(title)

const term = (rows: readonly Row[]): string =>
  [...new Map(rows.map(row => [`${row.from} ${row.to}`, row])).values()]
    .map(row => (row.to === "" ? `since ${row.from}` : `from ${row.from} to ${row.to}`))
    .join(" and ")
