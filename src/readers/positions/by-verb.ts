import type {Span} from "../../document/span.js"
import {agentOf, auxiliariesOf, caseOf, childBy, childrenBy, isNegated, isPassive, patientOf, withConjuncts} from "../../language/clause.js"
import {type Aim, aimOf, aimOfClause, aimOfWish} from "./aim.js"
import type {Context} from "./context.js"
import {type Draft, isFact, makeDraft} from "./stance.js"
import {type Leaning, positionTables} from "./tables.js"

/** "condemned the commitment", "called on them to stop", "voted against the bill", "does not support it", "are determined to cast out the regime". */
export function fromVerb(row: number, context: Context): Draft[] {
  const {words} = context
  if (words.deprel[row] === "amod") return []
  const denied = isDenied(row, context)
  if (!denied && !isFact(words, row)) return []
  const found = aimed(row, context)
  if (!found || (denied && found.leaning.polarity !== "for")) return []
  const leaning: Leaning = denied ? {polarity: "against", strength: "moderate"} : found.leaning
  const rule = `data/positions/cues.tsv: ${words.lemma[row]}, frame “${found.frame}”${denied ? ", negated" : ""}`
  return holdersOf(row, context).flatMap(holder =>
    makeDraft({holder, aim: found.aim, leaning, rule, cue: wordSpan(row, context), confidence: 0.75}, context),
  )
}

const wordSpan = (row: number, {words}: Context): Span => ({start: words.start[row]!, end: words.end[row]!})

