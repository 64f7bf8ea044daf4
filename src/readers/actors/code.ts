import {readTable} from "../../lexicon/table.js"
import type {Cluster} from "./cluster.js"
import {isWithin} from "./on-date.js"
import type {Entry} from "./register.js"
import type {Role} from "./roles.js"

let loaded: ReadonlyMap<string, string> | null = null

/** CAMEO role codes by PLOVER sector. */
function roleCodes(): ReadonlyMap<string, string> {
  loaded ??= new Map(readTable("actors/sector-codes.tsv").map(row => [row.sector!, row.cameo!]))
  return loaded
}

/** The CAMEO actor code of a cluster: the country and role of its capacity joined, as RUSGOV; null when neither is known. */
export function cameoCode(
  cluster: Cluster,
  {country, sectors}: {readonly country: string | null; readonly sectors: readonly string[]},
  day: string | null,
): string | null {
  const own = ownCode(cluster, day)
  if (own) return own
  if (cluster.entry?.kind === "organization" && cluster.entry.cameo) return cluster.entry.cameo
  if (cluster.entry?.kind === "state") return cluster.entry.cameo
  const role = cluster.references.find(reference => reference.role?.cameo)?.role
  const isStateless = sectors.length === 0 && /^(?:IGO|UNO|NGO)$/.test(country ?? "")
  const suffix = isStateless ? "" : ((sectors[0] && roleCodes().get(sectors[0])) ?? role?.cameo ?? "")
  const code = `${country ?? ""}${suffix === country ? "" : suffix}`
  return code === "" ? null : code
}

/** The code that the user's own dictionaries give: the name's on that day, or the owner's with the agent's joined to it. */
function ownCode(cluster: Cluster, day: string | null): string | null {
  const named = cluster.entry ? codeOn(cluster.entry, day) : null
  if (named) return named
  const reference = cluster.references.find(other => other.role?.own)
  const owner = reference?.owner ?? cluster.references.find(other => other.owner)?.owner ?? null
  const base = owner ? (codeOn(owner, day) ?? owner.cameo) : ""
  if (reference?.role) return joinCodes(base, reference.role)
  return owner && owner.own.length > 0 ? base : null
}

/** Country and agent in the dictionary's order; what the country's code says already is not said twice. */
function joinCodes(base: string, role: Role): string {
  if (base.endsWith(role.cameo)) return base
  return role.own === "before" ? `${role.cameo}${base}` : `${base}${role.cameo}`
}

/** A code restricted to days that hold this one comes before an unrestricted one. */
function codeOn(entry: Entry, day: string | null): string | null {
  const dated = day === null ? undefined : entry.own.find(code => (code.from !== "" || code.to !== "") && isWithin(day, code.from, code.to))
  return (
    (dated ?? entry.own.find(code => code.from === "" && code.to === "") ?? entry.own.find(code => isWithin(day, code.from, code.to)))
      ?.code ?? null
  )
}
