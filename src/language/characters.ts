/** What a UTF-16 unit is to the tokeniser. `high` starts a surrogate pair or stands alone. */
export const kinds = {unknown: 0, space: 1, letter: 2, digit: 3, mark: 4, high: 5} as const

const letters = /[\p{L}\p{M}\p{Nl}\p{No}]/u
const digits = /\p{Nd}/u
/** White space, controls (NUL too) and invisible signs of direction or width: they part words and belong to none. */
const spaces = /[\s\p{Cc}\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/u
/** Invisible signs that may stand inside a word: soft hyphen and joiners. */
const isJoiner = (code: number): boolean => code === 0xad || code === 0x200c || code === 0x200d || (code >= 0xfe00 && code <= 0xfe0f)

const known = new Uint8Array(65536)

/** The kind of the UTF-16 unit `code`; superscripts and letters of any script count as letters, lone low surrogates as marks. */
export function kindOf(code: number): number {
  const kind = known[code]
  if (kind) return kind
  const found = classify(code)
  known[code] = found
  return found
}

function classify(code: number): number {
  if (code >= 0xd800 && code < 0xdc00) return kinds.high
  if (code >= 0xdc00 && code < 0xe000) return kinds.mark
  const character = String.fromCharCode(code)
  if (spaces.test(character)) return kinds.space
  if (digits.test(character)) return kinds.digit
  if (code === 0xb2 || code === 0xb3 || code === 0xb9) return kinds.mark
  return letters.test(character) || isJoiner(code) ? kinds.letter : kinds.mark
}

/** Does a letter, digit or underscore stand at `at`? Letters above U+FFFF count, emoji do not. */
export function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  const kind = kindOf(code)
  return kind === kinds.letter || kind === kinds.digit || code === 95 || (kind === kinds.high && isLetterPair(text, at))
}

/** Does a letter stand at `at`? */
export function isLetterAt(text: string, at: number): boolean {
  const kind = kindOf(text.charCodeAt(at))
  return kind === kinds.letter || (kind === kinds.high && isLetterPair(text, at))
}

/** Does a digit stand at `at`? False past the end. */
export const isDigitAt = (text: string, at: number): boolean => kindOf(text.charCodeAt(at)) === kinds.digit

/** The end of the character at `at`: two units for a surrogate pair, else one. */
export function nextCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at)
  const low = text.charCodeAt(at + 1)
  return code >= 0xd800 && code < 0xdc00 && low >= 0xdc00 && low < 0xe000 ? at + 2 : at + 1
}

/** The end of the run of letters, digits and underscores that starts at `at`. */
export function endOfRun(text: string, at: number, limit: number): number {
  while (at < limit && isWordAt(text, at)) at = nextCharacter(text, at)
  return Math.min(at, limit)
}

/** Is it an upper-case letter? Only for letters below U+10000. */
export function isUpper(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 128) return code >= 65 && code <= 90
  const character = text[at] ?? ""
  return character.toLowerCase() !== character
}

/** Is it one of the apostrophes that texts use: ' ’ ‘ ` ´ ʼ? */
export const isApostrophe = (code: number): boolean =>
  code === 39 || code === 0x2019 || code === 0x2018 || code === 96 || code === 0xb4 || code === 0x2bc

function isLetterPair(text: string, at: number): boolean {
  const point = text.codePointAt(at)!
  return point > 0xffff && /[\p{L}\p{M}\p{N}]/u.test(String.fromCodePoint(point))
}
