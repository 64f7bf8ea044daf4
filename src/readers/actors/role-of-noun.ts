import type {Words} from "../../document/words.js"
import {type Role, type RoleBook, roleOf} from "./roles.js"
import {wordKey} from "./titles.js"

/** Rows of the words that stand right before a noun and modify it. */
function modifierRows(words: Words, head: number): number[] {
  const rows: number[] = []
  for (
    let row = head - 1;
    row >= 0 && head - row <= 3 && words.head[row]! === head && ["compound", "amod", "flat"].includes(words.deprel[row]!);
    row--
  )
    rows.unshift(row)
  return rows
}

/** The role a noun names with the words before it: by lemma, in the user's dictionary also by the words as they stand. */
export function roleAt(words: Words, row: number, roles: RoleBook): Role | null {
  const isHyphened = row > 1 && words.form(row - 1) === "-" && words.head[row - 2] === row
  const key = isHyphened ? `${wordKey(words, row - 2)}-${wordKey(words, row)}` : wordKey(words, row)
  const office = roleWithOf(words, row, key, roles)
  if (office) return office
  const before = isHyphened ? [] : modifierRows(words, row)
  const keys = before.map(other => wordKey(words, other))
  const forms = before.map(other => words.form(other).toLowerCase())
  const asWritten = keys.length > 0 ? roleOf([...forms, key], roles) : null
  if (asWritten?.phrase.includes(" ")) return asWritten
  return (
    (isHyphened ? null : roleOf([...keys, words.form(row).toLowerCase()], roles)) ??
    roleOf([...keys, key], roles) ??
    (key.length > 4 && key.endsWith("s") && words.xpos[row] === "NNS" ? roleOf([...keys, key.slice(0, -1)], roles) : null)
  )
}

/** "secretary of defense", "chief of the police": an office of several words that the table has as a whole. */
function roleWithOf(words: Words, row: number, key: string, roles: RoleBook): Role | null {
  if (row + 2 >= words.length || words.form(row + 1).toLowerCase() !== "of") return null
  const after = [2, 3, 4].flatMap(step => (row + step < words.length ? [words.form(row + step).toLowerCase()] : []))
  for (let size = after.length; size > 0; size--) {
    const role = roles.get(`${key} of ${after.slice(0, size).join(" ")}`)
    if (role) return role
  }
  return null
}
