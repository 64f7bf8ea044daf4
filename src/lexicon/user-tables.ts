import {Layer} from "../document/layer.js"

/** A dictionary the user brought: our TSV, or PETRARCH's format as it is. */
export interface UserTable {
  readonly path: string
  readonly text: string
}

/** The users' own dictionaries, in the order given. The same object for every article of a run, so that readers may cache what they make of it. */
export interface UserTables {
  readonly actors: readonly UserTable[]
  readonly agents: readonly UserTable[]
  readonly verbs: readonly UserTable[]
}

/** No dictionaries of one's own: the usual case. */
export const noUserTables: UserTables = {actors: [], agents: [], verbs: []}

/** Given with every document, before the first stage runs. */
export const userTables = new Layer<UserTables>("user-tables")
