import {readTable} from "../lexicon/table.js"

/** The lists that the tokeniser reads from `data/language/`. */
export interface Spellings {
  /** Abbreviation without its stop → title, final, month or number. */
  readonly abbreviations: ReadonlyMap<string, string>
  /** Lower-case word → the lengths of its parts. */
  readonly contractions: ReadonlyMap<string, readonly number[]>
  /** Length of the longest contraction. */
  readonly longestContraction: number
  readonly prefixes: ReadonlySet<string>
  readonly openers: ReadonlySet<string>
  readonly units: ReadonlySet<string>
  readonly domains: ReadonlySet<string>
  /** Words with marks inside that stay whole, by their first character, longest first. */
  readonly whole: ReadonlyMap<string, readonly string[]>
}

let loaded: Spellings | null = null

/** The tokeniser's lists, read on first use. */
export function spellings(): Spellings {
  loaded ??= loadSpellings()
  return loaded
}

function loadSpellings(): Spellings {
  const listed = (kind: string) =>
    new Set(
      readTable("language/words.tsv")
        .filter(row => row.kind === kind)
        .map(row => row.form!),
    )
  const contractions = new Map(
    readTable("language/contractions.tsv").map(row => {
      const parts = row.parts!.split("|")
      return [parts.join(""), parts.map(part => part.length)] as const
    }),
  )
  return {
    abbreviations: new Map(readTable("language/abbreviations.tsv").map(row => [row.form!, row.kind!])),
    contractions,
    longestContraction: Math.max(...[...contractions.keys()].map(word => word.length)),
    prefixes: listed("prefix"),
    openers: listed("opener"),
    units: listed("unit"),
    domains: listed("domain"),
    whole: groupByFirst([...listed("whole")]),
  }
}

function groupByFirst(forms: string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const form of forms.sort((a, b) => b.length - a.length)) {
    const group = groups.get(form[0]!)
    if (group) group.push(form)
    else groups.set(form[0]!, [form])
  }
  return groups
}
