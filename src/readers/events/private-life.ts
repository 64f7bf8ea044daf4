import type {Words} from "../../document/words.js"
import type {Actor} from "../../record/all.js"
import type {Act} from "./acts.js"
import type {Slots} from "./slots.js"
import {classOf, type Topic} from "./topic.js"

/** Who by sector holds, serves, seeks or fights for power. */
const political = new Set(["GOV", "MIL", "LEG", "PTY", "REB", "UAF", "PRM", "SPY", "OPP", "PRE", "REF", "JUD", "COP"])
/** Courts and police, whose everyday work is not politics. */
const everyday = new Set(["JUD", "COP"])
/** Sectors of those who act for themselves, for a firm or a club. */
const ownAffairs = new Set(["BUS", "EDU", "AGR", "CRM", "MED", "SOC", "CVL", "ELI", "JRN"])
/** Types that stand only between actors of public life; violence, protest and coercion are told of anybody. */
const dealings = new Set([
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "COOPERATE",
  "AID",
  "CONCEDE",
  "RETREAT",
  "REQUEST",
  "REJECT",
  "ACCUSE",
  "THREATEN",
])
/** What courts, police and offenders do to each other. */
const legal = new Set(["COERCE", "SANCTION", "ACCUSE", "RETREAT", "ASSAULT", "CONCEDE"])

/** An act between private persons, firms or clubs. Organisations and groups nobody knows are given the benefit of the doubt. */
export function isPrivateDealing(act: Act, topic: Topic): boolean {
  if (!dealings.has(act.type)) return false
  const actors = actorsOf(act)
  if (topic.sport) return actors.every(actor => !actor.sectors.some(sector => political.has(sector)))
  return actors.length > 0 && actors.every(isPrivate)
}

function isPrivate(actor: Actor): boolean {
  const main = actor.sectors[0]
  if (actor.kind === "person") return main === undefined || ownAffairs.has(main)
  return (
    main !== undefined &&
    main !== "CVL" &&
    main !== "SOC" &&
    main !== "JRN" &&
    main !== "CRM" &&
    ownAffairs.has(main) &&
    actor.kind !== "state"
  )
}

/** Does a state, an armed body or an international organisation act on another of another country? */
export function isBetweenPowers({source, target}: Slots): boolean {
  return source.some(({actor}) => isPower(actor) && target.some(other => isPower(other.actor) && other.actor.country !== actor.country))
}

function isPower(actor: Actor): boolean {
  return (
    actor.kind === "state" ||
    (actor.country !== null && actor.sectors.some(sector => sector === "GOV" || sector === "MIL" || sector === "REB")) ||
    /^(?:IGO|UNO|EUR)$/.test(actor.country ?? "")
  )
}

/**
 * An everyday crime, its investigation or its punishment: the sentence names such an offence, and nobody of public life but police and courts takes part, in
 * an article without armed men or bombs.
 */
export function isEverydayCrime(act: Act, words: Words, topic: Topic): boolean {
  if (!legal.has(act.type) || topic.conflict) return false
  return actorsOf(act).every(actor => isApolitical(actor) || isOfficer(actor)) && namesOffence(words, act.row)
}

/** Those an article shows as suspects or victims of an everyday crime: what police and courts do to them later in it is no politics either. */
export function isSuspect(act: Act, suspects: ReadonlySet<string>): boolean {
  return legal.has(act.type) && act.slots.target.length > 0 && act.slots.target.every(({actor}) => suspects.has(actor.id))
}

function actorsOf(act: Act): Actor[] {
  return [...act.slots.source, ...act.slots.target].map(filler => filler.actor)
}

function isApolitical(actor: Actor): boolean {
  return (
    actor.kind !== "state" &&
    actor.kind !== "government" &&
    !actor.sectors.some(sector => political.has(sector) || sector === "JRN" || sector === "ELI")
  )
}

function isOfficer(actor: Actor): boolean {
  return actor.sectors[0] !== undefined && everyday.has(actor.sectors[0])
}

function namesOffence(words: Words, row: number): boolean {
  const sentence = words.sentence[row]
  let first = row
  while (first > 0 && words.sentence[first - 1] === sentence) first--
  for (let at = first; at < words.length && words.sentence[at] === sentence; at++) if (classOf(words, at) === "crime") return true
  return false
}
