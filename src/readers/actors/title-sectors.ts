import type {Words} from "../../document/words.js"
import type {Belonging} from "./country.js"
import type {NameContext} from "./personal-names.js"
import {type Role, type RoleBook, roleOf} from "./roles.js"
import {type Title, wordKey} from "./titles.js"

/** What the title says, unless the office is weak or takes the capacity of the body it belongs to: "Boko Haram leader". */
export function sectorsOfTitle(title: Title | null, belonging: Belonging | null, {words, roles}: NameContext): readonly string[] {
  const role = title?.role
  const inherited = belonging?.sectors ?? []
  if (!role || role.sectors.length === 0 || role.weak || (role.ofBody && inherited.length > 0)) return inherited
  return role.ofBody && role.sectors[0] === "GOV"
    ? sectorsBefore(role, title, {words, roles, country: belonging?.country ?? null})
    : role.sectors
}

/** "Council chairman", "Congress leader": what the words before the office say; nothing where they name a body that nobody knows. */
function sectorsBefore(
  role: Role,
  title: Title,
  {words, roles, country}: {words: Words; roles: RoleBook; country: string | null},
): readonly string[] {
  const {first, last} = words.rowsIn(title)
  const rows = Array.from({length: last - first}, (_, index) => first + index).slice(0, -role.phrase.split(" ").length)
  const body = roleOf(
    rows.map(row => wordKey(words, row)),
    roles,
  )
  if (body && body.number !== "person" && body.sectors.length > 0) return body.sectors
  return country === null && rows.some(row => words.upos[row] === "PROPN") ? [] : role.sectors
}
