import {overlaps, type Span} from "../../document/span.js"
import {SpanIndex} from "../../document/span-index.js"
import type {Stage} from "../../document/stage.js"
import type {Words} from "../../document/words.js"
import {childBy} from "../../language/clause.js"
import {words} from "../../language/layers.js"
import {headRow} from "../../language/noun-phrase.js"
import type {Actor, Mention, Quote} from "../../record/all.js"
import {actors, quotes, speech} from "../../record/layers.js"
import {isDocument} from "./source.js"

/** Gives every quote its speaker, the body spoken for and the addressee, as actors. */
export const resolveQuotes: Stage<readonly Quote[]> = {
  name: "quotes",
  version: 2,
  needs: [words, speech, actors],
  gives: quotes,
  run: doc => {
    const table = doc.get(words)
    const cast = new Cast(doc.get(actors), table)
    const speakers = new Map<string, string>()
    return doc.get(speech).map(quote => {
      const speaker = (quote.source && speakerOf(quote.source, cast, table)) ?? cast.byId(speakers.get(quote.utterance))
      if (speaker) speakers.set(quote.utterance, speaker.id)
      return {
        ...quote,
        speaker: speaker?.id ?? null,
        onBehalfOf: bodyOf(speaker, quote.source, {cast, text: doc.text}),
        addressee: addresseeOf(quote, {cast, table}),
      }
    })
  },
}

/** A mention with its actor and the row of its head. */
interface Placed extends Span {
  readonly actor: Actor
  readonly mention: Mention
  readonly head: number
}

/** The actors of a text, by id and by where they are mentioned. */
class Cast {
  private readonly ids: ReadonlyMap<string, Actor>
  private readonly places: SpanIndex<Placed>

  constructor(cast: readonly Actor[], table: Words) {
    this.ids = new Map(cast.map(actor => [actor.id, actor]))
    this.places = new SpanIndex(
      cast.flatMap(actor =>
        actor.mentions.map(mention => ({start: mention.start, end: mention.end, actor, mention, head: headRow(table, mention)})),
      ),
    )
  }

  byId(id: string | undefined): Actor | null {
    return (id !== undefined && this.ids.get(id)) || null
  }

  within(span: Span): readonly Placed[] {
    return this.places.overlapping(span)
  }
}

/** The actor whose mention fills a span best; a person's name counts for more. With `most`, it must fill at least half of the span. */
function actorAt(cast: Cast, span: Span, most = false): Actor | null {
  let best: {actor: Actor; score: number} | null = null
  for (const {actor, mention} of cast.within(span)) {
    if (mention.form === "demonym") continue
    const shared = Math.min(mention.end, span.end) - Math.max(mention.start, span.start)
    if (most && 2 * shared < span.end - span.start) continue
    const away = Math.abs(mention.start - span.start) + Math.abs(mention.end - span.end)
    const score = away - (actor.kind === "person" && mention.form === "name" ? 60 : 0)
    if (!best || score < best.score) best = {actor, score}
  }
  return best?.actor ?? null
}

/**
 * Who the words of a source name: the actor of their head; for a document or spokesperson ("a statement from Moscow", "its spokesman") the body named
 * with it; for "who" the noun before. Nobody rather than somebody who is only mentioned in passing ("a delegate from Funafuti").
 */
function speakerOf(source: Span, cast: Cast, table: Words): Actor | null {
  const headed = actorHeaded(cast, table, source)
  if (headed) return headed
  const head = headRow(table, source)
  if (/^(?:who|which|that)$/i.test(table.form(head))) return antecedentOf(head, cast, table)
  return actorAt(cast, source, !(isDocument(table.lemma[head]!) || speaksFor.test(table.form(head))))
}

const speaksFor = /spokes(?:man|woman|person|people|men|women)|press (?:secretary|office)|communications director|mouthpiece/i

function antecedentOf(row: number, cast: Cast, table: Words): Actor | null {
  for (let at = row, steps = 0; at >= 0 && steps < 5; at = table.head[at]!, steps++) {
    const noun = table.head[at]!
    if (table.deprel[at] === "acl:relcl" && noun >= 0) return actorHeaded(cast, table, {start: table.start[noun]!, end: table.end[noun]!})
  }
  return null
}

/** The actor whose mention has the same head word; a name beside a title ("spokesman Alexander Lukashevich") counts as its head. */
function actorHeaded(cast: Cast, table: Words, span: Span): Actor | null {
  const head = headRow(table, span)
  const rows = new Set([head, ...table.childrenOf(head).filter(child => /^(?:flat|appos)/.test(table.deprel[child]!))])
  const found = cast.within(span).filter(({mention, head: own}) => mention.form !== "demonym" && rows.has(own))
  return (found.find(({actor, mention}) => actor.kind === "person" && mention.form === "name") ?? found[0])?.actor ?? null
}

/** A spokesperson speaks for the body that their title names here, else for the body they belong to. */
function bodyOf(speaker: Actor | null, source: Span | null, {cast, text}: {cast: Cast; text: string}): string | null {
  const titled = source !== null && speaksFor.test(text.slice(source.start, source.end))
  if (!titled && !speaker?.roles.some(role => speaksFor.test(role.title))) return null
  const named = titled ? bodyNamedIn(source, speaker, cast) : null
  return named ?? speaker?.memberOf.find(id => cast.byId(id) !== null) ?? null
}

/** The longest mention inside a source of a body other than the speaker. */
function bodyNamedIn(source: Span, speaker: Actor | null, cast: Cast): string | null {
  let best: {id: string; size: number} | null = null
  const named = cast.within(source)
  const own = new Set(named.flatMap(({actor, mention}) => (mention.form === "name" && isPartOf(actor, speaker) ? [actor] : [])))
  for (const {actor, mention} of named) {
    if (actor.id === speaker?.id || own.has(actor) || mention.end > source.end) continue
    const size = mention.end - mention.start - (mention.form === "demonym" ? 100 : 0)
    if (!best || size > best.size) best = {id: actor.id, size}
  }
  return best?.id ?? null
}

/** "Lukashevich" beside "Alexander Lukashevich": the speaker's own name again. */
function isPartOf(actor: Actor, speaker: Actor | null): boolean {
  return actor.kind === "person" && speaker?.kind === "person" && speaker.name.includes(actor.name)
}

function addresseeOf(quote: Quote, {cast, table}: {cast: Cast; table: Words}): string | null {
  if (!quote.cue) return null
  const row = table.indexAt(quote.cue.start)
  const object = childBy(table, row, "iobj", "obj")
  if (object < 0) return null
  const span = {start: table.start[object]!, end: table.end[object]!}
  return quote.content.some(content => overlaps(content, span)) ? null : (actorAt(cast, span)?.id ?? null)
}
