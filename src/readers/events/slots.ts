import type {Span} from "../../document/span.js"
import type {Words} from "../../document/words.js"
import {caseOf, childBy, childrenBy, withConjuncts} from "../../language/clause.js"
import {nounPhraseSpan} from "../../language/noun-phrase.js"
import type {TraceStep} from "../../record/all.js"
import type {Cast, Filler} from "./cast.js"
import type {Network} from "./network.js"
import {isOfClass, isTime} from "./senses.js"
import {eventTables} from "./tables.js"
import type {Trigger} from "./trigger.js"
import {agentOf, isPassive, patientOf} from "./voice.js"

/** Who did it and to whom, as rows turned into actors, with the reasons. */
export interface Slots {
  readonly source: readonly Filler[]
  readonly target: readonly Filler[]
  /** What is undergone where the words name it and it is nobody: "three cities", "the refinery". */
  readonly things: readonly Span[]
  readonly reciprocal: boolean
  /** The subject is a thing and nobody's name: "the policy left", "recent hits appeal". */
  readonly byThing: boolean
  readonly trace: readonly TraceStep[]
}

interface Rows {
  readonly source: readonly number[]
  readonly target: readonly number[]
  readonly how: readonly [string, string]
}

const mutual = new Set(["CONSULT", "AGREE", "COOPERATE", "SUPPORT", "ASSAULT", "RETREAT", "CONCEDE"])
/** The source and target of an act, from the words that hang on its trigger or that it hangs on. */
export function fillSlots(words: Words, trigger: Trigger, {cast, network}: {cast: Cast; network: Network}): Slots {
  const rows = trigger.isNoun ? nounRows(words, trigger, cast) : verbRows(words, trigger, cast)
  const bySyntax = {source: fillersAt(words, rows.source, cast), target: fillersAt(words, rows.target, cast)}
  const source = bySyntax.source.length > 0 ? bySyntax.source : cast.likeliest(trigger.row, {slot: 0, network, besides: bySyntax.target})
  const found = bySyntax.target.length > 0 ? bySyntax.target : cast.likeliest(trigger.row, {slot: 1, network, besides: source})
  const target = found.filter(filler => !source.some(other => other.actor.id === filler.actor.id))
  const reciprocal =
    target.length === 0 && mutual.has(trigger.type) && (source.length > 1 || source.some(filler => filler.actor.members.length > 1))
  const how = [
    bySyntax.source.length > 0 ? rows.how[0] : "network's role head",
    bySyntax.target.length > 0 ? rows.how[1] : "network's role head",
  ] as const
  const trace = [
    step(words, rows.source, {slot: "source", how: how[0], fillers: source}),
    step(words, rows.target, {slot: "target", how: how[1], fillers: target}),
  ]
  return {
    source,
    target,
    things: target.length > 0 || !material.has(trigger.type) ? [] : thingsAt(words, rows.target),
    reciprocal,
    byThing: !trigger.isNoun && isDoneByThing(words, trigger.row, cast),
    trace: trace.filter(found => found !== null),
  }
}

/** Classes of nouns that act or speak for those who do. */
const animate = ["spokesthing", "container", "person", "people", "official", "authority", "forces", "worker", "protester", "media", "envoy"]

/** Is the subject a common noun that is no actor, nor one that speaks for somebody: "the statement"? */
function isDoneByThing(words: Words, row: number, cast: Cast): boolean {
  const agent = doerOf(words, row, cast)
  return (
    agent >= 0 &&
    words.upos[agent] === "NOUN" &&
    cast.at(agent, {demonyms: true}) === null &&
    !animate.some(name => isOfClass(words, [agent], name))
  )
}

/** Types whose act may be done to a thing: a refinery is seized, a plan rejected, a ban lifted. */
const material = new Set(["COERCE", "ASSAULT", "SANCTION", "REJECT", "CONCEDE", "RETREAT"])

