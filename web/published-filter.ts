/** A row of a published list, and a question about it, as they stand in files and addresses. */
export type Row = Readonly<Record<string, string | number | null>>
export type Query = Readonly<Record<string, string>>

/** What was looked up before rows are compared with a question. */
export interface Known {
  readonly words: readonly string[]
  /** Articles that hold the words; null where the row itself must. */
  readonly holding: ReadonlySet<string> | null
  /** The actors that a name, a part of one, a code, a country or a key means. */
  meant(side: "actor" | "source" | "target"): readonly Row[]
  /** What stands in each article, where that is asked. */
  readonly contents: ReadonlyMap<string, Contents> | null
}

/** The countries, actors and event types in one article. */
export interface Contents {
  readonly article: string
  readonly countries: readonly string[]
  readonly actors: readonly number[]
  readonly types: readonly string[]
}

/** The words that somebody looks for. */
export const wordsOf = (text: string | undefined): string[] =>
  (text ?? "")
    .toLowerCase()
    .replaceAll('"', "")
    .split(/\s{1,20}/)
    .filter(Boolean)

/** Does a text hold all the words? */
export const holdsAll = (text: string, words: readonly string[]): boolean => words.every(word => text.toLowerCase().includes(word))

/** The actors that a key, a name or a part of one, a code or a country means; with a key nobody else of the same name. */
export function actorsMeant(actors: readonly Row[], asked: string | undefined): readonly Row[] {
  if (!asked) return []
  const keyed = actors.filter(({key}) => key === asked)
  if (keyed.length > 0) return keyed
  if (/^[A-Z]{3,15}$/.test(asked)) {
    const coded = actors.filter(({code, country}) => String(code ?? "").startsWith(asked) || country === asked)
    if (coded.length > 0) return coded
  }
  const name = asked.toLowerCase()
  const exact = actors.filter(actor => String(actor.name).toLowerCase() === name)
  return exact.length > 0 ? exact : actors.filter(actor => String(actor.name).toLowerCase().includes(name))
}

/** The numbers of the actors in a cell, as "3; 17" or 3. */
export const numbersIn = (cell: string | number | null | undefined): number[] =>
  cell === null || cell === undefined ? [] : String(cell).split("; ").map(Number)

/** Does a row fit a question, as far as it has the cells? */
export function fits(row: Row, query: Query, known: Known): boolean {
  const status = "event" in row ? query.status || "actual" : "figure" in row ? query.status || "any" : "any"
  const day = String(row.day ?? row.last_day ?? "")
  return (
    fitsWords(row, known) &&
    (known.contents ? fitsContents(row, query, known) : fitsActors(row, query, known) && fitsKind(row, query)) &&
    (status === "any" || row.status === status) &&
    (!query.place || row.place === query.place) &&
    (!query.publisher || row.publisher === query.publisher) &&
    (!query.state || row.state === query.state) &&
    (!query.copies || row.cluster === query.copies) &&
    (!query.since || day >= query.since) &&
    (!query.until || (day !== "" && day.slice(0, query.until.length) <= query.until))
  )
}

function fitsWords(row: Row, {words, holding}: Known): boolean {
  if (words.length === 0) return true
  return holding ? holding.has(String(row.article)) : holdsAll(String(row.words ?? ""), words)
}

function fitsKind(row: Row, {type, country}: Query): boolean {
  const wanted = type?.split(",") ?? []
  return (
    (wanted.length === 0 || [row.type, row.kind, row.polarity].some(kind => wanted.includes(String(kind)))) &&
    (!country || row.country === country)
  )
}

function fitsActors(row: Row, query: Query, {meant}: Known): boolean {
  const isIn = (side: "actor" | "source" | "target", cells: readonly (string | number | null | undefined)[]): boolean => {
    if (!query[side]) return true
    const wanted = new Set(meant(side).map(({who}) => Number(who)))
    return cells.flatMap(numbersIn).some(who => wanted.has(who))
  }
  const sources = [row.source_who, row.speaker_who, row.behalf_who, row.holder_who, row.said_by_who]
  return isIn("actor", [...sources, row.target_who, row.who]) && isIn("source", sources) && isIn("target", [row.target_who])
}

function fitsContents(row: Row, query: Query, {contents, meant}: Known): boolean {
  const found = contents?.get(String(row.article))
  if (!found) return false
  const numbers = new Set(meant("actor").map(({who}) => who))
  const types = query.type?.split(",") ?? []
  return (
    (!query.actor || found.actors.some(who => numbers.has(who))) &&
    (!query.country || found.countries.includes(query.country)) &&
    (types.length === 0 || types.some(type => found.types.includes(type)))
  )
}
