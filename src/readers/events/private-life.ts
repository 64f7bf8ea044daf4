import type {Words} from "../../document/words.js"
import type {Actor} from "../../record/all.js"
import type {Act} from "./acts.js"
import {hasTrait, isMainly, isPublic} from "./sectors.js"
import {classOf, type Topic} from "./topic.js"

/** What courts, police and offenders do to each other. */
const legal = new Set(["COERCE", "SANCTION", "ACCUSE", "RETREAT", "ASSAULT", "CONCEDE"])

/**
 * An everyday crime, its investigation or its punishment: the sentence names such an offence, and nobody of public life but police and courts takes part, in
 * an article without armed men or bombs.
 */
export function isEverydayCrime(act: Act, words: Words, topic: Topic): boolean {
  if (!legal.has(act.type) || topic.conflict) return false
  return actorsOf(act).every(actor => isApolitical(actor) || isMainly(actor, "officer")) && namesOffence(words, act.row)
}

/** Those an article shows as suspects or victims of an everyday crime: what police and courts do to them later in it is no politics either. */
export function isSuspect(act: Act, suspects: ReadonlySet<string>): boolean {
  return legal.has(act.type) && act.slots.target.length > 0 && act.slots.target.every(({actor}) => suspects.has(actor.id))
}

function actorsOf(act: Act): Actor[] {
  return [...act.slots.source, ...act.slots.target].map(filler => filler.actor)
}

function isApolitical(actor: Actor): boolean {
  return !isPublic(actor) && !hasTrait(actor, "elite")
}

function namesOffence(words: Words, row: number): boolean {
  const sentence = words.sentence[row]
  let first = row
  while (first > 0 && words.sentence[first - 1] === sentence) first--
  for (let at = first; at < words.length && words.sentence[at] === sentence; at++) if (classOf(words, at) === "crime") return true
  return false
}
