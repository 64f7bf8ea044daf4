import type {Words} from "../../document/words.js"
import {readTable, splitCell} from "../../lexicon/table.js"
import {type Cast, lastWord} from "./cast.js"
import type {Cluster} from "./cluster.js"
import type {Reference} from "./mention.js"

/** "the ministry" after "the Foreign Ministry"; "rebel forces" told twice; "the French president" after Hollande; "the accused" after "eleven men". */
export function byDescription(reference: Reference, cast: Cast, words: Words): Cluster | null {
  const fits = (cluster: Cluster) => cluster.admits(reference) && numbersAgree(reference, cluster)
  if (pairWords.test(reference.count)) return byCount(reference, cast, fits)
  const again = isOwned(reference, words) && !reference.definite ? null : bySameWords(reference, cast, fits)
  if (again) return again
  if (!reference.definite) return reference.plural ? byCount(reference, cast, fits) : null
  return (
    byRole(reference, cast, fits) ??
    byBodyWord(reference, cast) ??
    byCount(reference, cast, fits) ??
    byLikeWords(reference, cast, {fits, words})
  )
}

/** Sets of two get their members elsewhere. */
const pairWords = /^(?:two|both|each|either|neither)$/

/** "officials of the two countries" are others than "officials". */
function isOwned({head}: Reference, words: Words): boolean {
  return words.childrenOf(head).some(child => words.deprel[child] === "nmod" || words.deprel[child] === "nmod:poss")
}

function bySameWords(reference: Reference, cast: Cast, fits: (cluster: Cluster) => boolean): Cluster | null {
  if (!reference.definite && !(reference.plural && reference.count === "")) return null
  const same = cast
    .find(`noun ${reference.key}`)
    .find(
      cluster =>
        fits(cluster) &&
        cluster.references.some(other => other.form !== "pronoun" && other.key === reference.key && sameCapacity(other, reference)),
    )
  return same ?? null
}

function byRole(reference: Reference, cast: Cast, fits: (cluster: Cluster) => boolean): Cluster | null {
  const {role} = reference
  if (!role) return null
  const alike = (phrase: string) => phrase === role.phrase || phrase.endsWith(` ${role.phrase}`)
  const last = lastWord(role.phrase)
  return (
    cast
      .find(`role ${last}`)
      .find(cluster => fits(cluster) && cluster.references.some(other => other.role !== null && alike(other.role.phrase))) ??
    cast.find(`word ${last}`).find(cluster => fits(cluster) && [...cluster.nameKeys].some(key => key.endsWith(` ${role.phrase}`))) ??
    cast.find("person").find(cluster => fits(cluster) && !reference.plural && holdsOffice(cluster, role.phrase)) ??
    null
  )
}

/** "the prime minister" means the person of the register who has that office. */
function holdsOffice(cluster: Cluster, phrase: string): boolean {
  return (
    cluster.entry?.kind === "person" &&
    cluster.entry.tenures.some(tenure => tenure.title.toLowerCase().endsWith(phrase) && phrase !== "minister")
  )
}

let kindsByNoun: ReadonlyMap<string, readonly string[]> | null = null

/** "the alliance" after NATO: the body of that kind named last. */
function byBodyWord(reference: Reference, cast: Cast): Cluster | null {
  kindsByNoun ??= new Map(readTable("actors/body-words.tsv").map(row => [row.noun!, splitCell(row.kinds)]))
  const kinds = kindsByNoun.get(reference.key)
  if (!kinds || reference.plural || reference.ours || reference.inner.length > 0) return null
  const bodies = cast.find("body").filter(({entry}) => entry?.kind === "organization" && kinds.includes(entry.sort))
  const sorted = bodies.filter(({country}) => reference.country === null || reference.country === country)
  return sorted[0] ?? null
}

/** "the 14 men" after "fourteen Somalis": the same number of people. */
function byCount(reference: Reference, cast: Cast, fits: (cluster: Cluster) => boolean): Cluster | null {
  if (reference.count === "" || reference.kind !== "group" || reference.key === "people") return null
  return (
    cast
      .find("several")
      .find(
        cluster => fits(cluster) && cluster.references.some(other => other.count === reference.count && isOneWordFor(other, reference)),
      ) ?? null
  )
}

const anybody = new Set(["man", "woman", "person", "national", "citizen"])

function isOneWordFor(a: Reference, b: Reference): boolean {
  return a.key === b.key || (a.role === null && a.country !== null) || anybody.has(a.key) || anybody.has(b.key)
}

let rowsByNoun: ReadonlyMap<string, readonly string[]> | null = null

/** Noun → the nouns that may have meant the same before. */
function likeWords(): ReadonlyMap<string, readonly string[]> {
  if (rowsByNoun) return rowsByNoun
  const found = new Map<string, string[]>()
  for (const row of readTable("actors/same-words.tsv")) {
    const nouns = splitCell(row.nouns)
    for (const noun of nouns) found.set(noun, [...(found.get(noun) ?? []), ...nouns.filter(other => other !== noun)])
  }
  rowsByNoun = found
  return found
}

function byLikeWords(
  reference: Reference,
  cast: Cast,
  {fits, words}: {readonly fits: (cluster: Cluster) => boolean; readonly words: Words},
): Cluster | null {
  if (reference.country !== null || reference.inner.length > 0) return null
  const nouns = likeWords().get(reference.key === "accuse" ? "accused" : reference.key)
  if (!nouns) return null
  const near = (cluster: Cluster) => words.sentence[reference.head]! - words.sentence[cluster.last.head]! <= 12
  for (const noun of nouns) {
    const cluster = cast.find(`noun ${noun}`).find(other => near(other) && fits(other))
    if (cluster) return cluster
  }
  return null
}

function numbersAgree(reference: Reference, cluster: Cluster): boolean {
  if ((reference.kind !== "group" && reference.kind !== "person") || /^(?:accuse|accused|dead|injured|wounded)$/.test(reference.key))
    return true
  return reference.plural === cluster.plural || (!reference.plural && cluster.kind !== "person")
}

function sameCapacity(a: Reference, b: Reference): boolean {
  const countries = a.country === null || b.country === null || a.country === b.country
  return countries && (a.sectors.join() === b.sectors.join() || b.sectors.length === 0) && (a.count === b.count || b.definite)
}
