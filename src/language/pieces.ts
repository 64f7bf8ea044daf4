import type {Labels} from "./labels.js"

/** What the network needs to know about one word form. */
export interface Coded {
  /** Ids of its word pieces: 1 to `maxWordPieces`. */
  readonly pieces: readonly number[]
  /** Shape class, before its place is looked at: a Title form at a paragraph's start or after an opening mark is `opened`. */
  readonly shape: number
}

const cacheLimit = 60_000
const longestPart = 100
const spacing = /\s/
const dropped = /[\p{Mn}\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u
const parting = /[!-/:-@[-`{-~\p{P}\u3400-\u4dbf\u4e00-\u9fff]/u

/** Takes words apart into the pieces of BERT's uncased vocabulary. Remembers the forms it has seen, up to a limit. */
export class Pieces {
  private readonly vocabulary: ReadonlyMap<string, number>
  private readonly known = new Map<string, Coded>()

  constructor(
    vocabulary: readonly string[],
    private readonly labels: Labels,
  ) {
    this.vocabulary = new Map(vocabulary.map((piece, id) => [piece, id]))
  }

  /** The pieces and the shape of a word form. */
  code(form: string): Coded {
    const known = this.known.get(form)
    if (known) return known
    const coded = {pieces: this.cutWord(form), shape: shapeOf(form)}
    if (form.length > longestPart) return coded
    if (this.known.size >= cacheLimit) this.known.clear()
    this.known.set(form, coded)
    return coded
  }

  /** Is this lower-case form one piece by itself: a common word? */
  has(form: string): boolean {
    return this.vocabulary.has(form)
  }

  private cutWord(form: string): number[] {
    const {maxWordPieces, unk} = this.labels
    const found: number[] = []
    for (const part of partsOf(form.slice(0, 4 * longestPart), this.labels.plain)) {
      if (found.length >= maxWordPieces) break
      this.cutPart(part, found)
    }
    if (found.length > maxWordPieces) found.length = maxWordPieces
    return found.length > 0 ? found : [unk]
  }

  /** The longest pieces first, from the left; `unk` when the vocabulary cannot spell the part. */
  private cutPart(part: string, found: number[]): void {
    const begin = found.length
    let start = part.length > longestPart ? -1 : 0
    while (start >= 0 && start < part.length) {
      const end = this.longestFrom(part, start, found)
      start = end < 0 ? -1 : end
    }
    if (start >= 0) return
    found.length = begin
    found.push(this.labels.unk)
  }

  private longestFrom(part: string, start: number, found: number[]): number {
    for (let end = part.length; end > start; end--) {
      const id = this.vocabulary.get(start === 0 ? part.slice(0, end) : "##" + part.slice(start, end))
      if (id === undefined) continue
      found.push(id)
      return end
    }
    return -1
  }
}

/** Plain quotes and dashes, lower case, no accents, cut at every mark and Chinese character. */
function partsOf(form: string, plain: Readonly<Record<string, string>>): string[] {
  if (/^[a-z]{1,40}$/.test(form)) return [form]
  if (/^[A-Za-z0-9]{1,40}$/.test(form)) return [form.toLowerCase()]
  const parts: string[] = []
  let current = ""
  const mapped = Array.from(form, character => plain[character] ?? character).join("")
  for (const character of mapped.toLowerCase().normalize("NFD")) {
    if (dropped.test(character)) continue
    const alone = parting.test(character)
    if (!alone && !spacing.test(character)) {
      current += character
      continue
    }
    if (current !== "") parts.push(current)
    current = ""
    if (alone) parts.push(character)
  }
  if (current !== "") parts.push(current)
  return parts
}

/** The shape classes in the order that the network learnt them. */
export const shapes = {special: 0, lower: 1, title: 2, upper: 3, mixed: 4, digit: 5, mark: 6, opened: 7} as const

function shapeOf(form: string): number {
  const counted = form.slice(0, longestPart)
  if (/^\p{Nd}/u.test(counted)) return shapes.digit
  let letters = 0
  let upper = 0
  let firstUpper = false
  for (const character of counted) {
    if (!/\p{L}/u.test(character)) continue
    const isUpper = character !== character.toLowerCase()
    if (letters === 0) firstUpper = isUpper
    letters++
    if (isUpper) upper++
  }
  if (letters === 0) return /\p{Nd}/u.test(counted) ? shapes.digit : shapes.mark
  if (upper === 0) return shapes.lower
  if (upper === letters && upper > 1) return shapes.upper
  return upper === 1 && firstUpper ? shapes.title : shapes.mixed
}
