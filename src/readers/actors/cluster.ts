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
  /** Means several: "the rebels", "two soldiers", "both sides". */
  plural = false
  readonly trace: TraceStep[] = []
  /** Keys of proper names, without descriptions. */
  readonly nameKeys = new Set<string>()
  private readonly ownWords = new Set<string>()
  private isGuessed = false
  private isNamed = false
  private isLoose = true

  constructor(first: Reference) {
    this.add(first)
  }

  add(reference: Reference): void {
    this.references.push(reference)
    this.takeEntry(reference)
    this.country ??= reference.country
    if (this.kind === null || (reference.form === "name" && reference.kind !== null)) this.kind = reference.kind
    this.takeSectors(reference)
    if (reference.form === "pronoun") return
    if (reference.plural) this.plural = true
    if (reference.form === "name") this.nameKeys.add(reference.key)
    const own = reference.form === "name" ? reference.key.split(/[ -]/) : reference.inner
    for (const word of own) this.ownWords.add(word)
  }

  /** A surname alone only suggests whom it means: the full name, known or not, decides. */
  private takeEntry(reference: Reference): void {
    if (reference.form === "pronoun") return
    if (reference.surnameOnly) {
      if (this.references.length > 1 || !reference.entry) return
      this.isGuessed = true
    } else if (this.isGuessed && reference.form === "name" && reference.key.includes(" ") && reference.entry !== this.entry) {
      this.entry = null
      this.isGuessed = false
    }
    this.entry ??= reference.entry
  }

  /** Names and offices say more than loose words such as "man" or "leader". */
  private takeSectors(reference: Reference): void {
    if (reference.sectors.length === 0) return
    const isNaming = reference.form === "name"
    const loose = !isNaming && isLoose(reference)
    if (this.sectors.length > 0 && (this.isNamed || !isNaming) && !(this.isLoose && !loose)) return
    this.sectors = reference.sectors
    this.isLoose = loose
    if (isNaming) this.isNamed = true
  }

  /** Takes country and capacity of the actor it belongs to. */
  inherit(owner: Cluster): void {
    const country = owner.country ?? owner.entry?.country ?? null
    const takesCountry = this.country === null && country !== null
    if (takesCountry) this.country = country
    if (this.sectors.length === 0) this.sectors = owner.entry?.sectors ?? owner.sectors
    if (takesCountry) this.trace.push({rule: "belongs to another actor of the text", span: this.spot, gave: country!})
  }

  /** Takes a country for a reason that the trace tells. */
  settle(country: string, rule: string): void {
    this.country = country
    this.trace.push({rule, span: this.spot, gave: country})
  }

  get last(): Reference {
    return this.references[this.references.length - 1]!
  }

  /** The first words that mean it. */
  get spot(): Span {
    const {start, end} = this.references[0]!
    return {start, end}
  }

  get isPerson(): boolean {
    return this.kind === "person"
  }

  /** Could this reference mean the same actor? Two register entries, two countries, or a person and a body exclude each other. */
  admits(reference: Reference): boolean {
    if (this.clashesByEntry(reference)) return false
    if (reference.country && !this.isOf(reference.country)) return false
    if (this.differsInKind(reference) || this.differsInWording(reference)) return false
    if (this.entry?.kind === "state" && reference.form === "nominal" && reference.kind !== "state" && reference.kind !== null) return false
    if (reference.role?.needsCountry && this.entry?.kind === "organization" && reference.form !== "name" && !this.isBody) return false
    if (this.isPerson === false && reference.kind !== "person" && this.differsInCapacity(reference)) return false
    if (reference.inner.length > 0 && !this.fits(reference.inner)) return false
    return reference.form !== "name" || this.nameKeys.size === 0 || this.mayBeNamed(reference)
  }

  /** A body may have two names that share nothing; a person unknown by the one name is nobody known by another. */
  private mayBeNamed({entry, kind, key}: Reference): boolean {
    return (entry !== null && (kind !== "person" || entry === this.entry)) || this.sharesName(key)
  }

  /** Can it be of this country: the one that the text gives, else one in which the person of the register held office? */
  private isOf(country: string): boolean {
    if (this.country !== null) return this.country === country
    if (this.entry?.kind !== "person") return true
    return this.entry.country === country || this.entry.tenures.some(tenure => tenure.country === country)
  }

  /** A person is no body; "the accused" may be one or many. */
  private differsInKind(reference: Reference): boolean {
    if (reference.kind === null || this.kind === null || /^accused?$/.test(reference.key)) return false
    return (reference.kind === "person") !== (this.kind === "person")
  }

  /** "Assad's regime" is the speaker's or writer's label for a side: it goes on under that label, not as "the government". */
  private differsInWording(reference: Reference): boolean {
    if (reference.form !== "nominal" || reference.role === null || this.nameKeys.size > 0 || this.entry !== null) return false
    const roles = this.references.flatMap(({form, role}) => (form === "nominal" && role ? [role] : []))
    return roles.length > 0 && roles.every(({label}) => label !== reference.role!.label)
  }

  private get isBody(): boolean {
    return /^(?:ministry|agency|court|parliament|police|army|government)$/.test(this.entry?.sort ?? "")
  }

  private clashesByEntry(reference: Reference): boolean {
    if (!this.entry || !reference.entry || this.entry === reference.entry) return false
    return !(reference.surnameOnly || this.isGuessed) || !this.sharesName(reference.key)
  }

  sharesName(key: string): boolean {
    if (this.nameKeys.has(key)) return true
    const full = this.isPerson && key.includes(" ") ? [...this.nameKeys].filter(own => own.includes(" ")) : []
    return full.length > 0
      ? full.some(own => shareName(own, key) || sameEnds(own, key))
      : [...this.nameKeys].some(own => shareName(own, key))
  }

  /** Rebels are not the government: two bodies with capacities that share nothing are two actors. */
  private differsInCapacity(reference: Reference): boolean {
    if (reference.form === "name" || this.sectors.length === 0 || reference.sectors.length === 0) return false
    if (this.isLoose || isLoose(reference)) return false
    return !reference.sectors.some(sector => this.sectors.includes(sector))
  }

  /** Does a proper noun of a description stand in one of the actor's own names or descriptions? An actor without any fits everything. */
  private fits(inner: readonly string[]): boolean {
    return (
      this.ownWords.size === 0 ||
      inner.some(word => this.ownWords.has(word)) ||
      (this.country !== null && this.entry === null && this.nameKeys.size === 0)
    )
  }
}

