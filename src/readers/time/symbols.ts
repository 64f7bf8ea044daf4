import {numberWord, numeralAt} from "../../lexicon/numerals.js"
import {gaps, type Tokens, tokenKinds} from "../../lexicon/tokens.js"
import {timeWords} from "./words.js"

/** One way to read the tokens [first, next): a class of words with its value, or the word itself. */
export interface TimeSymbol {
  readonly name: string
  readonly value: string
  readonly first: number
  readonly next: number
}

/** What each token can stand for in a time pattern. Answers are kept, since patterns overlap. */
export class TimeSymbols {
  private readonly seen = new Map<number, readonly TimeSymbol[]>()

  constructor(
    readonly tokens: Tokens,
    private readonly literals: ReadonlySet<string>,
  ) {}

  at(row: number): readonly TimeSymbol[] {
    let found = this.seen.get(row)
    if (!found) {
      if (this.seen.size > 4000) this.seen.clear()
      found = this.read(row)
      this.seen.set(row, found)
    }
    return found
  }

  private read(row: number): readonly TimeSymbol[] {
    if (row >= this.tokens.length) return []
    const kind = this.tokens.kind(row)
    if (kind === tokenKinds.mark) return this.marks(row)
    return kind === tokenKinds.digits ? this.digits(row) : this.words(row)
  }

  private marks(row: number): TimeSymbol[] {
    const form = this.tokens.form(row)
    const plain = form === "–" || form === "—" ? "-" : form === "’" || form === "‘" || form === "`" ? "'" : form
    const found: TimeSymbol[] = this.literals.has(plain) ? [{name: plain, value: form, first: row, next: row + 1}] : []
    if (plain === "'" && /^\d\d$/.test(this.tokens.form(row + 1)) && this.tokens.touches(row + 1)) {
      const short = this.tokens.form(row + 1)
      const century = Number(short) > 29 ? "19" : "20"
      if (this.tokens.lower(row + 2) === "s" && this.tokens.touches(row + 2))
        found.push({name: "DECADENUM", value: century + short[0], first: row, next: row + 3})
      else found.push({name: "YEAR2", value: century + short, first: row, next: row + 2})
    }
    return found
  }

  private words(row: number): TimeSymbol[] {
    const word = this.tokens.lower(row)
    const found: TimeSymbol[] = []
    for (const entry of timeWords().get(word) ?? []) {
      const next = this.follow(row + 1, entry.rest)
      if (next > 0)
        found.push({name: entry.class, value: entry.value, first: row, next: entry.class.endsWith("ABBR") ? this.overDot(next) : next})
    }
    if (this.literals.has(word)) found.push({name: word, value: word, first: row, next: row + 1})
    const number = numberWord(word) || word === "a" || word === "an" ? numeralAt(this.tokens, row) : null
    if (number && !(number.fraction && !number.article) && !(number.fraction && number.article))
      found.push({name: "NUM", value: String(number.value), first: row, next: number.last})
    if (number) found.push(...this.spelledYear(row), ...this.smallHour(row, number.value, number.last))
    if (/^(?:q[1-4]|h[12])$/.test(word))
      found.push({name: word[0] === "q" ? "QUARTERCODE" : "HALFCODE", value: word[1]!, first: row, next: row + 1})
    return found
  }

  private smallHour(row: number, value: number, next: number): TimeSymbol[] {
    return Number.isInteger(value) && value >= 1 && value <= 12 ? [{name: "HOUR", value: String(value), first: row, next}] : []
  }

  /** "nineteen ninety-six", "two thousand", "two thousand and four". */
  private spelledYear(row: number): TimeSymbol[] {
    const first = this.tokens.lower(row)
    if (first === "two" && this.tokens.lower(row + 1) === "thousand") {
      const number = numeralAt(this.tokens, row)!
      return number.value < 2100 && number.value >= 2000 ? [{name: "YEAR", value: String(number.value), first: row, next: number.last}] : []
    }
    const century = first === "nineteen" ? 19 : first === "eighteen" ? 18 : first === "twenty" ? 20 : 0
    const tail = century > 0 ? numeralAt(this.tokens, row + 1) : null
    if (!tail || tail.digits || tail.value < 10 || tail.value > 99) return []
    return [{name: "YEAR", value: String(century * 100 + tail.value), first: row, next: tail.last}]
  }

  /** The row after the words of a phrase; 0 when they do not follow. */
  private follow(row: number, rest: readonly string[]): number {
    let at = row
    for (const word of rest) {
      const found = this.tokens.lower(at)
      if (found !== word && !(word === "'" && found === "’")) return 0
      if (this.tokens.gap(at) === gaps.paragraph) return 0
      at++
    }
    return at
  }

  private overDot(row: number): number {
    return this.tokens.form(row) === "." && this.tokens.touches(row) ? row + 1 : row
  }

