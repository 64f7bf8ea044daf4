import {readTable, splitCell} from "../../lexicon/table.js"

/** A capacity that a noun phrase gives its referent: "foreign minister", "rebel", "court". */
export interface Role {
  readonly phrase: string
  readonly sectors: readonly string[]
  readonly cameo: string
  readonly number: "person" | "group" | "institution"
  /** Beside a country it means the government or its forces: "Syrian government". */
  readonly needsCountry: boolean
  /** A loaded word that stays the speaker's label: "the extremists". */
  readonly label: boolean
  /** Gives way to any better capacity beside it: "leader" in "opposition leader". */
  readonly weak: boolean
  /** Takes the capacity of the body it belongs to: "Boko Haram commander", "party official". */
  readonly ofBody: boolean
  /** Not of the country that has them: "Syria's allies", "enemies of Iran". */
  readonly outside: boolean
  /** Of no country unless one is named: "a diplomat", "donors". */
  readonly abroad: boolean
  /** A state's name before it is what it looks after, not whose it is: "China expert", "Syria envoy". */
  readonly beat: boolean
  /** Before another office it tells only the rank: "deputy director". */
  readonly rank: boolean
  /** From the user's own dictionary: its code is joined to the country's code as it is, before it when `before`. */
  readonly own: "after" | "before" | null
}

/** Roles by phrase, lower case. */
export type RoleBook = ReadonlyMap<string, Role>

let loaded: RoleBook | null = null

/** The roles of data/actors/roles.tsv by phrase, lower case. */
export function loadRoles(): RoleBook {
  loaded ??= new Map(readTable("actors/roles.tsv").map(row => [row.phrase!.toLowerCase(), toRole(row)]))
  return loaded
}

/** The role of the longest phrase, of at most four words, that ends these lower-cased words; null when the book has none. */
export function roleOf(lemmas: readonly string[], roles: RoleBook): Role | null {
  for (let size = Math.min(4, lemmas.length); size > 0; size--) {
    const role = roles.get(lemmas.slice(-size).join(" "))
    if (role) return role
  }
  return null
}

function toRole(row: Readonly<Record<string, string>>): Role {
  const notes = row.notes ?? ""
  return {
    phrase: row.phrase!.toLowerCase(),
    sectors: splitCell(row.sector),
    cameo: row.cameo ?? "",
    number: (row.number || "person") as Role["number"],
    needsCountry: row.heads === "1",
    label: notes.includes("label"),
    weak: notes.includes("weak"),
    outside: notes.includes("outside"),
    ofBody: notes.includes("body"),
    abroad: notes.includes("abroad"),
    beat: notes.includes("beat"),
    rank: notes.includes("rank"),
    own: null,
  }
}
