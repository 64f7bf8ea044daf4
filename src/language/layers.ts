import {Layer} from "../document/layer.js"
import type {Span} from "../document/span.js"
import type {Sentence, Words} from "../document/words.js"
import type {Probabilities} from "./probabilities.js"

/** A name in the text and its class: PER ORG GPE LOC FAC NORP EVENT PRODUCT MISC (DATE and MONEY are left to the readers). */
export interface Name extends Span {
  readonly label: string
}

/** A noun phrase or pronoun that refers to something. `head` is a row of the word table; `type` as in GUM: person, organization, place… */
export interface NounPhrase extends Span {
  readonly head: number
  readonly type: string
}

/** What the network's political heads say about each word; a table is empty when the model has no such head. */
export interface Signals {
  /** Labels: "none" first, then "TYPE" or "TYPE/mode". */
  readonly event: Probabilities
  readonly status: Probabilities
  /** Labels: O, then B- I- E- S- of content, cue, source. */
  readonly quote: Probabilities
  /** Probability that word `argument` lies in the source (0) or target (1) phrase of the event named at word `trigger`; 0 outside one window. */
  role(trigger: number, argument: number, slot: 0 | 1): number
}

export const paragraphs = new Layer<readonly Span[]>("paragraphs")
export const words = new Layer<Words>("words")
export const sentences = new Layer<readonly Sentence[]>("sentences")
export const names = new Layer<readonly Name[]>("names")
export const phrases = new Layer<readonly NounPhrase[]>("phrases")
export const chains = new Layer<readonly (readonly Span[])[]>("chains")
export const signals = new Layer<Signals>("signals")
