import type {Words} from "../../document/words.js"
import type {Belonging} from "./country.js"
import {namesIn} from "./known-names.js"
import {isPastWord} from "./modifiers.js"
import {sectorsAfter} from "./past-offices.js"
import type {NameContext} from "./personal-names.js"
import {type Role, type RoleBook, roleOf} from "./roles.js"
import {type Title, wordKey} from "./titles.js"

/** What the title says, unless the office is weak or takes the capacity of the body it belongs to: "Boko Haram leader". */
export function sectorsOfTitle(title: Title | null, belonging: Belonging | null, context: NameContext): readonly string[] {
  const sectors = sectorsInOffice(title, belonging, context)
  return title && isPastOffice(context.words, title) ? sectorsAfter(sectors) : sectors
}

/** "former Osaka Governor": a word of the title says so. */
function isPastOffice(words: Words, title: Title): boolean {
  const {first, last} = words.rowsIn(title)
  for (let row = first; row < last; row++) if (isPastWord(words, row)) return true
  return false
}

function sectorsInOffice(title: Title | null, belonging: Belonging | null, {words, roles, known}: NameContext): readonly string[] {
  const role = title?.role
  const inherited = belonging?.sectors ?? []
  if (!role || role.sectors.length === 0 || role.weak || (role.ofBody && inherited.length > 0)) return inherited
  return role.ofBody ? sectorsBefore(role, title, {words, roles, known}) : role.sectors
}

/** "Council chairman", "Congress leader": what the words before the office say; nothing where they name a body that nobody knows: "Kyoto Animation President". */
function sectorsBefore(
  role: Role,
  title: Title,
  {words, roles, known}: {words: Words; roles: RoleBook; known: NameContext["known"]},
): readonly string[] {
  const {first, last} = words.rowsIn(title)
  const rows = Array.from({length: last - first}, (_, index) => first + index).slice(0, -role.phrase.split(" ").length)
  const body = roleOf(
    rows.map(row => wordKey(words, row)),
    roles,
  )
  if (body && body.number !== "person") return body.sectors
  if (role.sectors[0] !== "GOV") return role.sectors
  const isUnknown = (row: number) =>
    words.upos[row] === "PROPN" && namesIn(known, {start: words.start[row]!, end: words.end[row]!}).length === 0
  return rows.some(row => isUnknown(row) && !isRank(words, row, roles)) ? [] : role.sectors
}

/** "Acting President", "Vice President": a capital word that only tells the rank. */
function isRank(words: Words, row: number, roles: RoleBook): boolean {
  const role = roles.get(wordKey(words, row))
  return role !== undefined || words.xpos[row]!.startsWith("JJ") || /^(?:acting|interim|then|ex)$/i.test(words.form(row))
}
