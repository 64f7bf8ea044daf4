import type {Actor} from "../record/actor.js"
import type {Reading} from "../record/reading.js"

/** One actor of an article: who it is, how it is named there, and why it was taken for that. */
export interface CastMember {
  readonly id: string
  readonly name: string
  readonly kind: Actor["kind"]
  readonly country: string | null
  readonly sectors: readonly string[]
  /** CAMEO actor code. */
  readonly code: string | null
  /** Titles in the article, else the office that the register knows for that day. */
  readonly offices: readonly string[]
  /** Names of the actors that it belongs to, and of those that belong to it. */
  readonly memberOf: readonly string[]
  readonly members: readonly string[]
  /** Different wordings, the first first. */
  readonly mentions: readonly {readonly words: string; readonly form: string; readonly count: number}[]
  /** Reasons in words, in the order of the trace. */
  readonly why: readonly string[]
}

/** The cast of an article, in the order of appearance. The reading must hold its text. */
export function castOf(reading: Reading): CastMember[] {
  const characters = Array.from(reading.document.text ?? "")
  const names = new Map(reading.actors.map(actor => [actor.id, actor.name]))
  return reading.actors.map(actor => describe(actor, {characters, names}))
}

interface Around {
  readonly characters: readonly string[]
  readonly names: ReadonlyMap<string, string>
}

function describe(actor: Actor, {characters, names}: Around): CastMember {
  const {id, name, kind, country, sectors, code} = actor
  const nameAll = (ids: readonly string[]): string[] => ids.map(other => names.get(other) ?? other)
  return {
    id,
    name,
    kind,
    country,
    sectors,
    code,
    offices: [...new Set(actor.roles.map(role => role.title))],
    memberOf: nameAll(actor.memberOf),
    members: nameAll(actor.members),
    mentions: countMentions(actor, characters),
    why: actor.trace.map(({rule, gave, span}) => `${span ? `“${cut(characters, span)}”: ` : ""}${rule} → ${gave}`),
  }
}

function countMentions(actor: Actor, characters: readonly string[]): CastMember["mentions"] {
  const counted = new Map<string, {words: string; form: string; count: number}>()
  for (const mention of actor.mentions) {
    const words = cut(characters, mention)
    const key = `${mention.form} ${words}`
    const known = counted.get(key)
    if (known) known.count++
    else counted.set(key, {words, form: mention.form, count: 1})
  }
  return [...counted.values()]
}

const cut = (characters: readonly string[], {start, end}: {start: number; end: number}): string =>
  characters
    .slice(start, end)
    .join("")
    .replace(/\s{1,100}/g, " ")
