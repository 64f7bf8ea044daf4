import type {Cast} from "./cast.js"
import type {Cluster} from "./cluster.js"
import {tenureOn} from "./on-date.js"

/** Sectors of work that nobody does beside a public office. */
const work = new Set(["BUS", "EDU", "MED", "JRN", "LAB", "AGR", "CRM"])

/** "Zhang Jun, a manager at a software firm" is not the ambassador of that name: takes the register's entry from whoever has other work than its office. */
export function unlinkNamesakes({clusters}: Cast, day: string | null): void {
  for (const cluster of clusters) if (cluster.entry?.kind === "person" && isNamesake(cluster, day)) cluster.entry = null
}

function isNamesake({entry, references}: Cluster, day: string | null): boolean {
  const {tenures} = entry!
  if (tenures.some(({office}) => /^(?:head-of-|monarch)/.test(office))) return false
  if (day !== null && tenureOn(entry!, day)?.former) return false
  const given = references.filter(({role, form}) => role !== null && form !== "pronoun" && !role.weak && !role.ofBody)
  const isElsewhere = given.length > 0 && given.every(({sectors}) => sectors.length > 0 && sectors.every(sector => work.has(sector)))
  return isElsewhere && !tenures.some(tenure => tenure.sectors.some(sector => given.some(({sectors}) => sectors.includes(sector))))
}
