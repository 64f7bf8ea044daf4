import {Layer} from "../document/layer.js"

/** A dictionary the user brought: our TSV, or PETRARCH's format as it is. */
export interface UserTable {
  readonly path: string
  readonly text: string
}

/** Which column of data/figures/vague.tsv bounds counts such as "dozens" from below: the words' own least, ACLED's rule or UCDP's. */
export const vagueConventions = ["low", "acled", "ucdp"] as const
export type VagueConvention = (typeof vagueConventions)[number]

/** By which of PLOVER's documents an asked pair is typed where they contradict each other: its CAMEO conversion table or its manual. */
export const pairConventions = ["table", "manual"] as const
export type PairConvention = (typeof pairConventions)[number]

/** The users' own dictionaries and choices, in the order given. The same object for every article of a run, so that readers may cache what they make of it. */
export interface UserTables {
  readonly actors: readonly UserTable[]
  readonly agents: readonly UserTable[]
  readonly verbs: readonly UserTable[]
  /** By default the least that the words can mean. */
  readonly vague?: VagueConvention
  /** By default the table, through which data coded by pair came. */
  readonly pairTypes?: PairConvention
}

/** No dictionaries of one's own: the usual case. */
export const noUserTables: UserTables = {actors: [], agents: [], verbs: []}

/** Given with every document, before the first stage runs. */
export const userTables = new Layer<UserTables>("user-tables")
