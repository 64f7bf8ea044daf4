import {changesOf, explainRejected} from "./explain-changes.js"
import {sayStep} from "./explain-words.js"
import {Problem} from "./problem.js"
import {lookUpName} from "./readers/actors/lookup.js"
import type {Actor, Event, Quote, TraceStep} from "./record/all.js"
import {type Reading, type RecordType, recordTypes} from "./record/reading.js"

/** Why one record is what it is, in words. */
export interface Explanation {
  readonly id: string
  /** List of the reading that holds it: events, quotes… */
  readonly record: RecordType
  /** The record in one line. */
  readonly says: string
  /** The words it was read from. */
  readonly words: string
  /** What decided, in order. */
  readonly steps: readonly string[]
  /** What was considered and not taken, with the reason. */
  readonly rejected: readonly string[]
  /** What would have made it another record, the smallest change first; each alone, all else as it is. */
  readonly changes: readonly string[]
}

interface Traced {
  readonly id: string
  readonly trace?: readonly TraceStep[]
  readonly start?: number
  readonly end?: number
  readonly evidence?: readonly {readonly start: number; readonly end: number}[]
}

/** Explains a record of a reading that holds its text. Throws `not-found` when there is none of that id. */
export function explainRecord(reading: Reading, id: string): Explanation {
  const {type, record} = findRecord(reading, id)
  const characters = Array.from(reading.document.text ?? "")
  const cut: Cut = span =>
    span
      ? characters
          .slice(span.start, span.end)
          .join("")
          .replace(/\s{1,100}/g, " ")
      : ""
  const trace = record.trace ?? []
  const event = type === "events" ? (record as Event) : null
  return {
    id,
    record: type,
    says: sayRecord(type, record, reading),
    words: cut(placeOf(record)),
    steps: trace.filter(step => !isRejected(step)).map(step => sayStep(step, cut)),
    rejected: [
      ...trace.filter(isRejected).map(step => sayStep(step, cut)),
      ...(event ? explainRejected(event) : []),
      ...(type === "actors" ? namesakesOf(record as Actor, reading) : []),
    ],
    changes: event ? changesOf(event, cut) : [],
  }
}

/** The words of a span; empty for none. */
export type Cut = (span: {readonly start: number; readonly end: number} | null | undefined) => string

/** The list of a reading that an id such as e1 stands in; null when it is no id of a record. */
export function recordTypeOf(id: string): RecordType | null {
  const initials: Readonly<Record<string, RecordType>> = {
    a: "actors",
    e: "events",
    q: "quotes",
    f: "figures",
    t: "times",
    p: "places",
    s: "positions",
    r: "relations",
  }
  return /^[a-z]\d{1,9}$/.test(id) ? (initials[id[0]!] ?? null) : null
}

function findRecord(reading: Reading, id: string): {type: RecordType; record: Traced} {
  for (const type of Object.keys(recordTypes) as RecordType[]) {
    const record = (reading[type] as readonly Traced[]).find(candidate => candidate.id === id)
    if (record) return {type, record}
  }
  throw new Problem("not-found", `The article ${reading.document.id} has no record ${id}. rapporteur show lists what was read from it.`)
}

const isRejected = ({rule}: TraceStep): boolean => rule.startsWith("not taken") || rule.startsWith("less likely")

function placeOf(record: Traced): {start: number; end: number} | null {
  const {start, end, evidence} = record
  if (start !== undefined && end !== undefined) return {start, end}
  const spans = evidence ?? (record as Partial<Actor>).mentions ?? (record as Partial<Quote>).content ?? []
  return spans[0] ?? null
}

function sayRecord(type: RecordType, record: Traced, reading: Reading): string {
  const name = (id: string | null): string => reading.actors.find(actor => actor.id === id)?.name ?? "nobody named"
  if (type === "events") {
    const event = record as Event
    const whom = event.target.length > 0 ? ` → ${event.target.map(name).join(", ")}` : ""
    const code = event.mode ? `${event.type}/${event.mode}` : event.type
    return `${code}, ${event.status}: ${event.source.map(name).join(", ") || "nobody named"}${whom} (${Math.round(event.confidence * 100)} %)`
  }
  if (type === "quotes") return `${(record as Quote).kind} quotation: ${name((record as Quote).speaker)}`
  if (type === "actors") {
    const actor = record as Actor
    return [actor.name, actor.kind, actor.country, ...actor.sectors].filter(Boolean).join(", ")
  }
  const facts = ["kind", "value", "unit", "status", "name", "country", "polarity", "from", "to"]
  return facts
    .map(fact => (record as unknown as Record<string, unknown>)[fact])
    .filter(value => value !== null && value !== undefined)
    .map(value => (/^a\d{1,9}$/.test(String(value)) ? name(String(value)) : String(value)))
    .join(", ")
}

/** Others who bear the actor's name, as the register knows them on the article's day. */
function namesakesOf(actor: Actor, reading: Reading): string[] {
  const day = reading.document.published.to ?? reading.document.published.from
  if (actor.link.register === null) return []
  return lookUpName(actor.name, day)
    .filter(other => other.id !== actor.link.register && other.by !== "part")
    .slice(0, 5)
    .map(other => {
      const office = other.offices.find(held => held.when === "held") ?? other.offices[0]
      const what = office
        ? `${office.title}${office.country ? ` ${office.country}` : ""}, ${office.from || "…"} to ${office.to || "…"}`
        : other.kind
      return `namesake ${other.name} (${what})${other.standing && other.standing !== "present" ? `: ${other.standing} on that day` : ""}`
    })
}
