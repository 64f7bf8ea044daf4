import type {Actor} from "../record/actor.js"
import type {Book} from "./book.js"

/** The name under which an actor is the same across articles: the register's row, the Wikidata item, or kind, country and name. */
export function actorKey(actor: Actor): string {
  if (actor.link.register) return `register:${actor.link.register}`
  if (actor.link.wikidata) return `wikidata:${actor.link.wikidata}`
  return `${actor.kind}:${actor.country ?? ""}:${actor.name.toLowerCase()}`
}

/** Finds or makes the actor across articles; gives its number. */
export function numberOfActor({database}: Book, actor: Actor): number {
  const key = actorKey(actor)
  const known = database.first<{number: number}>("SELECT number FROM who WHERE key = ?", [key])
  if (known) return known.number
  return database.run("INSERT INTO who (key, name, kind, country, code, sector, wikidata) VALUES (?, ?, ?, ?, ?, ?, ?)", [
    key,
    actor.name,
    actor.kind,
    actor.country,
    actor.code,
    actor.sectors[0] ?? null,
    actor.link.wikidata,
  ])
}