/** "does not support", "did not back": being not for is being against; "not urged" says nothing. */
function isDenied(row: number, {words}: Context): boolean {
  return (
    isNegated(words, row) &&
    /^(?:support|back|endorse|favou?r|accept|approve|want)$/.test(words.lemma[row]!) &&
    auxiliariesOf(words, row).every(form => /^(?:do|does|did|will|'ll|’ll)$/.test(form))
  )
}

/** The speaker of the report that the verb makes, else whoever its subject names. */
function holdersOf(row: number, context: Context): string[] {
  const {words} = context
  const report = context.quotes.find(
    quote => quote.cue !== null && quote.speaker !== null && quote.cue.start <= words.start[row]! && words.end[row]! <= quote.cue.end,
  )
  const agent = agentOf(words, row)
  if (report && !isPlural(row, context)) return [report.speaker!, ...(agent < 0 ? [] : membersNamed(agent, context))]
  if (agent < 0) return []
  const named = withConjuncts(words, agent).flatMap(at => context.actorAt(at) ?? [])
  return [...new Set([...named, ...membersNamed(agent, context)])].slice(0, 3)
}

/** "Several members, including Peru and Chile, …": they hold what the members hold. */
function membersNamed(row: number, context: Context): string[] {
  const {words} = context
  const member = childrenBy(words, row, "nmod", "nmod:desc", "acl", "appos").find(child =>
    /^(?:including|such as|like|among them)$/.test(caseOf(words, child)),
  )
  return member === undefined ? [] : withConjuncts(words, member).flatMap(at => context.actorAt(at) ?? [])
}

/** Several subjects each hold the position. */
function isPlural(row: number, {words}: Context): boolean {
  const subject = childBy(words, row, "nsubj")
  return subject >= 0 && childBy(words, subject, "conj") >= 0
}

interface Found {
  readonly aim: Aim
  readonly leaning: Leaning
  readonly frame: string
}

function aimed(row: number, context: Context): Found | null {
  return byClause(row, context) ?? byPreposition(row, context) ?? byObject(row, context)
}

/** The row of cues.tsv for a verb in a frame: with its particle where it has one, with its object noun, else alone. */
function leaningOf(row: number, frame: string, {words}: Context): Leaning | null {
  const {verbs} = positionTables()
  const lemma = words.lemma[row]!.toLowerCase()
  const particle = childBy(words, row, "compound:prt")
  if (particle >= 0) {
    const whole = verbs.get(`${lemma} ${words.form(particle).toLowerCase()} ${frame}`)
    if (whole || !/^(?:with |to$)/.test(frame)) return whole ?? null
  }
  const object = frame.startsWith("with ") ? childBy(words, row, "obj") : -1
  const idiom = object >= 0 ? verbs.get(`${lemma} ${words.lemma[object]!.toLowerCase()} ${frame}`) : undefined
  return idiom ?? verbs.get(`${lemma} ${frame}`) ?? null
}

function byObject(row: number, context: Context): Found | null {
  const object = patientOf(context.words, row)
  if (object < 0 || isOwner(object, context)) return null
  const person = leaningOf(row, "person", context)
  const actor = context.actorAt(object)
  if (person && actor) return {aim: aimOf(object, context), leaning: person, frame: "person"}
  const measure = positionTables().measures.has(context.words.lemma[object]!.toLowerCase()) ? leaningOf(row, "measure", context) : null
  const leaning =
    measure ?? (actor && context.people.has(actor) ? null : leaningOf(row, "thing", context)) ?? leaningOf(row, "obj", context)
  if (
    !leaning ||
    (context.words.upos[object] === "PRON" && !actor) ||
    isAmount(object, context) ||
    positionTables().silence.has(context.words.lemma[object]!)
  )
    return null
  return {aim: aimOfNoun(row, object, context), leaning, frame: measure ? "measure" : "obj"}
}

/** What the noun behind a verb names; what is only asked for is not yet anybody's. */
function aimOfNoun(row: number, noun: number, context: Context): Aim {
  return positionTables().wishes.has(context.words.lemma[row]!.toLowerCase()) ? aimOfWish(noun, context) : aimOf(noun, context)
}

const isMoment = (row: number, {words}: Context): boolean =>
  words.upos[row] === "NOUN" && positionTables().moments.has(words.lemma[row]!.toLowerCase())

/** An owner read as the object ("demanded Lee's departure") would turn the position round: rather none. */
const isOwner = (row: number, {words}: Context): boolean => childrenBy(words, row, "case").some(child => /^['’]s?$/.test(words.form(child)))

/** "demanded $7 million": a sum is no side. */
function isAmount(row: number, {words}: Context): boolean {
  return /^(?:NUM|SYM)$/.test(words.upos[row]!) || childBy(words, row, "nummod") >= 0
}

function byClause(row: number, context: Context): Found | null {
  const {words} = context
  if (isPassive(words, row)) return null
  for (const clause of childrenBy(words, row, "xcomp", "ccomp", "advcl")) {
    if (clause < row) continue
    const frame = frameOf(clause, context)
    const leaning = leaningOf(row, frame, context)
    if (
      !leaning ||
      (leaning.polarity === "against" && positionTables().silence.has(words.lemma[clause]!)) ||
      (words.deprel[clause] === "advcl" && childBy(words, row, "obl", "obj") < 0)
    )
      continue
    if (frame === "that" && !isWished(clause, context)) continue
    return {aim: aimOfClause(clause, context), leaning, frame}
  }
  return null
}

/** "to go", "that he go", and "wants him gone", which stands for "wants him to be gone". */
function frameOf(clause: number, {words}: Context): string {
  const marks = childrenBy(words, clause, "mark").map(mark => words.form(mark).toLowerCase())
  const isBare = marks.length === 0 && words.xpos[clause] === "VBN" && words.deprel[clause] === "xcomp"
  if ((marks.includes("to") && words.xpos[clause] !== "VBG") || isBare) return "to"
  return words.deprel[clause] === "ccomp" || marks.includes("that") ? "that" : ""
}

/** A clause that is asked for has a bare verb or "should": "proposed that each party free …". */
function isWished(clause: number, {words}: Context): boolean {
  if (auxiliariesOf(words, clause).some(form => /^(?:will|would|can|could|may|might|do|does|did)$/.test(form))) return false
  return (
    words.xpos[clause] === "VB" ||
    words.xpos[clause] === "VBP" ||
    auxiliariesOf(words, clause).some(form => /^(?:should|must|be)$/.test(form))
  )
}

function byPreposition(row: number, context: Context): Found | null {
  const {words} = context
  const object = childBy(words, row, "obj")
  const behind = [...childrenBy(words, row, "obl", "obl:arg", "advcl"), ...(object >= 0 ? childrenBy(words, object, "nmod") : [])]
  for (const child of behind) {
    const mark = childBy(words, child, "mark")
    const marker = caseOf(words, child) || (mark < 0 ? "" : words.form(mark).toLowerCase())
    const leaning = child > row && marker && !isMoment(child, context) ? leaningOf(row, `with ${marker}`, context) : null
    if (leaning)
      return {
        aim: words.upos[child] === "VERB" ? aimOfClause(child, context) : aimOfNoun(row, child, context),
        leaning,
        frame: `with ${marker}`,
      }
  }
  return null
}

/** "are determined to cast out the regime", "is unwilling to cooperate". */
export function fromReadiness(row: number, context: Context): Draft[] {
  const {words} = context
  const leaning = positionTables().readiness.get(words.form(row).toLowerCase())
  const clause = leaning
    ? childrenBy(words, row, "xcomp", "advcl", "ccomp").find(child => child > row && words.lemma[childBy(words, child, "mark")] === "to")
    : undefined
  if (
    !leaning ||
    clause === undefined ||
    isNegated(words, row) ||
    childrenBy(words, row, "advmod").some(child => /^(?:less|least|hardly|barely|scarcely)$/i.test(words.form(child))) ||
    [row, ...(words.deprel[row] === "conj" ? [words.head[row]!] : [])].some(at =>
      auxiliariesOf(words, at).some(form => /^(?:would|could|might|may|must|should)$/.test(form)),
    ) ||
    positionTables().silence.has(words.lemma[clause]!)
  )
    return []
  const aim = aimOfClause(clause, context)
  const rule = `data/positions/readiness.tsv: ${words.form(row)}`
  return subjectsOf(row, context).flatMap(holder =>
    makeDraft({holder, aim, leaning, rule, cue: wordSpan(row, context), confidence: 0.7}, context),
  )
}

function subjectsOf(row: number, context: Context): string[] {
  const {words} = context
  const subject = childBy(words, row, "nsubj", "nsubj:pass")
  const named =
    subject >= 0 && /^(?:who|which|that)$/i.test(words.form(subject)) && /^acl/.test(words.deprel[row]!) ? words.head[row]! : subject
  const own = named >= 0 ? named : /^acl/.test(words.deprel[row]!) ? words.head[row]! : -1
  const found = own >= 0 ? own : agentOf(words, row)
  return found < 0 ? [] : withConjuncts(words, found).flatMap(at => context.actorAt(at) ?? [])
}
