import {holds, plainSpan, type Span} from "../../document/span.js"
import {SpanIndex} from "../../document/span-index.js"
import type {Words} from "../../document/words.js"
import {auxiliariesOf, caseOf, childBy, childrenBy, isNegated, patientOf} from "../../language/clause.js"
import {headRow, nounPhraseSpan, subtreeRows} from "../../language/noun-phrase.js"
import type {Actor, Event, Position, Quote} from "../../record/all.js"
import {type Leaning, positionTables} from "./tables.js"

export type Draft = Omit<Position, "id">

/** The layers that positions are read from, and the actor whose mention is headed by a row. */
export interface Context {
  readonly words: Words
  readonly actors: readonly Actor[]
  readonly events: readonly Event[]
  readonly quotes: readonly Quote[]
  /** Actors that are persons or groups of them. */
  readonly people: ReadonlySet<string>
  /** People who are never named. */
  readonly unnamed: ReadonlySet<string>
  /** Triggers of events by place. */
  readonly eventsAt: SpanIndex<Span & {readonly event: Event}>
  /** Cues and contents of quotes by place. */
  readonly quotesAt: SpanIndex<QuotePart>
  /** The actor named, described or meant by the phrase that this row heads; null for nobody. */
  actorAt(row: number): string | null
}

/** A cue or a piece of content with its quote. */
export interface QuotePart extends Span {
  readonly quote: Quote
  readonly isCue: boolean
}

/** The triggers and the parts of quotes by place. */
export function partsByPlace(events: readonly Event[], quotes: readonly Quote[]): Pick<Context, "eventsAt" | "quotesAt"> {
  const parts = quotes.flatMap(quote => [
    ...(quote.cue ? [{...plainSpan(quote.cue), quote, isCue: true}] : []),
    ...quote.content.map(content => ({...plainSpan(content), quote, isCue: false})),
  ])
  return {
    eventsAt: new SpanIndex(events.map(event => ({...plainSpan(event.trigger), event}))),
    quotesAt: new SpanIndex(parts),
  }
}

/** Finds the actor of a row by the heads of all mentions, demonyms left out; of two the longer mention wins. */
export function actorFinder(words: Words, actors: readonly Actor[]): (row: number) => string | null {
  const byRow = new Map<number, {id: string; size: number}>()
  for (const actor of actors) {
    for (const mention of actor.mentions) {
      if (mention.form === "demonym") continue
      const row = headRow(words, mention)
      const size = mention.end - mention.start
      if (size > (byRow.get(row)?.size ?? -1)) byRow.set(row, {id: actor.id, size})
    }
  }
  return row => (row < 0 ? null : (byRow.get(row)?.id ?? null))
}

/** What somebody stands for or against: an actor, a topic, or both. `flips`: wanting it is being against the actor, as with "Assad's departure". */
export interface Aim {
  readonly target: string | null
  readonly topic: Span
  readonly flips: boolean
  /** Row of the noun that names it; −1 for a clause. */
  readonly head: number
}

/** The aim named by a noun phrase: the actor itself, or whoever has what is named ("Mr Waqa's fitness"). */
export function aimOf(row: number, context: Context): Aim {
  const {words} = context
  const topic = nounPhraseSpan(words, row)
  const own = context.actorAt(row)
  if (own && !positionTables().undergone.has(words.lemma[row]!.toLowerCase())) return {target: own, topic, flips: false, head: row}
  const owner = context.actorAt(childBy(words, row, "nmod:poss"))
  const kind = positionTables().undergone.get(words.lemma[row]!.toLowerCase())
  if (!kind) return {target: owner, topic, flips: false, head: row}
  if (kind === "tie") return {target: owner ?? partnerOf(row, context), topic, flips: false, head: row}
  const undergoer = owner ?? context.actorAt(childrenBy(words, row, "nmod").find(child => caseOf(words, child) === "of") ?? -1)
  return {target: kind === "loss" ? null : undergoer, topic, flips: kind === "removal" && undergoer !== null, head: row}
}

/** "partnerships with Russia", "ties to Iran": whom the tie is to. */
function partnerOf(row: number, context: Context): string | null {
  const {words} = context
  const partner = childrenBy(words, row, "nmod").find(child => /^(?:with|to|between)$/.test(caseOf(words, child)))
  return context.actorAt(partner ?? -1)
}

/** The aim of an infinitive or clause: whoever is to go when it tells of somebody's going, else the clause itself. */
export function aimOfClause(row: number, context: Context): Aim {
  const {words} = context
  const rows = subtreeRows(words, row).filter(at => at >= firstOfClause(words, row))
  const topic = {start: words.start[rows[0]!]!, end: words.end[lastBeforeMark(words, rows)]!}
  if (positionTables().removals.has(words.lemma[row]!.toLowerCase())) {
    const patient = patientOf(words, row)
    const gone = ruler(patient >= 0 ? patient : childBy(words, row, "nsubj", "nsubj:pass"), context)
    if (gone && !isMove(row, context)) return {target: gone, topic, flips: true, head: -1}
  }
  return aimOfEffect(row, context) ?? {target: null, topic, flips: false, head: -1}
}

/** "go back to Cuba", "leave for the coast": a way, not the end of an office. */
function isMove(row: number, {words}: Context): boolean {
  if (!/^(?:go|leave|step|fall|withdraw)$/.test(words.lemma[row]!)) return false
  return (
    childrenBy(words, row, "advmod", "compound:prt").some(child =>
      /^(?:back|home|forward|ahead|on|through|in|up|out)$/i.test(words.form(child)),
    ) ||
    childrenBy(words, row, "obl", "xcomp", "advcl").some(
      child => /^(?:to|for|into|through|with|on)$/.test(caseOf(words, child)) || child === row + 1,
    )
  )
}

