import {overlaps, type Span} from "../../document/span.js"
import type {Stage} from "../../document/stage.js"
import type {Words} from "../../document/words.js"
import {childBy} from "../../language/clause.js"
import {words} from "../../language/layers.js"
import {headRow} from "../../language/noun-phrase.js"
import type {Actor, Quote} from "../../record/all.js"
import {actors, quotes, speech} from "../../record/layers.js"

/** Gives every quote its speaker, the body spoken for and the addressee, as actors. */
export const resolveQuotes: Stage<readonly Quote[]> = {
  name: "quotes",
  version: 1,
  needs: [words, speech, actors],
  gives: quotes,
  run: doc => {
    const cast = doc.get(actors)
    const table = doc.get(words)
    const speakers = new Map<string, string>()
    return doc.get(speech).map(quote => {
      const speaker = (quote.source && (actorHeaded(cast, table, quote.source) ?? actorAt(cast, quote.source))) ?? actorById(cast, speakers.get(quote.utterance))
      if (speaker) speakers.set(quote.utterance, speaker.id)
      return {...quote, speaker: speaker?.id ?? null, onBehalfOf: bodyOf(speaker, cast), addressee: addresseeOf(quote, {cast, table})}
    })
  },
}

/** The actor whose mention a span names: the mention that begins last inside it wins among names ("spokesman Alexander Lukashevich"). */
function actorAt(cast: readonly Actor[], span: Span): Actor | null {
  let best: {actor: Actor; score: number} | null = null
  for (const actor of cast) {
    for (const mention of actor.mentions) {
      if (!overlaps(mention, span) || mention.form === "demonym") continue
      const score = Math.abs(mention.start - span.start) + Math.abs(mention.end - span.end) - (actor.kind === "person" && mention.form === "name" ? 60 : 0)
      if (!best || score < best.score) best = {actor, score}
    }
  }
  return best?.actor ?? null
}

/** The actor whose mention has the same head word; a name beside a title ("spokesman Alexander Lukashevich") counts as its head. */
function actorHeaded(cast: readonly Actor[], table: Words, span: Span): Actor | null {
  const head = headRow(table, span)
  const rows = new Set([head, ...table.childrenOf(head).filter(child => /^(?:flat|appos)/.test(table.deprel[child]!))])
  const found = cast.flatMap(actor => actor.mentions.filter(mention => mention.form !== "demonym" && overlaps(mention, span) && rows.has(headRow(table, mention))).map(mention => ({actor, mention})))
  return (found.find(({actor, mention}) => actor.kind === "person" && mention.form === "name") ?? found[0])?.actor ?? null
}

function actorById(cast: readonly Actor[], id: string | undefined): Actor | null {
  return cast.find(actor => actor.id === id) ?? null
}

/** A spokesperson speaks for the body they belong to. */
function bodyOf(speaker: Actor | null, cast: readonly Actor[]): string | null {
  if (!speaker?.roles.some(role => /spokes|press secretary|speaking for/i.test(role.title))) return null
  return speaker.memberOf.find(id => cast.some(actor => actor.id === id)) ?? null
}

function addresseeOf(quote: Quote, {cast, table}: {cast: readonly Actor[]; table: Words}): string | null {
  if (!quote.cue) return null
  const row = table.indexAt(quote.cue.start)
  const object = childBy(table, row, "iobj", "obj")
  if (object < 0) return null
  const span = {start: table.start[object]!, end: table.end[object]!}
  return quote.content.some(content => overlaps(content, span)) ? null : (actorAt(cast, span)?.id ?? null)
}
