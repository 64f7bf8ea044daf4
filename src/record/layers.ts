import {Layer} from "../document/layer.js"
import type {Span} from "../document/span.js"
import type {Actor} from "./actor.js"
import type {Event} from "./event.js"
import type {Figure} from "./figure.js"
import type {AskedPair, Pair} from "./pair.js"
import type {Place} from "./place.js"
import type {Position} from "./position.js"
import type {Quote} from "./quote.js"
import type {Relation} from "./relation.js"
import type {Time} from "./time.js"

/** When the article can have been published, and why: given by `inferPublished`; reasons are empty where the date was given. */
export interface Publication {
  /** First day, YYYY-MM-DD; null when open or unknown. */
  readonly from: string | null
  readonly to: string | null
  readonly reasons: readonly {readonly span: Span; readonly about: string; readonly from: string | null; readonly to: string | null}[]
}

export const publication = new Layer<Publication>("publication")
export const times = new Layer<readonly Time[]>("times")
/** Figures before anybody knows who says so, where and as of when: those fields are null. */
export const amounts = new Layer<readonly Figure[]>("amounts")
export const places = new Layer<readonly Place[]>("places")
/** Quotes before actors are known: speaker, onBehalfOf and addressee are null; `source` holds the speaker's words. */
export const speech = new Layer<readonly Quote[]>("speech")
export const actors = new Layer<readonly Actor[]>("actors")
export const quotes = new Layer<readonly Quote[]>("quotes")
export const events = new Layer<readonly Event[]>("events")
export const figures = new Layer<readonly Figure[]>("figures")
export const positions = new Layer<readonly Position[]>("positions")
export const relations = new Layer<readonly Relation[]>("relations")
/** The pairs the caller asked about; given with the document, empty when none were asked. */
export const asked = new Layer<readonly AskedPair[]>("asked")
export const pairs = new Layer<readonly Pair[]>("pairs")
