import {countWhile} from "../../document/count-while.js"
import {holds, type Span} from "../../document/span.js"
import type {Words} from "../../document/words.js"
import {childrenBy} from "../../language/clause.js"
import {headRow} from "../../language/noun-phrase.js"
import {genderOfName} from "../../language/word-sets.js"
import type {Quote} from "../../record/all.js"
import type {Cast} from "./cast.js"
import type {Cluster} from "./cluster.js"
import type {JoinContext} from "./join.js"
import {makeReference} from "./mention.js"

const first = new Set("i me my mine myself".split(" "))
const firstPlural = new Set("we us our ours ourselves".split(" "))
const male = new Set("he him his himself".split(" "))
const female = new Set("she her hers herself".split(" "))
const plural = new Set("they them their theirs themselves".split(" "))
const neuter = new Set("it its itself".split(" "))
const relative = new Set("who whom whose which that".split(" "))

interface Scene extends JoinContext {
  readonly cast: Cast
  readonly speech: readonly Quote[]
  /** Pronoun's first character → its chain. */
  readonly chainAt: ReadonlyMap<number, readonly Span[]>
  /** Sentence → heads of mentions in it, in text order. */
  readonly rows: ReadonlyMap<number, readonly number[]>
  /** Speakers and their words, in text order. */
  readonly voices: readonly Voice[]
}

interface Voice extends Span {
  readonly speaker: Cluster | null
}

/** Puts pronouns into the actors they mean: in quotations the speaker, by the coreference chains, by the subject of the clause above, else by nearness. */
export function placePronouns(cast: Cast, context: JoinContext & {readonly speech: readonly Quote[]}): void {
  const scene = {
    ...context,
    cast,
    chainAt: chainsByStart(context),
    rows: rowsBySentence(cast, context.words),
    voices: voicesOf(cast, context),
  }
  const {words} = context
  for (let row = 0; row < words.length; row++) {
    if (words.upos[row] !== "PRON" && words.upos[row] !== "DET" && !words.xpos[row]!.startsWith("PRP")) continue
    const form = words.form(row).toLowerCase()
    const cluster = findMeant(form, row, scene)
    if (cluster) cast.place(makeReference({start: words.start[row]!, end: words.end[row]!, head: row, form: "pronoun", key: form}), cluster)
  }
}

function findMeant(form: string, row: number, scene: Scene): Cluster | null {
  const {words} = scene
  if (first.has(form)) return voiceAt(scene.voices, words.start[row]!)?.speaker ?? null
  if (firstPlural.has(form)) return behindSpeaker(voiceAt(scene.voices, words.start[row]!)?.speaker ?? null, scene)
  if (relative.has(form)) return byRelative(words, row, scene.cast)
  if (words.deprel[row] === "expl" || !(male.has(form) || female.has(form) || plural.has(form) || neuter.has(form))) return null
  return byChain(row, form, scene) ?? byClause(row, form, scene) ?? byNearness(row, form, scene)
}

function chainsByStart({words, chains}: JoinContext): Map<number, readonly Span[]> {
  const found = new Map<number, readonly Span[]>()
  for (const chain of chains)
    for (const mention of chain) if (words.rowsIn(mention).last - words.rowsIn(mention).first === 1) found.set(mention.start, chain)
  return found
}

function rowsBySentence(cast: Cast, words: Words): Map<number, number[]> {
  const found = new Map<number, number[]>()
  for (const cluster of cast.clusters)
    for (const {head, form} of cluster.references) {
      if (form === "demonym") continue
      const rows = found.get(words.sentence[head]!)
      if (rows) rows.push(head)
      else found.set(words.sentence[head]!, [head])
    }
  for (const rows of found.values()) rows.sort((a, b) => a - b)
  return found
}

function voicesOf(cast: Cast, {words, speech}: {readonly words: Words; readonly speech: readonly Quote[]}): Voice[] {
  const sources = new Map<string, Span>()
  for (const quote of speech) if (quote.source && !sources.has(quote.utterance)) sources.set(quote.utterance, quote.source)
  return speech
    .filter(quote => quote.kind !== "act")
    .flatMap(quote => {
      const source = quote.source ?? sources.get(quote.utterance)
      const speaker = source ? clusterOf(cast, words, source) : null
      return quote.content.map(({start, end}) => ({start, end, speaker}))
    })
    .sort((a, b) => a.start - b.start)
}

/** The innermost of the quotations around a place, or null. */
function voiceAt(voices: readonly Voice[], position: number): Voice | null {
  const begun = countWhile(voices, voice => voice.start <= position)
  for (let at = begun - 1; at >= Math.max(0, begun - 8); at--) if (voices[at]!.end > position) return voices[at]!
  return null
}

/** The actor that a span means: by its head word, or by a name inside the words that hang on it. */
export function clusterOf(cast: Cast, words: Words, span: Span): Cluster | null {
  const head = headRow(words, span)
  const direct = cast.at(head)
  if (direct) return direct
  const {first: from, last} = words.rowsIn(span)
  for (let row = from; row < last; row++) {
    const cluster = cast.at(row)
    if (cluster && words.head[row] === head && /^(?:flat|appos|nmod:desc|compound|nsubj)/.test(words.deprel[row]!)) return cluster
  }
  for (let row = from; row < last; row++) {
    const cluster = cast.at(row)
    if (cluster?.isPerson) return cluster
  }
  return null
}