/** Words that say little of a capacity: "men", "people", "leaders", a demonym as a noun. */
function isLoose(reference: Reference): boolean {
  return reference.role === null || reference.role.weak || (reference.sectors.length === 1 && reference.sectors[0] === "CVL")
}

/** Do two folded names agree: the same, or one is the end of the other, or they share the last word? */
export function shareName(a: string, b: string): boolean {
  if (a === b) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return long.endsWith(` ${short}`) || long.endsWith(`-${short}`) || long.startsWith(`${short} `)
}

/** "John F. Kerry" and "J. Kerry": the same surname, and the same given name or its initial. */
function sameEnds(a: string, b: string): boolean {
  const [own, other] = [a.split(" "), b.split(" ")]
  const [given, alike] = [own[0]!.replace(".", ""), other[0]!.replace(".", "")]
  const sameGiven = given === alike || ((given.length === 1 || alike.length === 1) && given[0] === alike[0])
  return own.at(-1) === other.at(-1) && sameGiven
}

/** "International Atomic Energy Agency" → "iaea"; small words count neither way. */
export function initialsOf(name: string): string {
  return foldName(name)
    .split(/[ \-–]/)
    .filter(word => word !== "" && !["of", "the", "for", "and", "in", "on", "de", "del", "da", "do", "la", "al"].includes(word))
    .map(word => word[0])
    .join("")
}
