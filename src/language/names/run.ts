/** A name as rows [first, last) of the word table. */
export interface NameRun {
  readonly first: number
  readonly last: number
  /** PER ORG GPE LOC FAC NORP EVENT PRODUCT MISC, and DATE and MONEY, which are not shown. */
  readonly label: string
}

/** A name with the network's mean logit for every class. */
export interface ScoredName extends NameRun {
  readonly scores: ReadonlyMap<string, number>
}
