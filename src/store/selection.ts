import {referencesIn} from "../record/emit/references.js"
import {type Reading, type RecordType, recordTypes} from "../record/reading.js"

/** Some records of the book: those of a list that somebody has narrowed down. */
export interface Selection {
  /** The kinds of records that were asked for; null for whole articles. */
  readonly types: readonly RecordType[] | null
  /** Hash of an article → kind → ids of its records. Articles that are not named are left out. */
  readonly records: ReadonlyMap<string, ReadonlyMap<RecordType, ReadonlySet<string>>>
}

const types = Object.keys(recordTypes) as RecordType[]

/** A reading with the selected records alone, and those that they refer to, so that no reference leads to nothing. */
export function keepSelected(reading: Reading, selection: Selection): Reading {
  if (selection.types === null) return reading
  const wanted = selection.records.get(reading.document.hash)
  const kept = new Set([...(wanted?.values() ?? [])].flatMap(ids => [...ids]))
  const byId = new Map(types.flatMap(type => reading[type].map(record => [record.id, {record, type}] as const)))
  for (const id of kept) {
    const found = byId.get(id)
    if (found) for (const other of referencesIn(recordTypes[found.type], found.record)) kept.add(other)
  }
  const lists = types.map(type => [type, (reading[type] as readonly {id: string}[]).filter(({id}) => kept.has(id))])
  return {...reading, ...Object.fromEntries(lists)}
}

/** Was this kind of record asked for? Without a selection every kind was. */
export const isAsked = (type: RecordType, selection: Selection | undefined): boolean => !selection?.types || selection.types.includes(type)
