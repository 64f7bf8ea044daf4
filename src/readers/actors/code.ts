import {readTable} from "../../lexicon/table.js"
import type {Cluster} from "./cluster.js"

let loaded: ReadonlyMap<string, string> | null = null

/** CAMEO role codes by PLOVER sector. */
function roleCodes(): ReadonlyMap<string, string> {
  loaded ??= new Map(readTable("actors/sector-codes.tsv").map(row => [row.sector!, row.cameo!]))
  return loaded
}

/** The CAMEO actor code of a cluster: country and role joined, as RUSGOV; null when neither is known. */
export function cameoCode(cluster: Cluster, sectors: readonly string[]): string | null {
  if (cluster.entry?.kind === "organization" && cluster.entry.cameo) return cluster.entry.cameo
  if (cluster.entry?.kind === "state") return cluster.entry.cameo
  const role = cluster.references.find(reference => reference.role?.cameo)?.role
  const suffix = (sectors[0] && roleCodes().get(sectors[0])) ?? role?.cameo ?? ""
  const code = `${cluster.country ?? ""}${suffix === cluster.country ? "" : suffix}`
  return code === "" ? null : code
}
