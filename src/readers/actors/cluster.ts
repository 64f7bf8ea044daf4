import type {Span} from "../../document/span.js"
import {foldName} from "../../lexicon/fold.js"
import type {TraceStep} from "../../record/all.js"
import type {Reference} from "./mention.js"
import type {Entry} from "./register.js"

/** References that mean the same actor, as far as the text has been read. */
export class Cluster {
  readonly references: Reference[] = []
  readonly members: Cluster[] = []
  entry: Entry | null = null
  country: string | null = null
  kind: Reference["kind"] = null
  sectors: readonly string[] = []
  readonly trace: TraceStep[] = []

  constructor(first: Reference) {
    this.add(first)
  }

  add(reference: Reference): void {
    this.references.push(reference)
    this.entry ??= reference.entry
    this.country ??= reference.country
    if (this.kind === null || (reference.form === "name" && reference.kind !== null)) this.kind = reference.kind
    if (this.sectors.length === 0 || (reference.form === "name" && reference.sectors.length > 0)) this.sectors = reference.sectors
  }

  /** Takes country and capacity of the actor it belongs to. */
  inherit(owner: Cluster): void {
    const takesCountry = this.country === null && owner.country !== null
    if (takesCountry) this.country = owner.country
    if (this.sectors.length === 0) this.sectors = owner.entry?.sectors ?? owner.sectors
    const {start, end} = this.references[0]!
    if (takesCountry) this.trace.push({rule: "belongs to another actor of the text", span: {start, end}, gave: owner.country!})
  }

  /** Takes the country the article is about. */
  settle(country: string, span: Span): void {
    this.country = country
    this.trace.push({rule: "no country named: the one the article is about", span, gave: country})
  }

  get last(): Reference {
    return this.references[this.references.length - 1]!
  }

  /** Keys of proper names, without descriptions. */
  get nameKeys(): string[] {
    return this.references.filter(reference => reference.form === "name").map(reference => reference.key)
  }

  get isPerson(): boolean {
    return this.kind === "person"
  }

  /** Could this reference mean the same actor? Two register entries, two countries, or a person and a body exclude each other. */
  admits(reference: Reference): boolean {
    if (this.entry && reference.entry && this.entry !== reference.entry) return false
    if (this.country && reference.country && this.country !== reference.country) return false
    if (reference.kind !== null && this.kind !== null && (reference.kind === "person") !== (this.kind === "person")) return false
    if (this.entry?.kind === "state" && reference.form === "nominal" && reference.kind !== "state" && reference.kind !== null) return false
    if (reference.role?.needsCountry && this.entry?.kind === "organization" && reference.form !== "name") return false
    if (this.isPerson === false && reference.kind !== "person" && this.differsInCapacity(reference)) return false
    if (reference.inner.length > 0 && !this.fits(reference.inner)) return false
    return (
      reference.form !== "name" ||
      this.nameKeys.length === 0 ||
      reference.entry !== null ||
      this.nameKeys.some(key => shareName(key, reference.key))
    )
  }

  /** Rebels are not the government: two bodies with capacities that share nothing are two actors. */
  private differsInCapacity(reference: Reference): boolean {
    if (reference.form === "name" || this.sectors.length === 0 || reference.sectors.length === 0) return false
    return !reference.sectors.some(sector => this.sectors.includes(sector))
  }

  /** Does a proper noun of a description stand in one of the actor's own names or descriptions? An actor without any fits everything. */
  private fits(inner: readonly string[]): boolean {
    const own = this.references.flatMap(reference => (reference.form === "name" ? reference.key.split(/[ -]/) : reference.inner))
    return (
      own.length === 0 ||
      inner.some(word => own.includes(word)) ||
      (this.country !== null && this.entry === null && this.nameKeys.length === 0)
    )
  }
}

/** Do two folded names agree: the same, or one is the end of the other, or they share the last word? */
export function shareName(a: string, b: string): boolean {
  if (a === b) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return long.endsWith(` ${short}`) || long.endsWith(`-${short}`) || long.startsWith(`${short} `)
}

/** "International Atomic Energy Agency" → "iaea"; small words count neither way. */
export function initialsOf(name: string): string {
  return foldName(name)
    .split(/[ \-–]/)
    .filter(word => word !== "" && !["of", "the", "for", "and", "in", "on", "de", "del", "da", "do", "la", "al"].includes(word))
    .map(word => word[0])
    .join("")
}
