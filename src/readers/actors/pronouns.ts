import {holds, type Span} from "../../document/span.js"
import type {Words} from "../../document/words.js"
import {headRow} from "../../language/noun-phrase.js"
import type {Quote} from "../../record/all.js"
import type {Cluster} from "./cluster.js"
import {gap, type JoinContext} from "./join.js"
import {makeReference, type Reference} from "./mention.js"

const first = new Set(["i", "me", "my", "mine", "myself"])
const firstPlural = new Set(["we", "us", "our", "ours", "ourselves"])
const third = new Set([
  "he",
  "him",
  "his",
  "himself",
  "she",
  "her",
  "hers",
  "herself",
  "they",
  "them",
  "their",
  "theirs",
  "themselves",
  "it",
  "its",
  "itself",
  "who",
  "whom",
  "whose",
  "which",
  "that",
  "neither",
])
const human = new Set(["he", "him", "his", "himself", "she", "her", "hers", "herself"])

/** Puts pronouns into the clusters they mean: by the coreference chains, in quotations by the speaker, else by the nearest fitting person. */
export function placePronouns(clusters: readonly Cluster[], context: JoinContext & {readonly speech: readonly Quote[]}): void {
  const {words} = context
  for (let row = 0; row < words.length; row++) {
    if (words.upos[row] !== "PRON" && words.upos[row] !== "DET" && !words.xpos[row]!.startsWith("PRP")) continue
    const form = words.form(row).toLowerCase()
    if (!first.has(form) && !firstPlural.has(form) && !third.has(form)) continue
    const span = {start: words.start[row]!, end: words.end[row]!}
    const cluster =
      first.has(form) || firstPlural.has(form)
        ? bySpeaker(span, clusters, context)
        : (byRelative(words, row, clusters) ??
          byChain(span, clusters, context) ??
          (human.has(form) ? nearestPerson(words, row, clusters) : null))
    cluster?.add(pronoun(span, row, form))
  }
}

function pronoun(span: Span, row: number, form: string): Reference {
  return makeReference({...span, head: row, form: "pronoun", key: form})
}

function bySpeaker(
  span: Span,
  clusters: readonly Cluster[],
  {words, speech}: {readonly words: Words; readonly speech: readonly Quote[]},
): Cluster | null {
  const inside = speech.filter(quote => quote.content.some(content => holds(content, span)))
  const utterance = inside[inside.length - 1]?.utterance
  const source = inside.find(quote => quote.source)?.source ?? speech.find(quote => quote.utterance === utterance && quote.source)?.source
  return source ? (clusterHeaded(clusters, headRow(words, source)) ?? clusterAt(clusters, source)) : null
}

function clusterHeaded(clusters: readonly Cluster[], row: number): Cluster | null {
  return clusters.find(cluster => cluster.references.some(reference => reference.head === row && reference.form !== "demonym")) ?? null
}

/** The cluster with a reference at this span, the one that fits it best. */
export function clusterAt(clusters: readonly Cluster[], span: Span): Cluster | null {
  let best: {cluster: Cluster; score: number} | null = null
  for (const cluster of clusters) {
    for (const reference of cluster.references) {
      if (reference.end <= span.start || reference.start >= span.end || reference.form === "demonym") continue
      const score = gap(reference, span) - (reference.form === "name" && cluster.isPerson ? 40 : 0)
      if (!best || score < best.score) best = {cluster, score}
    }
  }
  return best?.cluster ?? null
}

/** "who", "whose", "which": the noun that the relative clause hangs on. */
function byRelative(words: Words, row: number, clusters: readonly Cluster[]): Cluster | null {
  if (!/^(?:who|whom|whose|which|that)$/i.test(words.form(row))) return null
  for (let at = row, steps = 0; at >= 0 && steps < 6; at = words.head[at]!, steps++) {
    if (words.deprel[at] !== "acl:relcl" || words.head[at]! < 0) continue
    const head = words.head[at]!
    return clusters.find(cluster => cluster.references.some(reference => reference.head === head && reference.form !== "demonym")) ?? null
  }
  return null
}

function byChain(span: Span, clusters: readonly Cluster[], {chains}: JoinContext): Cluster | null {
  const chain = chains.find(mentions => mentions.some(mention => mention.start === span.start && mention.end === span.end))
  if (!chain) return null
  const before = chain.filter(mention => mention.start < span.start).reverse()
  for (const mention of [...before, ...chain]) {
    if (mention.start === span.start) continue
    const cluster = clusterHeadedIn(clusters, mention)
    if (cluster) return cluster
  }
  return null
}

function clusterHeadedIn(clusters: readonly Cluster[], mention: Span): Cluster | null {
  const found = clusterAt(clusters, mention)
  return found?.references.some(
    reference => gap(reference, mention) <= 40 && reference.end > mention.start && reference.start < mention.end,
  )
    ? found
    : null
}

/** The person named last before a "he" or "she" in this or the two sentences before, subjects first. */
function nearestPerson(words: Words, row: number, clusters: readonly Cluster[]): Cluster | null {
  const female = /^(?:she|her|hers|herself)$/i.test(words.form(row))
  let best: {cluster: Cluster; score: number} | null = null
  for (const cluster of clusters) {
    if (!cluster.isPerson || (cluster.entry?.gender && (cluster.entry.gender === "f") !== female)) continue
    const reference = cluster.references.filter(other => other.start < words.start[row]! && other.form !== "pronoun").pop()
    if (!reference) continue
    const away = words.sentence[row]! - words.sentence[reference.head]!
    const score = away * 2 - (words.deprel[reference.head]!.startsWith("nsubj") ? 1 : 0)
    if (away <= 2 && (!best || score < best.score)) best = {cluster, score}
  }
  return best?.cluster ?? null
}
