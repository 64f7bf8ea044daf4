import type {Span} from "../document/span.js"

/** What a token is: a run of letters, a number in digits, or a single other character. */
export const tokenKinds = {word: 0, digits: 1, mark: 2} as const

/** White space before a token: none, within a line, one line break, an empty line. */
export const gaps = {none: 0, space: 1, line: 2, paragraph: 3} as const

/**
 * A text cut into runs of letters, numbers in digits ("1,200", "12.5") and single marks: a light view for scanners that look for
 * fixed forms. It does not depend on the language model. One column per property, one row per token.
 */
export class Tokens {
  /** Small forms, made when first asked for: scanners look at the same tokens many times. */
  private readonly lowered: string[] = []

  constructor(
    readonly text: string,
    readonly start: Uint32Array,
    readonly end: Uint32Array,
    private readonly facts: {readonly kind: Uint8Array; readonly gap: Uint8Array},
  ) {}

  get length(): number {
    return this.start.length
  }

  kind(row: number): number {
    return this.facts.kind[row] ?? tokenKinds.mark
  }

  /** White space before this token; the end of the text counts as an empty line. */
  gap(row: number): number {
    return this.facts.gap[row] ?? gaps.paragraph
  }

  /** The characters of a token as they stand; "" outside the text. */
  form(row: number): string {
    return row < 0 || row >= this.length ? "" : this.text.slice(this.start[row]!, this.end[row]!)
  }

  /** The same in lower case. */
  lower(row: number): string {
    let known = this.lowered[row]
    if (known === undefined) {
      known = this.form(row).toLowerCase()
      if (row >= 0 && row < this.length) this.lowered[row] = known
    }
    return known
  }

  /** Does the token begin with an upper-case letter? */
  isCapital(row: number): boolean {
    const first = this.text[this.start[row] ?? this.text.length] ?? ""
    return first !== first.toLowerCase()
  }

  /** Is this one character, directly after the token before it? */
  touches(row: number): boolean {
    return row < this.length && this.facts.gap[row] === gaps.none
  }

  /** The span of the rows [first, last). */
  spanOf(first: number, last: number): Span {
    return {start: this.start[first]!, end: this.end[last - 1]!}
  }

  /** The first row that ends after this UTF-16 index; `length` when none does. */
  rowAt(position: number): number {
    let low = 0
    let high = this.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.end[middle]! <= position) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Cuts a text into tokens, in one pass. */
export function scanTokens(text: string): Tokens {
  const size = countTokens(text)
  const start = new Uint32Array(size)
  const end = new Uint32Array(size)
  const kind = new Uint8Array(size)
  const gap = new Uint8Array(size)
  let row = 0
  let breaks = 0
  let spaces = false
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    if (isSpace(code)) {
      if (code === 10 || code === 0x2028 || code === 0x2029) breaks++
      spaces = true
      at++
      continue
    }
    kind[row] = kindOf(text, at)
    gap[row] = breaks > 1 || row === 0 ? gaps.paragraph : breaks === 1 ? gaps.line : spaces ? gaps.space : gaps.none
    start[row] = at
    at = endOf(text, at, kind[row]!)
    end[row++] = at
    breaks = 0
    spaces = false
  }
  return new Tokens(text, start, end, {kind, gap})
}

function countTokens(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; ) {
    if (isSpace(text.charCodeAt(at))) at++
    else {
      at = endOf(text, at, kindOf(text, at))
      count++
    }
  }
  return count
}

function kindOf(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (isDigit(code)) return tokenKinds.digits
  return isLetter(code) ? tokenKinds.word : tokenKinds.mark
}

function endOf(text: string, at: number, kind: number): number {
  let end = at + 1
  if (kind === tokenKinds.word) while (end < text.length && isLetter(text.charCodeAt(end))) end++
  else if (kind === tokenKinds.digits) while (end < text.length && continuesNumber(text, end)) end++
  else if (isHighSurrogate(text.charCodeAt(at)) && end < text.length) end++
  return end
}

/** A digit, or one comma or point between digits: "1,200" and "12.5", "12,34,567" as in India; not "3,4". */
function continuesNumber(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (isDigit(code)) return true
  if (code === 46) return isDigit(text.charCodeAt(at + 1))
  if (code !== 44 || !isDigit(text.charCodeAt(at + 1)) || !isDigit(text.charCodeAt(at + 2))) return false
  const third = text.charCodeAt(at + 3)
  return isDigit(third)
    ? !isDigit(text.charCodeAt(at + 4))
    : third === 44 && isDigit(text.charCodeAt(at + 4)) && isDigit(text.charCodeAt(at + 5))
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57
const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code < 0xdc00

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

const letter = /[\p{L}\p{M}]/u
const known = new Map<number, boolean>()

function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
  let answer = known.get(code)
  if (answer === undefined) {
    answer = letter.test(String.fromCharCode(code))
    known.set(code, answer)
  }
  return answer
}
