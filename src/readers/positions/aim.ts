import type {Span} from "../../document/span.js"
import type {Words} from "../../document/words.js"
import {caseOf, childBy, childrenBy, isNegated, isPassive, patientOf} from "../../language/clause.js"
import {nounPhraseSpan, subtreeRows} from "../../language/noun-phrase.js"
import type {Context} from "./context.js"
import {positionTables} from "./tables.js"

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
  if (!kind) return {target: owner ?? doerOf(row, context), topic, flips: false, head: row}
  if (kind === "tie") return {target: owner ?? partnerOf(row, context), topic, flips: false, head: row}
  const undergoer = owner ?? context.actorAt(childrenBy(words, row, "nmod").find(child => caseOf(words, child) === "of") ?? -1)
  return {target: kind === "loss" ? null : undergoer, topic, flips: kind === "removal" && undergoer !== null, head: row}
}

/** Whose the thing is where nobody owns it: "a plan by Lee", "the conduct of the police", "the attention that Lee has paid". */
function doerOf(row: number, context: Context): string | null {
  const {words} = context
  const isAct = positionTables().acting.has(words.lemma[row]!.toLowerCase())
  const beside = childrenBy(words, row, "nmod").find(child => {
    const marker = caseOf(words, child)
    return marker === "by" || (marker === "of" && isAct)
  })
  return context.actorAt(beside ?? -1) ?? doerInClause(row, context)
}

/** "the letter that Lee wrote", "the way Lee governs": the subject of the relative clause, where it acts upon the noun. */
function doerInClause(row: number, context: Context): string | null {
  const {words} = context
  const clause = childBy(words, row, "acl:relcl")
  if (clause < 0 || words.upos[clause] !== "VERB" || isPassive(words, clause) || isNegated(words, clause)) return null
  if (positionTables().receiving.has(words.lemma[clause]!.toLowerCase()) || childBy(words, clause, "ccomp") >= 0) return null
  const subject = childBy(words, clause, "nsubj")
  const isSubject = subject >= 0 && /^(?:who|which|that|whose)$/i.test(words.form(subject))
  return isSubject || subject < row ? null : context.actorAt(subject)
}

/** The aim of a wish: what is wished of somebody ("demanded Israel's withdrawal") is no stand for whoever has it. */
export function aimOfWish(row: number, context: Context): Aim {
  const aim = aimOf(row, context)
  return aim.flips || aim.target === context.actorAt(row) || isGain(row, context) ? aim : {...aim, target: null}
}

/** "demanded Lee's release": good for whoever has it. */
const isGain = (row: number, {words}: Context): boolean =>
  /^(?:gain|tie)$/.test(positionTables().undergone.get(words.lemma[row]!.toLowerCase()) ?? "")

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
  const seen = /^(?:see|have)$/.test(words.lemma[row]!) ? childBy(words, row, "ccomp", "xcomp") : -1
  if (seen > row) return {...aimOfClause(seen, context), topic}
  const gone = goneOf(row, context)
  return gone ? {target: gone, topic, flips: true, head: -1} : (aimOfEffect(row, context) ?? {target: null, topic, flips: false, head: -1})
}

/** Who is to go: the object of driving out, the subject of going, whoever is called on to resign. */
function goneOf(row: number, context: Context): string | null {
  const {words} = context
  const kind = positionTables().removals.get(words.lemma[row]!.toLowerCase())
  if (!kind || isMove(row, context) || isNegated(words, row)) return null
  if (kind === "driven" || isPassive(words, row)) return ruler(undergoerOf(row, context), context)
  const subject = childBy(words, row, "nsubj")
  return ruler(subject >= 0 ? subject : calledOn(row, kind, context), context)
}

/** Who undergoes it: the object, or the subject of a bare participle ("wants Lee fired"). */
function undergoerOf(row: number, {words}: Context): number {
  const patient = patientOf(words, row)
  return patient < 0 && words.xpos[row] === "VBN" ? childBy(words, row, "nsubj") : patient
}

/** "urged Lee to resign", "called on Lee to step down", "wants Lee to go": who is asked; those who are only asked to leave a place are not. */
function calledOn(row: number, kind: string, {words}: Context): number {
  const verb = words.head[row]!
  if (verb < 0 || !/^(?:xcomp|advcl|ccomp)$/.test(words.deprel[row]!)) return -1
  if (kind !== "office" && !/^(?:want|see|have|need)$/.test(words.lemma[verb]!)) return -1
  const object = childBy(words, verb, "obj", "iobj")
  return object >= 0 ? object : (childrenBy(words, verb, "obl").find(child => /^(?:on|upon|for)?$/.test(caseOf(words, child))) ?? -1)
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
  const {object, effect} = affected(row, context)
  if (isNegated(words, row) || object < 0 || (words.upos[object] === "PRON" && !context.actorAt(object))) return null
  const aim = aimOf(object, context)
  if (aim.flips || positionTables().undergone.has(words.lemma[object]!.toLowerCase())) return null
  return {...aim, flips: effect === "bad"}
}

/** The object of a verb that is good or bad for it, or what its preposition leads to: "to vote for Lee"; −1 for none. */
function affected(row: number, context: Context): {readonly object: number; readonly effect: string | undefined} {
  const {words} = context
  const {effects} = positionTables()
  const lemma = words.lemma[row]!.toLowerCase()
  for (const child of childrenBy(words, row, "obl", "obl:arg")) {
    const effect = effects.get(`${lemma} ${caseOf(words, child)}`)
    if (effect) return {object: child, effect}
  }
  const effect = effects.get(lemma)
  return {object: effect ? undergoerOf(row, context) : -1, effect}
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