/** "to repeal the law", "to elect Lee": the wish is against or for what the verb's object names. */
function aimOfEffect(row: number, context: Context): Aim | null {
  const {words} = context
  const effect = positionTables().effects.get(words.lemma[row]!.toLowerCase())
  const object = effect && !isNegated(words, row) ? patientOf(words, row) : -1
  if (object < 0 || (words.upos[object] === "PRON" && !context.actorAt(object))) return null
  const aim = aimOf(object, context)
  if (aim.flips || positionTables().undergone.has(words.lemma[object]!.toLowerCase())) return null
  return {...aim, flips: effect === "bad"}
}

/** The actor of a row, or whose "regime" or "government" it is. */
function ruler(row: number, context: Context): string | null {
  const {words} = context
  const own = context.actorAt(row)
  if (own || row < 0 || !/^(?:regime|government|rule|leadership|administration)$/i.test(words.lemma[row]!)) return own
  return (
    context.actorAt(childBy(words, row, "nmod:poss")) ??
    context.actorAt(childrenBy(words, row, "nmod").find(child => caseOf(words, child) === "of") ?? -1)
  )
}

function firstOfClause(words: Words, row: number): number {
  const mark = childBy(words, row, "mark")
  return mark < 0 ? subtreeRows(words, row)[0]! : mark
}

/** A topic stops at the first comma: what follows is seldom part of it. */
function lastBeforeMark(words: Words, rows: readonly number[]): number {
  const comma = rows.find((row, index) => index > 1 && /^[,;—–]$/.test(words.form(row)))
  const kept = rows.filter(row => words.upos[row] !== "PUNCT" && (comma === undefined || row < comma))
  return kept.at(-1) ?? rows[0]!
}

export const turned = ({polarity}: Leaning): Leaning => ({polarity: polarity === "for" ? "against" : "for", strength: "strong"})

const unreal = /^(?:would|could|might|may|should|can|must|'d|’d|ought|if)$/

/** Is it said as a fact: no negation, no "would", no condition or doubt above it? */
export function isFact(words: Words, row: number): boolean {
  if (isNegated(words, row) || auxiliariesOf(words, row).some(form => unreal.test(form))) return false
  if (childrenBy(words, row, "mark").some(mark => /^(?:if|whether|unless|to)$/i.test(words.form(mark))))
    return (words.deprel[row] === "xcomp" && isSeeming(words, row)) || isPurpose(words, row)
  const head = words.head[row]!
  return (
    head < 0 ||
    !/^(?:conj|xcomp)$/.test(words.deprel[row]!) ||
    words.sentence[head] !== words.sentence[row] ||
    words.upos[head] !== "VERB" ||
    isFactAbove(words, row, head)
  )
}

/** "continues to support", "tried to discredit". */
const isSeeming = (words: Words, row: number): boolean =>
  positionTables().striving.has(words.lemma[words.head[row]!] ?? "") && isFact(words, words.head[row]!)

/** "gathered to demand that he go", "resigned to endorse Lee": the purpose of something done. */
const isPurpose = (words: Words, row: number): boolean =>
  words.deprel[row] === "advcl" && words.xpos[words.head[row]!] === "VBD" && isFact(words, words.head[row]!)

function isFactAbove(words: Words, row: number, head: number): boolean {
  if (words.deprel[row] === "xcomp") return isSeeming(words, row) || words.xpos[row] === "VBG"
  return childBy(words, row, "nsubj") >= 0 || !auxiliariesOf(words, head).some(form => unreal.test(form))
}

interface Parts {
  readonly holder: string | null
  readonly aim: Aim
  readonly leaning: Leaning
  readonly rule: string
  readonly cue: Span
  readonly confidence: number
}

/** Positions on an aim and on the actors named beside it ("grateful to Lee and Diaz"); none where nobody holds them or somebody would be for or against themselves. */
export function makeDraft(parts: Parts, context: Context): Draft[] {
  const {words} = context
  const {head} = parts.aim
  const isVague = parts.aim.target === null && head >= 0 && words.upos[head] === "PRON"
  const beside = head < 0 ? [] : childrenBy(words, head, "conj").filter(row => context.actorAt(row) !== null)
  const aims = [...(isVague ? [] : [parts.aim]), ...beside.map(row => ({...aimOf(row, context), flips: parts.aim.flips}))]
  return aims.flatMap(aim => (parts.holder && parts.holder !== aim.target ? [drafted(parts.holder, {...parts, aim}, context)] : []))
}

function drafted(holder: string, {aim, leaning, rule, cue, confidence}: Parts, context: Context): Draft {
  const {polarity, strength} = aim.flips ? turned(leaning) : leaning
  const evidence = {start: Math.min(cue.start, aim.topic.start), end: Math.max(cue.end, aim.topic.end)}
  const told = context.eventsAt.overlapping(cue).map(({event}) => event.id)
  const said = context.quotesAt
    .overlapping(cue)
    .filter(part => part.isCue || (holds(part, cue) && part.quote.speaker === holder))
    .map(({quote}) => quote.id)
  return {
    holder,
    target: aim.target,
    topic: aim.topic,
    polarity,
    strength,
    basis: [...new Set([...told, ...said])],
    evidence: [evidence],
    narrator: false,
    confidence,
    trace: [{rule, span: cue, gave: `${polarity}, ${strength}`}],
  }
}
