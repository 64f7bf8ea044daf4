import {holds, type Span} from "../../document/span.js"
import type {Words} from "../../document/words.js"
import {auxiliariesOf, childBy, childrenBy, isNegated} from "../../language/clause.js"
import type {Position} from "../../record/all.js"
import {type Aim, aimOf} from "./aim.js"
import type {Context} from "./context.js"
import {type Leaning, positionTables} from "./tables.js"

export type Draft = Omit<Position, "id">

export const turned = ({polarity}: Leaning): Leaning => ({polarity: polarity === "for" ? "against" : "for", strength: "strong"})

const unreal = /^(?:would|could|might|may|should|can|must|'d|’d|ought|if)$/

/** Is it said as a fact: no negation, no "would", no condition or doubt above it? */
export function isFact(words: Words, row: number): boolean {
  if (isNegated(words, row) || auxiliariesOf(words, row).some(form => unreal.test(form))) return false
  if (childrenBy(words, row, "mark").some(mark => /^(?:if|whether|unless|to)$/i.test(words.form(mark))))
    return (words.deprel[row] === "xcomp" && isSeeming(words, row)) || isPurpose(words, row)
  const head = words.head[row]!
  if (words.deprel[row] === "ccomp" && positionTables().supposing.has(words.lemma[head]!)) return false
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
  if (childBy(words, row, "nsubj") >= 0) return true
  const sharesMark = !/^VB[DPZ]$/.test(words.xpos[row]!) && childBy(words, head, "mark") >= 0
  return sharesMark ? isFact(words, head) : !auxiliariesOf(words, head).some(form => unreal.test(form))
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
    .filter(part => part.isCue || holds(part, cue))
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
