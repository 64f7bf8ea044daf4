import {Problem} from "../problem.js"
import type {Layer} from "./layer.js"

/** How we know when an article was published. */
export type PublishedBasis = "given" | "metadata" | "address" | "dateline" | "inferred" | "unknown"

/** An interval of days (YYYY-MM-DD, both included, null = open or unknown) in which an article was published. */
export interface Published {
  readonly from: string | null
  readonly to: string | null
  readonly basis: PublishedBasis
}

/** What is known about an article besides its words. */
export interface Source {
  readonly id: string
  readonly text: string
  readonly origin?: string | null
  readonly title?: string | null
  readonly publisher?: string | null
  readonly author?: string | null
  readonly language?: string | null
  readonly published?: Published
}

const undated: Published = {from: null, to: null, basis: "unknown"}

/** A text and what has been read from it so far. Never changed: `with` gives a new document that holds one layer more. */
export class Document {
  readonly id: string
  readonly text: string
  readonly source: Source
  private readonly layers: ReadonlyMap<string, unknown>

  constructor(source: Source, layers: ReadonlyMap<string, unknown> = new Map()) {
    this.id = source.id
    this.text = source.text
    this.source = source
    this.layers = layers
  }

  /** The interval in which the article was published; both ends null when unknown. */
  get published(): Published {
    return this.source.published ?? undated
  }

  has(layer: Layer<unknown>): boolean {
    return this.layers.has(layer.name)
  }

  /** What a stage found. Throws a `stage` problem when no stage has given this layer yet. */
  get<T>(layer: Layer<T>): T {
    if (!this.layers.has(layer.name))
      throw new Problem(
        "stage",
        `Nothing has read "${layer.name}" from ${this.id} yet: put the stage that gives it earlier in the pipeline.`,
      )
    return this.layers.get(layer.name) as T
  }

  with<T>(layer: Layer<T>, value: T): Document {
    return new Document(this.source, new Map(this.layers).set(layer.name, value))
  }
}
