import type {Words} from "../../document/words.js"
import {caseOf, childrenBy} from "../../language/clause.js"
import {readTable} from "../../lexicon/table.js"
import {isWhereabouts} from "./owners-of-offices.js"
import {roleAt} from "./role-of-noun.js"
import type {Role, RoleBook} from "./roles.js"
import {wordKey} from "./titles.js"

/** A weak role ("spokesman") or one of a body ("leader") takes its sector from its modifiers ("opposition") or from the body it belongs to ("Houthi"). */
export function sectorsOf(
  words: Words,
  row: number,
  {role, inherited, roles}: {role: Role | null; inherited: readonly string[]; roles: RoleBook},
): readonly string[] {
  if (role && !role.weak && !role.ofBody && role.sectors.length > 0) return role.sectors
  const own = row - (role?.phrase.split(" ").length ?? 1)
  for (const child of words.childrenOf(row)) {
    if (child > own && child < row) continue
    if (!["compound", "amod", "nmod", "nmod:poss"].includes(words.deprel[child]!) || isWhereabouts(words, child)) continue
    const modifier = roleAt(words, child, roles)
    if (modifier && !modifier.rank && modifier.sectors.length > 0 && modifier.sectors[0] !== "CVL") return modifier.sectors
  }
  if (inherited.length > 0) return inherited
  return role?.ofBody && words.xpos[row] !== "NNS" ? sectorsOfOwner(words, row, {role, roles}) : (role?.sectors ?? [])
}

/** "president of the party's youth wing", "president of the club": the office of a body that has no capacity itself has that of the body's owner, if any. */
function sectorsOfOwner(words: Words, row: number, {role, roles}: {role: Role; roles: RoleBook}): readonly string[] {
  const body = words
    .childrenOf(row)
    .find(child => words.upos[child] === "NOUN" && words.deprel[child] === "nmod" && caseOf(words, child) === "of")
  if (body === undefined || territories().has(wordKey(words, body))) return role.sectors
  const owner = childrenBy(words, body, "nmod:poss", "compound", "amod").map(child => roleAt(words, child, roles))
  return owner.find(other => other !== null && other.sectors.length > 0)?.sectors ?? []
}

let loaded: ReadonlySet<string> | null = null

/** Nouns for what somebody can govern; from data/actors/territory-words.tsv. */
function territories(): ReadonlySet<string> {
  loaded ??= new Set(readTable("actors/territory-words.tsv").map(row => row.noun!))
  return loaded
}
