/** Names something that can be known about a document, and its type. Stages give layers; `Document.get` reads them. */
export class Layer<T> {
  declare private readonly type: T
  constructor(readonly name: string) {}
}

/** Something odd in the text that did not stop the reading: where, and what. The pipeline adds which stage saw it. */
export interface Oddity {
  readonly start: number
  readonly end: number
  readonly about: string
}
