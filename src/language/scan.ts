/** A pass over the text in progress: one chunk without white space at a time, words written down as they are found. */
export class Scan {
  readonly starts: number[] = []
  readonly ends: number[] = []
  chunkStart = 0
  chunkEnd = 0
  /** End of the paragraph that holds the chunk. */
  paragraphEnd = 0
  /** Can the chunk hold an address? It has a dot, at sign or slash before a letter. */
  mayHoldAddress = false

  constructor(readonly text: string) {}

  /** Writes down a word and gives its end, where reading goes on. */
  emit(start: number, end: number): number {
    this.starts.push(start)
    this.ends.push(end)
    return end
  }
}
