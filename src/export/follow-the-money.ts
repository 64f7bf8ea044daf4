import {createHash} from "node:crypto"
import {hashText} from "../assemble.js"
import {readTable} from "../lexicon/table.js"
import type {Actor} from "../record/actor.js"
import type {Reading} from "../record/reading.js"
import type {Book} from "../store/book.js"
import {type Days, eachReading} from "../store/readings.js"
import {actorKey} from "../store/who.js"
import {hasSelected} from "./dyads.js"
import type {Exporter} from "./exporter.js"
import {type Spoken, wordsFor} from "./words.js"

type Properties = Readonly<Record<string, readonly (string | null | undefined)[]>>

/** Our kind of actor → FollowTheMoney's schema. */
const schemata = {
  person: "Person",
  state: "PublicBody",
  government: "PublicBody",
  organization: "Organization",
  group: "Organization",
  place: "Address",
  other: "LegalEntity",
} as const

/** FollowTheMoney entities, one a line: articles, actors, mentions and events. Offsets (code points) stand in an event's `notes`, and end a mention's id (`…-120-134`), since the schema of mentions has no field for them. */
export const followTheMoneyExporter: Exporter = {
  name: "ftm",
  summary: "FollowTheMoney entities, one a line",
  mediaType: "application/x-ndjson",
  ending: ".ftm.jsonl",
  holds: ["articles", "events", "actors"],
  write: writeEntities,
}

async function* writeEntities(book: Book, options: Days): AsyncGenerator<string> {
  for await (const {reading} of eachReading(book, options)) {
    const words = wordsFor(reading)
    yield articleEntity(reading)
    for (const actor of reading.actors) {
      if (!actor.mentions.some(mention => mention.form !== "pronoun")) continue
      yield actorEntity(actor)
      if (actor.kind === "place") continue
      for (const mention of actor.mentions) if (mention.form === "name") yield mentionEntity({reading, actor, words}, mention)
    }
    for (const event of reading.events) if (event.status === "actual" || hasSelected(options)) yield eventEntity(reading, event, words)
  }
}

function entity(id: string, schema: string, properties: Properties): string {
  const kept = Object.entries(properties).map(
    ([name, values]) => [name, values.filter(value => value !== null && value !== undefined && value !== "")] as const,
  )
  return `${JSON.stringify({id, schema, properties: Object.fromEntries(kept.filter(([, values]) => values.length > 0))})}\n`
}

const loaded = new Map<string, ReadonlyMap<string, string>>()

/** A table of codes, read at its first use. */
function codes(file: string, from: string, to: string): ReadonlyMap<string, string> {
  const table = loaded.get(file) ?? new Map(readTable(file).map(row => [row[from]!, row[to]!]))
  loaded.set(file, table)
  return table
}

/** FollowTheMoney names states by ISO 3166 alpha-2 in small letters; what is no state has no country there. */
const countryOf = ({country}: Actor): string | undefined =>
  codes("places/countries.tsv", "iso3", "iso2")
    .get(country ?? "")
    ?.toLowerCase()

const articleId = (reading: Reading): string => reading.document.hash

/** One id for one schema: an actor that stands for itself here and for a mere place there is two entities, for an address is no legal entity. */
const actorId = (actor: Actor): string => hashText(`${actor.kind === "place" ? "place " : ""}${actorKey(actor)}`).slice(0, 40)

function articleEntity(reading: Reading): string {
  const {title, author, publisher, origin, language, published, text = ""} = reading.document
  const url = origin && /^https?:/.test(origin) ? origin : null
  return entity(articleId(reading), "Article", {
    title: [title],
    author: [author],
    publisher: [publisher],
    sourceUrl: [url],
    language: [codes("language/languages.tsv", "code", "code3").get(language ?? "")],
    publishedAt: [published.from],
    bodyText: [text],
    contentHash: [createHash("sha1").update(text, "utf8").digest("hex")],
  })
}

function actorEntity(actor: Actor): string {
  const names = actor.kind === "place" ? {full: [actor.name]} : {name: [actor.name]}
  const roles = actor.kind === "person" ? {position: actor.roles.map(role => role.title)} : {}
  return entity(actorId(actor), schemata[actor.kind], {...names, ...roles, country: [countryOf(actor)], wikidataId: [actor.link.wikidata]})
}

function mentionEntity(
  {reading, actor, words}: {reading: Reading; actor: Actor; words: Spoken},
  mention: Actor["mentions"][number],
): string {
  const id = `${articleId(reading).slice(0, 20)}-${actor.id}-${mention.start}-${mention.end}`
  const resolved = actorId(actor)
  return entity(id, "Mention", {
    name: [words.of(mention)],
    document: [articleId(reading)],
    resolved: [resolved],
    detectedSchema: [schemata[actor.kind]],
  })
}

function eventEntity(reading: Reading, event: Reading["events"][number], words: Spoken): string {
  const find = (ids: readonly string[]): string[] =>
    ids
      .map(id => reading.actors.find(actor => actor.id === id))
      .filter(actor => actor !== undefined && actor.kind !== "place")
      .map(actor => actorId(actor!))
  const name = [words.names(event.source), event.mode ? `${event.type}/${event.mode}` : event.type, words.names(event.target)]
    .filter(part => part)
    .join(" ")
  const evidence = event.evidence[0] ?? event.trigger
  return entity(`${articleId(reading).slice(0, 20)}-${event.id}`, "Event", {
    name: [name],
    startDate: [event.when.from],
    endDate: [event.when.to],
    location: [words.place(event.where)],
    organizer: find(event.source),
    involved: find(event.target),
    summary: [words.of(evidence)],
    proof: [articleId(reading)],
    notes: [`characters ${evidence.start} to ${evidence.end}; CAMEO ${event.cameo}`],
  })
}
