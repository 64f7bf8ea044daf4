import type {RecordType} from "../record/reading.js"

/** What a form of export can hold: records of some kinds, or articles as wholes. */
export type Held = RecordType | "articles"

/** For forms that can hold everything. */
export const everyKind: readonly Held[] = ["articles", "events", "quotes", "figures", "positions", "actors", "places", "times", "relations"]
