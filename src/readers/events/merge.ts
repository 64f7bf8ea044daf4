import type {Words} from "../../document/words.js"
import {childrenBy} from "../../language/clause.js"
import type {Event} from "../../record/all.js"
import {isOfClass} from "./senses.js"

/**
 * One event told twice in an article becomes one record with both tellings as evidence: same type and status, actors that agree, times and places that do
 * not differ. A noun that takes up what was told ("the protest", "their visit") may leave its actors out. What one word tells of both sides stays two.
 */
export function mergeRetold(events: readonly Event[], words: Words): Event[] {
  const kept: Event[] = []
  const shelves = new Map<string, Set<number>>()
  for (const event of events) {
    const keys = actorsOf(event).map(actor => `${event.type} ${event.status} ${actor}`)
    const near = [...new Set(keys.flatMap(key => [...(shelves.get(key) ?? [])]))].sort((a, b) => a - b)
    const at = near.find(place => areSame(kept[place]!, event)) ?? takenUp(kept, event, words) ?? kept.length
    kept[at] = at < kept.length ? join(kept[at]!, event) : event
    for (const key of keys) shelves.set(key, (shelves.get(key) ?? new Set()).add(at))
  }
  return kept
}

/** Characters back to the act that a noun takes up. */
const reach = 3000

/** Where the last act stands that a noun takes up: "the attack" after "gunmen attacked". Undefined where it takes up none. */
function takenUp(kept: readonly Event[], event: Event, words: Words): number | undefined {
  if (!isTakenUp(words, words.indexAt(event.trigger.start))) return undefined
  for (let place = kept.length - 1; place >= 0; place--) {
    const told = kept[place]!
    if (told.type !== event.type || told.status !== event.status) continue
    if (event.trigger.start - told.trigger.start > reach) return undefined
    return isOneTold(told, event) && !isDifferent(told, event) ? place : undefined
  }
  return undefined
}

/** A noun with "the", "this" or an owner that nothing sets apart from what was told: not "the second attack", "the latest talks". */
function isTakenUp(words: Words, row: number): boolean {
  if (words.upos[row] !== "NOUN") return false
  const isDefinite =
    childrenBy(words, row, "nmod:poss").length > 0 ||
    childrenBy(words, row, "det").some(article => /^(?:the|this|that|these|those)$/i.test(words.form(article)))
  return isDefinite && !isOfClass(words, childrenBy(words, row, "amod"), "another")
}

/** May the noun leave out who took part, and names nobody else? */
function isOneTold(told: Event, event: Event): boolean {
  return agreement(told.source, event.source) !== "differ" && agreement(told.target, event.target) !== "differ"
}

/** Whoever takes part: two tellings of one event name at least one of them in common. */
const actorsOf = ({source, target}: Event): string[] => [...source, ...target]

function areSame(a: Event, b: Event): boolean {
  if (a.trigger.start === b.trigger.start) return false
  if (a.type !== b.type || a.status !== b.status || isDifferent(a, b)) return false
  const source = agreement(a.source, b.source)
  const target = agreement(a.target, b.target)
  if (source === "differ" || target === "differ") return agreement([...a.source, ...a.target], [...b.source, ...b.target]) === "same"
  return source === "same" || (target === "same" && source === "open")
}

/** Do mode, time or place set two acts of a type apart? */
function isDifferent(a: Event, b: Event): boolean {
  return differ(a.mode, b.mode) || differ(a.when.from, b.when.from) || differ(a.where, b.where)
}

function differ(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b
}

function agreement(a: readonly string[], b: readonly string[]): "same" | "open" | "differ" {
  if (a.length === 0 || b.length === 0) return "open"
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.every(id => long.includes(id)) ? "same" : "differ"
}

function join(a: Event, b: Event): Event {
  const fuller = a.source.length + a.target.length >= b.source.length + b.target.length ? a : b
  return {
    ...fuller,
    id: a.id,
    mode: a.mode ?? b.mode,
    trigger: a.trigger,
    evidence: [...a.evidence, ...b.evidence.filter(span => !a.evidence.some(other => other.start === span.start))],
    when: a.when.from ? a.when : b.when,
    where: a.where ?? b.where,
    figures: [...new Set([...a.figures, ...b.figures])],
    attribution: a.attribution && b.attribution ? a.attribution : null,
    confidence: Math.max(a.confidence, b.confidence),
    trace: [...fuller.trace, {rule: "told again: same type, status and actors", span: b.trigger, gave: "one record with both mentions"}],
  }
}
