/** `labels.json`: what the columns of the network's outputs stand for, and the numbers that its inputs need. */
export interface Labels {
  readonly upos: readonly string[]
  readonly xpos: readonly string[]
  readonly feats: readonly string[]
  readonly relations: readonly string[]
  /** O, then B- I- E- S- of every class. */
  readonly names: readonly string[]
  /** Index 0 none, then the mention types. */
  readonly mentions: readonly string[]
  readonly quotes: readonly string[]
  readonly events: readonly string[]
  readonly statuses: readonly string[]
  /** Most pieces in a window, with the two special ones. */
  readonly maxPieces: number
  readonly maxWordPieces: number
  readonly unk: number
  readonly cls: number
  readonly sep: number
  /** Typographic marks → the plain ones that the vocabulary knows. */
  readonly plain: Readonly<Record<string, string>>
  /** Marks after which a capital says little. */
  readonly opening: readonly string[]
}
