import type {Book} from "../store/book.js"
import type {Cell} from "../store/driver/database.js"

/** What a question may be narrowed down by. Everything left out narrows nothing. */
export interface Filter {
  /** On either side: a name or part of one, a country or CAMEO code, or a `who` key. */
  readonly actor?: string | undefined
  readonly source?: string | undefined
  readonly target?: string | undefined
  /** PLOVER type, or the kind of a figure, quote, place, actor; several with commas. */
  readonly type?: string | undefined
  readonly mode?: string | undefined
  /** Several with commas. Events: only `actual` ones count unless this says otherwise; `any` lists all. */
  readonly status?: string | undefined
  /** ISO 3166 alpha-3 code of the place or actor. */
  readonly country?: string | undefined
  /** Name of a place. */
  readonly place?: string | undefined
  /** First and last day, YYYY-MM-DD; a year or month means its first or last day. */
  readonly since?: string | undefined
  readonly until?: string | undefined
  /** Words that the article holds; words in double quotation marks stand together. */
  readonly text?: string | undefined
  /** Hash of the one article to ask about. */
  readonly article?: string | undefined
  readonly limit?: number | undefined
  readonly offset?: number | undefined
}

/** A row of an answer: flat, so that every form of output can hold it. */
export type AnswerRow = Readonly<Record<string, string | number | null>>

/** Pieces of a WHERE clause and what stands for its question marks. */
export class Conditions {
  private readonly clauses: string[] = []
  readonly cells: Cell[] = []

  /** Adds a condition; `null` as clause adds nothing. */
  add(clause: string, ...cells: Cell[]): this {
    this.clauses.push(clause)
    this.cells.push(...cells)
    return this
  }

  /** The value must be one of a list given with commas. */
  addList(column: string, list: string | undefined): this {
    const values = (list ?? "")
      .split(",")
      .map(value => value.trim())
      .filter(value => value !== "")
    if (values.length === 0) return this
    return this.add(`${column} IN (${values.map(() => "?").join(", ")})`, ...values)
  }

  /** A day column must lie between `since` and `until`. */
  addDays(column: string, {since, until}: Filter): this {
    if (since) this.add(`${column} >= ?`, firstDay(since))
    if (until) this.add(`${column} <= ?`, lastDay(until))
    return this
  }

  /** One of several numbers: as `= ?` for one, so that an index keeps its order. */
  addNumbers(column: string, numbers: readonly number[]): this {
    if (numbers.length === 1) return this.add(`${column} = ?`, numbers[0]!)
    return this.add(`${column} IN (SELECT value FROM json_each(?))`, JSON.stringify(numbers))
  }

  /** The words of the article must match. */
  addText(articleColumn: string, text: string | undefined): this {
    const match = matchOf(text)
    return match ? this.add(`${articleColumn} IN (SELECT rowid FROM article_words WHERE article_words MATCH ?)`, match) : this
  }

  /** `WHERE …`, or nothing. */
  get where(): string {
    return this.clauses.length === 0 ? "" : `WHERE ${this.clauses.join(" AND ")}`
  }
}

/** The numbers of all actors that a name, a part of one, a code or a key may mean; empty when nobody is called so. */
export function findWho({database}: Book, name: string): number[] {
  const numbers = (sql: string, ...cells: Cell[]): number[] => database.all<{number: number}>(sql, cells).map(row => row.number)
  const exact = numbers("SELECT number FROM who WHERE key = ? OR name = ? COLLATE NOCASE", name, name)
  if (/^[A-Z]{3,15}$/.test(name)) {
    const coded = numbers("SELECT number FROM who WHERE code >= ? AND code < ? OR country = ?", name, `${name}[`, name)
    if (coded.length > 0) return [...new Set([...exact, ...coded])]
  }
  if (exact.length > 0) return exact
  return numbers("SELECT number FROM who WHERE name LIKE ? ESCAPE '\\' LIMIT 2000", `%${name.replace(/[\\%_]/g, "\\$&")}%`)
}

/** What a person typed, as an FTS5 question that cannot be malformed: every word quoted, all of them wanted. Null for no words at all. */
export function matchOf(text: string | undefined): string | null {
  const parts = (text ?? "").match(/"[^"]{1,200}"|[^\s"]{1,200}/gu) ?? []
  const quoted = parts.map(part => part.replaceAll('"', "").replaceAll("\0", "")).filter(part => /[\p{L}\p{N}]/u.test(part))
  return quoted.length === 0 ? null : quoted.map(part => `"${part}"`).join(" ")
}

/** LIMIT and OFFSET within bounds. */
export function pageOf({limit = 50, offset = 0}: Filter): {limit: number; offset: number} {
  return {limit: Math.max(0, Math.min(Math.trunc(limit), 100_000)), offset: Math.max(0, Math.trunc(offset))}
}

function firstDay(day: string): string {
  return `${day}-01-01`.slice(0, Math.max(day.length, 10)).slice(0, 10)
}

function lastDay(day: string): string {
  if (day.length >= 10) return day.slice(0, 10)
  return `${day}-99-99`.slice(0, 10)
}
