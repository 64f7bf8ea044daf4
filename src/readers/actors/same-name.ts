import type {Cast} from "./cast.js"
import {type Cluster, shareName} from "./cluster.js"
import type {Reference} from "./mention.js"

/** The actor met before that a name means: the same entry, the same name, the person's surname, the body's acronym or short form. */
export function byName(reference: Reference, cast: Cast): Cluster | null {
  if (reference.entry && !reference.surnameOnly) {
    const same = cast.find(`entry ${reference.entry.id}`).find(cluster => cluster.entry === reference.entry)
    if (same) return same
  }
  if (reference.form !== "name") return null
  const fits = (cluster: Cluster) => cluster.nameKeys.size > 0 && cluster.admits(reference)
  return (
    cast.find(`name ${reference.key}`).find(cluster => fits(cluster) && cluster.nameKeys.has(reference.key)) ??
    (reference.kind === "person" ? byPersonalName(reference, cast, fits) : byShortName(reference, cast, fits)) ??
    (reference.entry ? (cast.find(`entry ${reference.entry.id}`)[0] ?? null) : null)
  )
}

function byPersonalName(reference: Reference, cast: Cast, fits: (cluster: Cluster) => boolean): Cluster | null {
  const parts = reference.key.split(/[ -]/)
  const labels = [`word ${parts[parts.length - 1]}`, `word ${parts[0]}`]
  return cast.find(...labels).find(cluster => cluster.isPerson && fits(cluster) && cluster.sharesName(reference.key)) ?? null
}

/** "ECOWAS" after its full name, "the Forum" after "Pacific Islands Forum". */
function byShortName(reference: Reference, cast: Cast, fits: (cluster: Cluster) => boolean): Cluster | null {
  const short = reference.key.replaceAll(".", "")
  const isWord = short.length >= 2 && short.length <= 7 && !short.includes(" ")
  const long = isWord ? cast.find(`initials ${short}`).find(cluster => !cluster.isPerson && fits(cluster)) : undefined
  if (long) return long
  const last = reference.key.slice(reference.key.lastIndexOf(" ") + 1)
  const owners = cast
    .find(`word ${last}`)
    .filter(cluster => isBody(cluster) && isBody(reference) && fits(cluster) && endsAlike(cluster, reference.key))
  return owners.length === 1 ? owners[0]! : null
}

function endsAlike(cluster: Cluster, key: string): boolean {
  for (const own of cluster.nameKeys)
    if (own !== key && shareName(own, key) && !own.startsWith(`${key} `) && !key.startsWith(`${own} `)) return true
  return false
}

const isBody = ({kind}: {readonly kind: Cluster["kind"]}): boolean => kind === "organization" || kind === "government"