  private digits(row: number): TimeSymbol[] {
    const form = this.tokens.form(row)
    const found: TimeSymbol[] = []
    const push = (name: string, value: string, next = row + 1) => found.push({name, value, first: row, next})
    if (/^\d{1,4}$/.test(form)) this.shortDigits(row, form, push)
    if (/^\d{1,2}[.]\d\d$/.test(form)) this.pointed(row, form, push)
    const dotted = /^(\d{1,2})[.](\d{1,2})[.](\d{4})$/.exec(form)
    if (dotted) push("ISODATE", `${dotted[3]}-${dotted[2]!.padStart(2, "0")}-${dotted[1]!.padStart(2, "0")}`)
    const number = numeralAt(this.tokens, row)
    if (number) push("NUM", String(number.value), number.last)
    return found
  }

  private shortDigits(row: number, form: string, push: (name: string, value: string, next?: number) => void): void {
    const value = Number(form)
    const after = this.tokens.lower(row + 1)
    const ordinal = /^(?:st|nd|rd|th)$/.test(after) && this.tokens.touches(row + 1)
    if (value >= 1 && value <= 31 && form.length <= 2) push("DAY", String(value).padStart(2, "0"), ordinal ? row + 2 : row + 1)
    if (ordinal && value <= 31) push("ORD", form, row + 2)
    if (ordinal) push("CENTURYNUM", form, row + 2)
    if (form.length === 4 && value >= 1000 && value < 2200) this.year(row, form, push)
    if (form.length === 2) push("YEARTAIL", form)
    if (form.length === 2 && value >= 40) push("SHORTYEAR", `19${form}`)
    if (value >= 1 && value <= 12 && form.length <= 2) push("HOUR", form)
    if (form.length === 4 && value < 2400 && value % 100 < 60) push("MILITARY", `${form.slice(0, 2)}:${form.slice(2)}`)
    if (after === ":" && this.tokens.touches(row + 1) && this.tokens.touches(row + 2)) this.clock(row, value, push)
    if (after === "/" || after === "-" || after === "–") this.numericDate(row, push)
  }

  private year(row: number, form: string, push: (name: string, value: string, next?: number) => void): void {
    push("YEAR", form)
    push("YEARTAIL", form)
    if (this.tokens.lower(row + 1) === "s" && this.tokens.touches(row + 1)) push("DECADENUM", form.slice(0, 3), row + 2)
  }

  /** "10:30", "10:30:15". */
  private clock(row: number, hour: number, push: (name: string, value: string, next?: number) => void): void {
    const minutes = this.tokens.form(row + 2)
    if (hour > 24 || !/^[0-5]\d$/.test(minutes)) return
    const seconds = this.tokens.form(row + 3) === ":" && this.tokens.touches(row + 3) && /^[0-5]\d$/.test(this.tokens.form(row + 4))
    push("CLOCK", `${String(hour).padStart(2, "0")}:${minutes}${seconds ? `:${this.tokens.form(row + 4)}` : ""}`, row + (seconds ? 5 : 3))
  }

  /** "10.30" before a.m. or p.m.; a number elsewhere. */
  private pointed(row: number, form: string, push: (name: string, value: string, next?: number) => void): void {
    const [hour, minutes] = form.split(".") as [string, string]
    const after = this.tokens.lower(row + 1)
    const marked = /^(?:am|pm|gmt)$/.test(after) || ((after === "a" || after === "p") && this.tokens.form(row + 2) === ".")
    if (marked && Number(hour) < 24 && Number(minutes) < 60) push("CLOCK", `${hour.padStart(2, "0")}:${minutes}`)
  }

  /** 2013-03-01, 1/3/2013 (the second number is the month when the first is over 12), 03/01/89. */
  private numericDate(row: number, push: (name: string, value: string, next?: number) => void): void {
    const joint = this.tokens.form(row + 1)
    const all = [0, 2, 4].map(step => this.tokens.form(row + step))
    if (this.tokens.form(row + 3) !== joint || ![1, 2, 3, 4].every(step => this.tokens.touches(row + step))) return
    if (!all.every(part => /^\d{1,4}$/.test(part))) return
    const [a, b, c] = all.map(Number) as [number, number, number]
    if (all[0]!.length === 4 && b >= 1 && b <= 12 && c >= 1 && c <= 31) push("ISODATE", isoDay(a, b, c), row + 5)
    if (all[0]!.length > 2 || (all[2]!.length !== 4 && all[2]!.length !== 2)) return
    const year = all[2]!.length === 4 ? c : c > 29 ? 1900 + c : 2000 + c
    const [month, day] = a > 12 ? [b, a] : [a, b]
    if (month >= 1 && month <= 12 && day >= 1 && day <= 31) push("SLASHDATE", isoDay(year, month, day), row + 5)
  }
}

const isoDay = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`
