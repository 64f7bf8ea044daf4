import type {Candidate} from "../../lexicon/places/candidate.js"
import {placeKey} from "../../lexicon/places/key.js"
import type {TraceStep} from "../../record/all.js"
import {type Beside, liesIn, pairBeside} from "./beside.js"
import {Context, type Vote} from "./context.js"
import type {Mention} from "./mention.js"

/** A mention with the place it stands for; null when no place of that name is known. */
export interface Resolved {
  readonly mention: Mention
  readonly place: Candidate | null
  readonly within: Mention | null
  /** How well the place fits: its prior and what the article adds. */
  readonly score: number
  readonly trace: readonly TraceStep[]
}

/** What each reason adds to a candidate's prior. */
const weights = {country: 3, region: 1.8, near: 1.7, loose: 1.5, firmBefore: 3, rounds: 4, sharpness: 2}
/** Names in the headline, dateline and lead say more about what an article is about. */
const lead = {length: 300, weight: 2}

/** A hamlet that nothing in the article speaks for is not meant, least of all by a building's name: how well a place must fit, by the network's class. */
const least: Readonly<Record<string, number>> = {GPE: 2, LOC: 2, FAC: 4}

/**
 * A town of middling size in a country that nothing else in the article lies in, where the article keeps to another country, is a namesake of the
 * place that is meant: "Aldgate" in London is not the one in South Australia. Shares of the article's other places, and the prior below which it holds.
 */
const stray = {focus: 0.6, share: 0.02, prior: 4.5}

interface Group {
  readonly key: string
  readonly mentions: Mention[]
  /** Candidates with how well each fits so far, best first. */
  scored: {readonly place: Candidate; readonly score: number}[]
}

/** Decides which place each mention stands for: the same name the same place, unless the text says otherwise beside one of them. */
export function resolveMentions(text: string, found: readonly Mention[]): Resolved[] {
  const mentions = withoutNamesakes(text, found)
  const beside = pairBeside(text, mentions)
  const groups = groupByName(mentions)
  let context = new Context([...groups.values()].flatMap(votesOf))
  for (let round = 0; round < weights.rounds; round++) {
    for (const group of groups.values()) decide(group, {context, beside})
    context = new Context([...groups.values()].flatMap(votesOf))
  }
  return mentions.map(mention => resolve(mention, {group: groups.get(keyOf(mention))!, context, beside}))
}

/** "Bell, Fla.", where no Bell of Florida is known: none of the Bells elsewhere is meant, there or where the name stands alone. */
function withoutNamesakes(text: string, mentions: readonly Mention[]): readonly Mention[] {
  const beside = pairBeside(text, mentions)
  const lacking = new Set(mentions.filter(mention => beside.get(mention)?.lacking).map(keyOf))
  if (lacking.size === 0) return mentions
  const placed = new Set(mentions.filter(mention => beside.get(mention)?.firm && !beside.get(mention)?.lacking))
  return mentions.map(mention => (lacking.has(keyOf(mention)) && !placed.has(mention) ? {...mention, candidates: []} : mention))
}

interface Grounds {
  readonly context: Context
  readonly beside: ReadonlyMap<Mention, Beside>
}

function decide(group: Group, grounds: Grounds): void {
  group.scored = group.mentions[0]!.candidates.map(place => ({place, score: scoreOf(place, group, grounds)})).sort(
    (a, b) => b.score - a.score,
  )
}

function scoreOf(place: Candidate, group: Group, {context, beside}: Grounds): number {
  let hint = 0
  for (const mention of group.mentions) {
    const other = beside.get(mention)
    if (other?.larger.candidates.some(outer => liesIn(place, outer))) hint = Math.max(hint, other.firm ? weights.firmBefore : weights.loose)
  }
  return place.prior + hint + contextScore(place, group.key, context)
}

function contextScore(place: Candidate, key: string, context: Context): number {
  return (
    weights.country * context.countryShare(key, place) +
    weights.region * context.regionShare(key, place) +
    weights.near * context.nearness(key, place)
  )
}

/** A name votes for all it can mean, by how well each fits: names that are all ambiguous still agree on one neighbourhood. */
function votesOf(group: Group): Vote[] {
  const early = group.mentions.some(mention => mention.end < lead.length) ? lead.weight : 1
  const strength = Math.sqrt(group.mentions.length) * early
  const best = group.scored[0]?.score ?? 0
  const odds = group.scored
    .slice(0, 60)
    .map(({score}) => Math.exp((score - best) * weights.sharpness))
    .filter(odd => odd > 0.0004)
  const sum = odds.reduce((total, odd) => total + odd, 0)
  return odds.map((odd, at) => ({key: group.key, place: group.scored[at]!.place, weight: strength * Math.sqrt(odd / sum)}))
}

function resolve(mention: Mention, {group, context, beside}: Grounds & {group: Group}): Resolved {
  const other = beside.get(mention)
  const inside = other?.firm ? mention.candidates.filter(place => other.larger.candidates.some(outer => liesIn(place, outer))) : []
  const scored = inside.length === 0 ? group.scored : group.scored.filter(({place}) => inside.includes(place))
  const {place, score} = scored[0] ?? {place: null, score: 0}
  const within = other && place && other.larger.candidates.some(outer => liesIn(place, outer)) ? other.larger : null
  const isMeant = within || (score >= (least[mention.label] ?? 0) && !isStray(place, group.key, context))
  if (!place || !isMeant) return {mention, place: null, within: null, score: 0, trace: []}
  return {mention, place, within, score, trace: reasons(mention, {place, within, context, key: group.key})}
}

const isStray = (place: Candidate | null, key: string, context: Context): boolean =>
  place !== null &&
  place.prior < stray.prior &&
  (place.kind === "town" || place.kind === "city" || place.kind === "district") &&
  context.countryShare(key, place) < stray.share &&
  context.nearness(key, place) === 0 &&
  context.focus(key) >= stray.focus

function reasons(
  mention: Mention,
  {place, within, context, key}: {place: Candidate; within: Mention | null; context: Context; key: string},
): TraceStep[] {
  const span = {start: mention.start, end: mention.end}
  const steps: TraceStep[] = [
    {
      rule: `gazetteer: ${place.source}${mention.reading ? `, ${mention.reading}` : ""}`,
      span,
      gave: [place.name, place.country].filter(Boolean).join(", "),
    },
  ]
  if (within) steps.push({rule: "larger place named beside it", span: {start: within.start, end: within.end}, gave: within.written})
  const share = context.countryShare(key, place)
  if (mention.candidates.length > 1 && share > 0.2)
    steps.push({rule: `${Math.round(share * 100)} % of the article's other places lie there`, span: null, gave: place.country ?? ""})
  const rivals = mention.candidates.filter(other => other !== place).slice(0, 2)
  if (rivals.length > 0)
    steps.push({
      rule: "less likely namesakes",
      span: null,
      gave: rivals.map(rival => [rival.name, rival.admin1, rival.country].filter(Boolean).join(", ")).join("; "),
    })
  return steps
}

function groupByName(mentions: readonly Mention[]): Map<string, Group> {
  const groups = new Map<string, Group>()
  for (const mention of mentions) {
    const key = keyOf(mention)
    const group = groups.get(key)
    if (group) group.mentions.push(mention)
    else groups.set(key, {key, mentions: [mention], scored: mention.candidates.map(place => ({place, score: place.prior}))})
  }
  return groups
}

/** Demonyms are kept apart from names: "Georgian" may mean another place than "Georgia" elsewhere. */
function keyOf(mention: Mention): string {
  return `${mention.use === "demonym" ? "~" : ""}${placeKey(mention.written)}`
}
