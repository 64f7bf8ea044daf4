import type {Words} from "../../document/words.js"
import {caseOf} from "../../language/clause.js"
import type {Reference} from "./mention.js"

/** Heads of the bodies that are named and that nobody knows: the register has no entry and the table no capacity for them. */
export function unknownBodies(named: readonly Reference[]): ReadonlySet<number> {
  return new Set(named.flatMap(one => (one.kind === "organization" && one.entry === null && one.role === null ? [one.head] : [])))
}

/** "Innopac's president", "Ana Lobo, vice president, said": of a body that nobody knows. */
export function isOfUnknownBody(words: Words, row: number): boolean {
  const children = words.childrenOf(row)
  const isOwner = (child: number) =>
    words.upos[child] === "PROPN" && /^nmod(?::poss)?$/.test(words.deprel[child]!) && !isWhereabouts(words, child)
  const isBare = words.deprel[row] === "appos" && children.every(child => /^(?:punct|conj|cc|compound)$/.test(words.deprel[child]!))
  return isBare || children.some(isOwner)
}

/** "president of Norwich Union Ltd.": a place inside the body's name makes it no public one. */
export function isOwnedBy(words: Words, row: number, bodies: ReadonlySet<number>): boolean {
  return words
    .childrenOf(row)
    .some(child => bodies.has(child) && /^nmod(?::poss)?$/.test(words.deprel[child]!) && !isWhereabouts(words, child))
}

/** "a teacher in Balakot": where somebody is, not whose they are. */
export function isWhereabouts(words: Words, row: number): boolean {
  return /^(?:in|at|near|outside|inside|around|on|across|throughout)$/.test(caseOf(words, row))
}
