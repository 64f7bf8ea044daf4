/** Sectors of offices that are left behind: their former holders are of the elite, in PLOVER's words. */
const ofOffice = new Set(["GOV", "LEG", "JUD", "MIL", "COP", "SPY"])

/** The sectors of an office that is no longer held. */
export function sectorsAfter(sectors: readonly string[]): readonly string[] {
  return sectors.some(sector => ofOffice.has(sector)) ? ["ELI"] : sectors
}