/** Who "we" is: the body or state that the speaker speaks for, else the speaker. */
function behindSpeaker(speaker: Cluster | null, {cast, words}: Scene): Cluster | null {
  if (!speaker) return null
  for (const reference of speaker.references) {
    if (reference.owner && speaker.kind === "person" && speaker.entry === null) {
      const owner = cast.find(`entry ${reference.owner.id}`)[0]
      if (owner) return owner
    }
    if (reference.form === "pronoun" || reference.form === "name") continue
    const owner = [...childrenBy(words, reference.head, "nmod:poss"), ...childrenBy(words, reference.head, "nmod")]
      .map(row => cast.at(row))
      .find(other => other && other !== speaker && !other.isPerson)
    if (owner) return owner
  }
  return speaker
}

/** "who", "whose", "which": the noun that the relative clause hangs on. */
function byRelative(words: Words, row: number, cast: Cast): Cluster | null {
  for (let at = row, steps = 0; at >= 0 && steps < 6; at = words.head[at]!, steps++)
    if (words.deprel[at] === "acl:relcl" && words.head[at]! >= 0) return cast.at(words.head[at]!)
  return null
}

function byChain(row: number, form: string, scene: Scene): Cluster | null {
  const {words, cast, chainAt} = scene
  const start = words.start[row]!
  const chain = chainAt.get(start)
  if (!chain) return null
  const at = chain.findIndex(mention => mention.start === start)
  const near = [...chain.slice(Math.max(0, at - 12), at).reverse(), ...chain.slice(at + 1, at + 6)]
  for (const mention of near) {
    const cluster = clusterOf(cast, words, mention)
    if (cluster && agrees(form, cluster)) return cluster
  }
  return null
}

/** "Russia has been evacuating its citizens": the subject of the clause that holds the pronoun, or of one above it. */
function byClause(row: number, form: string, scene: Scene): Cluster | null {
  const {words, cast} = scene
  const isOwner = words.deprel[row] === "nmod:poss"
  let verb = words.head[row]!
  for (let steps = 0; verb >= 0 && steps < 8; verb = words.head[verb]!, steps++) {
    const subjects = childrenBy(words, verb, "nsubj", "nsubj:pass").filter(subject => subject < row)
    if (!isOwner && words.head[row] === verb) continue
    const cluster = subjects
      .map(subject => cast.at(subject))
      .find(found => found && agrees(form, found) && !isSpeakerHere(row, found, scene))
    if (cluster) return cluster
  }
  return null
}

/** Nobody calls themselves "he" in their own words. */
function isSpeakerHere(row: number, cluster: Cluster, {voices, words}: Scene): boolean {
  const voice = voiceAt(voices, words.start[row]!)
  return (
    voice !== null &&
    voice.speaker === cluster &&
    holds(voice, {start: words.start[row]!, end: words.end[row]!}) &&
    /["“”]/.test(words.text[voice.start - 1] ?? "")
  )
}

/** People named in this or the two sentences before; bodies and groups only where the sentence before has them as its subject. */
function byNearness(row: number, form: string, scene: Scene): Cluster | null {
  const {words, cast, rows} = scene
  const human = male.has(form) || female.has(form)
  if (!human && !/^(?:nsubj|nmod:poss)/.test(words.deprel[row]!)) return null
  if (form === "it" && childrenBy(words, words.head[row]!, "cop").length > 0) return null
  let best: {cluster: Cluster; score: number} | null = null
  for (let away = 0; away <= (human ? 2 : 1); away++) {
    for (const head of rows.get(words.sentence[row]! - away) ?? []) {
      if (head >= row) break
      const cluster = cast.at(head)
      if (!cluster || !agrees(form, cluster) || isSpeakerHere(row, cluster, scene)) continue
      const isSubject = words.deprel[head]!.startsWith("nsubj")
      if (!human && !isSubject) continue
      const score = away * 2 - (isSubject ? 1 : 0)
      if (!best || score <= best.score) best = {cluster, score}
    }
  }
  return best?.cluster ?? null
}

/** Can the pronoun mean this actor, by number, gender and life? */
function agrees(form: string, cluster: Cluster): boolean {
  if (male.has(form) || female.has(form)) return cluster.isPerson && !cluster.plural && genderOf(cluster) !== (male.has(form) ? "f" : "m")
  if (plural.has(form)) return cluster.plural || (cluster.kind !== "person" && cluster.kind !== "state")
  return cluster.kind !== "person" && !(cluster.plural && cluster.kind === "group")
}

function genderOf(cluster: Cluster): "m" | "f" | null {
  if (cluster.entry?.gender) return cluster.entry.gender === "f" ? "f" : "m"
  for (const {form, key} of cluster.references) {
    if (form === "pronoun" && male.has(key)) return "m"
    if (form === "pronoun" && female.has(key)) return "f"
    if (form !== "name" || !(key.includes(" ") || cluster.nameKeys.size === 1)) continue
    const gender = genderOfName(key.split(" ")[0]!)
    if (gender) return gender === "fem" ? "f" : "m"
  }
  return null
}
