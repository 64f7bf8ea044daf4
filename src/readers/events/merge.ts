import type {Event} from "../../record/all.js"

/** One event told twice in an article becomes one record with both tellings as evidence: same type and status, actors that agree, times and places that do not differ. */
export function mergeRetold(events: readonly Event[]): Event[] {
  const kept: Event[] = []
  for (const event of events) {
    const at = kept.findIndex(other => areSame(other, event))
    if (at < 0) kept.push(event)
    else kept[at] = join(kept[at]!, event)
  }
  return kept
}

function areSame(a: Event, b: Event): boolean {
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