/** The noun phrases at these rows. */
function thingsAt(words: Words, rows: readonly number[]): Span[] {
  return rows.filter(row => words.upos[row] === "NOUN" || words.upos[row] === "PROPN").map(row => nounPhraseSpan(words, row))
}

function step(
  words: Words,
  rows: readonly number[],
  {slot, how, fillers}: {slot: string; how: string; fillers: readonly Filler[]},
): TraceStep | null {
  if (fillers.length === 0) return null
  const span = rows.length > 0 ? {start: words.start[rows[0]!]!, end: words.end[rows[0]!]!} : null
  return {rule: `${slot}: ${how}`, span, gave: fillers.map(filler => filler.actor.name).join(", ")}
}

function fillersAt(words: Words, rows: readonly number[], cast: Cast): Filler[] {
  const found: Filler[] = []
  for (const row of rows) {
    const here = cast.at(row, {demonyms: true})
    for (const filler of here ? [here] : ownersOf(words, row, cast))
      if (!found.some(other => other.actor.id === filler.actor.id)) found.push(filler)
  }
  return found
}

/** "condemned Kerry's commitment", "restored ties with Chad and Niger": whose it is, or with whom. */
function ownersOf(words: Words, row: number, cast: Cast): Filler[] {
  for (const child of childrenBy(words, row, "nmod:poss", "nmod", "compound", "amod")) {
    const owners = withConjuncts(words, child).flatMap(owner => cast.at(owner, {demonyms: true}) ?? [])
    if (owners.length > 0) return owners
  }
  return []
}

/** Who does it; "a setback for the envoy, who has shuttled" is of the envoy, wherever the tree hangs the clause. */
function doerOf(words: Words, row: number, cast: Cast): number {
  const agent = agentOf(words, row)
  const subject = childBy(words, row, "nsubj")
  if (agent < 0 || subject <= agent || !/^who$/i.test(words.form(subject)) || cast.at(agent, {demonyms: true})) return agent
  for (let nearer = subject - 1; nearer > agent; nearer--) if (cast.at(nearer)) return nearer
  return agent
}

function verbRows(words: Words, trigger: Trigger, cast: Cast): Rows {
  const {row} = trigger
  const agent = doerOf(words, row, cast)
  const source = agent < 0 ? [] : withConjuncts(words, agent)
  if (trigger.target[0] === "subj") return hosted(words, row, agent)
  const {targets} = eventTables()
  const places =
    trigger.target.length > 0 ? trigger.target : isPassive(words, row) ? ["obj"] : (targets.get(trigger.type) ?? targets.get("*")!)
  for (const place of places) {
    const found = targetAt(words, row, place)
    if (found >= 0 && found !== agent && (place !== "obj" || trigger.target.length > 0 || fillersAt(words, [found], cast).length > 0)) {
      return {source, target: withConjuncts(words, found), how: [isPassive(words, row) ? "agent of the passive" : "subject", place]}
    }
  }
  return {source, target: [], how: ["subject", ""]}
}

/** "Kuwait received the envoy": in a visit the guest is the source and the host the target. */
function hosted(words: Words, row: number, host: number): Rows {
  const guest = patientOf(words, row)
  return {source: guest < 0 ? [] : withConjuncts(words, guest), target: host < 0 ? [] : withConjuncts(words, host), how: ["guest", "host"]}
}

function targetAt(words: Words, row: number, place: string): number {
  if (place === "obj") return patientOf(words, row)
  if (place === "iobj") return childBy(words, row, "iobj")
  if (place === "ccomp") return subjectOfClause(words, childBy(words, row, "ccomp"))
  const preposition = place.slice("prep:".length)
  const own = childrenBy(words, row, "obl", "nmod", "advcl").find(child => caseOf(words, child) === preposition && !isTime(words, child))
  if (own !== undefined) return own
  const particle = childrenBy(words, row, "compound:prt", "advmod").some(child => words.form(child).toLowerCase() === preposition)
  const bare = particle ? childrenBy(words, row, "obl", "obj").find(child => caseOf(words, child) === "") : undefined
  if (bare !== undefined) return bare
  const object = childBy(words, row, "obj")
  return object < 0
    ? -1
    : (childrenBy(words, object, "nmod").find(child => caseOf(words, child) === preposition && !isTime(words, child)) ?? -1)
}

