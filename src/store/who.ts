import type {Actor} from "../record/actor.js"
import type {Book} from "./book.js"
import type {Cell} from "./driver/database.js"
import {insertRows} from "./insert-rows.js"

/** The name under which an actor is the same across articles: the register's row, the Wikidata item, or kind, country and name. */
export function actorKey(actor: Actor): string {
  if (actor.link.register) return `register:${actor.link.register}`
  if (actor.link.wikidata) return `wikidata:${actor.link.wikidata}`
  return `${actor.kind}:${actor.country ?? ""}:${actor.name.toLowerCase()}`
}

/** Finds or makes the actors of a reading across articles: id in the reading → number. */
export function numbersOfActors(book: Book, actors: readonly Actor[]): Map<string, number> {
  const keys = new Map(actors.map(actor => [actor.id, actorKey(actor)]))
  const numbers = numbersOfKeys(book, [...new Set(keys.values())])
  let last = numbers.size < keys.size ? lastNumber(book) : 0
  const fresh: Cell[][] = []
  for (const actor of actors) {
    const key = keys.get(actor.id)!
    if (numbers.has(key)) continue
    numbers.set(key, ++last)
    fresh.push([last, key, actor.name, actor.kind, actor.country, actor.code, actor.sectors[0] ?? null, actor.link.wikidata])
  }
  insertRows(book, "who (number, key, name, kind, country, code, sector, wikidata)", fresh)
  return new Map([...keys].map(([id, key]) => [id, numbers.get(key)!]))
}

/** The numbers of the actors that the book knows, by key. */
export function numbersOfKeys({database}: Book, keys: readonly string[]): Map<string, number> {
  const rows = database.all<{key: string; number: number}>("SELECT key, number FROM who WHERE key IN (SELECT value FROM json_each(?))", [
    JSON.stringify(keys),
  ])
  return new Map(rows.map(({key, number}) => [key, number]))
}

const lastNumber = ({database}: Book): number => database.first<{last: number}>("SELECT coalesce(max(number), 0) AS last FROM who")!.last
