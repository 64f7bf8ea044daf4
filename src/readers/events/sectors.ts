import {readTable, splitCell} from "../../lexicon/table.js"
import type {Actor} from "../../record/all.js"

/** What sectors say about those who have them; the traits and their codes are in data/events/sectors.tsv. */
export type Trait = "public" | "voice" | "officer" | "armed" | "force" | "rival" | "elite"

let loaded: ReadonlyMap<string, ReadonlySet<string>> | null = null

/** Has the actor a sector with this trait, or is it of a body (a country code such as IGO) that has it? */
export function hasTrait(actor: Actor, trait: Trait): boolean {
  const codes = codesOf(trait)
  return actor.sectors.some(sector => codes.has(sector)) || (actor.country !== null && codes.has(actor.country))
}

/** Has the actor's first sector this trait? */
export function isMainly(actor: Actor, trait: Trait): boolean {
  return actor.sectors[0] !== undefined && codesOf(trait).has(actor.sectors[0])
}

/** Somebody of public life: a state, a government, or by sector. */
export function isPublic(actor: Actor): boolean {
  return actor.kind === "state" || actor.kind === "government" || hasTrait(actor, "public")
}

function codesOf(trait: Trait): ReadonlySet<string> {
  loaded ??= new Map(readTable("events/sectors.tsv").map(row => [row.trait!, new Set(splitCell(row.codes))]))
  return loaded.get(trait)!
}