/** "found the mayor guilty": the mayor, where the tree makes a clause of the two. */
function subjectOfClause(words: Words, clause: number): number {
  return clause < 0 ? -1 : childBy(words, clause, "nsubj")
}

/** Modes of acts done to everybody at a place: "a curfew in Paris". */
const territorial = new Set(["curfew", "martial-law", "restrict"])
const done = new Set(["COERCE", "ASSAULT", "SANCTION", "RETREAT", "AID", "ACCUSE"])

function nounRows(words: Words, trigger: Trigger, cast: Cast): Rows {
  const {row} = trigger
  const between = prepositional(words, row, "between", "among")
  if (between.length > 0) return {source: between.flatMap(child => withConjuncts(words, child)), target: [], how: ["“between”", ""]}
  const owner = childrenBy(words, row, "nmod:poss")
  const by = prepositional(words, row, "by")
  const of = prepositional(words, row, "of")
  const where = territorial.has(trigger.mode ?? "") ? whereabouts(words, row) : []
  const toward = [...["with", "against", "on", "to", "at", "from", "into"].flatMap(word => prepositional(words, row, word)), ...where]
  const verb = lightSubject(words, trigger)
  const getter = isGot(words, trigger) ? verb : []
  const giver = isGot(words, trigger) ? [...prepositional(words, row, "from"), ...prepositional(words, trigger.light, "from")] : verb
  const modifiers = childrenBy(words, row, "amod", "compound").filter(child => cast.at(child, {demonyms: true}) !== null)
  const undergone = trigger.of === "target" && done.has(trigger.type)
  const source = [
    ...by,
    ...(getter.length > 0 ? giver : []),
    ...(undergone && by.length > 0 ? [] : trigger.of === "target" && of.length === 0 && undergone && toward.length === 0 ? [] : owner),
    ...(trigger.of === "source" || trigger.of === "both" ? of : []),
    ...giver,
    ...modifiers,
  ]
  const target = [
    ...getter,
    ...(trigger.of === "target" ? of : []),
    ...(undergone && of.length === 0 && toward.length === 0 ? owner : []),
    ...toward,
    ...lightTarget(words, trigger),
  ]
  return {
    source: conjoined(words, source.slice(0, 1)),
    target: conjoined(words, target.filter(child => !source.includes(child)).slice(0, 1)),
    how: ["possessor, “by”, modifier or subject of the light verb", "“of”, “with”, “against”, “on”, “to”"],
  }
}

/** "imposed a curfew in Paris": the place that hangs on the noun or on what it hangs on. */
function whereabouts(words: Words, row: number): number[] {
  const above = words.head[row]!
  const chain = above < 0 ? [row] : [row, above, words.head[above]!]
  return chain.flatMap(at => (at < 0 ? [] : prepositional(words, at, "in", "across", "throughout")))
}

function conjoined(words: Words, rows: readonly number[]): number[] {
  return rows.flatMap(row => withConjuncts(words, row))
}

function prepositional(words: Words, row: number, ...prepositions: readonly string[]): number[] {
  return childrenBy(words, row, "nmod", "obl").filter(child => prepositions.includes(caseOf(words, child)) && !isTime(words, child))
}

/** "received praise from": the subject gets what the other gives. */
function isGot(words: Words, {light}: Trigger): boolean {
  return light >= 0 && eventTables().light.get(words.lemma[light]!.toLowerCase()) === "target"
}

function lightSubject(words: Words, trigger: Trigger): number[] {
  if (trigger.light < 0) return []
  const agent = agentOf(words, trigger.light)
  return agent >= 0 && agent !== trigger.row ? [agent] : []
}

function lightTarget(words: Words, trigger: Trigger): number[] {
  return trigger.light < 0 ? [] : prepositional(words, trigger.light, "with", "against", "on", "to", "from")
}
