import type {Event} from "../../record/all.js"

/** One event told twice in an article becomes one record with both tellings as evidence: same type and status, actors that agree, times and places that do not differ. What one word tells of both sides stays two. */
export function mergeRetold(events: readonly Event[]): Event[] {
  const kept: Event[] = []
  const shelves = new Map<string, Set<number>>()
  for (const event of events) {
    const keys = actorsOf(event).map(actor => `${event.type} ${event.status} ${actor}`)
    const near = [...new Set(keys.flatMap(key => [...(shelves.get(key) ?? [])]))].sort((a, b) => a - b)
    const at = near.find(place => areSame(kept[place]!, event)) ?? kept.length
    kept[at] = at < kept.length ? join(kept[at]!, event) : event
    for (const key of keys) shelves.set(key, (shelves.get(key) ?? new Set()).add(at))
  }
  return kept
}

/** Whoever takes part: two tellings of one event name at least one of them in common. */
const actorsOf = ({source, target}: Event): string[] => [...source, ...target]

function areSame(a: Event, b: Event): boolean {
  if (a.trigger.start === b.trigger.start) return false
  if (a.type !== b.type || a.status !== b.status || (a.mode !== null && b.mode !== null && a.mode !== b.mode)) return false
  if (differ(a.when.from, b.when.from) || differ(a.where, b.where)) return false
  const source = agreement(a.source, b.source)
  const target = agreement(a.target, b.target)
  if (source === "differ" || target === "differ") return agreement([...a.source, ...a.target], [...b.source, ...b.target]) === "same"
  return source === "same" || (target === "same" && source === "open")
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
